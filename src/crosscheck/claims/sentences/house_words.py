"""The phrases of one kind of body in one language."""

from __future__ import annotations

from functools import cached_property

from crosscheck.domains import House, Templates
from crosscheck.records import JOINT


class HouseWords:
    """A kind of body and how its seats are told in one language; the phrases are read when a document needs them.

    ``counted`` are the terms of its seats and of who sits on them.
    """

    def __init__(self, house: House, code: str) -> None:
        self.house = house
        self.counted = house.counted | house.members
        self._code = code

    @cached_property
    def templates(self) -> Templates:
        """Return the phrases that tell of which concept a number of seats is."""
        code, house = self._code, self.house
        told = {concept: words.get(code, ()) for concept, words in house.told.items()}
        return Templates(told, house.bodies.get(code, ()), house.others.get(code, ()))

    @cached_property
    def joint(self) -> Templates:
        """Return the phrases that make a number that of several parties."""
        return Templates({JOINT: self.house.joint.get(self._code, ())})

"""Rules for lengths of time that are printed like a time of day: '2:07:14', '1:42,18 Minuten', '4:30 hours'."""

from __future__ import annotations

from decimal import Decimal

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import Readings, Scene
from crosscheck.mentions.dates.tokens import Token

_SIXTY = 60
_LETTERS = {"TH": "HMS", "TM": "MS"}
"""What the parts of a length are, by the unit printed behind it."""


def clock_duration(scene: Scene) -> Readings | None:
    """Read '2:08:31 hours' and '29:15 minutes'."""
    token = scene.need(t.COLON + t.UNKNOWN)
    letters = _LETTERS.get(scene.need(t.UNIT + t.UNITS).name, "")
    return _read(scene, token, letters)


def elapsed_time(scene: Scene) -> Readings | None:
    """Read '1:57.84' and '4:12:07,3 Stunden': no clock is read to a tenth of a second."""
    token = scene.need(t.ELAPSED)
    letters = "HMS" if token.word.count(":") > 1 else "MS"
    unit = scene.pick(t.UNIT + t.UNITS)
    if unit is not None and _LETTERS.get(unit.name) != letters:
        return None
    return _read(scene, token, letters)


def is_elapsed(token: Token, before: str) -> bool:
    """Return whether a time to the second is a length: no word for a time of day stands before it, class *before*."""
    return token.word.count(":") > 1 and before not in set(t.AT + t.ZONE + t.WEEKDAY)


def elapsed(scene: Scene, token: Token) -> Readings | None:
    """Read '2:07:14' with nothing beside it."""
    return _read(scene, token, "HMS")


def _read(scene: Scene, token: Token, letters: str) -> Readings | None:
    """Return the length whose parts, as *letters* of TIMEX3, *token* prints; None where it has too many of them.

    It is exact where it ends with a whole second or minute: nobody rounds a result.
    """
    parts = [Decimal(part.replace(",", ".")) for part in token.word.split(":")]
    if len(parts) > len(letters):
        return None
    literal = "PT" + "".join(f"{part}{letter}" for part, letter in zip(parts, letters, strict=False) if part)
    total = Decimal(0)
    for part in parts:
        total = total * _SIXTY + part
    number = int(total) if total == total.to_integral_value() else total
    unit = "second" if letters[len(parts) - 1] == "S" else "minute"
    place = Decimal(1).scaleb(int(parts[-1].as_tuple().exponent))
    precision = 1 if place == 1 else place
    return (
        Reading(
            kind="duration", start=scene.start, end=scene.end, rule="clock duration", literal=literal, low=number,
            high=number, unit_name=unit, precision=precision,
        ),
    )  # fmt: skip

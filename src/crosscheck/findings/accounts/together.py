"""Documents that tell of the same: which of them may be held against each other."""

from __future__ import annotations

from collections.abc import Container, Iterable

from crosscheck.records import Claim, Fact

_NAMES = 2
"""How many words of names documents of one story have in common, at least."""
_NONE: frozenset[str] = frozenset()


class Together(Container[tuple[str, str]]):
    """The pairs of documents that state one fact or name several things in common; asked, and never listed."""

    def __init__(self, facts: Iterable[Fact], claims: Iterable[Claim]) -> None:
        """Take note of what *facts* and *claims* say of their documents."""
        self._facts: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        for fact in facts:
            for claim in fact.claims:
                self._facts.setdefault(claim.document, set()).add(fact.id)
        for claim in claims:
            if claim.context is not None:
                self._names.setdefault(claim.document, set()).update(claim.context.names)

    def __contains__(self, pair: object) -> bool:
        """Return whether both documents of *pair* are together."""
        if not isinstance(pair, tuple):
            return False
        a, b = pair
        if not self._facts.get(a, _NONE).isdisjoint(self._facts.get(b, _NONE)):
            return True
        return len(self._names.get(a, _NONE) & self._names.get(b, _NONE)) >= _NAMES

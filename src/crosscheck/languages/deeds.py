"""What reporters tell in several ways of what they count: 'destroyed' and 'burnt down' may be one deed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosscheck.languages.glossary import load_glossary


@cache
def load_deeds() -> Mapping[str, frozenset[str]]:
    """Return, per term of a deed, all terms that may tell the same deed, itself among them; it is mutual.

    Raises:
        ConfigError: the glossary does not have the shape.
    """
    found: dict[str, set[str]] = {}
    for group in load_glossary().deeds:
        for term in group:
            found.setdefault(term, set()).update(group)
    return {term: frozenset(others) for term, others in found.items()}

"""Comparison forms of names: folding and initials, the same in every language."""

from __future__ import annotations

import re
import unicodedata

_POSSESSIVE = re.compile(r"[’']s?$")
_SMALL = frozenset({"of", "the", "and", "for", "in", "der", "die", "das", "des", "und", "für", "von"})


def fold_name(name: str) -> str:
    """Return *name* for comparison: case, accents, '&', hyphens and a possessive ending folded away."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name.strip()).casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(letters.replace("&", " and ").replace(" und ", " and ").replace("-", " ").replace(".", " ").split())


def initials(name: str) -> str:
    """Return the capital first letters of the words of *name*, small words left out; '' for a single word."""
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    if len(words) == 1:
        return ""
    return "".join(word if word.isupper() and len(word) > 1 else word[0].upper() for word in words)

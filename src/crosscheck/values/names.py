"""Comparison forms of names: folding and initials, the same in every language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_POSSESSIVE = re.compile(r"[’']s?$")
LIKE_SPELLED = 70
"""rapidfuzz ratio (0 to 100) from which two surnames may be one in two spellings."""
_SMALL = frozenset({"of", "the", "and", "for", "in", "der", "die", "das", "des", "und", "für", "von"})


@lru_cache(maxsize=1 << 14)
def fold_name(name: str) -> str:
    """Return *name* for comparison: case, accents, '&', hyphens and a possessive ending folded away."""
    letters = _POSSESSIVE.sub("", name.strip()).casefold()
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters)
        letters = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(letters.replace("&", " and ").replace(" und ", " and ").replace("-", " ").replace(".", " ").split())


def initials(name: str) -> str:
    """Return the capital first letters of the words of *name*, small words left out; '' for a single word."""
    words = [word for word in name.replace("-", " ").split() if word.lower() not in _SMALL]
    if len(words) == 1:
        return ""
    return "".join(word if word.isupper() and len(word) > 1 else word[0].upper() for word in words)


def may_be_one_person(name: str, other: str) -> bool:
    """Return whether two names may be one person's: one surname, in two spellings too, or one inside the other.

    The surname is the last word, or the first where the other name has it last. Spellings are one from a rapidfuzz
    ratio of ``LIKE_SPELLED`` on: transliterations, umlauts written out.
    """
    words, others = fold_name(name).split(), fold_name(other).split()
    if not words or not others or words[-1] in others or others[-1] in words:
        return True
    return fuzz.ratio(words[-1], others[-1]) >= LIKE_SPELLED

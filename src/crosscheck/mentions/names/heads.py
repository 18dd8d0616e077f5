"""Nouns that say what kind of thing a name names, and the place that opens a report."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from crosscheck.languages.names import NameWords
from crosscheck.mentions.names.words import Text

_DASHES = frozenset("-–—:")
_AFTER_DATELINE = frozenset({", ", " (", "/", *(f" {dash} " for dash in _DASHES)})


def head_words(names: NameWords, words: Sequence[str]) -> list[str]:
    """Return those *words* of a name that may say what it is: the last, the one before 'of', in German the first."""
    found = [words[-1]]
    if len(words) == 1:
        return found
    found += [word for word, following in pairwise(words) if following.islower()]
    if names.nouns_capitalised or words[0] in names.leading_heads:
        found.append(words[0])
    return found


def is_dateline(text: Text, first: int, last: int) -> bool:
    """Return whether these words open a line as the place of a report does: 'LONDON, 21 Nov', 'Leeds (pa) -'."""
    gaps, gap = text.gaps, text.gaps[last + 1]
    if last + 2 >= len(gaps) or (first and "\n" not in gaps[first]):
        return False
    if text.words[last].isupper():
        return len(text.words[last]) > 3 and gap in _AFTER_DATELINE
    return gap == " (" and gaps[last + 2].startswith(") ") and gaps[last + 2].strip(") ") in _DASHES

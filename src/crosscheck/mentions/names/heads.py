"""Nouns that say what kind of thing a name names, and the place that opens a report."""

from __future__ import annotations

from crosscheck.mentions.names.words import Text

_DASHES = frozenset("-–—:")
_AFTER_DATELINE = frozenset({", ", " (", "/", *(f" {dash} " for dash in _DASHES)})


def head_words(text: Text, first: int, last: int) -> list[str]:
    """Return the words of a name that may say what it is: the last one, the one before 'of', in German the first."""
    words = text.words
    found = [words[last]]
    if first == last:
        return found
    found += [words[index] for index in range(first, last) if words[index + 1].islower()]
    if text.vocabulary.names.nouns_capitalised or words[first] in text.vocabulary.names.leading_heads:
        found.append(words[first])
    return found


def is_dateline(text: Text, first: int, last: int) -> bool:
    """Return whether these words open a line as the place of a report does: 'LONDON, 21 Nov', 'Leeds (pa) -'."""
    gaps, gap = text.gaps, text.gaps[last + 1]
    if last + 2 >= len(gaps) or (first and "\n" not in gaps[first]):
        return False
    if text.words[last].isupper():
        return len(text.words[last]) > 3 and gap in _AFTER_DATELINE
    return gap == " (" and gaps[last + 2].startswith(") ") and gaps[last + 2].strip(") ") in _DASHES

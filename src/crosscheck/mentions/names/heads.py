"""Nouns that say what kind of thing a name names."""

from __future__ import annotations

from crosscheck.mentions.names.words import Text


def head_words(text: Text, first: int, last: int) -> list[str]:
    """Return the words of a name that may say what it is: the last one, the one before 'of', in German the first."""
    words = text.words
    found = [words[last]]
    found += [words[index] for index in range(first, last) if words[index + 1].islower()]
    if text.vocabulary.names.nouns_capitalised:
        found.append(words[first])
    return found

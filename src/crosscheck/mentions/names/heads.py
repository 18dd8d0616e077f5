"""Nouns that say what kind of thing a name names."""

from __future__ import annotations

from crosscheck.mentions.names.words import Text


def is_head(text: Text, word: str) -> bool:
    """Return whether *word* names a kind of organisation or place."""
    return is_organisation_head(text, word) or is_place_head(text, word)


def is_organisation_head(text: Text, word: str) -> bool:
    """Return whether *word* names a kind of organisation ('Council', 'Landgericht')."""
    names = text.pack.names
    return word in names.organisation_heads or word.lower().endswith(names.organisation_endings or ("\0",))


def is_place_head(text: Text, word: str) -> bool:
    """Return whether *word* names a kind of place ('River', 'Bahnhofstraße')."""
    names = text.pack.names
    return word in names.place_heads or word.lower().endswith(names.place_endings or ("\0",))


def head_words(text: Text, first: int, last: int) -> list[str]:
    """Return the words of a name that may say what it is: the last one, the one before 'of', in German the first."""
    words = text.words
    found = [words[last]]
    found += [words[index] for index in range(first, last) if words[index + 1].islower()]
    if text.pack.names.nouns_capitalised:
        found.append(words[first])
    return found

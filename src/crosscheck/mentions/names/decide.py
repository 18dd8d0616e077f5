"""Which words are parts of names: word by word on the evidence, then people by what else the document says of them."""

from __future__ import annotations

from collections.abc import Container, Set

from crosscheck.mentions.names.evidence import Evidence
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME
from crosscheck.mentions.names.words import Text

_MOST_PARTICLES = 4


def decide(text: Text, evidence: Evidence) -> frozenset[int]:
    """Return the words that are parts of names."""
    named = evidence.name_words()
    others = [(index, known) for index, known in text.known.items() if index not in named]
    called = [index for index, known in others if known.is_ruled_out and known.classes & SURNAME]
    named.update([index for index in called if _is_called(text, index, named)])
    surnames = _surnames(text, named)
    strangers = [(index, known.plain) for index, known in others if not known.is_ruled_out]
    named.update(index for index, word in strangers if _is_person(text, index, word, named, surnames))
    return frozenset(named)


def _is_called(text: Text, index: int, named: Container[int]) -> bool:
    """Return whether a word that is no name elsewhere is a surname here: 'Theresa May', 'Mrs May'."""
    before, classes = text.before(index), text.vocabulary.classes
    if index - 1 in named:
        return bool(classes(before) & FIRST) and not classes(before) & PLACE
    return before in text.vocabulary.names.titles


def _surnames(text: Text, named: Set[int]) -> frozenset[str]:
    """Return the surnames that stand behind a first name somewhere in the document."""
    behind = [index for index in named if index - 1 in named]
    return frozenset([text.known[i].plain for i in behind if text.vocabulary.classes(text.before(i)) & FIRST])


def _is_person(text: Text, index: int, word: str, named: Container[int], surnames: frozenset[str]) -> bool:
    """Return whether the word is a surname, told by a first name elsewhere or by the particles before it."""
    if word in surnames:
        if index in text.fresh:
            return word.lower() not in text.printed and not text.vocabulary.names.nouns_capitalised
        return text.before(index).lower() not in text.vocabulary.names.articles
    return text.words[index - 1] in text.vocabulary.names.particles and _follows_particles(text, index, named)


def _follows_particles(text: Text, index: int, named: Container[int]) -> bool:
    """Return whether a first name and particles stand before the word: 'Ursula von der Heyden'."""
    names, at = text.vocabulary.names, index - 1
    while at > 0 and index - at < _MOST_PARTICLES and text.words[at] in names.particles and text.gaps[at + 1] == " ":
        at -= 1
    if at < 0 or at == index - 1 or at not in named or text.words[at + 1] in names.articles:
        return False
    is_first = bool(text.vocabulary.classes(text.words[at]) & FIRST)
    return is_first and not text.vocabulary.is_common(text.words[index])

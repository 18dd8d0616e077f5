"""Ordinals: the noun that one numbers ('her third album'), and those that stand for a place alone ('came third')."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.sentences.passage import Passage, ValueAt
from crosscheck.languages import LanguagePack, Terms, is_listed
from crosscheck.records import OCCASION, PLACE

_MOST_WORDS = 3
"""How many words behind an ordinal may name what it numbers: 'third straight home win'."""


def numbered_noun(value: ValueAt, passage: Passage, terms: Terms, language: LanguagePack) -> str:
    """Return the term of the noun that an ordinal numbers, '' where none follows.

    It is the first word with a capital where nouns have one, else the last of the words behind the ordinal: marks,
    small words and other values end them. Of a name it is the last word, if that is one of every day: 'the 31st Harven
    Film Festival'. It is ``OCCASION`` of what is done for the third time, ``PLACE`` of who is in third place.
    """
    behind = passage.tokens.words[value.at.end : value.at.end + 1]
    around = (*passage.tokens.words[max(value.at.first - 1, 0) : value.at.end], *behind)
    if not language.ranks.occasions.isdisjoint(behind):
        return OCCASION
    if not language.ranks.places.isdisjoint(around):
        return PLACE
    name = next((n.at for n in passage.names if n.at.first == value.at.end), None)
    if name is not None:
        told = terms.of(passage.tokens.words[name.end - 1])[-1:]
        return told[0] if told and is_listed(told[0]) else ""
    nouns = [*_nouns_behind(value, passage, terms, language)]
    if not nouns:
        return ""
    return terms.of(passage.tokens.words[nouns[0 if language.names.nouns_capitalised else -1]])[-1]


def stands_bare(value: ValueAt, passage: Passage, terms: Terms, language: LanguagePack) -> bool:
    """Return whether an ordinal numbers no noun and has no article: 'was third in 6.66', 'wurde als Dritter'."""
    words, at = passage.tokens.words, value.at
    if at.first and words[at.first - 1] in language.clauses.articles:
        return False
    if not language.ranks.interim.isdisjoint(words[at.end : at.end + 1]):
        return False
    is_before_name = any(n.at.first == at.end for n in passage.names)
    return not is_before_name and not any(_nouns_behind(value, passage, terms, language))


def _nouns_behind(value: ValueAt, passage: Passage, terms: Terms, language: LanguagePack) -> Iterator[int]:
    """Yield the tokens right behind *value*, up to the first small word, that may be its noun: any, or the capitals."""
    others = (*(v.at for v in passage.values), *(n.at for n in passage.names))
    closed = {i for at in others for i in range(at.first, at.end)}
    words, end = passage.tokens.words, value.at.end
    here = passage.segments[end - 1]
    for i in range(end, min(end + _MOST_WORDS, len(words))):
        if i in closed or passage.segments[i] != here or words[i] in language.ranks.places or not terms.of(words[i]):
            return
        if not language.names.nouns_capitalised or passage.is_capital(i):
            yield i

"""Words for a rise or fall, and the values that they make amounts of a change."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.relations.derive import POINTS, Sentence, Stated
from crosscheck.claims.sentences.passage import At

_REACH = 8
"""How many tokens may lie between a value and the word that makes it one of a change."""
_OPENED = 3
"""How many tokens from the mark that begins it on a clause may have before the value: ', by about'."""
_AMOUNTS = frozenset({"percent", "money", "quantity", "number"})
_POINTS = frozenset({POINTS, "point"})


def may_change(sentence: Sentence) -> bool:
    """Return whether a value of the sentence may be an amount of a change: a share, or one with a word for it."""
    return sentence.has_any(sentence.phrases.by, sentence.phrases.beyond) or any(map(_is_relative, sentence.stated))


def is_change(value: Stated, sentence: Sentence) -> bool:
    """Return whether the words say that something changed by *value*: 'by 12', 'rose 12 per cent', '12 % more'."""
    phrases = sentence.phrases
    if value.kind not in _AMOUNTS:
        return False
    relative = _is_relative(value)
    if phrases.beyond in sentence.standing and _is_beyond(value, sentence):
        return True
    if not relative and phrases.by not in sentence.standing:
        return False
    if _is_of_verb(value.at.first - 1, sentence):
        return False
    beside = relative and any(_sign(i, sentence) for i in (value.at.first - 1, value.at.end))
    beside = beside or (value.kind == "percent" and _is_more(value.at.end, sentence))
    if not (beside or (sentence.is_marked(phrases.by, value) and direction(value.at, value.at, sentence))):
        return False
    return not any(sentence.is_marked(mark, value) for mark in (phrases.ends, phrases.earlier))


def _is_relative(value: Stated) -> bool:
    return value.kind == "percent" or value.mention.unit in _POINTS


def _is_more(token: int, sentence: Sentence) -> bool:
    """Return whether a word for more or less of something stands there: '5 per cent more guests'."""
    return sentence.has_at(sentence.phrases.more, token) or sentence.has_at(sentence.phrases.less, token)


def _is_of_verb(token: int, sentence: Sentence) -> bool:
    """Return whether a word for a rise or fall belongs to the verb before it and tells of none: 'put up 12 signs'."""
    phrases = sentence.phrases
    if token < 1 or not sentence.has_at(phrases.phrasal, token - 1):
        return False
    return sentence.has_at(phrases.rises, token) or sentence.has_at(phrases.falls, token)


def _is_beyond(value: Stated, sentence: Sentence) -> bool:
    """Return whether the words say '12 million more than', the counted noun between them or not."""
    words, end = sentence.words, value.at.end
    behind = [end, end + 1] if words[end : end + 1] and words[end].isalnum() else [end]
    return sentence.phrases.beyond.within(words, behind)


def direction(first: At, second: At, sentence: Sentence) -> int:
    """Return 1 where words near both ranges, in their clauses, speak of a rise, -1 of a fall, 0 of neither or both."""
    told = 0
    for i in _around(first, second, sentence):
        sign = _sign(i, sentence)
        if told and sign == -told:
            return 0
        told = told or sign
    return told


def change_word(at: At, sentence: Sentence) -> str:
    """Return the first word near *at* that speaks of a rise or fall, '' where none does."""
    return next((sentence.words[i] for i in _around(at, at, sentence) if _sign(i, sentence)), "")


def _around(first: At, second: At, sentence: Sentence) -> Iterator[int]:
    """Yield the tokens near two ranges that stand in a clause of theirs, or in the one that theirs goes on.

    'Rents rose sharply in May, by 0.3 per cent', 'Rents rose in May, from 412 to 430 euros.'
    """
    segments = sentence.passage.segments
    inside = {segments[first.first], segments[second.first]}
    opens = sentence.phrases.by if first == second else sentence.phrases.starts
    start = min(first.first, second.first)
    if opens in sentence.standing:
        opening = segments.index(segments[start])
        leads = start - opening <= _OPENED and opens.within(sentence.words, range(opening, start))
        inside |= {segments[opening - 1]} if leads and opening else set()
    end = max(first.end, second.end) + _REACH
    return (i for i in range(max(start - _REACH, 0), min(end, len(sentence.words))) if segments[i] in inside)


def _sign(token: int, sentence: Sentence) -> int:
    words = sentence.words
    if not 0 <= token < len(words):
        return 0
    terms, phrases = sentence.terms.of(words[token]), sentence.phrases
    if not phrases.changes.rises.isdisjoint(terms) or sentence.has_at(phrases.rises, token):
        return 1
    return -1 if not phrases.changes.falls.isdisjoint(terms) or sentence.has_at(phrases.falls, token) else 0

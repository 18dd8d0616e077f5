"""Values that the words call an outcome of others: 'the remaining 12', '21 in all', 'that is 175 dollars more'."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from itertools import chain, dropwhile, takewhile

import msgspec

from crosscheck.claims.attributes.fitting import SHARE_RULES
from crosscheck.claims.relations.derive import Sentence, Stated
from crosscheck.claims.sentences.passage import At
from crosscheck.records import Claim, Span, Told

_COUNTED = frozenset({"number", "money", "quantity", "percent", "duration"})
_NOUN_PHRASE = 3
"""How many words behind a share name its whole."""
_PER = " per "
_NOUN = 2
"""How many tokens of the counted noun may stand between a value and what is behind it."""


def mark_outcomes(sentence: Sentence, raced: frozenset[str]) -> dict[Span, Claim]:
    """Return, by mention, the claims of values that the sentence calls an outcome or a share, and what of.

    *raced* are the terms of what is counted where one of two sides is ahead.
    """
    marked: dict[Span, Claim] = {}
    may_tell = _may_tell(sentence)
    for value in sentence.stated if may_tell else filter(_is_share, sentence.stated):
        is_share, context = _is_share(value), value.claim.context
        if value.kind not in _COUNTED or context is None:
            continue
        told = _outcome(value, sentence, raced) if may_tell else None
        if told is not None or is_share:
            whole = _whole(value, sentence) if is_share else ()
            context = msgspec.structs.replace(context, told=told or "", whole=whole)
            marked[value.mention.span] = msgspec.structs.replace(value.claim, context=context)
    return marked


def _is_share(value: Stated) -> bool:
    return value.kind == "percent" or value.mention.rule in SHARE_RULES


def _whole(share: Stated, sentence: Sentence) -> tuple[str, ...]:
    """Return the terms of the words that say of what a share is one: 'of the fleet', 'every fifth ship'.

    Those of the group at the head of the sentence come first: 'among voters under 30'.
    """
    led_by = _group_at_head(share, sentence)
    owned = sentence.phrases.owned.end_at(sentence.words, share.at.end)
    if owned is None and share.mention.rule not in SHARE_RULES:
        return led_by
    first = share.at.end if owned is None else owned
    return (*led_by, *chain.from_iterable(_noun_phrase(first, sentence)))


def _noun_phrase(first: int, sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """Yield the terms of each of the few words that stand together from token *first* on."""
    for token in range(first, min(first + _NOUN_PHRASE, len(sentence.words))):
        segments = sentence.passage.segments
        if not sentence.words[token][0].isalnum() or segments[token] != segments[first]:
            return
        yield sentence.terms.of(sentence.words[token])


def _group_at_head(share: Stated, sentence: Sentence) -> tuple[str, ...]:
    """Return the terms of the group that the sentence of *share* begins with, () for none."""
    first = sentence.phrases.among.end_at(sentence.words, 0)
    if first is None or share.at.first < first + 1:
        return ()
    told = dropwhile(operator.not_, _noun_phrase(first, sentence))
    return tuple(chain.from_iterable(takewhile(bool, told)))


def _may_tell(sentence: Sentence) -> bool:
    """Return whether any word of the sentence, or a unit in it, can make a value an outcome."""
    phrases = sentence.phrases
    told = not phrases.outcomes.isdisjoint(sentence.standing) or not phrases.beats.isdisjoint(sentence.words)
    return told or any(_PER in value.mention.unit for value in sentence.stated)


def _outcome(value: Stated, sentence: Sentence, raced: frozenset[str]) -> Told | None:
    """Return what the words before or behind *value* call it; more or less is one only where words equate it."""
    phrases, behind = sentence.phrases, _behind(value, sentence)
    equated = sentence.is_marked(phrases.sums, value) or sentence.is_marked(phrases.equals, value)
    if value.kind == "percent":
        return "equal" if equated else None
    if value.kind == "number" and sentence.is_marked(phrases.others, value):
        return "rest"
    if value.kind == "number" and _is_left(value, behind, sentence):
        return "left"
    if sentence.is_marked(phrases.margins, value):
        return "difference"
    if equated and (sentence.has_within(phrases.more, behind) or sentence.has_within(phrases.less, behind)):
        return "difference"
    if _is_each(value, behind, sentence):
        return "each"
    if _is_total(value, behind, sentence):
        return "total"
    if _is_margin(value, behind, sentence, raced):
        return "margin"
    return "equal" if equated else None


def _is_margin(value: Stated, behind: range, sentence: Sentence, raced: frozenset[str]) -> bool:
    """Return whether the words make *value* a lead: 'a majority of 40', '40 votes ahead', 'beat her by 40 votes'.

    Of counts only those *raced* for are, as votes: 'gab 43 Masken zurück' tells of no race.
    """
    phrases, words, context = sentence.phrases, sentence.words, value.claim.context
    if value.kind == "number" and (context is None or context.counted not in raced):
        return False
    if sentence.is_marked(phrases.leads, value):
        return True
    if sentence.has_within(phrases.ahead, behind):
        return True
    if phrases.beats.isdisjoint(words) or not sentence.is_marked(phrases.by, value):
        return False
    firsts = {other.at.first for other in sentence.stated}
    led_to = (phrases.ends.end_at(words, i) for i in range(value.at.end, value.at.end + _NOUN + 1))
    return firsts.isdisjoint({value.at.end + 1, *led_to})  # 'by 3-1', 'by 312 votes to 198'


def _is_each(value: Stated, behind: range, sentence: Sentence) -> bool:
    """Return whether the words make *value* one of each of several: '4 million apiece', 'je 4 Millionen'."""
    phrases = sentence.phrases
    if (
        phrases.respectively in sentence.standing
        and phrases.respectively.before(sentence.words, value.at.first) is not None
    ):
        return True
    return sentence.has_within(phrases.apiece, behind) or _PER in value.mention.unit


def _behind(value: Stated, sentence: Sentence) -> range:
    """Return the tokens behind *value* up to two beyond it, none beyond a mark."""
    end = value.at.end
    while end < min(value.at.end + _NOUN, len(sentence.words)) and sentence.words[end][0].isalnum():
        end += 1
    return range(value.at.end, end)


def _is_left(value: Stated, behind: range, sentence: Sentence) -> bool:
    """Return whether the words call *value* what is left; 'leaving two dead' and 'two left the house' do not."""
    phrases, words = sentence.phrases, sentence.words
    if sentence.is_marked(phrases.rests, value):
        return bool(value.mention.unit) or _ends(value.at.end, sentence) or phrases.open.at(words, value.at.end)
    ends = [end for i in behind if (end := phrases.left.end_at(words, i)) is not None]
    return any(_ends(end, sentence) and not sentence.passage.crossed(value.at, At(end - 1, end)) for end in ends)


def _ends(token: int, sentence: Sentence) -> bool:
    return token >= len(sentence.words) or not sentence.words[token][0].isalnum()


def _is_total(value: Stated, behind: range, sentence: Sentence) -> bool:
    phrases = sentence.phrases
    if sentence.is_marked(phrases.altogether, value):
        return True
    return sentence.has_within(phrases.altogether, behind)

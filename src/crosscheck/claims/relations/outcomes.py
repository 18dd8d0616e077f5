"""Values that the words call an outcome of others: 'the remaining 12', '21 in all', 'that is 175 dollars more'."""

from __future__ import annotations

import msgspec

from crosscheck.claims.passage import At
from crosscheck.claims.relations.derive import Sentence, Stated
from crosscheck.records import Claim, Span, Told

_ADDED = frozenset({"number", "money", "quantity"})
_NOUN = 2
"""How many tokens of the counted noun may stand between a value and what is behind it."""
_TOTAL = 3


def mark_outcomes(sentence: Sentence) -> dict[Span, Claim]:
    """Return, by mention, the claims of the values that the sentence calls an outcome, with what they are called."""
    marked: dict[Span, Claim] = {}
    for value in sentence.stated:
        claim = value.claim
        told = _outcome(value, sentence) if value.kind in _ADDED and claim.context is not None else None
        if told is not None and claim.context is not None:
            context = msgspec.structs.replace(claim.context, told=told)
            marked[value.mention.span] = msgspec.structs.replace(claim, context=context)
    return marked


def _outcome(value: Stated, sentence: Sentence) -> Told | None:
    """Return what the words before or behind *value* call it; more or less is one only where words equate it."""
    phrases, words = sentence.phrases, sentence.words
    if value.kind == "number" and _is_rest(value, sentence):
        return "rest"
    if sentence.is_marked(phrases.margins, value):
        return "difference"
    equated = sentence.is_marked(phrases.sums, value) or sentence.is_marked(phrases.equals, value)
    if equated and any(phrases.more.at(words, i) or phrases.less.at(words, i) for i in _behind(value)):
        return "difference"
    return "total" if _is_total(value, sentence) else None


def _behind(value: Stated) -> range:
    return range(value.at.end, value.at.end + _NOUN)


def _is_rest(value: Stated, sentence: Sentence) -> bool:
    """Return whether the words call *value* what is left; 'leaving two dead' and 'two left the house' do not."""
    phrases, words = sentence.phrases, sentence.words
    if sentence.is_marked(phrases.others, value):
        return True
    if sentence.is_marked(phrases.rests, value):
        return bool(value.mention.unit) or _ends(value.at.end, sentence) or phrases.open.at(words, value.at.end)
    ends = [end for i in _behind(value) if (end := phrases.left.end_at(words, i)) is not None]
    return any(_ends(end, sentence) and not sentence.passage.crossed(value.at, At(end - 1, end)) for end in ends)


def _ends(token: int, sentence: Sentence) -> bool:
    return token >= len(sentence.words) or not sentence.words[token][0].isalnum()


def _is_total(value: Stated, sentence: Sentence) -> bool:
    passage = sentence.passage
    return any(at.gap(value.at) <= _TOTAL and not passage.crossed(at, value.at) for at in passage.parts("total"))

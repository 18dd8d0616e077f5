"""Shares told by two counts, '4,350 of 17,400 houses', or by a fraction, 'one in six': as claims in per cent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import msgspec

from crosscheck.claims.attributes.fitting import SHARE_RULES
from crosscheck.claims.relations.derive import HUNDRED, PERCENT, Derived, Sentence, Stated
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import At, Passage
from crosscheck.claims.sentences.tokens import words_of
from crosscheck.domains import EVENT
from crosscheck.records import MEMBERS, Amount, Claim, Span
from crosscheck.values.interval import Interval

_LEAST_PART = 2
_LEAST_WHOLE = 10
"""Of fewer, a share says no more than the counts: 'two of the five'."""
_NOUN = 2
"""How many words the counted noun between a part and 'out of' may have."""
_CLAUSE = 14
"""How many words may lie between a whole that comes first and its part."""
_BESIDE, _EQUATED = 5, 14
"""How many words may lie between the counts and the share that restates them, and before words that equate both."""
_OF = 3
"""Behind how many words at most the noun stands that a share is one of: 'of all the boats'."""
_HEAD = 5
"""The last token at which a share still begins its sentence."""
_ADDED = frozenset({"number", "money", "quantity"})
_TENS, _HUNDREDS, _THOUSAND = 10, 100, 1000
_APPOSES = frozenset(",(–—-:")
"""Marks behind which a share may say what the counts before it make."""
_TENTH, _FIVE_POINTS = Fraction(1, 10), Fraction(5)
_BETWEEN_ZERO_AND_HUNDRED = Interval.of(0, 100)


def find_shares(sentence: Sentence, lexicon: Lexicon) -> Iterator[Derived]:
    """Yield the share that each pair of a part and its whole makes, as the concept that a formula says it is."""
    for part, whole in find_portions(sentence):
        concept = lexicon.portions.get(part.claim.attribute, {}).get(whole.claim.attribute, "")
        follows = part.at.first < whole.at.first
        if follows and not (concept or part.claim.concept) and _is_of_one_share(whole.claim.attribute, lexicon):
            continue  # some of the voters: not those who voted
        restates = _restated(part, whole, sentence)
        counted = (_as_counted(part), _as_counted(whole)) if _is_exact(restates) else (part, whole)
        of_whole = next((p for v in (whole, part) if (p := v.claim.scope.part) not in {"", MEMBERS}), "")
        yield Derived(
            relation="share",
            operands=counted,
            compute=_share,
            unit=PERCENT,
            bearer=part,
            scope=msgspec.structs.replace(part.claim.scope, part=of_whole),
            restates=restates,
            concept=concept,
        )


def _is_exact(restates: Stated | Span | None) -> bool:
    """Return whether a share that is told again is told to the last per cent: none in tens."""
    return isinstance(restates, Stated) and restates.amount.stated is not None and restates.amount.stated % _TENS != 0


def _as_counted(value: Stated) -> Stated:
    """Return a count of whole hundreds below a thousand as the exact one that it is to who works out its share.

    '300 of the 400 beds, 82 per cent' rounds neither; '3,000 of the 4,000' may.
    """
    amount = value.amount
    if amount.precision != _HUNDREDS or amount.hedge or amount.stated is None or amount.stated >= _THOUSAND:
        return value
    return msgspec.structs.replace(value, amount=msgspec.structs.replace(amount, precision=Fraction(1)))


def find_all(sentence: Sentence) -> Iterator[Derived]:
    """Yield the share of all that a sentence tells something of: 'all 42 lots were sold' is every one of the 42."""
    words, every = sentence.words, sentence.phrases.all
    if every.isdisjoint(words):
        return
    for value in sentence.stated:
        stated, first = value.amount.stated, value.at.first
        if value.kind != "number" or not value.mention.unit or stated is None or stated < _LEAST_WHOLE or not first:
            continue
        told = words[first - 1] in every and sentence.phrases.altogether.before(words, first) is None
        if told and value.interval.is_point:
            scope = msgspec.structs.replace(value.claim.scope, part="")
            yield Derived("share", (value, value), _share, PERCENT, value, scope)


def _is_of_one_share(whole: str, lexicon: Lexicon) -> bool:
    """Return whether the event has a share that is one of the concept *whole*, as turnout is of the electorate."""
    shares = {wholes[whole] for wholes in lexicon.portions.values() if whole in wholes}
    return any(EVENT in lexicon.concepts[share].subject for share in shares)


def _share(part: Interval, whole: Interval) -> Interval:
    return (part / whole * HUNDRED).meet(_BETWEEN_ZERO_AND_HUNDRED)


def find_portions(sentence: Sentence) -> Iterator[tuple[Stated, Stated]]:
    """Yield each part of *sentence* with the whole that it is one of."""
    phrases = sentence.phrases
    if not (sentence.has_any(phrases.of, phrases.out_of, phrases.wholes) or "member" in sentence.passage.words):
        return
    joined = False  # a value that is told with the one before it leads to none behind it
    for first, then in pairwise(sentence.stated):
        if _is_part(first, then):
            joined = _follows(first, then, sentence)
            if joined:
                yield first, then
        elif _is_part(then, first):
            if not joined and _precedes(first, then, sentence):
                yield then, first
            joined = _are_members(then, first, sentence)
            if joined:
                yield then, first
        else:
            joined = False


def _follows(part: Stated, whole: Stated, sentence: Sentence) -> bool:
    """Return whether the words say '4 of the 12' or '4 houses out of 12'."""
    return part.at.end in sentence.marks(sentence.phrases.of, whole) or any(
        _is_noun(part.at.end, joint, sentence) for joint in sentence.marks(sentence.phrases.out_of, whole)
    )


def _are_members(part: Stated, whole: Stated, sentence: Sentence) -> bool:
    """Return whether the words say '12 houses, of which 4 burned': nothing but the noun stands behind the whole."""
    words, told = sentence.words, sentence.passage.parts("member")
    led = [at for at in told if at.end == part.at.first and words[at.first - 1] == ","]
    counted = whole.at.end + len(whole.mention.unit.split())
    return any(whole.mention.unit and _is_noun(min(counted, at.first - 1), at.first - 1, sentence) for at in led)


def _is_noun(first: int, end: int, sentence: Sentence) -> bool:
    """Return whether the tokens are the few words of a counted noun, or none."""
    return 0 <= end - first <= _NOUN and all(sentence.terms.of(word) for word in sentence.words[first:end])


def _precedes(whole: Stated, part: Stated, sentence: Sentence) -> bool:
    """Return whether the words say 'of the 12 houses, 4 burned', at the head of a clause."""
    passage, phrases = sentence.passage, sentence.phrases
    if not any(_begins_clause(first, passage) for first in sentence.marks(phrases.wholes, whole)):
        return False
    marked = any(table.before(sentence.words, part.at.first) is not None for table in (phrases.ends, phrases.by))
    return part.at.first - whole.at.end <= _CLAUSE and passage.crossed(whole.at, part.at) <= 1 and not marked


def _begins_clause(first: int, passage: Passage) -> bool:
    if first == 0 or passage.segments[first - 1] != passage.segments[first]:
        return True
    previous = passage.tokens.words[first - 1]
    return not previous.isalnum() or passage.ends(first, "coordinator")


def _is_part(part: Stated, whole: Stated) -> bool:
    """Return whether the first value can be some of the second: of one kind and unit, and less."""
    a, b = part.amount.stated, whole.amount.stated
    if part.kind not in _ADDED or part.kind != whole.kind or a is None or b is None:
        return False
    if part.mention.unit != whole.mention.unit and "" not in {part.mention.unit, whole.mention.unit}:
        return False
    (a_over, a_under), (b_over, b_under) = a.as_integer_ratio(), b.as_integer_ratio()  # compared faster than fractions
    return a_over >= _LEAST_PART * a_under and b_over >= _LEAST_WHOLE * b_under and a_over * b_under < b_over * a_under


def _restated(part: Stated, whole: Stated, sentence: Sentence) -> Stated | Span | None:
    """Return the share that the text itself puts beside the counts: 'or 30 per cent', '(30 %)', 'That is 30 %.'."""
    first, end = min(part.at.first, whole.at.first), max(part.at.end, whole.at.end)
    for share in sentence.stated:
        if share.kind == "percent" and share.mention.unit == PERCENT and _is_beside(share.at, first, end, sentence):
            if not _is_of_another(share, whole, sentence):
                return share
        elif share.mention.rule in SHARE_RULES and share.at.first >= end and _is_apposed(share.at, sentence):
            return share if not share.claim.concept else None
    return _summed_up(sentence) if whole is sentence.stated[-1] or part is sentence.stated[-1] else None


def _is_beside(share: At, first: int, end: int, sentence: Sentence) -> bool:
    words, equals = sentence.words, sentence.phrases.equals
    if 0 <= share.first - end <= _BESIDE:
        return equals.within(words, range(end, share.first)) or "(" in words[end : share.first]
    if 0 < share.first - end <= _EQUATED:
        joint = equals.before(words, share.first)
        return joint is not None and words[joint - 1] == "," and _is_next(share, end, sentence)
    if 0 <= first - share.end <= _BESIDE:
        return words[first - 1] == "(" or sentence.phrases.equals.before(words, first) is not None
    return False


def _is_of_another(share: Stated, whole: Stated, sentence: Sentence) -> bool:
    """Return whether a noun behind a share says that it is of no *whole* like this: 'or 12 per cent of all jobs'."""
    of = sentence.phrases.of
    if of not in sentence.standing or not of.at(sentence.words, share.at.end):
        return False
    first = share.at.end + 1
    told = {term for word in sentence.words[first : first + _OF] for term in sentence.terms.of(word)}
    own = {term for word in words_of(whole.mention.unit) for term in sentence.terms.of(word)}
    return bool(told) and bool(own) and own.isdisjoint(told)


def _is_next(share: At, end: int, sentence: Sentence) -> bool:
    """Return whether no other value stands between the token *end* and *share*."""
    return not any(end <= value.at.first < share.first for value in sentence.stated)


def _is_apposed(share: At, sentence: Sentence) -> bool:
    """Return whether marks stand around a share, or it is introduced: ', almost one in six,', 'also jeder sechste.'."""
    words, phrases = sentence.words, sentence.phrases
    each = phrases.each.before(words, share.first)
    firsts = phrases.fillers.fronts(words, share.first if each is None else each)
    led = any(words[first - 1] in _APPOSES or phrases.equals.before(words, first) is not None for first in firsts)
    return led and (share.end >= len(words) or not words[share.end].isalnum())


def _summed_up(sentence: Sentence) -> Span | None:
    """Return the quote of the share that the next sentence begins with: 'That is 30 per cent.'."""
    after = sentence.after
    if after is None or not after.values or not sentence.phrases.sums.at(after.tokens.words, 0):
        return None
    share = after.values[0]
    is_share = share.mention.kind == "percent" and share.mention.unit == PERCENT and share.at.first <= _HEAD
    return share.mention.span if is_share else None


def as_percent(stated: Stated, sentence: Sentence) -> Claim:
    """Return the claim of a fraction of a whole in per cent, as loose as such words are; any other as it is.

    A tenth of itself either way, at most five points: 'one in six' is 15 to 18.3 per cent, 'half' 45 to 55.
    """
    if stated.claim.concept or not _is_fraction_of_whole(stated, sentence):
        return stated.claim
    share = stated.amount.interval * HUNDRED
    about = stated.amount.stated * 100 if stated.amount.stated is not None else None
    return msgspec.structs.replace(
        stated.claim,
        value=Amount(_loosened(share), about, PERCENT, None, stated.amount.hedge),
        mention=msgspec.structs.replace(stated.mention, kind="percent", unit=PERCENT),
    )


def _loosened(share: Interval) -> Interval:
    """Return *share* with more room on each closed side; a bound ('more than half') stays as it is."""
    if share.low is None or share.high is None:
        return share.meet(_BETWEEN_ZERO_AND_HUNDRED)
    room = min(share.low * _TENTH, _FIVE_POINTS)
    return (share + Interval(-room, room)).meet(_BETWEEN_ZERO_AND_HUNDRED)


def _is_fraction_of_whole(stated: Stated, sentence: Sentence) -> bool:
    number, at, words = stated.amount.stated, stated.at, sentence.words
    if stated.kind != "number" or stated.mention.rule not in SHARE_RULES or number is None or not 0 < number < 1:
        return False
    if stated.mention.rule == "ratio" or sentence.phrases.each.before(words, at.first) is not None:
        return True
    return sentence.passage.begins(at.end, "of", "article") or _explains_portion(at, sentence)


def _explains_portion(share: At, sentence: Sentence) -> bool:
    """Return whether a fraction says again what a part and its whole before it make: '12 of 48 jobs, a quarter.'."""
    return _is_apposed(share, sentence) and any(
        max(part.at.end, whole.at.end) <= share.first for part, whole in find_portions(sentence)
    )

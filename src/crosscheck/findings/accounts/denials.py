"""Sentences of two documents that say the same of the same thing, but for a word that the other denies.

'The firm will raise its dividend' and 'the firm will cut its dividend'; 'offers a free trial' and 'does not offer a
free trial'. Words around the one that is denied must be the same, and no value, day or name may tell two things apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain

import msgspec

from crosscheck.findings.accounts.dated import Documents
from crosscheck.records import Amount, Claim, Modality, Period, Scope, Span, Stance, Statement, Wording

_BREAK = 5
"""How many words a segment break counts as."""
_REACH = 9
"""How many words away from the one that is denied the others may stand."""
_BESIDE = 3
"""How many tokens may lie between it and the word that it is said of."""
_MOST = 8
"""How many of the words around it are looked at."""
_LEAST = 3
"""How many of these both sentences must have in common at least."""
_HALF = Fraction(3, 5)
"""And which part of those of the sentence that has fewer."""
_NO_NAMES = 3
"""How many of these are no names, at least."""
_LEAST_DENIED, _NEARLY_ALL = 4, Fraction(3, 4)
"""The same where a sentence only negates what another says: that must be said again nearly word for word."""
_LONGEST = 48
"""Sentences that share a word with more others than these are not told apart by it."""
_DENIAL, _NO = "denial", "no"
"""The scale of words that negate, and their end of it."""
_Values = Mapping[tuple[str, Span], Sequence[Claim]]
"""The claims with a printed value, by document and sentence."""
_SURE = Fraction(75, 100)
"""How sure it is that two such sentences are about one thing."""


class Frame(msgspec.Struct, frozen=True):
    """A word that may be denied: its token, the terms around it, and those right before and behind it ('' if none).

    ``stance`` is None for a word that negates; ``figures`` are the numbers that the sentence prints, with their units.
    """

    statement: Statement
    place: int
    stance: Stance | None
    around: frozenset[str]
    before: str
    behind: str
    figures: frozenset[tuple[Fraction, str]]

    @property
    def scale(self) -> str:
        """Return the scale that it stands on: its own, or that of all words that negate."""
        return self.stance.scale if self.stance is not None else _DENIAL

    @property
    def end(self) -> str:
        """Return the end of its scale where it stands; a word that negates has no other."""
        return str(self.stance.end) if self.stance is not None else _NO

    @property
    def keys(self) -> frozenset[str]:
        """Return the words that it may be said of."""
        if self.stance is None:
            return frozenset({self.behind}) - {""}
        if self.stance.strict:
            return self.around
        if self.stance.attributive:
            return frozenset({self.behind or self.before}) - {""}
        return frozenset({self.before, self.behind}) - {""}


class Denial(msgspec.Struct, frozen=True):
    """Two claims of which one denies the other; ``shared`` is where the words of the left one's sentence stand that are
    in both, in text order.
    """

    left: Claim
    right: Claim
    shared: tuple[Span, ...]


def find_denials(
    statements: Sequence[Statement], claims: Iterable[Claim], stories: Mapping[str, int], documents: Documents
) -> Iterator[Denial]:
    """Yield the pairs of sentences of two documents of a story that deny each other, each sentence once."""
    told: dict[int | None, list[Statement]] = {}
    for statement in statements:
        told.setdefault(stories.get(statement.document), []).append(statement)
    shared = [several for several in told.values() if len({statement.document for statement in several}) > 1]
    values = _values_by_sentence(chain.from_iterable(shared), claims)
    for several in shared:
        frames = [frame for statement in several for frame in _frames(statement, values)]
        stances = [frame for frame in frames if frame.stance is not None]
        taken: set[tuple[str, Span]] = set()
        for left, right in (*_contraries(stances), *_negations(frames)):
            sides = {(f.statement.document, f.statement.sentence) for f in (left, right)}
            if not taken.isdisjoint(sides) or not _are_of_one_day(left.statement, right.statement, documents):
                continue
            if _are_of_one_thing(left.statement, right.statement, values):
                taken |= sides
                yield _denial(left, right)


def claims_of(found: Iterable[Denial]) -> Iterator[Claim]:
    """Yield the claims of both sides of each denial."""
    for denial in found:
        yield denial.left
        yield denial.right


def _frames(statement: Statement, values: _Values) -> Iterator[Frame]:
    """Yield the words of a sentence that may be denied: no stance of a clause that negates, none of a scale of which
    the sentence has both ends.
    """
    ends: dict[str, set[int]] = {}
    for stance in statement.stances:
        ends.setdefault(stance.scale, set()).add(stance.end)
    negated = {statement.segments[place] for place in statement.denials}
    printed = (claim.value for claim in values.get((statement.document, statement.sentence), ()))
    figures = frozenset((v.stated, v.unit) for v in printed if isinstance(v, Amount) and v.stated is not None)
    for stance in statement.stances:
        if len(ends[stance.scale]) == 1 and statement.segments[stance.place] not in negated:
            yield _frame(statement, stance.place, stance, figures)
    for place in statement.denials:
        yield _frame(statement, place, None, figures)


def _frame(statement: Statement, place: int, stance: Stance | None, figures: frozenset[tuple[Fraction, str]]) -> Frame:
    segments, terms = statement.segments, statement.terms
    here = place + _BREAK * segments[place]
    near = sorted(
        (distance, i, term)
        for i in range(max(place - _REACH, 0), min(place + _REACH + 1, len(terms)))
        if i != place and (distance := abs(i + _BREAK * segments[i] - here)) <= _REACH
        for term in terms[i]
    )
    inside = [(i, term) for _, i, term in near if segments[i] == segments[place]]
    before = [term for i, term in sorted(inside, reverse=True) if 0 < place - i <= _BESIDE]
    behind = [term for i, term in sorted(inside) if 0 < i - place <= _BESIDE]
    around = frozenset(term for _, _, term in near[:_MOST])
    return Frame(statement, place, stance, around, before[0] if before else "", behind[0] if behind else "", figures)


def _contraries(frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Yield frames of two documents at two ends of a scale that are said of one word, no document saying both of it."""
    told: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        for key in frame.keys:
            told.setdefault((frame.scale, key), []).append(frame)
    for group in told.values():
        if len(group) > _LONGEST:
            continue
        ends: dict[str, set[str]] = {}
        for frame in group:
            ends.setdefault(frame.statement.document, set()).add(frame.end)
        clear = [frame for frame in group if len(ends[frame.statement.document]) == 1]
        for i, left in enumerate(clear):
            for right in clear[i + 1 :]:
                if left.end != right.end and _are_said_of_one(left, right) and _are_alike(left, right):
                    yield left, right


def _are_said_of_one(left: Frame, right: Frame) -> bool:
    """Return whether two words are said of one: where both have an object, it is the same, or the other's subject."""
    if left.stance is not None and left.stance.strict:
        return True
    if not (left.behind and right.behind) or left.behind == right.behind:
        return True
    is_verb = left.stance is not None and not left.stance.attributive
    return is_verb and (left.behind == right.before or left.before == right.behind)


def _are_alike(left: Frame, right: Frame) -> bool:
    """Return whether two words stand among the same words, those of a strict scale among all that the other does."""
    is_strict = left.stance is not None and left.stance.strict
    if is_strict and not (left.around <= right.around or right.around <= left.around):
        return False
    told = int(not left.figures.isdisjoint(right.figures))  # one more thing that both say
    return _share(left, right.around, _LEAST - told, _HALF * min(len(left.around), len(right.around)), told)


def _share(frame: Frame, terms: frozenset[str], least: int, part: Fraction, told: int = 0) -> bool:
    """Return whether *terms* hold so many of those around a word, enough of them, and of what is *told*, of no name."""
    shared = frame.around & terms
    return len(shared) >= least and len(shared) >= part and len(shared - frame.statement.names) >= _NO_NAMES - told


def _negations(frames: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Yield each negation with a sentence of another document that says nearly word for word what it negates."""
    affirmed: dict[str, list[tuple[Frame, frozenset[str]]]] = {}
    for frame in frames:
        plain = [stance for stance in frame.statement.stances if not stance.strict]  # 'cleared' is 'not guilty'
        if plain and frame.stance is plain[0] and not frame.statement.denials and not _denies(frame.statement):
            terms = frozenset(chain.from_iterable(frame.statement.terms))
            for term in terms:
                affirmed.setdefault(term, []).append((frame, terms))
    for negation in (frame for frame in frames if frame.stance is None and frame.behind):
        if _denies(negation.statement):
            continue
        for frame, terms in affirmed.get(negation.behind, ())[:_LONGEST]:
            if frame.statement.document == negation.statement.document:
                continue
            if _share(negation, terms, _LEAST_DENIED, _NEARLY_ALL * len(negation.around)):
                yield negation, _at(frame, negation.behind)


def _denies(statement: Statement) -> bool:
    """Return whether a word of the sentence says by itself that something is not so: 'refused to', 'lacks'."""
    return any(stance.denying for stance in statement.stances)


def _at(frame: Frame, term: str) -> Frame:
    """Return the frame of the word of the same sentence that is *term*."""
    place = next(place for place, other in frame.statement.placed if other == term)
    word = frame.stance and msgspec.structs.replace(frame.stance, place=place, length=1)
    return msgspec.structs.replace(frame, place=place, stance=word)


def _values_by_sentence(statements: Iterable[Statement], claims: Iterable[Claim]) -> _Values:
    places = {(statement.document, statement.sentence) for statement in statements}
    values: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        if claim.is_printed and (claim.document, claim.sentence) in places:
            values.setdefault((claim.document, claim.sentence), []).append(claim)
    return values


def _are_of_one_day(a: Statement, b: Statement, documents: Documents) -> bool:
    """Return whether two sentences stand in two documents, not of different days."""
    return a.document != b.document and len({documents[each.document].published for each in (a, b)} - {None}) <= 1


def _are_of_one_thing(a: Statement, b: Statement, values: _Values) -> bool:
    """Return whether nothing tells the sentences apart: another time, name, speaker or value, a forecast."""
    if a.ahead != b.ahead or a.periods != b.periods or (a.speaker and b.speaker and a.speaker != b.speaker):
        return False
    if a.names and b.names and a.names.isdisjoint(b.names):
        return False
    x, y = values.get((a.document, a.sentence), ()), values.get((b.document, b.sentence), ())
    return _may_agree(x, y, Period) and _may_agree(x, y, Amount)


def _may_agree(left: Iterable[Claim], right: Iterable[Claim], kind: type[Amount] | type[Period]) -> bool:
    """Return whether values of a kind in both sentences, if there are any, have one in common."""
    x, y = ([claim.value for claim in claims if isinstance(claim.value, kind)] for claims in (left, right))
    return not (x and y) or any(_meet(a, b) for a in x for b in y)


def _meet(a: Amount | Period, b: Amount | Period) -> bool:
    if isinstance(a, Period) and isinstance(b, Period):
        return a.meets(b)
    if isinstance(a, Amount) and isinstance(b, Amount):
        return a.unit == b.unit and not a.charitable.meet(b.charitable).is_empty
    return False


def _denial(left: Frame, right: Frame) -> Denial:
    terms, statement = left.around & right.around, left.statement
    places = {term: place for place, term in reversed([*statement.placed]) if term in terms}
    shared = sorted(Span(statement.starts[place], statement.ends[place]) for place in set(places.values()))
    return Denial(_claim(left), _claim(right), tuple(shared))


def _claim(frame: Frame) -> Claim:
    """Return what the sentence claims: that the word is so said."""
    statement, place = frame.statement, frame.place
    last = place + (_words_behind(frame) if frame.stance is None else frame.stance.length - 1)
    quote = Span(statement.starts[place], statement.ends[last])
    modality: Modality = "predicted" if statement.ahead else "asserted"
    return Claim(
        id=f"{statement.document}#said{quote.start}",
        document=statement.document,
        attribute=frame.scale,
        value=Wording(frame.end, frame.end),
        scope=Scope(),
        modality=modality,
        speaker=statement.speaker,
        sentence=statement.sentence,
        quote=quote,
        why_attribute="word with a contrary",
        confidence=_SURE,
    )


def _words_behind(frame: Frame) -> int:
    """Return how many tokens behind a negation the word stands that it negates."""
    terms = frame.statement.terms
    return next(n for n in range(1, _BESIDE + 1) if frame.behind in terms[frame.place + n])

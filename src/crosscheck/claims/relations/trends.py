"""How a sentence characterises the change whose ends it gives: 'fell from 14 to 12', 'hat sich verdoppelt'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from crosscheck.claims.confidence import claim_confidence
from crosscheck.claims.relations.changes import are_alike, levels
from crosscheck.claims.relations.derive import Sentence, Stated
from crosscheck.claims.relations.trend_words import DIRECTIONS, direction_of, find_trend_words
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.passage import At
from crosscheck.claims.subjects.find import Scene
from crosscheck.records import STEADY, TREND, Claim, Reckoning, Scope, Wording

_FROM_TO = 10
"""How many tokens may lie between the two values."""
_REACH = 8
"""How many tokens may lie between the values and the word."""
_LEAD = 4
"""How many tokens the mark stands at most before the first value that a clause of its own begins with: ', from 12 to
24', ', rising from 12', ': Sie sank von 24'."""
_ALL = 100
_LIKE_SIZE = 20
"""How many times the one value may be the other: more, and a scale word is of both ('from 3 to 2.5 million')."""


def find_trends(sentence: Sentence, scene: Scene) -> Iterator[Claim]:
    """Yield the claim that a word characterises the sentence's one change; none where words disagree.

    Nor how far rates have changed: of small ones a tenth of a point is much, in per cent of the rate.
    """
    pairs = tuple(_pairs(sentence))
    if len(pairs) != 1:
        return
    before, after = pairs[0]
    words = tuple(_words(before, after, sentence))
    if len(_signs(words, scene)) != 1 or (words[0][0] == STEADY and before.kind == "percent"):
        return
    step, at = next((word for word in words if word[0] not in DIRECTIONS), words[0])
    step, passage = direction_of(step) if before.kind == "percent" else step, sentence.passage
    why = "cue in the clause"
    yield Claim(
        attribute=TREND,
        value=Wording(step, passage.spelled(at)),
        scope=Scope(),
        modality=find_modality(at, at, passage, scene),
        sentence=passage.span,
        quote=passage.text_span(at),
        reckoned=Reckoning("change", (before.amount, after.amount)),
        why_attribute=why,
        confidence=claim_confidence(why, ""),
    )


def _signs(words: Sequence[tuple[str, At]], scene: Scene) -> frozenset[int]:
    """Return 1 where *words* tell of a rise, -1 where they do of a fall, 0 where of neither or both."""
    limits = scene.lexicon.concepts[TREND].limits[TREND] if words else {}
    told = (limits[step] for step, _ in words)
    return frozenset(1 if low >= _ALL else -1 if high <= _ALL else 0 for low, high in told)


def _pairs(sentence: Sentence) -> Iterator[tuple[Stated, Stated]]:
    """Yield the values before and after each change that the sentence gives the ends of: 'from 14 to 12'."""
    phrases = sentence.phrases
    if not sentence.marks_any(phrases.starts, phrases.earlier):
        return
    for first, second in pairwise(levels(sentence)):
        if first.at.gap(second.at) > _FROM_TO or sentence.passage.crossed(first.at, second.at) > 1:
            continue
        for before, after in ((first, second), (second, first)):
            led = sentence.is_marked(phrases.starts, before) and sentence.is_marked(phrases.ends, after)
            told = led or (before is second and sentence.is_marked(phrases.earlier, before))
            if told and are_alike(first, second) and _is_of_like_size(first, second):
                yield before, after


def _is_of_like_size(a: Stated, b: Stated) -> bool:
    x, y = Fraction(a.amount.stated or 0), Fraction(b.amount.stated or 0)
    return 0 < x <= _LIKE_SIZE * y and 0 < y <= _LIKE_SIZE * x


def _words(before: Stated, after: Stated, sentence: Sentence) -> Iterator[tuple[str, At]]:
    """Yield the words of the scale in the clauses of the two values and near them: 'doubled, from 12 to 24', too."""
    passage = sentence.passage
    whole = before.at | after.at
    segments = {passage.segments[before.at.first], passage.segments[after.at.first]}
    opening = passage.segments.index(passage.segments[before.at.first])
    is_apposed = not passage.tokens.words[opening].isalnum()  # another clause is of something else: 'while sales rose'
    if opening and is_apposed and before.at.first == whole.first and before.at.first - opening <= _LEAD:
        segments.add(passage.segments[opening - 1])
    for step, at in find_trend_words(passage):
        if at.gap(whole) <= _REACH and passage.segments[at.first] in segments:
            yield step, at

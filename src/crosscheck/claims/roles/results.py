"""Results in figures that tell what words may tell: '9-2' is no unanimous vote, '6-4, 3-6, 7-5' no straight sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from crosscheck.claims.relations.phrases import RelationPhrases, relation_phrases
from crosscheck.claims.roles.filled import Filled, find_occasion
from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, Passage, ValueAt
from crosscheck.claims.subjects.find import Scene, Subject
from crosscheck.records import Wording

_MOST = 1000
"""Of more votes than these no report tells each."""
_JOINT = 3
"""How many tokens may stand between the two sides of a result: '9 votes to 2', '9 - 2'."""
_APART = 2
"""And between two sets: a comma, and a bracket."""
_LONG_SET = 11
_RANGE = "range"
_SETS = frozenset({6, 7})
_DEUCE = 2

Score = tuple[At, int, int]
Read = Callable[[Passage, RelationPhrases], tuple[At, str] | None]


def find_results(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield for each concept that a kind of result tells the step that the sentence's result is of.

    A word of ``of`` must stand in the sentence: 'council', 'voted'.
    """
    if not passage.values:
        return
    for name in passage.wholes:
        concept = scene.lexicon.concepts[name]
        if concept.told_by not in READERS or passage.vetoes.get(name):
            continue
        found = READERS[concept.told_by](passage, relation_phrases(scene.lexicon.language.code))
        if found is None or found[1] not in {*concept.steps, *concept.outright}:
            continue
        at, step = found
        hit = next(hit for hit in passage.hits["of"] if hit.cue.concept == name)
        is_match = concept.told_by == "sets"
        subject = find_opponent(at, passage) if is_match else find_occasion(hit, concept, passage, scene)
        if subject is not None:
            yield Filled(name, Wording(step, passage.spelled(at)), subject, at, at)


def find_opponent(at: At, passage: Passage) -> Subject | None:
    """Return the last person named in the clause of *at*, whom most reports name behind the winner; None without one.

    One has several matches in a tournament, against a different opponent each.
    """
    named = [n for n in passage.names if n.kind == PERSON and not passage.crossed(n.at, at)]
    return Subject(named[-1].name, PERSON, "name before the value") if named else None


def _scores(passage: Passage, phrases: RelationPhrases) -> list[Score]:
    """Return the pairs of whole numbers that the words join to a result: '9-2', '9 votes to 2', '9 zu 2'."""
    counts = [(v, int(v.mention.low)) for v in passage.values if _is_count(v) and v.mention.low is not None]
    scores: list[Score] = []
    for (a, first), (b, second) in pairwise(counts):
        if b.at.first - a.at.end > _JOINT or (scores and scores[-1][0].end > a.at.first):
            continue
        ends = (phrases.joined.end_at(passage.tokens.words, i) for i in range(a.at.end, b.at.first))
        if b.at.first in ends:
            scores.append((At(a.at.first, b.at.end), first, second))
    return scores


def _ranges(passage: Passage) -> Iterator[Score]:
    """Yield the sets that look like a range of numbers: '3-6'."""
    for value in passage.values:
        low, high = value.mention.low, value.mention.high
        if value.mention.rule == _RANGE and low is not None and high is not None and low % 1 == high % 1 == 0:
            yield value.at, int(low), int(high)


def _is_count(value: ValueAt) -> bool:
    mention = value.mention
    low = mention.low
    return mention.kind == "number" and low is not None and low == mention.high and low % 1 == 0 and 0 <= low <= _MOST


def _votes(passage: Passage, phrases: RelationPhrases) -> tuple[At, str] | None:
    """Return where a vote stands and whether some were against it, None where the sentence has no one vote."""
    scores = _scores(passage, phrases)
    if len(scores) == 1:
        at, first, second = scores[0]
        return at, "divided" if first and second else "unanimous"
    words = passage.tokens.words
    for value in passage.values if not scores else ():
        all_told = value.at.first > 0 and words[value.at.first - 1] in phrases.all
        for i in (value.at.end, value.at.end + 1):
            end = phrases.dissents.end_at(words, i)
            if end is not None and _is_count(value) and value.mention.low and not all_told:
                return At(value.at.first, end), "divided"
    return None


def _sets(passage: Passage, phrases: RelationPhrases) -> tuple[At, str] | None:
    """Return where the sets of a match stand and whether one side won them all, None where there are not several."""
    runs: list[list[Score]] = [[]]
    scores = sorted((*_scores(passage, phrases), *_ranges(passage)), key=lambda score: score[0].first)
    for score in (s for s in scores if _is_set(s[1], s[2])):
        if runs[-1] and score[0].first - runs[-1][-1][0].end > _APART:
            runs.append([])
        runs[-1].append(score)
    long = [run for run in runs if len(run) > 1]
    if len(long) != 1:
        return None
    run = long[0]
    return At(run[0][0].first, run[-1][0].end), "straight" if _are_of_one_side(run) else "dropped"


def _are_of_one_side(run: Sequence[Score]) -> bool:
    return len({first > second for _, first, second in run}) == 1


def _is_set(first: int, second: int) -> bool:
    """Return whether two numbers are games of a set of tennis, or points of one that goes to eleven or more."""
    low, high = sorted((first, second))
    if high in _SETS:
        return high == max(_SETS) or high - low >= _DEUCE
    return high >= _LONG_SET and high - low >= _DEUCE


READERS: dict[str, Read] = {"votes": _votes, "sets": _sets}

"""How close the score of a match is: '6-0' and '6:1, 6:2' are one-sided, '7-6 in the last set' is anything but.

A score is of goals where both sides have one digit, of sets where several stand in a row, of points otherwise. Its step
is that of the limits that the pack states for the lead, or for the games of a set that its loser has won. One that took
extra time or penalties is as close as can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, CueAt, Passage
from crosscheck.claims.subjects.find import NO_SUBJECT, Scene
from crosscheck.domains import Concept
from crosscheck.records import RESULT, Context, Span, Wording

_SCORE = re.compile(r"(?<![\w.,:/–-])(\d{1,3}) ?[-–:] ?(\d{1,3})(?![\w:/–]|-\d|[.,]\d)")
_NEXT_SET = 12
"""How many characters stand at most between two sets: a comma, 'and', the points of a tie-break in brackets."""
_BEYOND, _BESIDE = 10, 2
"""How many tokens from its score the words stand that say that a match went beyond its time, in its clause and out."""
_DAY = len("2031-05-20")
_LEAST_OF_POINTS = 10
_LONG_SET = 11
_TENNIS = frozenset({6, 7})
_DEUCE = 2
_SIDES = 2
_PLACED = 3
"""How many tokens behind a preposition a name begins at most that is one of a place: 'in the Premier League'."""
_HAIR, _CLOSE, _FAIR, _WIDE = "hair", "close", "fair", "wide"
"""How close a score may be, the closest first."""


class Score(msgspec.Struct, frozen=True):
    """Two numbers joined to a score, where they stand in the document, and whether in brackets."""

    span: Span
    first: int
    second: int
    is_aside: bool

    @property
    def lead(self) -> int:
        """Return by how much one side is ahead."""
        return abs(self.first - self.second)

    @property
    def least(self) -> int:
        """Return what the side has that has less."""
        return min(self.first, self.second)

    @property
    def most(self) -> int:
        """Return what the side has that has more."""
        return max(self.first, self.second)

    @property
    def is_set(self) -> bool:
        """Return whether these may be the games of a set of tennis, or the points of a longer one."""
        if self.most in _TENNIS:
            return self.most == max(_TENNIS) or self.lead >= _DEUCE
        return self.most >= _LONG_SET and self.lead >= _DEUCE


def find_scores(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield how close the one match is of which the sentence tells who won and how it ended; nothing of several."""
    concept = scene.lexicon.concepts.get(RESULT)
    if concept is None or RESULT not in passage.wholes or passage.vetoes.get(RESULT):
        return
    scores = _read_scores(passage)
    told = [score for score in scores if not score.is_aside] or scores
    if not told:
        return
    at = At(*passage.tokens.inside(Span(told[0].span.start, told[-1].span.end)))
    beyond = next((hit for hit in passage.hits.get("outright", ()) if _is_beyond(hit, at, passage)), None)
    step = _HAIR if beyond is not None else _step(told, passage.text, concept)
    if step:
        words = passage.text[told[0].span.start : told[0 if beyond is not None else -1].span.end]
        if beyond is not None:
            words += f" {passage.spelled(beyond.at)}"
        yield Filled(RESULT, Wording(step, words), NO_SUBJECT, at, at)


def match_context(at: At, passage: Passage, scene: Scene) -> Context:
    """Return the context of words for how a match ended: the names that stand nearest as its sides, and its day."""
    dates = (value.mention.timex for value in passage.values if value.mention.kind == "date")
    days = {timex for timex in dates if len(timex) == _DAY}
    return Context({}, {}, _sides(at, passage, scene), RESULT, day=days.pop() if len(days) == 1 else "")


def _sides(at: At, passage: Passage, scene: Scene) -> dict[str, str]:
    """Return the words of the two nearest names that may be of sides, with these names.

    No person is where two others are named; no name of an event is, and none behind a preposition of place where
    others do.
    """
    placed = {mark.end + gap for mark in passage.parts("place") for gap in range(_PLACED)}
    named = [name for name in passage.names if name.kind not in scene.lexicon.event_names.kinds]
    teams = [name for name in named if name.kind != PERSON]
    may_be = teams if len({name.name for name in teams}) >= _SIDES else named
    nearest = sorted(may_be, key=lambda name: (name.at.first in placed, passage.distance(name.at, at)))
    kept = list(dict.fromkeys(name.name for name in nearest))[:_SIDES]
    return {word: name for name in kept for word in name.lower().split()}


def _read_scores(passage: Passage) -> list[Score]:
    """Return the scores of the sentence; what is read as a time, a range of ages or an amount is none."""
    text, start = passage.text[passage.span.start : passage.span.end], passage.span.start
    other = [value.mention.span for value in passage.values if value.mention.kind != "number"]
    found: list[Score] = []
    for match in _SCORE.finditer(text):
        span = Span(match.start() + start, match.end() + start)
        if not any(value.start < span.end and span.start < value.end for value in other):
            aside = text.count("(", 0, match.start()) > text.count(")", 0, match.start())
            found.append(Score(span, int(match[1]), int(match[2]), aside))
    return found


def _is_beyond(hit: CueAt, score: At, passage: Passage) -> bool:
    """Return whether words say of a score that the match went beyond its time."""
    is_near = hit.cue.concept == RESULT and hit.at.gap(score) <= _BEYOND
    return is_near and (hit.at.gap(score) <= _BESIDE or not passage.crossed(hit.at, score))


def _step(scores: Sequence[Score], text: str, concept: Concept) -> str:
    """Return how close what *scores* tell is, '' where they are not of one match that has a winner."""
    if len(scores) == 1:
        score = scores[0]
        game = "points" if score.most >= _LEAST_OF_POINTS else "goals"
        limits = concept.scales[game]
        return next((step for step, (low, high) in limits.items() if low <= score.lead <= high), "")
    gaps = (text[a.span.end : b.span.start] for a, b in pairwise(scores))
    is_run = all(score.is_set for score in scores) and all(len(gap) <= _NEXT_SET for gap in gaps)
    return _step_of_sets(scores, concept.scales["sets"]) if is_run else ""


def _step_of_sets(sets: Sequence[Score], limits: Mapping[str, tuple[int, int]]) -> str:
    """Return how close a match of several sets is: whether it went to the last one, and what its losers had in each."""
    won = [score.first > score.second for score in sets]
    if won.count(True) == won.count(False):
        return ""
    if len(set(won)) == 1:
        low, high = limits[_WIDE]
        return _WIDE if all(low <= score.least <= high for score in sets) else _FAIR
    if won[:-1].count(True) != won[:-1].count(False):
        return _FAIR
    low, high = limits[_HAIR]
    return _HAIR if low <= sets[-1].least <= high and sets[-1].lead <= _DEUCE else _CLOSE

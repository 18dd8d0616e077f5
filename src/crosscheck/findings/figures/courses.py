"""The course of one quantity, told by two levels in one document and by its change in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, pairwise

import msgspec

from crosscheck.findings.accounts.passages import Figure, Passage, are_of_one_size
from crosscheck.findings.figures.beside import by_time
from crosscheck.findings.figures.levels import relative
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_interval, show_percent, show_value, with_unit
from crosscheck.languages import load_changes
from crosscheck.messages import say
from crosscheck.records import CHANGE, CLOSEST, Finding
from crosscheck.values.interval import Interval

_PERCENT, _POINTS = "percent", "percentage point"
_COUNTED = frozenset({"money", "number", "quantity", "percent"})
_TENTH = Fraction(1, 10)
_LONGEST = 50
"""Of how many documents a word of their courses still tells which may be meant."""
_LIKE_SIZE = 8
"""How many times what it comes to a change may be stated: beyond, it is one of something else."""
_BESIDE = CLOSEST // 3
"""How near a word must be to a value to say what it is of."""


class Course(msgspec.Struct, frozen=True):
    """Two levels of a quantity, the earlier first; what they make in per cent, and in points where they are shares."""

    before: Figure
    after: Figure

    @property
    def change(self) -> Interval:
        """Return by how many per cent it has changed, without the sign."""
        return relative(self.before.interval, self.after.interval, self.sign)

    @property
    def sign(self) -> int:
        """Return 1 for a rise, -1 for a fall."""
        return 1 if self.after.stated >= self.before.stated else -1

    @property
    def points(self) -> Interval | None:
        """Return by how many percentage points a share has changed, None for anything else."""
        if self.after.amount.unit != _PERCENT:
            return None
        low, high = (self.before, self.after) if self.sign > 0 else (self.after, self.before)
        return high.interval - low.interval

    def made_in(self, unit: str) -> Interval | None:
        """Return by how much it has changed in *unit*; None in percentage points where it is no share."""
        return self.points if unit == _POINTS else self.change


class Change(msgspec.Struct, frozen=True):
    """A change as it is told, in per cent or in percentage points, and what it may be."""

    figure: Figure
    told: Interval
    meant: Interval
    unit: str


class Stray(msgspec.Struct, frozen=True):
    """A change that is not that of the course it is told of."""

    change: Change
    course: Course


def find_courses(passages: Sequence[Passage]) -> Iterator[Course]:
    """Yield the levels of two times that stand side by side, no third like them between: in a sentence, or in two."""
    figures = [figure for passage in passages for figure in passage.figures if figure.is_level]
    starts = {figure.claim.sentence.start for figure in figures}
    order = {start: number for number, start in enumerate(sorted(starts))}
    for a, b in pairwise(figures):
        apart = order[b.claim.sentence.start] - order[a.claim.sentence.start]
        if apart <= 1 and {a.mention.kind, b.mention.kind} <= _COUNTED and (pair := by_time(a, b)) is not None:
            yield Course(*pair)


def find_strays(case: Case) -> Iterator[Stray]:
    """Yield each change with the one course of another document that it must be of and is not.

    Nothing where some course of either document has that change, or where several may be meant.
    """
    courses = {key: tuple(find_courses(passages)) for key, passages in case.passages.items()}
    held = _by_words(courses)
    for key, passages in case.passages.items():
        changes = [c for passage in passages for f in passage.figures if (c := _change(f)) is not None] if held else []
        for change in changes:
            if change.figure.claim.id in case.disputed:
                continue
            others = dict.fromkeys(other for word in sorted(_words(change.figure)) for other in held.get(word, ()))
            near = [courses[other] for other in others if other != key and (key, other) in case.together]
            strays = (_stray(change, changes, own, courses[key]) for own in near)
            yield from islice(filter(None, strays), 1)


def _by_words(courses: Mapping[str, Sequence[Course]]) -> dict[str, list[str]]:
    """Return the documents with courses by the words that say what these are of, none of very many documents."""
    held: dict[str, dict[str, None]] = {}
    for key, own in courses.items():
        for level in (level for course in own for level in (course.before, course.after)):
            for word in _said_of(level):
                held.setdefault(word, {})[key] = None
    return {word: list(keys) for word, keys in held.items() if len(keys) <= _LONGEST}


def _words(change: Figure) -> frozenset[str]:
    """Return the words around a change that may say of what it is."""
    context = change.claim.context
    idle = load_changes().idle
    return frozenset() if context is None else frozenset(context.near.keys() - context.names.keys() - idle)


def _stray(change: Change, changes: Sequence[Change], told: Sequence[Course], own: Sequence[Course]) -> Stray | None:
    """Return *change* with the one course of those *told* that it speaks of, where that nor any other has it."""
    if any(_fits(change, course) for course in (*told, *own)):
        return None
    of_one = [course for course in told if _are_of_one(change, course) and _is_plausible(change, course)]
    if len(of_one) != 1 or any(_are_of_one(c, of_one[0]) for c in changes if c is not change and c.unit == change.unit):
        return None
    return Stray(change, of_one[0])


def _fits(change: Change, course: Course) -> bool:
    made = course.made_in(change.unit)
    return made is not None and not made.meet(change.meant).is_empty


def _change(figure: Figure) -> Change | None:
    """Return a change in per cent or points with what it may be: a fraction with the room that such words have."""
    interval = figure.amount.interval
    if figure.claim.scope.part != CHANGE or not interval.is_bounded or figure.claim.modality != "asserted":
        return None
    if figure.amount.unit in {_PERCENT, _POINTS}:
        precision = figure.amount.precision or Fraction(1)
        half = (max(precision, Fraction(1)) if figure.amount.unit == _PERCENT else precision) / 2
        return Change(figure, interval, interval + Interval(-half, half), figure.amount.unit)
    if figure.mention.rule != "fraction" or not 0 < figure.stated < 1:
        return None
    share = interval.scaled(Fraction(100))
    room = (share.high or Fraction(0)) * _TENTH
    return Change(figure, share, share + Interval(-room, room), _PERCENT)


def _are_of_one(change: Change, course: Course) -> bool:
    """Return whether a word beside one of two levels, and of no name, stands in the sentence of a change."""
    told, terms = change.figure.claim.context, load_changes()
    if told is None or (terms.fall if course.sign > 0 else terms.rise) in told.near:
        return False
    if change.unit == _POINTS and course.points is None:
        return False
    if any(_is_of_others(change.figure, level) for level in (course.before, course.after)):
        return False
    words = _words(change.figure)
    return any(not words.isdisjoint(_said_of(level)) for level in (course.before, course.after))


def _is_of_others(change: Figure, level: Figure) -> bool:
    """Return whether a change and a level are of two bearers, or their sentences name different things."""
    a, b = change.claim, level.claim
    if a.subject and b.subject:
        return a.subject != b.subject
    return change.names_others(level)


def _said_of(level: Figure) -> frozenset[str]:
    """Return the terms that say what a level is of: its counted noun with what belongs to that, else what is beside."""
    context = level.claim.context
    if context is None:
        return frozenset()
    if level.mention.kind != "number":
        return frozenset(t for t, near in context.near.items() if near >= _BESIDE and t not in context.names)
    noun = level.mention.unit.lower().split()
    return frozenset(t for t in context.near if t == context.counted or context.spelled.get(t, t) in noun)


def _is_plausible(change: Change, course: Course) -> bool:
    made, points = course.made_in(change.unit), course.points
    if points is not None and not points.meet(change.figure.interval).is_empty:
        return True
    return made is not None and are_of_one_size(change.meant.middle, made.middle, _LIKE_SIZE)


def prove_stray(case: Case, stray: Stray, code: str) -> Finding:
    """Return the finding of *code* that a change is not that of the levels told elsewhere.

    It is of kind unit where what is said in per cent is the change in percentage points.
    """
    change, course = stray.change, stray.course
    points, made = course.points, course.made_in(change.unit)
    is_slip = change.unit == _PERCENT and points is not None and not points.meet(change.figure.interval).is_empty
    shown = say(
        "{before} to {after}: {change}",
        before=show_value(course.before.amount),
        after=show_value(course.after.amount),
        change=with_unit(show_interval(made if made is not None else course.change), change.unit),
    )
    calculation = [shown]
    if points is not None and change.unit == _PERCENT:
        calculation.append(say("in percentage points: {change}", change=show_interval(points)))
    return prove(
        case,
        (change.figure.claim, course.before.claim, course.after.claim),
        (),
        code=code,
        kind="unit" if is_slip else "arithmetic",
        severity="warning",
        message=say(
            "{heading}: {calculation}, not {stated}",
            heading=case.label(course.after.claim.attribute),
            calculation=shown,
            stated=show_value(change.figure.amount) if change.figure.amount.unit else show_percent(change.told),
        ),
        calculation=calculation,
    )

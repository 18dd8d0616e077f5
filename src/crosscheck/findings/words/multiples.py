"""Words for how far a quantity has changed, against the two levels of it that another report gives.

'Hartwig hat seinen Gewinn mehr als verdoppelt' and '18.4 million, after 11.2 million the year before'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.accounts.passages import Passage
from crosscheck.findings.figures.courses import Course, find_courses
from crosscheck.findings.figures.quantities import Quantity, are_together, names_in, quantities, quantity_of_words
from crosscheck.findings.rule import Case
from crosscheck.findings.words.extents import are_of_all, are_of_one_time, limits_of_words
from crosscheck.records import TREND, Claim
from crosscheck.values.interval import Interval

_HUNDRED = Interval.point(100)
_ENDS = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST = 50
"""Of how many courses of a quantity one may still be meant."""


class Misnamed(msgspec.Struct, frozen=True):
    """Words for how far something changed, and the course of another document that is none such."""

    claim: Claim
    course: Course

    @property
    def ratio(self) -> Interval:
        """Return what the value after is to the one before, in per cent of it."""
        return self.course.after.interval / self.course.before.interval * _HUNDRED


def find_misnamed(case: Case) -> Iterator[Misnamed]:
    """Yield the words for how far something changed with the one course of it in another report that they do not fit.

    Nothing where some course of the quantity fits or its own report tells one, or where either counts from another time
    than the year before.
    """
    said = [(claim, limits) for claim in case.claims if (limits := limits_of_words(case, claim)) is not None]
    if not said:
        return
    concept = case.concepts[TREND]
    courses = _by_term({key: tuple(_courses(passages)) for key, passages in case.passages.items()}, quantities(concept))
    for claim, limits in said:
        quantity = quantity_of_words(case, claim, concept)
        meant = courses.get(quantity.term, ()) if quantity is not None else ()
        if quantity is None or len(meant) > _MOST or _counts_from_elsewhere(case, claim):
            continue
        told = [Misnamed(claim, course) for course in meant if _may_be_of(case, claim, quantity, course)]
        if any(each.course.after.claim.document == claim.document for each in told):
            continue
        wrong = [each for each in told if each.ratio.meet(limits).is_empty and _is_of_that(case, each)]
        if wrong and len(wrong) == len(told) and len({each.course.after.stated for each in wrong}) == 1:
            yield wrong[0]


def _courses(passages: Sequence[Passage]) -> Iterator[Course]:
    """Yield the levels of two times that stand side by side, and those that a sentence tells from one to the other."""
    yield from find_courses(passages)
    for passage in passages:
        for claim in passage.reckoned:
            if claim.reckoned is None or claim.reckoned.relation != "change" or len(claim.reckoned.operands) != _ENDS:
                continue
            ends = [f for amount in claim.reckoned.operands for f in passage.figures if f.amount == amount]
            if len(ends) == _ENDS and all(figure.stated for figure in ends):
                yield Course(*ends)


def _by_term(courses: Mapping[str, Sequence[Course]], known: frozenset[str]) -> dict[str, list[Course]]:
    """Return the courses by the one quantity among the words of both levels."""
    held: dict[str, list[Course]] = {}
    for course in (course for several in courses.values() for course in several):
        contexts = [level.claim.context for level in (course.before, course.after)]
        terms = {term for context in contexts if context is not None for term in context.near} & known
        if len(terms) == 1:
            held.setdefault(terms.pop(), []).append(course)
    return held


def _may_be_of(case: Case, claim: Claim, quantity: Quantity, course: Course) -> bool:
    """Return whether a word and a course of another report may be of one quantity of one bearer and year."""
    level = course.after.claim
    if not are_news_together(level, claim, case.documents):
        return False
    near = level.context.near.keys() if level.context is not None else frozenset[str]()
    names = frozenset(level.context.names.values()) if level.context is not None else frozenset[str]()
    others = names_in(case, claim)
    is_named = any(name in other or other in name for name in names for other in others)
    told = Quantity.among(quantity.term, set(near), case.concepts[TREND].narrowed)
    if (names and others and not is_named) or not quantity.may_be(told):
        return False
    return is_named or level.document == claim.document or are_together(case, level, claim)


def _is_of_that(case: Case, told: Misnamed) -> bool:
    """Return whether a course is surely what words are of: of all of the quantity, from one year to the next."""
    before, after = told.course.before.claim, told.course.after.claim
    document = case.documents[after.document]
    told_of = {document.slice(claim.sentence) for claim in (before, after)}
    years = {int(year) for sentence in told_of for year in _YEAR.findall(sentence)}
    if after.scope.time == "" and document.published is not None:
        years.add(document.published.year)
    is_of_a_year = not years or max(years) - min(years) <= 1
    return is_of_a_year and are_of_one_time(after, told.claim) and are_of_all(case, told.claim, after)


def _counts_from_elsewhere(case: Case, claim: Claim) -> bool:
    """Return whether the sentence tells a length of time, or a time that is not this year or the one before."""
    published = case.documents[claim.document].published
    return any(
        other.mention is not None
        and (other.mention.kind == "duration" or not _is_recent(other.mention.timex, published))
        for other in case.claims
        if (other.document, other.sentence) == (claim.document, claim.sentence)
    )


def _is_recent(timex: str, published: date | None) -> bool:
    year = timex[:4]
    return not year.isdigit() or (published is not None and published.year - int(year) in {0, 1})

"""CC303 Weekday and date.

What it finds: a day that is printed with a weekday on which it did not fall.

Why it matters: readers plan by the weekday and look up the date; one of the two is wrong.

When it stays silent: when the year is not printed and one that the paragraph names before makes both fit; when the date
has no year at all.

Example: "Wednesday, 14 May 2031", which is a Wednesday, beside "Monday, 13 May 2031", which was a Tuesday.

Near miss: "on Monday" in a report of Tuesday, 13 May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import msgspec

from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_weekday
from crosscheck.languages import load_language
from crosscheck.messages import Quoted, say
from crosscheck.records import Claim, Document, Finding, FindingKind, Period, Span
from crosscheck.values.calendar import exists, period

CODE: Final = "CC303"
NAME: Final = say("weekday and date")
KIND: Final[FindingKind] = "date"

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\d{4}|[./]\d\d\Z")
_LEAST = 5
"""From how many letters on a weekday may begin a compound: 'Mittwochabend'."""


class Printed(msgspec.Struct, frozen=True):
    """A weekday (Monday 1) and the date beside it, as they stand."""

    weekday: int
    weekday_span: Span
    date_span: Span
    day: date


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each date whose weekday is another than the one beside it, once a document."""
    told: set[tuple[str, date]] = set()
    for claim in case.claims:
        document = case.documents[claim.document]
        printed = _read(claim, document)
        if printed is None or (claim.document, printed.day) in told or _fits_another_year(printed, claim, case):
            continue
        told.add((claim.document, printed.day))
        yield _finding(case, claim, printed)


def _read(claim: Claim, document: Document) -> Printed | None:
    """Return the two parts of a date whose weekday does not fit it, None for any other claim."""
    mention = claim.mention
    if mention is None or not mention.rule.startswith("weekday mismatch") or not isinstance(claim.value, Period):
        return None
    named = period(mention.timex, "")  # without its bound: 'by Friday, 1 December'
    words = load_language(document.language).dates
    forms = {form.rstrip("~"): number for number, several in enumerate(words.weekdays, 1) for form in several}
    for word in _WORD.finditer(mention.surface):
        number = _weekday(word[0].lower(), forms)
        if number:
            start, end = (mention.span.start + at for at in word.span())
            rest = _date_part(mention.surface, word.span(), frozenset(words.articles))
            date_span = Span(mention.span.start + rest.start, mention.span.start + rest.end)
            return Printed(number, Span(start, end), date_span, named[0] if named else claim.value.first)
    return None


def _weekday(word: str, forms: dict[str, int]) -> int:
    """Return the number of the weekday that *word* is or, as a compound, begins with; 0 where it is none."""
    compounds = (number for form, number in forms.items() if len(form) >= _LEAST and word.startswith(form))
    return forms.get(word) or next(compounds, 0)


def _date_part(surface: str, weekday: tuple[int, int], articles: frozenset[str]) -> Span:
    """Return the part of *surface* behind the weekday, else before it, without commas and articles at its ends."""
    behind = surface[weekday[1] :]
    if any(char.isdigit() for char in behind) or not any(char.isdigit() for char in surface):
        start = next((w.start() for w in re.finditer(r"\w+", behind) if w[0].lower() not in articles), len(behind))
        return Span(weekday[1] + start, len(surface))
    return Span(0, len(surface[: weekday[0]].rstrip(" ,(")))


def _fits_another_year(printed: Printed, claim: Claim, case: Case) -> bool:
    """Return whether a year that the paragraph names before the date, which has none, makes the weekday right."""
    document, day = case.documents[claim.document], printed.day
    if _YEAR.search(document.slice(printed.date_span)):
        return False
    start = document.text.rfind("\n", 0, printed.weekday_span.start)
    named = (
        other.value.first.year
        for other in case.claims
        if other.document == claim.document
        and isinstance(other.value, Period)
        and start < other.quote.start < printed.weekday_span.start
    )
    years = [year for year in named if exists(year, day.month, day.day)]
    return any(day.replace(year=year).isoweekday() == printed.weekday for year in years)


def _finding(case: Case, claim: Claim, printed: Printed) -> Finding:
    day, true = printed.day, show_weekday(printed.day)
    document = case.documents[claim.document]
    parts = [msgspec.structs.replace(claim, quote=span) for span in (printed.weekday_span, printed.date_span)]
    is_dated = _YEAR.search(document.slice(printed.date_span)) is not None
    read = say(
        "{quoted} means {day}, reckoned from {published}",
        quoted=Quoted(document.slice(printed.date_span)),
        day=day,
        published=document.published or day,
    )
    told = say("{day} is a {weekday}", day=day, weekday=true)
    nearest = _nearest(day, printed.weekday)
    return prove(
        case,
        parts,
        [],
        code=CODE,
        kind=KIND,
        severity="error" if is_dated else "warning",
        message=say(
            "{quoted}: {day} is a {weekday}, not a {other}",
            quoted=Quoted(document.slice(claim.quote)),
            day=day,
            weekday=true,
            other=show_weekday(nearest),
        ),
        calculation=[told] if is_dated else [read, told],
        suggestion=say("{one}, or {other}", one=true, other=nearest),
    )


def _nearest(day: date, weekday: int) -> date:
    """Return the day nearest to *day* that is *weekday*."""
    return day + timedelta(days=(weekday - day.isoweekday() + 3) % 7 - 3)

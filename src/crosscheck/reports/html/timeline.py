"""The days that the documents name, in order: what each says happened, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import msgspec

from crosscheck.records import Claim, Fact, Period
from crosscheck.reports.html.catalogue import Catalogue
from crosscheck.reports.html.folding import fold_rest
from crosscheck.reports.html.markup import Content, Html, element
from crosscheck.reports.html.matrix import link_claim
from crosscheck.reports.html.sheet import Sheet
from crosscheck.reports.html.signs import VERDICT_SIGNS
from crosscheck.reports.wording import name_document


class Moment(msgspec.Struct, frozen=True):
    """The days that claims of one fact allow, both ends included."""

    first: date
    last: date
    fact: Fact
    claims: tuple[Claim, ...]


def set_timeline(sheet: Sheet) -> Html:
    """Return the days in order, each with its facts; those beyond the first rows folded away."""
    days = [(day, tuple(same)) for day, same in groupby(_moments(sheet.catalogue), _days)]
    if not days:
        return element("p", sheet.words.no_dates, class_="none")
    return element(
        "div",
        fold_rest(
            days,
            lambda rows: element("ol", *(_day(*row, sheet) for row in rows), class_="days"),
            lambda number: sheet.words.more_days.format(days=sheet.words.number(number)),
        ),
    )


def _moments(catalogue: Catalogue) -> list[Moment]:
    """Return the facts that are days, in order; a fact whose claims exclude each other once for each of its days.

    What only dates other facts is none.
    """
    beside = {row.fact.id for row in catalogue.arrangement.dating}
    moments = []
    for fact in catalogue.report.facts:
        if fact.id in beside:
            continue
        dated = [(claim, claim.value) for claim in fact.claims if isinstance(claim.value, Period)]
        if isinstance(fact.value, Period) and dated:
            periods = {fact.value: tuple(claim for claim, _ in dated)}
        else:
            periods = {period: tuple(c for c, p in dated if p == period) for _, period in dated}
        moments += [
            Moment(period.first, period.last, fact, claims)
            for period, claims in periods.items()
            if period.starts and period.ends
        ]
    return sorted(moments, key=lambda moment: (*_days(moment), moment.fact.subject, moment.fact.attribute))


def _days(moment: Moment) -> tuple[date, date]:
    return moment.first, moment.last


def _day(days: tuple[date, date], moments: Sequence[Moment], sheet: Sheet) -> Html:
    first, last = days
    end: Content = [" – ", element("time", last.isoformat(), datetime=last.isoformat())] if last != first else None
    return element(
        "li",
        element("div", element("time", first.isoformat(), datetime=first.isoformat()), end, class_="day"),
        element("ul", *(element("li", *_set_moment(moment, sheet), class_=moment.fact.verdict) for moment in moments)),
    )


def _set_moment(moment: Moment, sheet: Sheet) -> Iterator[Content]:
    fact = moment.fact
    name = f"{VERDICT_SIGNS[fact.verdict]} {sheet.words.verdict[fact.verdict]}"
    about = ": ".join(filter(None, (sheet.layout.subject(fact.subject), sheet.layout.label(fact.attribute))))
    anchor = sheet.catalogue.fact_anchors.get(fact.id)
    yield element("a", about, href=f"#{anchor}") if anchor else about
    yield " "
    yield element("span", name, class_="sign")
    for claim in moment.claims:
        yield element("br")
        yield element("small", f"{name_document(sheet.catalogue.documents[claim.document])}: ")
        yield link_claim(claim, (), sheet)
    numbers = dict.fromkeys(n for claim in moment.claims for n in sheet.catalogue.findings.get(claim.id, ()))
    for number in numbers:
        finding = sheet.catalogue.report.findings[number]
        yield " "
        yield element(
            "a",
            f"{sheet.words.severity[finding.severity]} {number + 1}",
            href=f"#{sheet.catalogue.finding_anchors[number]}",
            class_=finding.severity,
        )

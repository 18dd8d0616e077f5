"""The value that would fit: what another document states or a calculation leaves, spelled as the text spells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor
from pathlib import PurePath

import msgspec

from crosscheck.editor.desk import Review
from crosscheck.findings.telling.diagnosis import DIGITS, printed_digits
from crosscheck.languages import load_language
from crosscheck.records import Amount, Claim, Evidence, Finding, Mention, Period, Role, Span
from crosscheck.values.decimals import as_decimal
from crosscheck.values.interval import Interval

_YEAR = re.compile(r"\b\d{4}\b")
_GROUPED_FROM = 10_000
"""Whole numbers from here on are grouped even where the printed one was too short to show how."""


class Fitting(msgspec.Struct, frozen=True):
    """A replacement: of which span of the document's text, by what, and where that comes from."""

    span: Span
    text: str
    origin: str


def find_fittings(finding: Finding, evidence: Evidence, review: Review) -> Iterator[Fitting]:
    """Yield what may stand in place of the value at *evidence*, each text once: what the others state or leave."""
    claim = review.claims.get(evidence.claim)
    document = review.documents.get(evidence.document)
    if claim is None or document is None:
        return
    span = claim.quote if claim.mention is None else claim.mention.span
    offered = {document.slice(span)}
    for text, origin in _spell_candidates(finding, evidence, claim, review):
        if text not in offered:
            offered.add(text)
            yield Fitting(span, text, origin)


def _spell_candidates(finding: Finding, evidence: Evidence, claim: Claim, review: Review) -> Iterator[tuple[str, str]]:
    if finding.implied is not None:
        if finding.implied.claim == claim.id and (text := _spell_implied(finding.implied.interval, claim, review)):
            yield text, finding.implied.calculation
        return
    for other in finding.evidence:
        stated = review.claims.get(other.claim)
        if other is evidence or stated is None or stated.attribute != claim.attribute:
            continue
        if text := _spell_like(stated, claim, review):
            yield text, f"{PurePath(other.document).name}:{other.line}"


def _spell_like(stated: Claim, claim: Claim, review: Review) -> str:
    """Return the value of *stated* as the document of *claim* would spell it; '' where that cannot be known."""
    theirs, ours = stated.value, claim.value
    if isinstance(theirs, Role) and isinstance(ours, Role):
        return theirs.name
    if type(theirs) is not type(ours) or stated.mention is None or claim.mention is None or not claim.is_printed:
        return ""
    same_language = _language_of(stated, review) == _language_of(claim, review)
    if isinstance(theirs, Amount) and isinstance(ours, Amount):
        if theirs.stated is None or not (theirs.unit == ours.unit or _count_alike(stated.mention, claim.mention)):
            return ""
        return (stated.mention.surface if same_language else "") or _respell(theirs.stated, claim, review)
    if isinstance(theirs, Period) and theirs.first == theirs.last:
        return _spell_day(theirs.first, claim, review)
    return ""


def _spell_implied(interval: Interval, claim: Claim, review: Review) -> str:
    """Return the one number, or day, that lies in *interval* or prints so; '' where several do."""
    if isinstance(claim.value, Period):
        is_day = interval.is_point and interval.low is not None and interval.low.denominator == 1
        return _spell_day(date.fromordinal(interval.low.numerator), claim, review) if is_day and interval.low else ""
    if not isinstance(claim.value, Amount) or interval.low is None or interval.high is None:
        return ""
    step = claim.value.precision or Fraction(1)
    first, last = ceil(interval.low / step), floor(interval.high / step)
    if first > last and interval.middle is not None:
        first = last = floor(interval.middle / step + Fraction(1, 2))
    return _respell(first * step, claim, review, as_exact=True) if first == last and claim.is_printed else ""


def _respell(number: Fraction, claim: Claim, review: Review, *, as_exact: bool = False) -> str:
    """Return the words of *claim* with *number* for theirs: '12.431 Stimmen' for 12,341; '' where it has no digits.

    Where it is to be *as_exact*, it has as many decimals as the printed one.
    """
    printed, mention = printed_digits(claim), claim.mention
    found = DIGITS.search(mention.surface) if mention else None
    scaled = as_decimal(number / printed.scale) if printed else None
    if found is None or mention is None or printed is None or scaled is None or number < 0:
        return ""
    marks = load_language(_language_of(claim, review)).numbers.marks
    whole, _, part = f"{scaled:f}".partition(".")
    if as_exact:
        part = part.ljust(len(printed.digits.partition(".")[2]), "0")
    if marks.group in found.group() or int(whole) >= _GROUPED_FROM:
        whole = f"{int(whole):,}".replace(",", marks.group)
    digits = f"{whole}{marks.decimal}{part}" if part else whole
    return f"{mention.surface[: found.start()]}{digits}{mention.surface[found.end() :]}"


def _spell_day(day: date, claim: Claim, review: Review) -> str:
    """Return *day* in the form in which *claim* gives its own; '' where that is no day with its month."""
    from babel.dates import format_date

    surface = claim.mention.surface if claim.mention else ""
    value = claim.value
    if not isinstance(value, Period) or value.first != value.last:
        return ""
    language = _language_of(claim, review)
    dot = "." if f"{value.first.day}." in surface else ""
    year = " y" if _YEAR.search(surface) else ""
    patterns = ("y-MM-dd", f"d{dot} MMMM{year}", f"MMMM d,{year}" if year else "MMMM d")
    for pattern in patterns:
        if format_date(value.first, pattern, language) == surface:
            return str(format_date(day, pattern, language))
    return ""


def _count_alike(one: Mention, other: Mention) -> bool:
    """Return whether both count what some noun of their language names: '12 votes', '12 Stimmen'."""
    return one.kind == other.kind == "number"


def _language_of(claim: Claim, review: Review) -> str:
    document = review.documents.get(claim.document)
    return document.language if document else ""

"""Records in words: values, verdicts, documents and counts as people read them. Shared by the writers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import PurePath

from crosscheck.messages import Recurring
from crosscheck.records import Amount, Coverage, Document, Fact, Period, Report, Role, Scope, Severity, Value
from crosscheck.reports.words import Words
from crosscheck.values.decimals import as_decimal, plain, round_down, round_half_up, round_up
from crosscheck.values.interval import Interval
from crosscheck.values.recurring import read_recurrence

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Gravest first."""

_SHOWN_DIGITS, _ROUGH_DIGITS = 6, 4
_SIMPLE = 12
"""The largest denominator that is told as a fraction: 'one in six'."""
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_IRREGULAR = {"foot": "feet", "person": "people", "man": "men", "woman": "women", "child": "children"}
_SIGNS = {"percent": "%", "per mille": "‰"}


def word_value(value: Value, *, counted: bool = False) -> str:
    """Return *value* as one short phrase: '16,867', '42.1 %', '79,041 to 79,196', '2014-10-09', 'UKIP'.

    The unit of a *counted* value is a noun in some document's language, and left out.
    """
    if isinstance(value, Amount):
        number = _word_fraction(value.stated) if value.stated is not None else _word_interval(value.interval)
        return f"{number} {_word_unit(value.unit, number, counted=counted)}".rstrip()
    if isinstance(value, Period):
        return _word_period(value)
    if isinstance(value, Role):
        return value.name
    return value.words or value.step


def word_scope(scope: Scope, words: Words, *, without: str = "") -> str:
    """Return what narrows a claim, '' where nothing does; a part equal to *without* is left out."""
    parts = (
        scope.event,
        scope.place,
        scope.time,
        scope.part,
        words.terminal.as_of.format(time=scope.as_of) if scope.as_of else "",
    )
    return ", ".join(part for part in parts if part and part != without)


def word_summary(report: Report, words: Words) -> str:
    """Return how much was read and what was found: '3 documents, 18 facts: 1 warning'."""
    documents, facts = words.count(len(report.documents), "document"), words.count(len(report.facts), "fact")
    return words.terminal.summary.format(documents=documents, facts=facts, findings=_word_findings(report, words))


def _word_findings(report: Report, words: Words) -> str:
    """Return how many findings there are of each severity, or why there is none.

    That a run found nothing and that it had nothing to compare never read alike.
    """
    counts = {severity: sum(f.severity == severity for f in report.findings) for severity in SEVERITIES}
    forms = {**words.severities, "info": words.terminal.info}
    told = (words.agree(number, forms[name]) for name, number in counts.items() if number)
    none = words.terminal.no_findings if report.coverage.compared else words.terminal.nothing_compared
    return ", ".join(told) or none


def word_coverage(coverage: Coverage, words: Words) -> str:
    """Return where the mentions ended, in one line."""
    return words.terminal.coverage.format(
        mentions=words.agree(coverage.mentions, words.terminal.mentions),
        compared=words.number(coverage.compared),
        agreed=words.number(coverage.agreed),
        single=words.number(coverage.single),
        skipped=words.number(coverage.mentions - coverage.compared - coverage.single),
    )


def word_confidence(confidence: Fraction) -> str:
    """Return *confidence* in whole percent: '93 %'."""
    return f"{round_half_up(confidence * 100, 2):f} %"


def count(number: int, noun: str) -> str:
    """Return *number* with *noun* in the form that agrees with it."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Return the English plural of *noun*, a unit's or a record's name."""
    first, _, rest = noun.partition(" ")
    if first == "degree":
        return f"degrees {rest}".rstrip()
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if noun[-1:] == "y" and noun[-2:-1] not in "aeiou" else f"{noun}s"


def name_document(document: Document) -> str:
    """Return the shortest name that tells a reader which document it is: its source, or its file's stem."""
    return document.source or (PurePath(document.path).stem if document.path else document.id)


def index_documents(documents: Iterable[Document]) -> dict[str, Document]:
    """Return the documents by the names that claims and evidence may use for them: key and id."""
    by_name: dict[str, Document] = {}
    for document in documents:
        by_name.setdefault(document.id, document)
        by_name[document.key] = document
    return by_name


def number_documents(documents: Iterable[Document]) -> dict[str, int]:
    """Return the number of each document by its key, counted from 1 in their order."""
    return {document.key: number for number, document in enumerate(documents, 1)}


def documents_of(fact: Fact) -> tuple[str, ...]:
    """Return the documents that state *fact*, each once, in claim order."""
    return tuple(dict.fromkeys(claim.document for claim in fact.claims))


def _word_unit(unit: str, number: str, *, counted: bool) -> str:
    if unit in _SIGNS:
        return _SIGNS[unit]
    if counted or not unit:
        return ""
    return unit if unit.isupper() or number == "1" else plural(unit)


def _word_fraction(number: Fraction) -> str:
    exact = as_decimal(number)
    if exact is None and number.denominator <= _SIMPLE:
        return f"{number.numerator:,}/{number.denominator:,}"
    if exact is None:
        return f"about {plain(round_half_up(number, _ROUGH_DIGITS))}"
    for scale, name in _SCALES:
        scaled = as_decimal(number / scale)
        if abs(number) >= scale and scaled is not None and len(scaled.as_tuple().digits) <= _SHOWN_DIGITS:
            return f"{plain(scaled)} {name}"
    return plain(exact)


def _word_interval(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if interval.is_empty:
        return "none"
    if low is None:
        return "any" if high is None else f"{'under' if interval.high_open else 'at most'} {_word_end(high, up=True)}"
    if high is None:
        return f"{'over' if interval.low_open else 'at least'} {_word_end(low, up=False)}"
    if low == high:
        return _word_fraction(low)
    return f"{_word_end(low, up=False)} to {_word_end(high, up=True)}"


def _word_end(end: Fraction, *, up: bool) -> str:
    """Return one end, rounded outward where its decimal has no end, so that the words never exclude a value."""
    if as_decimal(end) is not None:
        return _word_fraction(end)
    return plain(round_up(end, _SHOWN_DIGITS) if up else round_down(end, _SHOWN_DIGITS))


def _word_recurring(timex: str) -> str:
    days = read_recurrence(timex)
    return str(Recurring(days)) if days else "any day"


def _word_open_end(period: Period) -> str:
    first = period.starts
    return f"from {first.isoformat()} on" if first else _word_recurring(period.timex)


def _word_period(period: Period) -> str:
    first, last = period.starts, period.ends
    if first is None or last is None:
        return f"until {last.isoformat()}" if last else _word_open_end(period)
    if first == last:
        return period.timex.replace("T", " ", 1) if "T" in period.timex else first.isoformat()
    return f"{first.isoformat()} to {last.isoformat()}"

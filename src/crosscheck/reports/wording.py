"""Records in words: values, verdicts, documents and counts as people read them. Shared by the writers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePath

from crosscheck.messages import Locale, Number, Phrase, Unit, join, load_locale, say, say_count
from crosscheck.records import (
    AVERAGE,
    CHANGE,
    DISTANCE,
    EACH,
    MEMBERS,
    OTHERS,
    SAYING,
    STATUS,
    UNTIL,
    Amount,
    Coverage,
    Document,
    Fact,
    Period,
    Report,
    Role,
    Scope,
    Severity,
    Value,
    say_moment,
    say_time,
)
from crosscheck.reports.words import Words
from crosscheck.values.decimals import as_decimal, round_down, round_half_up, round_outward, round_up
from crosscheck.values.interval import Interval
from crosscheck.values.measures import dimension

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Gravest first."""

_SHOWN_DIGITS, _ROUGH_DIGITS = 6, 4
_SIMPLE = 12
"""The largest denominator that is told as a fraction: 'one in six'."""
_IRREGULAR = {"foot": "feet", "person": "people", "man": "men", "woman": "women", "child": "children"}
_PARTS = {
    MEMBERS: say("of those"),
    EACH: say("each"),
    OTHERS: say("others"),
    AVERAGE: say("on average"),
    SAYING: say("when it was said"),
    STATUS: say("when it was counted"),
    UNTIL: say("the end"),
    DISTANCE: say("what is missing"),
    CHANGE: say("the change"),
}
_SIGNS = {"percent": "%", "per mille": "‰"}


def word_value(value: Value, locale: Locale, *, counted: bool = False) -> str:
    """Return *value* as one short phrase: '16,867', '42.1 %', '79,041 to 79,196', '9 October 2014', 'UKIP'.

    The unit of a *counted* value is a noun in some document's language, and left out.
    """
    if isinstance(value, Amount):
        return _say_amount(value, counted=counted).said_in(locale)
    if isinstance(value, Period):
        return say_moment(value).said_in(locale)
    if isinstance(value, Role):
        return value.name
    return value.words or value.step


def word_scope(scope: Scope, words: Words, *, without: str = "") -> str:
    """Return what narrows a claim, '' where nothing does; a part equal to *without* is left out."""
    locale = load_locale(words.language)
    time, as_of = (say_time(told).said_in(locale) if told else "" for told in (scope.time, scope.as_of))
    parts = (
        scope.event,
        scope.place,
        time,
        _word_part(scope.part, locale),
        words.terminal.as_of.format(time=as_of) if as_of else "",
    )
    return ", ".join(part for part in parts if part and part != without)


def _word_part(part: str, locale: Locale) -> str:
    """Return the part of a scope: what no words of a document tell is said in the language of the reader."""
    told = _PARTS.get(EACH if part.startswith(f"{EACH} ") else part)
    return told.said_in(locale) if told else part


def word_summary(report: Report, words: Words) -> str:
    """Return how much was read and what was found: '3 documents, 18 facts: 1 warning'."""
    documents, facts = words.count(len(report.documents), "document"), words.count(len(report.facts), "fact")
    return words.terminal.summary.format(documents=documents, facts=facts, findings=_word_findings(report, words))


def _word_findings(report: Report, words: Words) -> str:
    """Return how many findings there are of each severity, or why there is none.

    That a run found nothing and that it had nothing to compare never read alike.
    """
    counts = {severity: sum(f.severity == severity for f in report.findings) for severity in SEVERITIES}
    told = (count_severity(number, severity, words) for severity, number in counts.items() if number)
    none = words.terminal.no_findings if report.coverage.compared else words.terminal.nothing_compared
    return ", ".join(told) or none


def count_severity(number: int, severity: Severity, words: Words) -> str:
    """Return how many findings of a severity there are: '2 errors'."""
    return words.agree(number, words.terminal.info if severity == "info" else words.severities[severity])


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


def _say_amount(amount: Amount, *, counted: bool) -> Phrase:
    number = _say_interval(amount.interval) if amount.stated is None else _say_number(amount.stated)
    if amount.unit in _SIGNS:
        return join((number, _SIGNS[amount.unit]), " ")
    if counted or not amount.unit:
        return number
    is_one = amount.stated == 1 or (amount.interval.is_point and amount.interval.low == 1)
    if dimension(amount.unit) != amount.unit or amount.unit.isupper():
        return join((number, Unit(amount.unit, is_one)), " ")
    return join((number, amount.unit if is_one else plural(amount.unit)), " ")


def _say_number(number: Fraction) -> Phrase:
    exact = as_decimal(number)
    if exact is None and number.denominator <= _SIMPLE:
        return join((number.numerator, number.denominator), "/")
    if exact is None:
        return say("about {number}", number=Number(round_half_up(number, _ROUGH_DIGITS)))
    for power in (12, 9, 6):
        scaled = as_decimal(number / 10**power)
        if abs(number) >= 10**power and scaled is not None and len(scaled.as_tuple().digits) <= _SHOWN_DIGITS:
            return _say_scaled(scaled, power)
    return Number(exact)


def _say_scaled(number: Decimal, power: int) -> Phrase:
    """Return *number* times ten to the *power* with its scale word."""
    shown, times = Number(number), Fraction(number)
    match power:
        case 12:
            return say_count("{number} trillion", "{number} trillion", times, number=shown)
        case 9:
            return say_count("{number} billion", "{number} billion", times, number=shown)
        case _:
            return say_count("{number} million", "{number} million", times, number=shown)


def _say_interval(interval: Interval) -> Phrase:
    low, high = interval.low, interval.high
    if interval.is_empty:
        return say("none")
    if low is None and high is None:
        return say("any")
    if low is None and high is not None:
        number = _say_end(high, up=True)
        return say("under {number}", number=number) if interval.high_open else say("at most {number}", number=number)
    if high is None and low is not None:
        number = _say_end(low, up=False)
        return say("over {number}", number=number) if interval.low_open else say("at least {number}", number=number)
    if low is None or high is None or low == high:
        return _say_number(low or Fraction(0))
    lower, upper = round_outward(low, high)
    return say("{low} to {high}", low=_say_number(Fraction(lower)), high=_say_number(Fraction(upper)))


def _say_end(end: Fraction, *, up: bool) -> Phrase:
    """Return one end, rounded outward where its decimal has no end, so that the words never exclude a value."""
    if as_decimal(end) is not None:
        return _say_number(end)
    return Number(round_up(end, _SHOWN_DIGITS) if up else round_down(end, _SHOWN_DIGITS))

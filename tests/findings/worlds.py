"""Small worlds whose figures fit together, and the reports that print them: rounded, ordered and worded at random."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec
from hypothesis import strategies as st

from crosscheck import Document

DAY = date(2031, 5, 9)
NAMES = ("Ann Marlowe", "Guy Selwyn", "Rita Orme")


class Report(msgspec.Struct, frozen=True):
    """A language and the sentences that one outlet prints."""

    language: str
    sentences: tuple[str, ...]


def documents(reports: Sequence[Report]) -> list[Document]:
    """Return *reports* as documents of one day."""
    return [
        Document.from_text(" ".join(report.sentences), id=f"d{n}", language=report.language, published=DAY)
        for n, report in enumerate(reports, 1)
    ]


def grouped(number: int, language: str) -> str:
    """Return *number* as reporters of the language print it: '16,412', '16.412'."""
    text = f"{number:,}"
    return text if language == "en" else text.replace(",", ".")


def percent(part: int, whole: int, places: int, language: str) -> str:
    """Return the share of *part* rounded half up to *places*: '59.0 per cent', '59,0 Prozent'."""
    scaled = (part * 100 * 10**places * 2 + whole) // (2 * whole)
    text = str(scaled) if not places else f"{scaled // 10**places}.{scaled % 10**places:0{places}}"
    return f"{text} per cent" if language == "en" else f"{text.replace('.', ',')} Prozent"


def listed(items: Sequence[str], language: str) -> str:
    """Return *items* as a list: 'a, b and c'."""
    return f"{', '.join(items[:-1])} {'and' if language == 'en' else 'und'} {items[-1]}"


def votes_report(votes: Sequence[int], language: str) -> Report:
    """Return a report of a count, the first of *NAMES* first."""
    counts = [grouped(count, language) for count in votes]
    rest = listed([f"{name} {count}" for name, count in zip(NAMES[1:], counts[1:], strict=True)], language)
    ballots = grouped(sum(votes), language)
    told: tuple[str, ...]
    if language == "en":
        told = (
            f"In the Tarvo by-election {NAMES[0]} polled {counts[0]} votes, {rest}.",
            f"{ballots} ballots were cast.",
        )
    else:
        told = (f"Bei der Nachwahl in Tarvo erhielt {NAMES[0]} {counts[0]} Stimmen, {rest}.",)
    return Report(language, told)


def shares_report(votes: Sequence[int], places: int, language: str) -> Report:
    """Return a report of the shares of the same count."""
    shares = [percent(count, sum(votes), places, language) for count in votes]
    rest = listed([f"{name} {share}" for name, share in zip(NAMES[1:], shares[1:], strict=True)], language)
    if language == "en":
        return Report(language, (f"{NAMES[0]} won the Tarvo by-election with {shares[0]} of the vote, {rest}.",))
    return Report(language, (f"Die Nachwahl in Tarvo gewann {NAMES[0]} mit {shares[0]} der Stimmen, {rest}.",))


@st.composite
def elections(draw: st.DrawFn) -> tuple[int, ...]:
    """Return three counts of votes, the greatest first and no two near each other."""
    third = draw(st.integers(2_201, 5_999))
    second = third + draw(st.integers(2_000, 9_000))
    return (second + draw(st.integers(2_000, 9_000)), second, third)


def company_report(revenue: int, before: int, employees: int, language: str) -> Report:
    """Return a report of a year: *revenue* and that of the year before in millions of euros, *employees*."""
    growth = percent(revenue - before, before, 1, language)
    if language == "en":
        return Report(
            language,
            (
                f"Anders AG raised its revenue by {growth} to {revenue} million euros from {before} million.",
                f"The company employs {grouped(employees, language)} people.",
            ),
        )
    return Report(
        language,
        (
            f"Die Anders AG hat ihren Umsatz um {growth} auf {revenue} Millionen Euro gesteigert.",
            f"Das Unternehmen beschäftigt {grouped(employees, language)} Mitarbeiter.",
        ),
    )


def accident_report(killed: int, injured: int, language: str, wording: int) -> Report:
    """Return a report of an accident in one of two wordings, 0 or 1."""
    told = {
        "en": (
            f"A coach overturned near Tarvo on Tuesday, killing {killed} people and injuring {injured}, police said.",
            f"Police said {killed} people died and {injured} were hurt when a coach overturned near Tarvo on Tuesday.",
        ),
        "de": (
            f"Bei dem Busunglück in Tarvo kamen am Dienstag {killed} Menschen ums Leben, {injured} wurden verletzt.",
            f"Das Busunglück bei Tarvo hat am Dienstag {killed} Tote und {injured} Verletzte gefordert.",
        ),
    }
    return Report(language, (told[language][wording],))

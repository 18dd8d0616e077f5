"""The words of reports, a table per language: everything that is neither a document's nor a finding's."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from crosscheck.errors import CrosscheckError
from crosscheck.messages import join, load_locale, say
from crosscheck.packfile import load_pack
from crosscheck.records import FindingKind, MentionKind, Outcome, Severity, Verdict

Section = Literal["findings", "facts", "timeline", "documents", "coverage"]
Counted = Literal["document", "fact", "finding", "mention", "claim", "sentence", "day"]
Forms = tuple[str, str]
"""A noun for one and for several."""

_FOLDER = Path(__file__).with_name("words")


class TerminalWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What only a terminal's report says."""

    summary: str
    info: Forms
    mentions: Forms
    no_findings: str
    nothing_compared: str
    verdict: str
    value: str
    why: str
    sure: str
    linked: str
    derived: str
    stated_once: str
    as_of: str
    coverage: str


class ExtractionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What only an extraction says. ``hedge`` names approximators by those of the language packs."""

    kind: dict[MentionKind, str]
    words: str
    hedge: dict[str, str]
    says: str


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One language. ``tools`` are the words that the script needs."""

    title: str
    language: str
    skip: str
    sections: dict[Section, str]
    counted: dict[Counted, Forms]
    severity: dict[Severity, str]
    severities: dict[Severity, Forms]
    kind: dict[FindingKind, str]
    verdict: dict[Verdict, str]
    outcome: dict[Outcome, str]
    modality: dict[str, str]
    no_findings: str
    nothing_compared: str
    read: str
    quoting: str
    calculation: str
    linked: str
    probably: str
    allowed: str
    allowed_in: str
    witnesses: str
    witness_count: str
    apart: str
    link: str
    fact: str
    verdict_column: str
    value_column: str
    said_column: str
    divided: str
    no_subject: str
    derived: str
    derived_from: str
    stated_once: str
    dating: Forms
    more_facts: str
    more_days: str
    no_dates: str
    in_document: str
    coverage_lead: str
    skipped_why: str
    every_value: str
    range: str
    at_least: str
    over: str
    at_most: str
    under: str
    any_value: str
    new: str
    unchanged: str
    gone: str
    compared_with: str
    gone_lead: str
    made_by: str
    legend: str
    tools: dict[str, str]
    terminal: TerminalWords
    extraction: ExtractionWords

    def number(self, number: Decimal | int) -> str:
        """Return *number* as its language writes it: '1,234.5', '1.234,5'."""
        return load_locale(self.language).number(number)

    def count(self, number: int, noun: Counted) -> str:
        """Return *number* with the noun in the form that agrees with it."""
        return self.agree(number, self.counted[noun])

    def agree(self, number: int, forms: Forms) -> str:
        """Return *number* with the one of *forms* that agrees with it."""
        return f"{self.number(number)} {forms[number != 1]}"


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that reports speak, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def words_of(language: str) -> Words:
    """Return the words of *language*, an ISO 639-1 code.

    Raises:
        CrosscheckError: there is no table for it.
    """
    if language not in languages():
        what = say("no interface in {language}", language=repr(language))
        raise CrosscheckError(what, remedy=say("use one of {names}", names=join(languages())))
    return load_pack(_FOLDER / f"{language}.yaml", Words)

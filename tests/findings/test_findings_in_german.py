"""Findings in another language: the same ones, with every word and number of the program's own in the language."""

from __future__ import annotations

import re
from gettext import NullTranslations
from typing import Any

import msgspec
import pytest
from test_findings import load, run_whole

from crosscheck import Config, Report
from crosscheck.config import known_concepts
from crosscheck.messages import Locale, load_locale
from crosscheck.reading import load_domains
from crosscheck.records import Entry, Finding, Span

_PLACEHOLDER = re.compile(r"\{\w+\}")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)+")
_CURRENCY = re.compile(r"\b[A-Z]{3}\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMES = [text for name, concept in known_concepts(Config()).items() for text in (name, *concept.label.values())]
_REASONS = [
    text for f in load_domains(Config()).formulas for slack in f.slack.values() for text in slack.reason.values()
]
_LABELS = {word.casefold() for text in (*_NAMES, *_REASONS) for word in _WORD.findall(text.replace("_", " "))}
"""The words of concepts' names and of reasons for charity, which have one in each language."""
HITS = [parameters for parameters in load() if parameters.values[0]["findings"]]


class _Silence(NullTranslations):
    """A language without words: of each message the placeholders are left."""

    def gettext(self, message: str) -> str:
        return " ".join(_PLACEHOLDER.findall(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _silent() -> Locale:
    """Return a language that says nothing of its own, with marks of numbers that no document has."""
    notation = msgspec.structs.replace(
        load_locale("en").notation,
        decimal="·",
        thousands="’",
        months=("",) * 12,
        weekdays=("",) * 7,
        units=dict.fromkeys(load_locale("en").notation.units, ("", "")),
        prefixes={},
        powers={"square ": " ", "cubic ": " "},
        per="",
    )
    return Locale("", notation, _Silence())


def _lines(finding: Finding) -> tuple[str, ...]:
    implied = (finding.implied.calculation,) if finding.implied else ()
    return (finding.message, *finding.explanation, finding.suggestion, *implied)


def _proof(finding: Finding) -> tuple[Any, ...]:
    """Return what a finding says without words."""
    implied = None if finding.implied is None else (finding.implied.claim, finding.implied.interval)
    return finding.code, finding.severity, finding.confidence, finding.fingerprint, finding.evidence, implied


def _words_known(report: Report) -> set[str]:
    """Return the words of documents and of what they name, in lower case."""
    texts = [document.text for document in report.documents]
    names = [name for claim in report.claims for name in (claim.subject, claim.attribute.replace("_", " "))]
    values = [getattr(claim.value, "name", "") for claim in report.claims]
    return {word.casefold() for text in (*texts, *names, *values) for word in _WORD.findall(text)}


def _outcome(entry: Entry) -> tuple[str, Span, str]:
    """Return what became of a value; what it was compared as is called by words of a document in the language."""
    return entry.document, entry.span, entry.outcome


@pytest.mark.parametrize("case", HITS)
def test_a_language_changes_nothing_but_words(case: dict[str, Any]) -> None:
    english, german = run_whole(case), run_whole(case, "de")
    assert [_proof(finding) for finding in german.findings] == [_proof(finding) for finding in english.findings]
    assert [_outcome(entry) for entry in german.coverage.entries] == [_outcome(e) for e in english.coverage.entries]
    assert [len(_lines(finding)) for finding in german.findings] == [len(_lines(f)) for f in english.findings]


@pytest.mark.parametrize("case", HITS)
def test_no_word_and_no_number_is_said_but_in_the_language(
    case: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crosscheck.pipeline.load_locale", lambda _: _silent())
    report = run_whole(case, "de")
    known = _words_known(report) | _LABELS
    printed = "\n".join(document.text for document in report.documents)
    for line in (line for finding in report.findings for line in _lines(finding)):
        assert {word.casefold() for word in _WORD.findall(_CURRENCY.sub("", line))} <= known, line
        assert all(number in printed for number in _NUMBER.findall(line)), line

"""Values, counts and documents in words."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest
import yaml

from crosscheck.languages import available_languages, load_language
from crosscheck.messages import load_locale
from crosscheck.records import Amount, Document, MentionKind, Period, Role, Scope, Severity, Wording
from crosscheck.reports.wording import count_severity, name_document, plural, word_confidence, word_scope, word_value
from crosscheck.reports.words import languages, words_of
from crosscheck.values.interval import Interval

CASES: list[dict[str, str]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "reports" / "values.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_amount_reads_as_a_person_would_write_it(case: dict[str, str]) -> None:
    low, high, stated = (Fraction(case[end]) if end in case else None for end in ("low", "high", "stated"))
    interval = Interval.of(low, high, low_open=case.get("open") == "low", high_open=case.get("open") == "high")
    amount = Amount(interval, stated, case.get("unit", ""))
    assert word_value(amount, load_locale("en"), counted="counted" in case) == case["words"]
    if "german" in case:
        assert word_value(amount, load_locale("de"), counted="counted" in case) == case["german"]


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(date(2014, 10, 9), date(2014, 10, 9)), "9 October 2014"),
        (Period(date(2014, 10, 1), date(2014, 10, 31), "2014-10"), "October 2014"),
        (Period(date(2014, 10, 9), date(2014, 10, 9), "2014-10-09T07:00"), "9 October 2014, 07:00"),
    ],
)
def test_a_period_is_told_by_its_days(period: Period, words: str) -> None:
    assert word_value(period, load_locale("en")) == words


def test_roles_and_characterisations_keep_their_words() -> None:
    assert word_value(Role("UKIP", "party"), load_locale("de")) == "UKIP"
    assert word_value(Wording("clear", "problemlos gewonnen"), load_locale("en")) == "problemlos gewonnen"


@pytest.mark.parametrize(("noun", "several"), [("fact", "facts"), ("inch", "inches"), ("city", "cities")])
def test_a_unit_has_its_plural(noun: str, several: str) -> None:
    assert plural(noun) == several


@pytest.mark.parametrize(
    ("language", "severity", "counts"),
    [
        ("en", "error", "1 error, 1,200 errors"),
        ("en", "info", "1 info, 1,200 info"),
        ("de", "warning", "1 Warnung, 1.200 Warnungen"),
    ],
)
def test_a_count_agrees_with_its_severity(language: str, severity: Severity, counts: str) -> None:
    assert ", ".join(count_severity(number, severity, words_of(language)) for number in (1, 1200)) == counts


def test_a_scope_leaves_out_the_subject() -> None:
    scope = Scope(event="the vote", part="men", as_of="Monday")
    assert word_scope(scope, words_of("en"), without="the vote") == "men, as of Monday"
    assert word_scope(scope, words_of("de"), without="the vote") == "men, Stand Monday"


@pytest.mark.parametrize(
    ("scope", "english", "german"),
    [
        (Scope(time="2031"), "2031", "2031"),
        (Scope(time="2031-03"), "March 2031", "März 2031"),
        (Scope(time="2031-W12"), "17 March 2031 to 23 March 2031", "17. März 2031 bis 23. März 2031"),
        (Scope(time="2031-WI"), "winter 2031", "Winter 2031"),
        (Scope(time="TNI"), "at night", "nachts"),
        (Scope(time="XXXX-06"), "June", "Juni"),
        (Scope(time="PAST_REF"), "earlier", "früher"),
        (Scope(time="first nine months"), "first nine months", "first nine months"),
        (Scope(as_of="2031-05-05T12"), "as of 5 May 2031, 12:00", "Stand 5. Mai 2031, 12:00"),
        (Scope(as_of="2031-05-05TEV"), "as of 5 May 2031, in the evening", "Stand 5. Mai 2031, abends"),
        (Scope(as_of="2031-05-05/2031-05-07"), "as of 5 May 2031 to 7 May 2031", "Stand 5. Mai 2031 bis 7. Mai 2031"),
        (Scope(as_of="2031-02-01/2031-02-28"), "as of February 2031", "Stand Februar 2031"),
        (Scope(part="of those"), "of those", "davon"),
        (Scope(part="each gaug"), "each", "je"),
        (Scope(part="women"), "women", "women"),
    ],
    ids=lambda case: (case.time or case.as_of or case.part) if isinstance(case, Scope) else "",
)
def test_a_scope_is_told_in_the_words_of_the_reader(scope: Scope, english: str, german: str) -> None:
    assert word_scope(scope, words_of("en")) == english
    assert word_scope(scope, words_of("de")) == german


def test_a_document_goes_by_its_source_then_its_file_then_its_id() -> None:
    assert name_document(Document(id="x", text="", path="a/b.txt", source="AFP")) == "AFP"
    assert name_document(Document(id="x", text="", path="a/b.txt")) == "b"
    assert name_document(Document(id="x", text="")) == "x"


@pytest.mark.parametrize(
    ("confidence", "words"), [("1", "100 %"), ("0.93", "93 %"), ("0.937", "94 %"), ("1/3", "33 %"), ("0.05", "5 %")]
)
def test_confidence_is_told_in_whole_percent(confidence: str, words: str) -> None:
    assert word_confidence(Fraction(confidence)) == words


@pytest.mark.parametrize("language", languages())
def test_an_extraction_names_every_kind_and_every_approximator(language: str) -> None:
    words = words_of(language).extraction
    assert set(words.kind) == set(get_args(MentionKind))
    assert {hedge for code in available_languages() for hedge in load_language(code).numbers.hedges} == set(words.hedge)

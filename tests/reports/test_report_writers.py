"""Every writer, on one report made by hand."""

import json
from decimal import Decimal
from fractions import Fraction

import jsonschema
import msgspec
import pytest
from sample_report import DOCUMENTS, RANK_FINDING, REPORT, SHARE, VOTES

from crosscheck.records import Amount, Coverage, Document, Entry, Report, Span
from crosscheck.reports import EXTRACTION_WRITERS, WRITERS, encode1, schema1
from crosscheck.reports.layout import Layout
from crosscheck.values.interval import Interval
from golden import FOLDER, GOLDEN, LAYOUT, SCHEMA, spelled


@pytest.mark.parametrize("name", GOLDEN)
def test_a_writer_writes_its_golden_file(name: str) -> None:
    assert GOLDEN[name]() == (FOLDER / name).read_text(encoding="utf-8")


def test_every_writer_has_a_golden_file() -> None:
    names = {name.rpartition(".")[0] for name in GOLDEN}
    assert {*WRITERS, *(f"extraction.{name}" for name in EXTRACTION_WRITERS)} <= names


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_the_terminal_page_keeps_to_its_width_but_for_places(width: int) -> None:
    page = spelled("terminal", REPORT, Layout(width=width))
    long = [line for line in page.splitlines() if len(line) > width]
    assert all(".txt" in line for line in long)
    assert "\x1b" not in page


def test_colour_adds_to_the_words_and_replaces_none() -> None:
    plain, coloured = (spelled("terminal", REPORT, Layout(color=color)) for color in (False, True))
    assert "\x1b[1;31m" in coloured
    bare = "".join(
        part if not number else part.partition("m")[2] for number, part in enumerate(coloured.split("\x1b["))
    )
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_a_report_without_unicode_keeps_only_the_quotations_letters() -> None:
    assert spelled("terminal", REPORT, Layout(unicode=False, verbose=True)).isascii()


def test_a_run_that_compared_nothing_does_not_look_like_one_that_found_nothing() -> None:
    alone = Entry(DOCUMENTS[0].key, Span(0, 6), "single", "votes")
    nothing = Report(documents=DOCUMENTS, claims=(), facts=(), findings=(), coverage=Coverage((alone,)))
    agreed = msgspec.structs.replace(alone, outcome="agreed")
    quiet = msgspec.structs.replace(nothing, coverage=Coverage((agreed, agreed)))
    assert "3 documents, 0 facts: nothing could be compared" in spelled("terminal", nothing, LAYOUT)
    assert "3 documents, 0 facts: no findings" in spelled("terminal", quiet, LAYOUT)


def test_a_document_cannot_steer_the_terminal() -> None:
    hostile = Document(id="x", text="\x1b[2Jtwo\u202e votes", path="x.txt")
    made = msgspec.structs.replace(
        RANK_FINDING.evidence[0], document="x.txt", sentence=hostile.text, quote="two", claim=""
    )
    finding = msgspec.structs.replace(RANK_FINDING, evidence=(made, made), message="\x1b[31mred")
    report = Report(documents=(hostile,), claims=(), facts=(), findings=(finding,), coverage=Coverage())
    for page in (spelled("terminal", report, LAYOUT), spelled("lines", report, LAYOUT)):
        assert "\x1b" not in page
        assert "\u202e" not in page


def test_the_committed_schema_is_that_of_the_types() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema1.json_schema()


def test_the_json_validates_against_the_committed_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(spelled("json", REPORT, LAYOUT)), schema)


def test_the_schema_refuses_a_finding_without_proof() -> None:
    report = json.loads(spelled("json", REPORT, LAYOUT))
    report["findings"][0]["evidence"] = report["findings"][0]["evidence"][:1]
    with pytest.raises(jsonschema.ValidationError, match="too short"):
        jsonschema.validate(report, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_json_reads_back_as_the_same_report() -> None:
    written = spelled("json", REPORT, LAYOUT)
    report = msgspec.json.decode(written, type=schema1.Report)
    assert schema1.indented(report) == written
    assert [finding.fingerprint for finding in report.findings] == [f.fingerprint for f in REPORT.findings]


@pytest.mark.parametrize(
    ("low", "high", "stated", "written"),
    [
        (
            "3320000000",
            "3320000000",
            "3320000000",
            '"value":3320000000,"unit":"USD","low":3320000000,"high":3320000000',
        ),
        ("42.05", "42.15", "42.1", '"value":42.1,"unit":"USD","low":42.05,"high":42.15'),
        ("0.00000012", "0.00000012", "0.00000012", '"value":1.2E-7,"unit":"USD","low":1.2E-7,"high":1.2E-7'),
        ("123456789012345678901", "123456789012345678901", None, '"value":123456789012345678901,'),
        ("40", None, None, '"value":40,"unit":"USD","low":40,"high":null'),
        (None, "90", None, '"value":90,"unit":"USD","low":null,"high":90'),
        ("10000", "100000", None, '"value":null,"unit":"USD","low":10000,"high":100000'),
        ("1/6", "1/6", "1/6", '"value":"1/6","unit":"USD","low":0.166666666666,"high":0.166666666667'),
    ],
)
def test_numbers_are_written_exactly(low: str | None, high: str | None, stated: str | None, written: str) -> None:
    ends = [None if end is None else Fraction(end) for end in (low, high, stated)]
    made = msgspec.structs.replace(VOTES, value=Amount(Interval.of(*ends[:2]), ends[2], "USD"))
    assert written in msgspec.json.encode(encode1.from_claim(made, DOCUMENTS[1])).decode()


def test_a_claim_names_its_line_and_its_exact_words() -> None:
    claim = encode1.from_claim(SHARE, DOCUMENTS[2])
    assert (claim.line, claim.quote) == (1, "42,1 Prozent")
    assert claim.sentence == "Mark Reckless erhielt 42,1 Prozent der Stimmen, Naushabah Khan 16,7 Prozent."
    assert Decimal(bytes(claim.value).decode()) == Decimal("42.1")

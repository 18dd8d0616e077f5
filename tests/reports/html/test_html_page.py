"""The page as it is read without scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from datetime import date
from decimal import Decimal

import msgspec
import pytest
from large_report import large_report
from parsed_page import markup, parsed, words
from sample_report import AGENCY, CLACTON, CLACTON_DE, LABELS, LONDON, RANK_FINDING, REPORT, evidence

from crosscheck.commands.surroundings import Language
from crosscheck.errors import CrosscheckError
from crosscheck.records import Coverage, Implied, Period, Report, Span
from crosscheck.reports.html import languages
from crosscheck.reports.html.folding import ROWS
from crosscheck.reports.html.paragraphs import excerpt, find_paragraphs, room_for
from crosscheck.reports.html.runs import cut_runs
from crosscheck.reports.layout import Layout
from crosscheck.reports.previous import Previous
from crosscheck.reports.words import words_of
from crosscheck.values.interval import Interval

LAYOUT = Layout(labels=LABELS)
PAGE = parsed(REPORT, LAYOUT)


def _texts(selector: str) -> list[str]:
    return [words(found) for found in PAGE.cssselect(selector)]


def test_the_verdict_strip_counts_findings_and_facts() -> None:
    assert _texts(".headline") == ["✗ 1 error, ! 1 warning"]
    assert _texts(".verdicts li") == ["✗ 1 contradicted", "≈ 1 compatible", "✓ 1 agree", "· 7 stated once"]
    widths = [float(rect.get("width").rstrip("%")) for rect in PAGE.cssselect(".bar rect")]
    assert widths == [10, 10, 10, 70]


def test_a_finding_shows_its_sides_in_their_paragraphs_with_the_digits_that_differ() -> None:
    finding = PAGE.get_element_by_id("f-3f2a9c0d1e4b5a67")
    assert words(finding.find("summary")) == f"✗ error {RANK_FINDING.message} CC101 · 95 %"
    assert [words(mark) for mark in finding.cssselect("mark")] == ["number 271", "217th", "der 271."]
    assert [words(mark) for mark in finding.cssselect("mark b")] == ["71", "17", "71"]
    agency = finding.cssselect("figure")[0]
    assert words(agency.find("figcaption")) == "AFP quoting Matthew Goodwin wire/agency.txt:3:85"
    assert words(agency.find("blockquote")).startswith("UKIP won Clacton on October 9 with ease. The seat is far down")
    reasons = dict(zip(_terms(finding, "dt"), _terms(finding, "dd"), strict=True))
    assert reasons["Calculation"] == "271 and 217 have no value in common"
    assert reasons["Probably"] == "217 for 271: two digits transposed"
    assert reasons["Why linked"] == "same event, same attribute, no scope"
    assert reasons["Witnesses"] == "2 for the commonest value, 1 against"


def _terms(finding: object, name: str) -> list[str]:
    return [words(found) for found in finding.cssselect(name)]  # type: ignore[attr-defined]


def test_the_drawing_has_its_numbers_as_text() -> None:
    table = PAGE.get_element_by_id("f-3f2a9c0d1e4b5a67").cssselect("table")[0]
    assert words(table.find("caption")) == "What each source allows; 54 apart"
    rows = [[words(cell) for cell in row.iterchildren("th", "td")] for row in table.cssselect("tr")]
    assert rows == [["party", "", "217"], ["AFP, Der Bote", "", "271"]]
    assert [circle.get("cx") for circle in table.cssselect("circle")] == ["8%", "92%"]
    assert {(rect.get("x"), rect.get("width")) for rect in table.cssselect("rect")} == {("8%", "84%")}


@pytest.mark.parametrize(
    ("interval", "text", "apart"),
    [
        (Interval.point(42), "42 %", "0.05 apart"),
        (Interval.of(None, 42, high_open=True), "under 42 %", "0.05 apart"),
        (Interval.of(43, None), "at least 43 %", "0.85 apart"),
        (Interval.of(42, Decimal("42.04")), "42 to 42.04 %", "0.01 apart"),
    ],
)
def test_a_calculation_is_drawn_against_the_figure_it_contradicts(interval: Interval, text: str, apart: str) -> None:
    share = REPORT.findings[1]
    implied = Implied(share.evidence[1].claim, interval, "16,867 / 40,113 = 42.05 %")
    report = msgspec.structs.replace(REPORT, findings=(msgspec.structs.replace(share, implied=implied),))
    table = parsed(report, LAYOUT).get_element_by_id("f-77b1d2c3e4f50617").cssselect("table")[0]
    rows = {words(row.find("th")): words(row.findall("td")[-1]) for row in table.cssselect("tr")}
    assert rows == {"16,867 / 40,113 = 42.05 %": text, "Der Bote": "42.05 to 42.15 %"}
    assert words(table.find("caption")).endswith(apart)


def test_days_are_drawn_with_the_days_between_them() -> None:
    late = msgspec.structs.replace(CLACTON_DE, value=Period(date(2014, 10, 12), date(2014, 10, 31), "2014-10"))
    fact = msgspec.structs.replace(REPORT.facts[0], claims=(CLACTON, late), value=None, verdict="contradicted")
    clash = msgspec.structs.replace(
        RANK_FINDING, kind="date", evidence=(evidence(AGENCY, CLACTON), evidence(LONDON, late))
    )
    claims = tuple(late if claim.id == late.id else claim for claim in REPORT.claims)
    report = msgspec.structs.replace(REPORT, claims=claims, facts=(fact,), findings=(clash,))
    page = parsed(report, LAYOUT)
    table = page.cssselect("#list table")[0]
    assert words(table.find("caption")) == "What each source allows; 3 days apart"
    told = [words(row.findall("td")[-1]) for row in table.cssselect("tr")]
    assert told == ["9 October 2014", "12 October 2014 to 31 October 2014"]
    assert [words(day) for day in page.cssselect(".day")] == ["2014-10-09", "2014-10-12 – 2014-10-31"]


def test_values_of_different_things_are_not_drawn_on_one_line() -> None:
    assert not PAGE.get_element_by_id("f-77b1d2c3e4f50617").cssselect("table")


def test_facts_stand_beside_the_documents_that_state_them() -> None:
    assert _texts(".facts thead th") == ["Fact", "Verdict", "Jointly", "AFP", "party", "Der Bote"]
    rows = {words(row): row for row in PAGE.cssselect(".facts tbody tr")}
    rank = next(row for name, row in rows.items() if name.startswith("place in the target list"))
    assert [words(cell) for cell in rank.cssselect("td")] == [
        "✗ contradicted✗ error 1",
        "2 against 1",
        "number 271",
        "217th",
        "der 271.",
    ]
    assert _texts(".derived strong") == ["Rochester and Strood by-election: electorate 79,041 to 79,196"]


def test_the_timeline_is_in_order_and_says_who_names_the_day() -> None:
    assert _texts("#timeline .day") == ["2014-10-09"]
    assert _texts(".days ul > li") == ["Clacton by-election: date ≈ compatibleAFP: October 9Der Bote: letzten Monat"]


def test_the_ledger_accounts_for_every_value() -> None:
    rows = [[words(cell) for cell in row.iterchildren("th", "td")] for row in PAGE.cssselect(".ledger tbody tr")]
    assert rows == [
        ["AFP", "1", "1", "0", "0", "1"],
        ["party", "0", "1", "0", "2", "0"],
        ["Der Bote", "1", "1", "0", "4", "0"],
    ]
    assert _texts(".reasons li") == ["1 nothing alike in another document"]
    assert _texts(".skipped li") == ["nothing alike in another document: Second"]


@pytest.mark.parametrize("report", [REPORT, large_report(ROWS + 60)], ids=["small", "large"])
def test_every_link_leads_somewhere_and_no_anchor_is_there_twice(report: Report) -> None:
    page = parsed(report, LAYOUT)
    anchors = Counter(found.get("id") for found in page.iter() if found.get("id"))
    assert [anchor for anchor, number in anchors.items() if number > 1] == []
    links = {link.get("href") for link in page.iter("a")}
    assert {link.removeprefix("#") for link in links} <= set(anchors)


def test_claims_in_the_documents_lead_to_their_findings_and_back() -> None:
    for finding, anchor in zip(REPORT.findings, ("f-3f2a9c0d1e4b5a67", "f-77b1d2c3e4f50617"), strict=True):
        places = [link.get("href") for link in PAGE.get_element_by_id(anchor).cssselect("figcaption a")]
        assert len(places) == len(finding.evidence)
        for place, side in zip(places, finding.evidence, strict=True):
            mark = PAGE.get_element_by_id(place.removeprefix("#"))
            assert words(mark).startswith(side.quote)
            assert mark.get("href") == f"#{anchor}"


def test_documents_keep_every_letter_of_their_text() -> None:
    for document, shown in zip(REPORT.documents, PAGE.cssselect(".text"), strict=True):
        for number in shown.cssselect("sup"):
            number.drop_tree()
        assert " ".join(map(words, shown.cssselect("p"))) == " ".join(document.text.split())
        assert shown.get("lang") == ("de" if document.language == "de" else None)


def test_the_policy_allows_this_script_and_this_style_alone() -> None:
    page = markup(REPORT)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    allowed = policy.group(1).replace("&#x27;", "'")
    assert allowed.startswith("default-src 'none'; ")
    assert "unsafe" not in allowed
    for name in ("style", "script"):
        sources = re.findall(rf"<{name}[^>]*>(.*?)</{name}>", page, re.DOTALL)
        assert len(sources) == 1
        assert (
            f"{name}-src 'sha256-{base64.b64encode(hashlib.sha256(sources[0].encode()).digest()).decode()}'" in allowed
        )


def test_the_page_names_no_other_place() -> None:
    assert not re.search(r"https?:|//[a-z]|@import|url\(", markup(REPORT))


def test_a_run_that_compared_nothing_does_not_look_like_one_that_found_nothing() -> None:
    nothing = msgspec.structs.replace(REPORT, findings=(), coverage=Coverage())
    quiet = msgspec.structs.replace(REPORT, findings=())
    assert words(parsed(nothing).cssselect(".headline")[0]) == "Nothing could be compared."
    assert words(parsed(quiet).cssselect(".headline")[0]) == "The documents agree wherever they could be compared."


def test_every_language_says_everything_in_its_own_words() -> None:
    assert [language.value for language in sorted(Language)] == list(languages())
    tables = {language: msgspec.to_builtins(words_of(language)) for language in languages()}
    assert {table["language"] for table in tables.values()} == set(tables)
    for table in tables.values():
        assert set(table["tools"]) == set(tables["en"]["tools"])
        assert {name: _slots(said) for name, said in table.items()} == {n: _slots(s) for n, s in tables["en"].items()}
    page = parsed(REPORT, Layout(labels=LABELS, language="de"))
    assert words(page.cssselect(".headline")[0]) == "✗ 1 Fehler, ! 1 Warnung"
    assert page.get("lang") == "de"
    with pytest.raises(CrosscheckError, match="no interface in 'fr'; use one of de, en"):
        markup(REPORT, Layout(language="fr"))


def _slots(said: object) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", str(said))) if isinstance(said, str) else set()


def test_the_difference_to_an_earlier_run_is_told_finding_by_finding() -> None:
    gone = msgspec.structs.replace(
        RANK_FINDING, fingerprint="feedfeedfeedfeed", code="CC301", message="Two days for one vote"
    )
    page = parsed(REPORT, Layout(previous=Previous("monday.json", (gone, RANK_FINDING))))
    assert words(page.cssselect(".since")[0]) == "Since monday.json: 1 new, 1 unchanged, 1 gone"
    states = {found.get("id"): found.get("data-since") for found in page.cssselect("#list details")}
    assert states == {"f-3f2a9c0d1e4b5a67": "unchanged", "f-77b1d2c3e4f50617": "new"}
    assert [words(line) for line in page.cssselect(".gone li")] == ["✗ Two days for one vote CC301"]


def test_a_thousand_findings_fit_in_two_megabytes() -> None:
    report = large_report(1000)
    assert len(report.findings) == 1000
    assert len(markup(report).encode()) <= 2_000_000


def test_what_a_long_page_folds_away_is_still_there_without_scripts() -> None:
    page = parsed(large_report(ROWS + 30))
    assert len(page.cssselect("#list details")) == ROWS
    assert len(page.cssselect("#waiting details")) == 30
    assert len(page.cssselect(".facts tbody tr[id]")) == ROWS + 30 + 13
    assert len(page.cssselect(".sources .text")) == 14


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("A title\n\nOne line\nand one more.\n\nThe end.\n", ["A title", "One line\nand one more.", "The end."]),
        ("First line.\nSecond line.\n", ["First line.", "Second line."]),
        ("\n  \n", []),
        ("  One.  ", ["One."]),
    ],
)
def test_paragraphs_are_parted_by_blank_lines_else_by_line_breaks(text: str, paragraphs: list[str]) -> None:
    assert [text[span.start : span.end] for span in find_paragraphs(text)] == paragraphs


def test_an_excerpt_keeps_short_paragraphs_and_cuts_long_ones_between_words() -> None:
    long = f"{'before ' * 60}It was 7. {'behind ' * 60}".strip()
    text = f"Short 7.\n\n{long}"
    paragraphs = find_paragraphs(text)
    whole = excerpt(text, paragraphs, paragraphs[0], Span(6, 7))
    assert (text[whole.span.start : whole.span.end], whole.cut_before, whole.cut_after) == ("Short 7.", False, False)
    start = text.index("It was 7.")
    cut = excerpt(text, paragraphs, Span(start, start + 9), Span(start + 7, start + 8))
    shown = text[cut.span.start : cut.span.end]
    assert (cut.cut_before, cut.cut_after) == (True, True)
    assert shown.startswith("before ")
    assert shown.endswith(" behind")
    assert 430 < len(shown) < 450


def test_long_sentences_are_cut_where_findings_are_many() -> None:
    text = f"{'before ' * 20}it was 7, {'behind ' * 20}".strip()
    at, sentence = text.index("7"), Span(0, len(text))
    few, many = (excerpt(text, find_paragraphs(text), sentence, Span(at, at + 1), room_for(n)) for n in (10, 1_000))
    assert (few.cut_before, few.cut_after) == (False, False)
    assert (many.cut_before, many.cut_after) == (True, True)
    assert many.span.end - many.span.start <= 60 + 1 + 60


@pytest.mark.parametrize(("findings", "room"), [(0, 220), (90, 220), (1_000, 20), (10_000, 2), (1_000_000, 1)])
def test_the_more_findings_the_less_context_each_has(findings: int, room: int) -> None:
    assert room_for(findings) == room
    text = f"{'before ' * 60}It was 7. {'behind ' * 60}".strip()
    start = text.index("It was 7.")
    cut = excerpt(text, find_paragraphs(text), Span(start, start + 9), Span(start + 7, start + 8), room)
    shown = text[cut.span.start : cut.span.end]
    assert "It was 7." in shown
    assert 9 <= len(shown) <= 9 + 2 * room


@pytest.mark.parametrize(
    ("marks", "gravity", "runs"),
    [
        ([], [], [(0, 10, -1)]),
        ([(2, 4)], [0], [(0, 2, -1), (2, 4, 0), (4, 10, -1)]),
        ([(2, 8), (4, 6)], [1, 0], [(0, 2, -1), (2, 4, 0), (4, 6, 1), (6, 8, 0), (8, 10, -1)]),
        ([(2, 8), (4, 6)], [0, 1], [(0, 2, -1), (2, 8, 0), (8, 10, -1)]),
        ([(2, 5), (4, 9)], [1, 1], [(0, 2, -1), (2, 5, 0), (5, 9, 1), (9, 10, -1)]),
        ([(-3, 2), (8, 14)], [1, 1], [(0, 2, 0), (2, 8, -1), (8, 10, 1)]),
    ],
)
def test_overlapping_claims_show_the_graver_one(
    marks: list[tuple[int, int]], gravity: list[int], runs: list[tuple[int, int, int]]
) -> None:
    cut = cut_runs(Span(0, 10), [Span(*mark) for mark in marks], gravity)
    assert [(run.span.start, run.span.end, run.mark) for run in cut] == runs

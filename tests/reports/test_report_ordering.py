"""Which facts are shown where, and in which columns."""

import msgspec
import pytest
from sample_report import CLACTON, CLACTON_DE, REPORT, TURNOUT, fact

from crosscheck import Document, check
from crosscheck.records import Fact, Report, Scope, Verdict
from crosscheck.reports import WRITERS
from crosscheck.reports.comparison import GAP, INDENT, measure_columns
from crosscheck.reports.layout import Layout
from crosscheck.reports.ordering import arrange_facts
from crosscheck.reports.words import words_of


def told(number: int, subject: str, verdict: Verdict) -> Fact:
    """Return a fact of two documents."""
    both = fact(number, CLACTON, CLACTON_DE, value=None, verdict=verdict)
    return msgspec.structs.replace(both, subject=subject)


def shown(*facts: Fact) -> list[str]:
    """Return the ids of the compared facts in the order they are shown in, where no finding touches any."""
    report = msgspec.structs.replace(REPORT, facts=facts, findings=())
    return [row.fact.id for row in arrange_facts(report).compared]


def test_what_is_contradicted_comes_first_then_what_changed_then_the_reports_order() -> None:
    facts = [told(1, "A", "agree"), told(2, "B", "changed"), told(3, "C", "compatible"), told(4, "D", "contradicted")]
    assert shown(*facts) == ["f4", "f2", "f1", "f3"]


def test_a_subjects_facts_stay_together_the_gravest_first() -> None:
    facts = [told(1, "A", "agree"), told(2, "B", "agree"), told(3, "A", "contradicted")]
    assert shown(*facts) == ["f3", "f1", "f2"]


def test_a_findings_severity_decides_where_there_is_one() -> None:
    rows = {row.fact.id: row for row in arrange_facts(REPORT).compared}
    assert [(number, rows[f"f{number}"].gravity) for number in (6, 3, 10)] == [(6, 0), (3, 1), (10, 4)]
    assert [trouble.number for trouble in rows["f8"].troubles] == [2]


def test_each_fact_is_shown_once() -> None:
    facts = arrange_facts(REPORT)
    groups = [[row.fact.id for row in group] for group in (facts.compared, facts.derived, facts.single)]
    assert groups == [["f6", "f8", "f3", "f4", "f1", "f10", "f2"], ["f9"], ["f5", "f7"]]


def told_by_two(first: str, second: str) -> Report:
    return check([Document.from_text(first, id="a"), Document.from_text(second, id="b")])


def test_years_that_only_date_others_stand_beside_them() -> None:
    report = told_by_two(
        "The council of Alburn counted 1,815 road accidents in 2031.",
        "In 2031, Alburn had 1,815 road accidents, its council said.",
    )
    facts = arrange_facts(report)
    assert [row.fact.attribute for row in facts.compared] == ["accidents (council, road)"]
    assert [row.fact.scope.time for row in facts.compared] == ["2031"]
    assert len(facts.dating) == 1
    assert facts.single == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The mill in Alburn burned down in 2031.", "The mill in Alburn burned down in 2031."),
        ("The council of Alburn counted 1,815 boats in 2031.", "The council of Alburn counted 1,815 boats in 2032."),
    ],
)
def test_years_that_say_when_something_came_about_or_differ_are_facts(first: str, second: str) -> None:
    facts = arrange_facts(told_by_two(first, second))
    assert not facts.dating


def test_only_facts_with_a_namesake_need_their_event_told() -> None:
    here = fact(1, TURNOUT, value=TURNOUT.value)
    there = msgspec.structs.replace(here, id="f2", scope=Scope(event="the vote before"))
    report = Report(
        documents=REPORT.documents,
        claims=REPORT.claims,
        facts=(here, there, told(3, "A", "agree")),
        findings=(),
        coverage=REPORT.coverage,
    )
    facts = arrange_facts(report)
    assert [row.is_namesake for row in facts.single] == [True, True]
    assert [row.is_namesake for row in facts.compared] == [False]


@pytest.mark.parametrize(
    ("documents", "width", "value_apart", "columns_there"),
    [(2, 80, False, True), (3, 80, False, True), (4, 80, False, False), (3, 132, True, True), (12, 132, True, False)],
)
def test_columns_give_way_as_the_room_shrinks(
    documents: int, width: int, value_apart: bool, columns_there: bool
) -> None:
    columns = measure_columns(documents, width)
    assert (columns.value > 0) is (value_apart or not columns_there)
    assert (columns.document > 0) is columns_there


@pytest.mark.parametrize("documents", range(1, 8))
@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_columns_fit_the_width(documents: int, width: int) -> None:
    columns = measure_columns(documents, width)
    used = [columns.label, 14, *([columns.value] if columns.value else [])]
    used += [columns.document] * documents if columns.document else []
    assert INDENT + sum(used) + GAP * (len(used) - 1) <= width


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_tells_how_many_years_stand_beside_others_and_sets_them_nowhere_else(language: str) -> None:
    text = "The council of Alburn counted 1,815 road accidents in 2031."
    report = told_by_two(text, text)
    page = "".join(WRITERS["html"](report, Layout(language=language)))
    assert words_of(language).agree(1, words_of(language).dating) in page
    assert words_of(language).no_dates in page

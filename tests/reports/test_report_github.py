"""Workflow commands: escaped, ranked, limited."""

from __future__ import annotations

import re

from foreign_report import ATTACK, CROWD, FOREIGN
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample_report import RANK_FINDING, REPORT

from golden import LAYOUT, spelled

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<properties>[^:]*)::(?P<data>.*)")


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """Return what the runner makes of *line*: the command's name, its properties, its data."""
    hit = COMMAND.fullmatch(line)
    assert hit is not None, line
    pairs = (pair.partition("=") for pair in hit["properties"].split(","))
    properties = {
        name: value.replace("%3A", ":").replace("%2C", ",").replace("%0A", "\n").replace("%0D", "\r")
        for name, _, value in pairs
    }
    return (
        hit["name"],
        {name: value.replace("%25", "%") for name, value in properties.items()},
        hit["data"].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%"),
    )


def test_at_most_ten_of_a_kind_and_one_line_that_counts_the_rest() -> None:
    *commands, last = spelled("github", CROWD, LAYOUT).splitlines()
    names = [read_command(line)[0] for line in commands]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert last == "crosscheck: not shown here: 3 errors, 1 warning, 1 info"


def test_the_surest_come_first() -> None:
    doubtful = replace(RANK_FINDING, confidence=RANK_FINDING.confidence / 2, message="doubtful")
    lines = spelled("github", replace(REPORT, findings=(doubtful, RANK_FINDING)), LAYOUT).splitlines()
    assert [read_command(line)[2].splitlines()[0] for line in lines] == [RANK_FINDING.message, "doubtful"]


def test_nothing_found_prints_nothing() -> None:
    assert spelled("github", replace(REPORT, findings=()), LAYOUT) == ""


def test_a_document_cannot_give_commands() -> None:
    (line,) = spelled("github", ATTACK, LAYOUT).splitlines()
    name, properties, data = read_command(line)
    assert name == "error"
    assert properties["file"] == "a,b:c%/1.txt"
    assert sorted(properties) == ["col", "endColumn", "endLine", "file", "line", "title"]
    assert "%0A::error::x" in data
    assert "\x1b" not in line


def test_columns_are_code_points_and_the_other_side_is_quoted() -> None:
    (line,) = spelled("github", FOREIGN, LAYOUT).splitlines()
    _, properties, data = read_command(line)
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("1", "26", "41")
    assert data.splitlines()[1] == './wire/cafe\u0301.txt:1:14: "12.341 Menschen"'


def test_a_quotation_over_two_lines_has_no_columns() -> None:
    first, *others = RANK_FINDING.evidence
    broken = replace(RANK_FINDING, evidence=(replace(first, end_line=first.line + 1), *others))
    (line,) = spelled("github", replace(REPORT, findings=(broken,)), LAYOUT).splitlines()
    properties = read_command(line)[1]
    assert (properties["line"], properties["endLine"], "col" in properties) == ("3", "4", False)


@given(st.text(min_size=1), st.text())
def test_whatever_a_document_holds_the_runner_reads_it_back(path: str, message: str) -> None:
    first, *others = RANK_FINDING.evidence
    made = replace(RANK_FINDING, message=message, evidence=(replace(first, document=path), *others))
    (line,) = spelled("github", replace(REPORT, findings=(made,)), LAYOUT).split("\n")[:-1]
    _, properties, _ = read_command(line)
    steps = [step for step in path.split("/") if step not in ("", ".")]
    assert properties["file"] == "/" * path.startswith("/") + "/".join(steps)

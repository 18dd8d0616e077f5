"""Markdown for comments: the gravest open, the rest folded, no document as mark-up."""

from __future__ import annotations

import re

import pytest
from foreign_report import ATTACK, CROWD, FOREIGN, report_of
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace
from sample_report import RANK_FINDING, REPORT

from crosscheck.records import REPORT_MARK, Report
from crosscheck.reports.markdown import LONGEST, OPEN, escape
from golden import LAYOUT, spelled

OURS = {
    REPORT_MARK,
    "<b>",
    "</b>",
    "<ins>",
    "</ins>",
    "<br>",
    "<sub>",
    "</sub>",
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
}
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def parts_of(text: str) -> set[str]:
    """Return the types of all tokens that a reader of Markdown makes of *text*, and the tags it would let through."""
    found: set[str] = set()
    for token in READER.parse(text):
        for part in (token, *(token.children or ())):
            found.add(part.type)
            if part.type in ("html_inline", "html_block"):
                found |= set(re.findall(r"<[^>]*>?", part.content))
    return found


@pytest.mark.parametrize("report", [REPORT, FOREIGN, ATTACK, CROWD])
def test_only_our_own_mark_up_is_mark_up(report: Report) -> None:
    parts = parts_of(spelled("markdown", report, LAYOUT))
    assert {part for part in parts if part.startswith("<")} <= OURS
    assert not parts & {"link_open", "image", "code_inline", "fence", "code_block", "table_open", "s_open"}


def test_a_document_mentions_nobody_and_links_nowhere() -> None:
    text = spelled("markdown", ATTACK, LAYOUT)
    assert not re.search(r"@\w|://|www\.|#\d", text)
    assert not re.search("[\x1b\u202e]", text)


@given(st.text(alphabet="ab1 .-+=#*_`<>[]()!|~&@:/\\\n\t$", max_size=40))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    inline = READER.parse(escape(text))
    shown = "".join(child.content for token in inline for child in token.children or ())
    assert shown.replace("\u2060", "") == " ".join(text.split())
    assert {token.type for token in inline} <= {"paragraph_open", "inline", "paragraph_close"}


def test_the_gravest_stay_open_and_the_rest_is_folded() -> None:
    before, _, folded = spelled("markdown", CROWD, LAYOUT).partition("<details>")
    assert before.count("**✗ error**") == OPEN
    assert f"<summary>{len(CROWD.findings) - OPEN} more findings</summary>" in folded
    assert folded.count("fingerprint") == len(CROWD.findings) - OPEN
    assert folded.count("</details>") == 1


def test_few_findings_are_not_folded() -> None:
    assert "<details>" not in spelled("markdown", REPORT, LAYOUT)


def test_a_comment_stays_within_what_a_service_takes() -> None:
    long = replace(CROWD, findings=(replace(RANK_FINDING, explanation=("why " * 300,)),) * 200)
    text = spelled("markdown", long, LAYOUT)
    assert len(text) < LONGEST + 1000
    left = re.search(r"^(\d+) findings left out here\.$", text, re.MULTILINE)
    assert left is not None
    assert int(left[1]) == 200 - text.count("fingerprint")
    assert text.index("</details>") < left.start()


def test_what_differs_is_underlined_within_the_quotation() -> None:
    text = spelled(
        "markdown",
        report_of({"a.txt": "It took 12 days.", "b.txt": "It took 13 days."}, ["12 days", "13 days"]),
        LAYOUT,
    )
    assert "> It took <b>1<ins>2</ins> days</b>.\n" in text

"""Markdown for the comment on a pull request: the gravest findings open, the rest folded.

What stands in documents is shown as text, whatever it looks like: mark-up is escaped, nobody is mentioned, nothing
linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from crosscheck.messages import say, say_count
from crosscheck.records import REPORT_MARK, Claim, Evidence, Finding, Report, Span
from crosscheck.reports.layout import Layout
from crosscheck.reports.marks import mark_differences
from crosscheck.reports.places import quote_span, word_place
from crosscheck.reports.printable import fold_space
from crosscheck.reports.quotation import set_quotation
from crosscheck.reports.signs import sign_severity
from crosscheck.reports.wording import word_confidence, word_coverage, word_summary

OPEN = 3
"""Findings that are not folded."""
LONGEST = 60_000
"""Characters: a comment may have 65,536, and what is longer is refused whole."""

_ANY_LENGTH = 1 << 30
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&$])")
_BLOCK = re.compile(r"^(#{1,6}(?=\s|$)|[-+=]|\d+(?=[.)](?:\s|$)))")
_ADDRESS = re.compile(r"(?<=@)(?=\w)|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=#)(?=\d)", re.IGNORECASE)
_JOINER = "\u2060"
"""A word joiner: shows nothing, and keeps '@name' from being a mention and an address from being a link."""
_TAGS = {" ": ("", ""), "~": ("<b>", "</b>"), "^": ("<b><ins>", "</ins></b>")}


def write(report: Report, layout: Layout) -> Iterator[str]:
    """Yield *report* as Markdown: a heading, the findings gravest first, where the mentions ended.

    Findings beyond ``LONGEST`` characters are counted only.
    """
    yield f"{REPORT_MARK}\n### crosscheck: {escape(word_summary(report, layout.words))}\n"
    claims = {claim.id: claim for claim in report.claims}
    left, length = 0, 0
    folded = False
    for number, finding in enumerate(report.findings):
        text = "".join(f"{line}\n" for line in _tell(finding, claims, layout))
        length += len(text)
        if length > LONGEST:
            left = len(report.findings) - number
            break
        if number == OPEN:
            folded = True
            more = len(report.findings) - OPEN
            folds = say_count("{number} more finding", "{number} more findings", more, number=more)
            yield f"\n<details>\n<summary>{folds.said_in(layout.locale)}</summary>\n"
        yield f"\n{text}"
    if folded:
        yield "\n</details>\n"
    if left:
        rest = say_count("{number} finding left out here.", "{number} findings left out here.", left, number=left)
        yield f"\n{rest.said_in(layout.locale)}\n"
    yield f"\n<sub>{escape(word_coverage(report.coverage, layout.words))}</sub>\n"


def escape(text: str) -> str:
    """Return *text* on one line, such that Markdown shows it as it is wherever the line stands."""
    return _escape_line(fold_space(text))


def _escape_line(text: str) -> str:
    """Return *text* such that it opens no heading, list or rule either."""
    return _escape_words(_BLOCK.sub(rf"\1{_JOINER}", text))


def _escape_words(text: str) -> str:
    """Return *text*, which opens no line, such that Markdown shows it as it is."""
    return _ADDRESS.sub(_JOINER, _MARKUP.sub(r"\\\1", text))


def _tell(finding: Finding, claims: Mapping[str, Claim], layout: Layout) -> Iterator[str]:
    severity = sign_severity(finding.severity, layout)
    sure = layout.words.terminal.sure.format(confidence=word_confidence(finding.confidence))
    yield f"**{severity}** {finding.code}, {sure}: **{escape(finding.message)}**"
    marks = mark_differences(finding.kind, [evidence.quote for evidence in finding.evidence])
    for evidence, differing in zip(finding.evidence, marks, strict=True):
        yield ""
        yield f"> {escape(word_place(evidence))}<br>"
        yield f"> {_quote(evidence, differing, claims.get(evidence.claim))}"
    yield ""
    yield from (f"- {escape(line)}" for line in finding.explanation)
    if finding.suggestion:
        yield f"- {layout.words.probably.lower()}: {escape(finding.suggestion)}"
    yield ""
    fingerprint = say("fingerprint {digits}", digits=finding.fingerprint).said_in(layout.locale)
    yield f"<sub>{escape(fingerprint)}</sub>"


def _quote(evidence: Evidence, differing: tuple[Span, ...], claim: Claim | None) -> str:
    """Return the sentence, the quotation in bold, what differs underlined."""
    quote = quote_span(evidence, claim)
    inside = [Span(quote.start + span.start, quote.start + span.end) for span in differing]
    (line,) = set_quotation(evidence.sentence, quote, inside, _ANY_LENGTH, ellipsis="…")
    text, start = "", 0
    for mark, run in groupby(line.marks):
        end = start + len(tuple(run))
        before, after = _TAGS[mark]
        text += before + (_escape_words if start else _escape_line)(line.text[start:end]) + after
        start = end
    return text.replace("</b><b>", "")

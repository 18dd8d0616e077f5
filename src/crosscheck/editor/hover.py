"""What stands behind a figure: the findings about it with their calculation, and who else states it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from crosscheck.editor.desk import Review
from crosscheck.findings.telling.notation import label_of
from crosscheck.messages import Locale, load_locale, put
from crosscheck.records import Claim, Evidence, Fact, Finding, name_subject
from crosscheck.reports.markdown import escape
from crosscheck.reports.wording import word_confidence, word_scope, word_value
from crosscheck.reports.words import words_of

Plain = Callable[[str], str]
"""Makes a text of documents show as it is."""
_MOST = 8
"""Other statements of a fact that are shown."""


def explain_place(review: Review, path: str, place: tuple[int, int], *, markdown: bool) -> str:
    """Return what there is to know about *place* in the document *path*, '' where that is nothing.

    Args:
        review: what the documents say of each other.
        path: the document's key.
        place: line and column, both from 1, in code points.
        markdown: whether the text is read as Markdown, else it is plain.
    """
    show: Plain = escape if markdown else str
    told = [
        "\n".join(_tell_finding(finding, review.language, show))
        for finding in review.findings_in(path)
        if any(evidence.document == path and _covers(evidence, place) for evidence in finding.evidence)
    ]
    if not told:
        told = ["\n".join(_tell_fact(claim, fact, review, show)) for claim, fact in _find_facts(review, path, place)]
    return ("\n\n---\n\n" if markdown else "\n\n").join(filter(None, told))


def covers(evidence: Evidence, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Return whether the quotation shares a character with what stands from *first* to *last*, or touches it."""
    return (evidence.line, evidence.column) <= last and first <= (evidence.end_line, evidence.end_column)


def _covers(evidence: Evidence, place: tuple[int, int]) -> bool:
    return covers(evidence, place, place)


def _tell_finding(finding: Finding, language: str, show: Plain) -> Iterator[str]:
    words, locale = words_of(language), load_locale(language)
    sure = words.terminal.sure.format(confidence=word_confidence(finding.confidence))
    yield show(f"{finding.code} {words.severity[finding.severity]}, {sure}: {finding.message}")
    yield ""
    yield from (f"- {show(line)}" for line in finding.explanation)
    if finding.suggestion:
        yield f"- {show(f'{words.probably.lower()}: {finding.suggestion}')}"
    yield ""
    for evidence in finding.evidence:
        name = f"{PurePath(evidence.document).name}:{evidence.line}"
        yield f"- {show(f'{name}: {locale.quote(evidence.sentence)}')}"


def _find_facts(review: Review, path: str, place: tuple[int, int]) -> Iterator[tuple[Claim, Fact]]:
    """Yield the claims at *place* whose fact more than one claim states."""
    document = review.documents.get(path)
    for claim in review.report.claims if document else ():
        if document is not None and claim.document == path and claim.id in review.facts:
            start, end = document.place(claim.quote.start), document.place(claim.quote.end)
            if start <= place <= end and len(review.facts[claim.id].claims) > 1:
                yield claim, review.facts[claim.id]


def _tell_fact(claim: Claim, fact: Fact, review: Review, show: Plain) -> Iterator[str]:
    words, locale = words_of(review.language), load_locale(review.language)
    scope = word_scope(fact.scope, words, without=fact.subject)
    subject = put(name_subject(fact.subject), locale)
    attribute = label_of(fact.attribute, review.concepts).said_in(locale)
    head = ", ".join(filter(None, (subject, attribute, scope)))
    yield show(f"{head}: {_word(claim, locale)}, {words.verdict[fact.verdict]}")
    yield ""
    for other in [other for other in fact.claims if other.id != claim.id][:_MOST]:
        line, _ = review.documents[other.document].place(other.quote.start)
        yield f"- {show(f'{PurePath(other.document).name}:{line}: {_word(other, locale)}')}"
    yield from (f"- {show(check)}" for check in fact.checks)


def _word(claim: Claim, locale: Locale) -> str:
    """Return the claim's value; what it counts is told by the attribute."""
    return word_value(claim.value, locale, counted=claim.kind == "number")

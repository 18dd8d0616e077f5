"""An extraction for a terminal: each value in text order, with the claim that was read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crosscheck.records import Amount, Annotated, Claim, Document, Mention, Span
from crosscheck.reports.console import render
from crosscheck.reports.layout import Layout
from crosscheck.reports.printable import fold_space
from crosscheck.reports.wording import word_scope, word_value
from crosscheck.reports.words import Words
from crosscheck.values.interval import Interval


def write(documents: Sequence[Annotated], claims: Sequence[Claim], layout: Layout) -> str:
    """Return a table a document: place, words, kind and value of every mention, and the claims made with it.

    Names are left out unless they carry a claim or the layout is verbose.
    """
    return render(_set_extraction(documents, claims, layout), layout)


def _set_extraction(
    documents: Sequence[Annotated], claims: Sequence[Claim], layout: Layout
) -> Iterator[RenderableType]:
    for number, annotated in enumerate(documents):
        document = annotated.document
        made = [claim for claim in claims if claim.document == document.key]
        if number:
            yield Text()
        yield _heading(annotated, made, layout.words)
        yield _table(annotated, made, layout)


def _heading(annotated: Annotated, made: Sequence[Claim], words: Words) -> Text:
    counts = (
        words.count(len(annotated.sentences), "sentence"),
        words.agree(len(annotated.mentions), words.terminal.mentions),
        words.count(len(made), "claim"),
    )
    head = Text(f"{annotated.document.key}: ", style="bold", no_wrap=True)
    return head.append(", ".join(counts), style="not bold")


def _table(annotated: Annotated, made: Sequence[Claim], layout: Layout) -> RenderableType:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    claims_at: dict[Span, list[Claim]] = {}
    for claim in made:
        claims_at.setdefault(claim.mention.span if claim.mention else claim.quote, []).append(claim)
    mentions = {mention.span: mention for mention in annotated.mentions}
    for span in sorted(mentions.keys() | claims_at.keys()):
        mention, claims = mentions.get(span), claims_at.get(span, [])
        if claims or layout.verbose or (mention is not None and mention.kind != "name"):
            table.add_row(*_row(span, mention, claims, annotated.document, layout))
    return Padding(table, (0, 0, 0, 2))


def _row(
    span: Span, mention: Mention | None, claims: Sequence[Claim], document: Document, layout: Layout
) -> tuple[str, str, str, Text, Text]:
    line, column = document.place(span.start)
    value = _word_mention(mention, layout) if mention is not None else ""
    words = Text("\n").join(_word_claim(claim, layout) for claim in claims)
    return (
        f"{line}:{column}",
        fold_space(document.slice(span)),
        layout.words.extraction.kind[mention.kind] if mention is not None else layout.words.extraction.words,
        Text(value, style="bold"),
        words,
    )


def _word_mention(mention: Mention, layout: Layout) -> str:
    """Return the value of *mention*: its TIMEX3 value, or its bounds with unit; the hedge where there is one."""
    hedge = f" ({layout.words.extraction.hedge.get(mention.hedge, mention.hedge)})" if mention.hedge else ""
    if mention.timex:
        return mention.timex + hedge
    if mention.low is None and mention.high is None:
        return ""
    interval = Interval.of(mention.low, mention.high)
    stated = Fraction(mention.low) if mention.low is not None and mention.low == mention.high else None
    value = word_value(Amount(interval, stated, mention.unit), layout.locale, counted=mention.kind == "number")
    unit = f" {mention.unit}" if mention.kind == "number" and mention.unit else ""
    return value + unit + hedge


def _word_claim(claim: Claim, layout: Layout) -> Text:
    """Return who or what, which attribute, and everything that narrows or weakens it."""
    words = layout.words
    value = "" if claim.mention is not None else f" = {fold_space(word_value(claim.value, layout.locale))}"
    about = f"{fold_space(layout.subject(claim.subject)) or words.no_subject}: {layout.label(claim.attribute)}{value}"
    notes = [fold_space(word_scope(claim.scope, words, without=claim.subject))]
    notes.append(words.modality.get(claim.modality, ""))
    notes.append(words.extraction.says.format(speaker=fold_space(claim.speaker)) if claim.speaker else "")
    told = ", ".join(note for note in notes if note)
    return Text(about).append(f" ({told})" if told else "", style="dim")

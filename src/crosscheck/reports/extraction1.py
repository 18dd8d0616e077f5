"""JSON of an extraction, schema 1: what stands in the documents and is claimed there, before anything is compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from crosscheck import records
from crosscheck.records import Annotated, MentionKind
from crosscheck.reports import encode1, schema1
from crosscheck.reports.layout import Layout
from crosscheck.reports.tool import tool
from crosscheck.reports.wording import index_documents


class Mention(msgspec.Struct, frozen=True):
    """A value or a name at its place; lines and columns are 1-based, offsets code points of the text, half-open."""

    document: str
    line: int
    column: int
    start: int
    end: int
    surface: str
    kind: MentionKind
    low: schema1.Bound
    high: schema1.Bound
    unit: str
    timex: str
    hedge: str
    rule: str


class Extraction(msgspec.Struct, frozen=True):
    """What ``crosscheck extract`` found, in text order."""

    schema: Literal[1]
    tool: schema1.Tool
    documents: tuple[schema1.Document, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[schema1.Claim, ...]


def write(documents: Sequence[Annotated], claims: Sequence[records.Claim], _layout: Layout) -> str:
    """Return the extraction as JSON, indented, with a line break at the end."""
    index = index_documents(annotated.document for annotated in documents)
    extraction = Extraction(
        schema=1,
        tool=tool(),
        documents=tuple(encode1.from_document(annotated.document) for annotated in documents),
        mentions=tuple(
            _from_mention(mention, annotated.document) for annotated in documents for mention in annotated.mentions
        ),
        claims=tuple(encode1.from_claim(claim, index[claim.document]) for claim in claims),
    )
    return schema1.indented(extraction)


def _from_mention(mention: records.Mention, document: records.Document) -> Mention:
    line, column = document.place(mention.span.start)
    return Mention(
        document=document.key,
        line=line,
        column=column,
        start=mention.span.start,
        end=mention.span.end,
        surface=mention.surface,
        kind=mention.kind,
        low=encode1.low_bound(mention.low),
        high=encode1.high_bound(mention.high),
        unit=mention.unit,
        timex=mention.timex,
        hedge=mention.hedge,
        rule=mention.rule,
    )

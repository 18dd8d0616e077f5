"""The cells that the tables of facts share."""

from __future__ import annotations

import msgspec
from rich.text import Text

from crosscheck.records import Claim, Document, Fact
from crosscheck.reports.layout import Layout
from crosscheck.reports.ordering import Row
from crosscheck.reports.printable import fold_space
from crosscheck.reports.wording import word_scope, word_value

_QUOTE_LENGTH = 90
_MEASURED = frozenset({"quantity", "money"})


def set_label(row: Row, layout: Layout, *, with_subject: bool = False) -> Text:
    """Return what the fact is about: its attribute and what narrows it; the event only where it has a namesake."""
    fact = row.fact
    subject = f"{fold_space(layout.subject(fact.subject))}: " if with_subject and fact.subject else ""
    label = Text(subject + layout.label(fact.attribute))
    scope = fact.scope if row.is_namesake or layout.verbose else msgspec.structs.replace(fact.scope, event="")
    words = word_scope(scope, layout.words, without=fact.subject)
    return label.append(f" ({fold_space(words)})", style="dim") if words else label


def set_value(fact: Fact, layout: Layout) -> Text:
    """Return what the sources jointly say, or how they are divided."""
    if fact.value is not None:
        return Text(fold_space(word_value(fact.value, layout.locale, counted=not _is_measured(fact))))
    is_divided = fact.against and fact.verdict == "contradicted"
    divided = layout.words.divided.format(**{"for": fact.in_favour, "against": fact.against})
    return Text(divided if is_divided else "")


def _is_measured(fact: Fact) -> bool:
    """Return whether the fact's unit is one of measure or money, which no language has a word of its own for."""
    claims = fact.claims or fact.sources
    return any(claim.kind in _MEASURED for claim in claims)


def quote_claim(claim: Claim, document: Document, layout: Layout) -> str:
    """Return the words that carry the value, as printed; with their modality where they do not assert it."""
    words = fold_space(document.slice(claim.quote))
    if len(words) > _QUOTE_LENGTH and not layout.verbose:
        words = f"{words[:_QUOTE_LENGTH].rstrip()}{layout.ellipsis}"
    return (
        words
        if claim.modality == "asserted"
        else f"{words} ({layout.words.modality.get(claim.modality, claim.modality)})"
    )

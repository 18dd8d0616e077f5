"""All mentions of a document: each finder's hits, overlaps decided, in text order."""

from __future__ import annotations

from crosscheck.languages import LanguagePack, load_language
from crosscheck.mentions.dates import find_dates
from crosscheck.mentions.names import find_names
from crosscheck.mentions.numbers import find_numbers
from crosscheck.mentions.sentences import find_sentences
from crosscheck.records import Annotated, Document, Mention


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Return every value in *document*, in text order, none overlapping another.

    The document's language must be known. Dates beat numbers where they overlap; but a duration that is only the end
    of a rate ('$14.95 a month') goes to the number. Names are no values: ``annotate`` has them.
    """
    return _find_values(document, load_language(document.language))


def annotate(document: Document) -> Annotated:
    """Return *document* with its sentences, and its mentions: values and names, values before names on overlap."""
    pack = load_language(document.language)
    values = list(_find_values(document, pack))
    mentions = _without_overlaps(values, find_names(document.text, pack))
    return Annotated(document, find_sentences(document.text, pack), mentions)


def _find_values(document: Document, pack: LanguagePack) -> tuple[Mention, ...]:
    dates = find_dates(document.text, pack, document.published)
    numbers = find_numbers(document.text, pack)
    return _without_overlaps(_without_rates(dates, numbers), numbers)


def _without_rates(dates: list[Mention], numbers: list[Mention]) -> list[Mention]:
    """Return *dates* without the durations that end a longer number: the 'a month' of '$14.95 a month'."""
    ends = {mention.span.end: mention.span.start for mention in numbers}
    return [
        mention
        for mention in dates
        if mention.kind not in ("duration", "frequency")
        or ends.get(mention.span.end, mention.span.end) >= mention.span.start
    ]


def _without_overlaps(*ranked: list[Mention]) -> tuple[Mention, ...]:
    """Return the mentions of all lists in text order; where two overlap, the earlier list wins."""
    kept: list[Mention] = []
    for found in ranked:
        merged: list[Mention] = []
        at = 0
        for mention in found:
            while at < len(kept) and kept[at].span.end <= mention.span.start:
                merged.append(kept[at])
                at += 1
            if at == len(kept) or kept[at].span.start >= mention.span.end:
                merged.append(mention)
        kept = merged + kept[at:]
    return tuple(kept)

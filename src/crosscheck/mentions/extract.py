"""All mentions of a document: each finder's hits, overlaps decided, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crosscheck.languages import LanguagePack, load_language
from crosscheck.mentions.dates import find_dates
from crosscheck.mentions.numbers import find_numbers
from crosscheck.mentions.sentences import find_sentences
from crosscheck.records import Annotated, Document, Mention

_MEASURED = frozenset(("money", "percent", "quantity"))


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Return every value in *document*, in text order, none overlapping another.

    The document's language must be known. Dates beat numbers where they overlap, but not where they are a part of an
    amount: the month of '$14.95 a month', the years of '5 years old'. Names are no values: ``annotate`` has them.
    """
    return _find_values(document, load_language(document.language))


def annotate(document: Document) -> Annotated:
    """Return *document* with its sentences, and its mentions: values and names, values before names on overlap."""
    return annotate_all((document,))[0]


def annotate_all(documents: Sequence[Document]) -> list[Annotated]:
    """Return what ``annotate`` does for each of *documents*.

    Each finder reads all of them before the next one begins, so that its words and patterns stay in the processor's
    cache: for short texts a twentieth of the time of a run.
    """
    from crosscheck.mentions.names import find_names  # late, because values alone do without

    packs = [load_language(document.language) for document in documents]
    read = list(zip(documents, packs, strict=True))
    dates = [find_dates(document.text, pack, document.published) for document, pack in read]
    numbers = [find_numbers(document.text, pack) for document, pack in read]
    names = [find_names(document.text, pack) for document, pack in read]
    sentences = [find_sentences(document.text, pack) for document, pack in read]
    return [
        Annotated(document, spans, _without_overlaps(list(_as_values(days, figures)), named))
        for document, spans, days, figures, named in zip(documents, sentences, dates, numbers, names, strict=True)
    ]


def _find_values(document: Document, pack: LanguagePack) -> tuple[Mention, ...]:
    dates = find_dates(document.text, pack, document.published)
    return _as_values(dates, find_numbers(document.text, pack))


def _as_values(dates: list[Mention], numbers: list[Mention]) -> tuple[Mention, ...]:
    """Return *dates* and *numbers* as they beat each other, in text order."""
    return _without_overlaps(_without_parts(dates, numbers), numbers)


def _without_parts(dates: list[Mention], numbers: list[Mention]) -> list[Mention]:
    """Return *dates* without those that are only a part of a number beside them."""
    kept: list[Mention] = []
    at = 0
    for date in dates:
        while at < len(numbers) and numbers[at].span.end <= date.span.start:
            at += 1
        near = at
        while near < len(numbers) and numbers[near].span.start < date.span.end:
            if _is_part(date, numbers[near]):
                break
            near += 1
        else:
            kept.append(date)
    return kept


def _is_part(date: Mention, number: Mention) -> bool:
    """Return whether *number*, which overlaps *date*, says more: it goes on after it, or only it has the beginning.

    So does '3.23 shekels' beside the clock time 3.23, '5 years old' beside 'about 5 years', and '$14.95 a month'
    beside 'a month'. An age and a fraction may have the same place as the duration ('im Alter von 3 Jahren', 'three
    quarters'), and words may hold it ('one hundred and three quarters').
    """
    if date.kind == "time" and (number.unit == "hour" or number.span == date.span):
        return False  # 'de 8 heures à 18 heures', 'a quarter to nine'
    if number.span == date.span:
        return number.rule == "age" or (_is_in_words(number) and Fraction(number.low or 0).denominator > 1)
    if number.kind not in _MEASURED or (number.kind == "quantity" and date.kind == "date"):
        return _is_in_words(number) and number.span.start < date.span.start and number.span.end >= date.span.end
    if number.span.end != date.span.end:
        return number.span.end > date.span.end
    return number.span.start < date.span.start


def _is_in_words(number: Mention) -> bool:
    return number.kind == "number" and number.surface[:1].isalpha()


def _without_overlaps(first: list[Mention], others: list[Mention]) -> tuple[Mention, ...]:
    """Return both lists, each in text order and without overlaps, as one; where two overlap, that of *first* wins."""
    merged: list[Mention] = []
    at, count = 0, len(first)
    for mention in others:
        start = mention.span.start
        while at < count and first[at].span.end <= start:
            merged.append(first[at])
            at += 1
        if at == count or first[at].span.start >= mention.span.end:
            merged.append(mention)
    return (*merged, *first[at:])

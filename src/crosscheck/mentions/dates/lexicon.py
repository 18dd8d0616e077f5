"""The vocabulary of a language pack as a table from words to token classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache

import msgspec
import re2

from crosscheck.languages import load_language
from crosscheck.languages.dates import DateWords
from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.bounds import Bounds, bounds_of
from crosscheck.mentions.dates.scanner import Meaning, forms, make_scanner
from crosscheck.mentions.dates.tense import Tenses, tenses_of
from crosscheck.mentions.dates.tokens import RAW, Value


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A phrase: its words, and the tokens that it stands for."""

    words: tuple[str, ...]
    meanings: tuple[Meaning, ...]


class Entries(msgspec.Struct, frozen=True, gc=False):
    """The phrases that a word begins: it alone, if that is one, and the longer ones by second word, longest first."""

    alone: Entry | None
    longer: dict[str, tuple[Entry, ...]]


class Lexicon(msgspec.Struct, frozen=True, gc=False):
    """One language's phrases by their first word, the longest first; the pattern that finds every core word and digits
    that may be a date, over UTF-8; the words that tell a tense; all words that occur in a phrase; the phrases that make
    a date a bound.
    """

    words: DateWords
    entries: dict[str, Entries]
    scanner: re2._Regexp
    tenses: Tenses
    vocabulary: frozenset[str]
    bounds: Bounds


@cache
def lexicon(code: str) -> Lexicon:
    """Return the lexicon of the language pack *code*."""
    words = load_language(code).dates
    phrases: dict[str, tuple[Meaning, ...]] = {}
    for phrase, meaning in _vocabulary(words):
        phrases.setdefault(phrase, (meaning,))
    for phrase, meanings in _compounds(words):
        phrases.setdefault(phrase, meanings)
    for phrase, replacement in words.stands_for.items():
        for form in forms(phrase, words):
            phrases[form] = tuple(m for word in replacement.split("|") for m in phrases[word])
    entries: dict[str, list[Entry]] = {}
    for phrase, meanings in phrases.items():
        split = _split(phrase)
        entries.setdefault(split[0], []).append(Entry(split, meanings))
    return Lexicon(
        words,
        {first: _by_second(found) for first, found in entries.items()},
        make_scanner(phrases, words),
        tenses_of(words),
        _known(words, phrases),
        bounds_of(words),
    )


def _by_second(entries: Sequence[Entry]) -> Entries:
    """Return *entries*, which begin with one word, by their second."""
    longer: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.words)):
        if len(entry.words) > 1:
            longer.setdefault(entry.words[1], []).append(entry)
    alone = next((entry for entry in entries if len(entry.words) == 1), None)
    return Entries(alone, {second: tuple(several) for second, several in longer.items()})


def _known(words: DateWords, phrases: Iterable[str]) -> frozenset[str]:
    """Return every word that may stand in an expression, suffixes of digits included."""
    suffixes = words.ordinal_suffixes + words.decade_suffixes
    return frozenset(suffixes).union(word for phrase in phrases for word in _split(phrase))


def _split(phrase: str) -> tuple[str, ...]:
    """Return the raw tokens of a phrase."""
    return tuple(match[0] for match in RAW.finditer(phrase))


def _parts_of_weekdays(words: DateWords) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    tables = (words.parts, words.part_adverbs, words.part_or_tomorrow)
    parts = [(form, (t.PART, name)) for table in tables for name, phrases in table.items() for form in phrases]
    parts += [(form, (t.MOMENT, name)) for name, phrases in words.moments.items() for form in phrases]
    for number, phrases in enumerate(words.weekdays, 1):
        for day in phrases:
            if day not in words.needs_company:
                for form, part in parts:
                    yield day + form, ((t.WEEKDAY, number), part)


def _compounds(words: DateWords) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Yield the words that say two things at once: 'Montagabend', 'dreitägig', 'jahrelang'."""
    if words.compounds:
        yield from _parts_of_weekdays(words)
    yield from _adjectives(words)


def _adjectives(words: DateWords) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Yield the adjectives of lengths, alone, as digits have them before them, and with a number."""
    for unit, adjectives in words.unit_adjectives.items():
        for adjective in adjectives:
            for form in forms(adjective, words):
                yield form, ((t.UNITS, unit),)
                for number, prefixes in words.adjective_numbers.items():
                    for prefix in prefixes:
                        yield prefix + form, ((t.CARDINAL, number), (t.UNITS, unit))
    for unit, adjectives in words.vague_adjectives.items():
        for adjective in adjectives:
            for form in forms(adjective, words):
                yield form, ((t.VAGUE, None), (t.UNITS, unit))


def _vocabulary(words: DateWords) -> Iterator[tuple[str, Meaning]]:
    """Yield every phrase with its class and value; of two meanings of one phrase the first counts."""
    for code, value, phrases in _classes(words):
        for phrase in phrases:
            for form in forms(phrase, words):
                yield form, (code, value)


def _classes(words: DateWords) -> Iterator[tuple[str, Value, Iterable[str]]]:
    yield t.UNKNOWN, None, words.no_dates
    yield from _calendar_classes(words)
    yield from _number_classes(words)
    for code, table in ((t.DAY, words.days), (t.YEAR_WORD, words.years), (t.NEIGHBOUR, words.neighbours)):
        for steps, phrases in table.items():
            yield code, steps, phrases
    for steps, phrases in words.directions.items():
        yield t.DIRECTION, steps, phrases
    yield t.TIMES, None, words.times
    yield t.TIMES, 1, words.times_words
    yield t.EVERY, 1, words.every
    yield t.EVERY, 2, words.every_other
    yield t.DIRECTION, t.COMING, words.coming
    yield t.DIRECTION, t.PAST, words.past
    named = (
        (t.MOD, words.mods), (t.REFERENCE, words.references), (t.APPROXIMATOR, words.approximators),
        (t.HEDGE, words.hedges), (t.SET, words.sets), (t.CLOCK_WORD, words.clock_words), (t.ZONE, words.zones),
        (t.HOLIDAY, words.holidays), (t.FISCAL, words.fiscal),
    )  # fmt: skip
    for code, codes in named:
        for name, phrases in codes.items():
            yield code, name, phrases
    plain = (
        (t.ARTICLE, words.articles), (t.ONE, words.ones), (t.IN, words.hence), (t.LICENCE, words.prepositions),
        (t.RANGE, words.ranges), (t.AT, words.clock_prepositions), (t.GENITIVE, words.genitives),
        (t.JOINER, words.joiners), (t.VOR, words.ago_before), (t.AGO, words.ago_after), (t.FROM_NOW, words.from_now),
        (t.EARLIER, words.earlier), (t.LATER, words.later), (t.BEFORE, words.before), (t.AFTER, words.after),
        (t.SAME, words.same), (t.WHOLE, words.whole),
        (t.AGE, words.ages), (t.AGED, words.ages_before),
    )  # fmt: skip
    for code, alike in plain:
        yield code, None, alike


def _calendar_classes(words: DateWords) -> Iterator[tuple[str, Value, Iterable[str]]]:
    lone = words.needs_company
    for code, alone, table in (
        (t.MONTH, t.LONE_MONTH, words.months),
        (t.WEEKDAY, t.LONE_WEEKDAY, words.weekdays),
    ):
        for number, phrases in enumerate(table, 1):
            yield code, number, [p for p in phrases if p not in lone]
            yield alone, number, [p for p in phrases if p in lone]
    for number, phrases in enumerate(words.weekly, 1):
        yield t.WEEKLY, number, phrases
    for name, phrases in words.seasons.items():
        yield t.SEASON, name, [p for p in phrases if p not in lone]
        yield t.LONE_SEASON, name, [p for p in phrases if p in lone]
    named = (
        (t.PART_OR_TOMORROW, words.part_or_tomorrow), (t.PART, words.parts), (t.PART_ADVERB, words.part_adverbs),
        (t.MOMENT, words.moments), (t.PARTS, words.part_plurals), (t.UNIT, words.units),
        (t.UNITS, words.unit_plurals), (t.DECADE, words.decades),
    )  # fmt: skip
    for code, codes in named:
        for name, phrases in codes.items():
            yield code, name, phrases
    for minutes, phrases in words.clock_offsets.items():
        yield t.CLOCK_OFFSET, minutes, phrases


def _number(text: str) -> int | Decimal:
    return int(text) if text.isdigit() else Decimal(text)


def _number_classes(words: DateWords) -> Iterator[tuple[str, Value, Iterable[str]]]:
    for number, word in enumerate(words.cardinals, 2):
        yield t.CARDINAL, number, (word,)
    for ten, word in enumerate(words.tens, 2):
        yield t.CARDINAL, 10 * ten, (word,)
        for one in range(1, 10):
            name = words.compound_ones[one - 1]
            yield t.CARDINAL, 10 * ten + one, [form.format(one=name, ten=word) for form in words.compound_cardinals]
    for fraction, phrases in words.fractions.items():
        yield t.CARDINAL, _number(fraction), phrases
    for number, word in enumerate(words.ordinals, 1):
        forms = (word, word.replace("-", " ")) if "-" in word else (word,)
        yield t.SECOND if word in words.needs_company else t.ORDINAL, number, forms
    for number, phrases in words.ordinal_forms.items():
        yield t.ORDINAL, number, phrases
    yield t.HUNDRED, 100, words.hundreds
    yield t.HUNDRED, 1000, words.thousands
    yield t.VAGUE, None, words.vague
    yield t.HALF, None, words.halves

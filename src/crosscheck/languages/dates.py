"""The section ``dates`` of a language pack: the vocabulary of dates, times, durations and frequencies.

A word or phrase is written in lower case. A final ``~`` stands for each of ``endings`` ('letzt~'). Keys of tables are
TIMEX3 codes or whole numbers, so that a pack says which words mean what and nothing else.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Phrases = tuple[str, ...]


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Vocabulary of the section.

    ``numeric_order`` is the order of 10/9/2014; ``ordinal_dot`` says that a dot after digits makes an ordinal
    ('9. Oktober'); ``colon_is_clock`` that 10:30 is a time of day wherever it stands; ``bare_years`` that a year needs no preposition ('2007 wurde ...'); ``compounds`` that a weekday
    and a part of the day are one word ('Montagabend'). ``stands_for`` gives a word the meaning of others, with a bar
    between them. ``months`` (12), ``weekdays`` and ``weekly`` ('mondays', 7 each) list the forms of each, Monday first.
    ``needs_company`` are words that are no date alone ('may', 'march', 'sun').
    """

    numeric_order: Literal["dmy", "mdy"] = "dmy"
    decimal_mark: str = "."
    ordinal_dot: bool = False
    colon_is_clock: bool = False
    bare_years: bool = False
    compounds: bool = False
    endings: Phrases = ()
    stands_for: dict[str, str] = {}

    months: tuple[Phrases, ...] = ()
    weekdays: tuple[Phrases, ...] = ()
    weekly: tuple[Phrases, ...] = ()
    needs_company: frozenset[str] = frozenset()
    seasons: dict[str, Phrases] = {}
    parts: dict[str, Phrases] = {}
    part_or_tomorrow: dict[str, Phrases] = {}
    part_adverbs: dict[str, Phrases] = {}
    moments: dict[str, Phrases] = {}
    units: dict[str, Phrases] = {}
    calendar_weeks: Phrases = ()
    unit_plurals: dict[str, Phrases] = {}
    unit_adjectives: dict[str, Phrases] = {}
    adjective_numbers: dict[int, Phrases] = {}
    vague_adjectives: dict[str, Phrases] = {}
    days: dict[int, Phrases] = {}
    years: dict[int, Phrases] = {}
    neighbours: dict[int, Phrases] = {}
    references: dict[str, Phrases] = {}
    directions: dict[int, Phrases] = {}
    past: Phrases = ()
    coming: Phrases = ()
    mods: dict[str, Phrases] = {}
    holidays: dict[str, Phrases] = {}
    decades: dict[str, Phrases] = {}
    decade_suffixes: Phrases = ()
    fiscal: dict[str, Phrases] = {}

    cardinals: Phrases = ()
    tens: Phrases = ()
    compound_ones: Phrases = ()
    compound_cardinals: Phrases = ()
    fractions: dict[str, Phrases] = {}
    ordinals: Phrases = ()
    ordinal_suffixes: Phrases = ()
    vague: Phrases = ()
    halves: Phrases = ()
    approximators: dict[str, Phrases] = {}
    hedges: dict[str, Phrases] = {}

    articles: Phrases = ()
    ones: Phrases = ()
    prepositions: Phrases = ()
    clock_prepositions: Phrases = ()
    day_prepositions: Phrases = ()
    genitives: Phrases = ()
    joiners: Phrases = ()
    ranges: Phrases = ()
    hence: Phrases = ()
    from_now: Phrases = ()
    counted_from: Phrases = ()
    ago_before: Phrases = ()
    ago_after: Phrases = ()
    earlier: Phrases = ()
    later: Phrases = ()
    before: Phrases = ()
    after: Phrases = ()
    same: Phrases = ()
    whole: Phrases = ()
    ages: Phrases = ()

    every: Phrases = ()
    every_other: Phrases = ()
    times: Phrases = ()
    times_words: Phrases = ()
    sets: dict[str, Phrases] = {}

    clock_words: dict[str, Phrases] = {}
    clock_offsets: dict[int, Phrases] = {}
    clock_past: Phrases = ()
    clock_to: Phrases = ()
    zones: dict[str, Phrases] = {}

    past_tense: Phrases = ()
    future_tense: Phrases = ()
    no_tense: Phrases = ()

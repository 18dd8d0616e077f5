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

    How the language writes: ``numeric_order`` is the order of 10/9/2014, ``decimal_mark`` that of 3.5;
    ``ordinal_dot`` says that a dot after digits makes an ordinal ('9. Oktober'), ``colon_is_clock`` that 10:30 is a
    time of day wherever it stands, ``bare_years`` that a year needs no preposition ('2007 wurde ...'),
    ``compounds`` that a weekday and a part of the day are one word ('Montagabend'), ``postposed_directions`` that
    'last' and 'next' stand behind what they shift ('lundi prochain').

    The calendar: ``months`` (12) and ``weekdays`` (7, Monday first) list the forms of each, ``weekly`` those of
    'mondays'; ``seasons``, ``parts`` of the day, ``units`` and ``references`` are keyed by TIMEX3 codes (SP, EV, D,
    PRESENT_REF; TS, TM, TH for seconds, minutes, hours); ``moments`` by times ('T12'), ``holidays`` by the rules of
    `crosscheck.values.calendar.feast`, ``decades`` by TIMEX3 ('198'). ``needs_company`` are words that are no date
    alone ('may', 'march', 'sun'), ``no_dates`` phrases that only look like one ('Good morning', 'Mail on Sunday').
    ``part_or_tomorrow`` is a word for both ('morgen'), ``part_plurals`` tell how often ('Friday mornings').

    Of publication: ``published`` are phrases that lead to its day ('issued on'), ``releases`` the ends of words for
    papers and what is given out ('mitteilung'), to which ``release_joints`` join it; ``bylines`` lead to who wrote it.

    Distances: ``days`` and ``years`` count from the publication (-1: 'yesterday'), ``neighbours`` from the day
    named last (-1: 'the day before'); ``directions`` are -1 'last', 0 'this', 1 'next'; ``coming`` and ``past``
    name the nearest. ``lasting_before`` ('for') and ``lasting_after`` ('lang') say of a length that something took it.
    ``hence`` ('in'), ``ago_before`` ('vor') stand before a length; ``from_now``, ``ago_after``
    ('ago'), ``earlier`` and ``later`` after it; ``before``, ``after`` and ``counted_from`` between a length and a
    date. ``than`` makes of a length 'later' or 'earlier' no date ('zwei Tage später als er'), farther behind where one
    of ``foreseen`` follows: 'zwei Jahre später fertig als geplant'.

    Numbers: ``cardinals`` run from two to nineteen, ``tens`` from twenty, joined by the patterns
    ``compound_cardinals`` over ``compound_ones``; ``hundreds`` and ``thousands`` make years in words ('two thousand
    and five'), which the language writes so only where it lists them; ``ordinals`` run from first to thirty-first,
    ``ordinal_forms`` are others of the same rank ('première'). ``decade_units`` stand before a decade's digits
    ('années 80').
    ``approximators`` and ``hedges`` are keyed by the TIMEX3 mod; so are ``bounds`` and ``bounds_after``, which make a
    date the bound of another, before it ('no later than') and after it ('or earlier'). ``adjective_numbers`` with
    ``unit_adjectives`` make one word ('dreitägig'). Hedges that are ``spanning`` only say during which days, weeks or
    months ('paid over three months'), but behind words that are ``lasting`` ('lasted over three months').

    The clock: ``clock_words`` are keyed by AM, PM or '', ``clock_offsets`` by minutes ('half past': 30), ``zones``
    by the offset from UTC as ISO 8601 writes it; ``clock_units`` after one of ``clock_prepositions`` make a time of
    day and no duration ('à 19 heures'); ``length_leads`` before a clock time make it a length ('dure 2 h 30').

    ``night_leads`` lead to the day on which a night ends ('in der Nacht zum Dienstag'): else it begins on that day.

    Context: ``prepositions`` license a year after them; of these ``day_prepositions`` and ``month_prepositions`` go
    with an abbreviated weekday and with a month that needs company. ``now_articles`` make a bare 'year' the current
    one ('des Jahres'); after ``measures`` and a genitive stands a number ('a total of 1900'), and so it does before
    one of ``wholes`` and a greater one ('1914 der 2150'). Where years are bare, digits between one of ``by`` and one of
    ``led_to`` are none ('um 1150 auf 63.400'); nor are they behind one of ``counting`` and before an adjective that is
    none of ``determiners`` ('mit 1950 neuen Häusern'). ``past_tense`` and ``future_tense``
    tell on which side of the publication a date without a year lies; a ``*`` stands for any letters, and
    ``no_tense`` are the exceptions.
    ``stands_for`` gives a word the tokens of others, with a bar between them ('tonight': 'today|night').
    ``ages`` stand after a number of years that is an age, ``ages_before`` before it; ``apposed_ages`` are units that
    make one between commas ('Anne, 58 ans, ...'); ``after_ages`` are words behind one that show it to be a noun itself
    ('The 58-year-old said'), as patterns.
    """

    numeric_order: Literal["dmy", "mdy"] = "dmy"
    decimal_mark: str = "."
    ordinal_dot: bool = False
    colon_is_clock: bool = False
    bare_years: bool = False
    compounds: bool = False
    postposed_directions: bool = False
    endings: Phrases = ()
    stands_for: dict[str, str] = {}

    months: tuple[Phrases, ...] = ()
    weekdays: tuple[Phrases, ...] = ()
    weekly: tuple[Phrases, ...] = ()
    needs_company: frozenset[str] = frozenset()
    no_dates: Phrases = ()
    published: Phrases = ()
    releases: Phrases = ()
    release_joints: Phrases = ()
    bylines: Phrases = ()
    seasons: dict[str, Phrases] = {}
    parts: dict[str, Phrases] = {}
    part_or_tomorrow: dict[str, Phrases] = {}
    part_adverbs: dict[str, Phrases] = {}
    part_plurals: dict[str, Phrases] = {}
    moments: dict[str, Phrases] = {}
    units: dict[str, Phrases] = {}
    clock_units: Phrases = ()
    length_leads: Phrases = ()
    decade_units: Phrases = ()
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
    hundreds: Phrases = ()
    thousands: Phrases = ()
    fractions: dict[str, Phrases] = {}
    ordinals: Phrases = ()
    ordinal_forms: dict[int, Phrases] = {}
    ordinal_suffixes: Phrases = ()
    vague: Phrases = ()
    halves: Phrases = ()
    approximators: dict[str, Phrases] = {}
    spanning: Phrases = ()
    lasting: Phrases = ()
    hedges: dict[str, Phrases] = {}
    bounds: dict[str, Phrases] = {}
    bounds_after: dict[str, Phrases] = {}

    articles: Phrases = ()
    now_articles: Phrases = ()
    ones: Phrases = ()
    prepositions: Phrases = ()
    clock_prepositions: Phrases = ()
    day_prepositions: Phrases = ()
    month_prepositions: Phrases = ()
    genitives: Phrases = ()
    measures: Phrases = ()
    wholes: Phrases = ()
    by: frozenset[str] = frozenset()
    led_to: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    joiners: Phrases = ()
    ranges: Phrases = ()
    hence: Phrases = ()
    from_now: Phrases = ()
    counted_from: Phrases = ()
    ago_before: Phrases = ()
    ago_after: Phrases = ()
    lasting_before: Phrases = ()
    lasting_after: Phrases = ()
    earlier: Phrases = ()
    later: Phrases = ()
    than: Phrases = ()
    foreseen: Phrases = ()
    before: Phrases = ()
    after: Phrases = ()
    same: Phrases = ()
    whole: Phrases = ()
    ages: Phrases = ()
    after_ages: Phrases = ()
    ages_before: Phrases = ()
    apposed_ages: Phrases = ()

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
    night_leads: Phrases = ()

    past_tense: Phrases = ()
    future_tense: Phrases = ()
    no_tense: Phrases = ()

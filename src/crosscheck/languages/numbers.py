"""The section ``numbers`` of a language pack: cardinals, ordinals, fractions, scales, hedges, units, money, nouns."""

from __future__ import annotations

from typing import Literal

import msgspec

Bound = Literal["", "low", "high"]
Words = tuple[str, ...]


class NumberMarks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The marks inside a printed number: the decimal mark, and the one that groups thousands."""

    decimal: str
    group: str


class HedgeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word before (or after) a number that loosens it.

    ``bound`` 'low' says that the number is a lower bound ('at least'), 'high' an upper one, '' that it is only near.
    ``strict`` leaves the bound itself out ('more than'). ``otherwise`` is the hedge that it is of what is no measure:
    22 km may be what a race is 'over'. ``below`` and ``above`` are the shares of the number by which
    the true value may lie under or over it ('0.1': a tenth).
    """

    words: Words
    after: Words = ()
    bound: Bound = ""
    strict: bool = False
    otherwise: str = ""
    below: str = "0"
    above: str = "0"


class VagueWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vague count ('several'), with the least and the greatest number it may stand for.

    ``article`` says that it counts only after an article: 'a few', but not 'few'.
    """

    low: int
    high: int
    article: bool = False


class LetteredUnits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Units by the one letter that they shorten to, and what a text has in it that speaks of what they measure."""

    units: dict[str, str] = {}
    words: Words = ()


class OrdinalForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How ordinals are formed.

    ``stems`` are irregular or short ordinals without ending; ``suffix`` turns a cardinal into an ordinal's stem;
    ``endings`` inflect a stem. ``digit_marks`` follow digits ('st', '.'), each
    after those that end in one of its digits; ``superlatives`` follow an ordinal's root
    inside one word ('drittgrößte'); ``adverbs`` are whole words with their rank.
    """

    stems: dict[str, int]
    suffix: str = ""
    endings: Words = ("",)
    digit_marks: dict[str, str] = {}
    superlatives: Words = ()
    adverbs: dict[str, int] = {}


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Vocabulary of numbers; words are lower-case, scale marks and unit symbols keep their case.

    ``cardinals`` are added up, ``hundreds`` and ``scales`` multiply (a scale is given by its power of ten), ``groups``
    multiply and close ('dozen'). ``plural_scales`` alone are vague ('thousands': 1,000 to 10,000).
    ``bare_scales`` are a number without a count or an article before them ('tausend', 'mille').
    ``most_hundreds`` is the greatest count in words that a hundred multiplies; ``digits_take_hundreds`` says that
    digits do too, which they do not where the word is a coin as well ('50 cents').
    ``partitive_scales`` says that 'of' stands between a scale and what is counted ('deux millions de voix').
    ``scale_marks`` follow digits only. ``units_first`` says that 21 is spoken one-and-twenty. ``long_tens`` are the
    tens that count on to nineteen ('soixante-dix'), ``joined_units`` what a joiner adds to tens ('vingt et un').
    ``fractions`` are parts by name ('half': '1/2'), ``denominators`` turn a count into a fraction ('thirds': 3).
    ``trailing_halves`` add a half to what a joiner links them to ('two miles and a half'). ``ratio_after_noun`` are
    the words of a ratio before which what is counted may stand ('une personne sur six'). ``hedges_of`` are verbs by the
    hedge that is but a part of them, however far it stands ('verfügt im Rat über 25 Sitze').
    ``age`` has the words after a unit of time ('' : 'old') or a number ('year': 'jährig') and those before ('before':
    'aged') that make an age, and the units that do between commas ('apposed': 'Anne, 58 ans, ...').
    ``rank_cues`` make an ordinal of the digits that follow ('number 271'); ``labels`` are words after which digits are
    a name and no quantity ('flight 370'), as are those that end in one of ``label_endings``. ``joined`` may stand
    before digits with a hyphen ('mid-20s'); ``proverbial`` digits are no numbers ('24/7'). ``determiners`` may stand
    before an ordinal's digits; ``period_cues`` make a period of a fraction ('first half'). ``bases`` stand between
    an amount and what it was before ('up from'), ``pairs`` link numbers of one unit ('3.2 from 3.7 percent', '5 of the
    12 seats'), ``tolerance`` a number and how far off it may be ('±');
    ``quantifiers`` may stand between a number and what it counts ('8 more seats'); an article before one of ``single``
    is the number one ('a percentage point'); ``change`` verbs make two values of 'from 5 to 7', else it is a range.
    ``per`` stands before what a rate is for each of ('per', 'je'), ``per_closed`` does where a mark closes the phrase
    ('im Monat'), ``per_each`` before one of ``each`` or an article ('für den Liter'); ``rate_qualifiers`` may stand
    between ('9 Euro brutto je Stunde'). ``units_before`` are the units that words before digits stand for ('Tempo 95').
    ``lettered`` units shorten to one letter in a text that has one of its ``words``, which are parts of words as they
    are spelled ('41C' beside 'emperature').
    Before one of ``wholes`` and a greater number four digits are no year ('1914 der 2150').
    ``scores`` stand near two numbers with a dash that are a score and no range ('a 5-7 defeat').
    ``adjectives`` are cardinals only before what they count ('neuf' is 'new' as well).
    ``thoroughfares`` end an address ('10 Downing Street'). ``noun_stops`` are words that no counted noun runs over;
    ``nouns`` give the lemma of irregular plurals, ``plural_endings`` the ending of a lemma for that of its plural,
    longest first; ``singular_endings`` look like a plural's and are none ('bus'). ``capital_nouns`` says that nouns
    are written with a capital.
    """

    marks: NumberMarks
    cardinals: dict[str, int]
    hundreds: Words
    scales: dict[str, int]
    bare_scales: Words = ()
    most_hundreds: int = 99
    digits_take_hundreds: bool = True
    partitive_scales: bool = False
    scale_marks: dict[str, int] = {}
    groups: dict[str, int] = {}
    plural_scales: dict[str, int] = {}
    vague: dict[str, VagueWord] = {}
    units_first: bool = False
    long_tens: tuple[int, ...] = ()
    joined_units: tuple[int, ...] = ()
    joiners: Words = ()
    of: Words = ()
    wholes: Words = ()
    articles: frozenset[str] = frozenset()
    point: Words = ()
    minus: frozenset[str] = frozenset()
    ordinals: OrdinalForms
    fractions: dict[str, str] = {}
    mixed: dict[str, str] = {}
    denominators: dict[str, int] = {}
    trailing_halves: Words = ()
    ratio: Words = ()
    ratio_after_noun: Words = ()
    hedges_of: dict[str, frozenset[str]] = {}
    over: Words = ()
    every: frozenset[str] = frozenset()
    ranges: Words = ()
    between: dict[str, str] = {}
    alternatives: Words = ()
    pairs: Words = ()
    bases: Words = ()
    tolerance: Words = ()
    quantifiers: Words = ()
    single: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    thoroughfares: frozenset[str] = frozenset()
    hedges: dict[str, HedgeWords] = {}
    percent: dict[str, Words] = {}
    per: Words = ()
    per_closed: Words = ()
    per_each: Words = ()
    each: Words = ()
    rate_qualifiers: Words = ()
    units_before: dict[str, str] = {}
    rates: dict[str, Words] = {}
    not_rates: frozenset[str] = frozenset()
    units: dict[str, Words] = {}
    lettered: LetteredUnits = LetteredUnits()
    prefixes: dict[str, str] = {}
    square: Words = ()
    squared: dict[str, Literal["square", "cubic"]] = {}
    cubic: Words = ()
    clock: Words = ()
    extents: frozenset[str] = frozenset()
    age: dict[str, Words] = {}
    currencies: dict[str, Words] = {}
    minor_money: dict[str, Words] = {}
    rank_cues: Words = ()
    labels: frozenset[str] = frozenset()
    label_endings: Words = ()
    joined: frozenset[str] = frozenset()
    proverbial: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    period_cues: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    change: frozenset[str] = frozenset()
    by: Words = ()
    scores: frozenset[str] = frozenset()
    noun_stops: frozenset[str] = frozenset()
    nouns: dict[str, str] = {}
    plural_endings: dict[str, str] = {}
    singular_endings: Words = ()
    capital_nouns: bool = False

"""What documents claim: the value of one thing, in which scope, said by whom, and what it was read from."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.records.text import Mention, MentionKind, Span
from crosscheck.records.values import Amount, Value, is_misprinted
from crosscheck.values.interval import Interval

Modality = Literal["asserted", "planned", "predicted", "denied", "refuted"]
SAID: frozenset[Modality] = frozenset({"asserted", "planned"})
"""How claims are told that say how things are or are to be."""
AHEAD: frozenset[Modality] = frozenset({"planned", "predicted"})
"""How claims are told that say what is still to come."""

PAST_REF = "PAST_REF"
"""What TIMEX3 calls a time of which only is said that it is past."""
MEMBERS = "of those"
"""The part of which only is said that it is one."""
EACH = "each"
"""What the part begins with of which is said that each of it lies within a bound: 'each gauge', or each of all."""
RATE = "rate"
"""The aspect of what is for so many: '12 per 100,000' is no count of 12."""
PACE = "every "
"""What the aspect begins with of what is so much in every day, week, month or year, the time in TIMEX3: 'every P1D'."""
GROWTH = "growth"
"""The aspect of what is itself a change of something: 'revenue growth of 8 per cent'."""
OTHERS = "others"
"""The part beside one that was counted before."""
JOINT = "together"
"""The part that several have together, whoever of them is named."""
AVERAGE = "average"
"""The part that is one of many on average."""
SAYING = "saying"
"""The part of a day on which something was said: it is the day of nothing that was told."""
STATUS = "status"
"""The part of a day of which only is said that a count is of it: 'as of 21 March'."""
AGAINST = "against"
"""The first of what those lack who are against the rest: 'against the toll'."""
OUTRIGHT = "outright"
"""The first of what those lack of whom that is all that is told: 'have no food', not 'were saved without injury'."""
UNEVENTFUL = frozenset({SAYING, STATUS})
"""The parts of days on which nothing came about that was told."""
UNTIL = "until"
"""The part of a day or year that is the last of something: 'in office until 2034'."""
CHANGE = "change"
"""The part that is by how much something changed, and nothing of it."""
DISTANCE = "distance"
"""The part that is still missing to something: 'two votes short of a majority'."""


class Scope(msgspec.Struct, frozen=True, gc=False):
    """What narrows a claim; '' where the sentence does not say. Claims of two different scopes are never compared."""

    event: str = ""
    place: str = ""
    time: str = ""
    part: str = ""
    as_of: str = ""


HEAD_NOUN = "head noun"
"""Why a claim has an attribute that no concept knows."""
CLOSEST = 12
"""How near the word beside a value is; every other word of the sentence is less, and at least 1."""


Told = Literal["rest", "left", "total", "difference", "margin", "each", "equal"]
"""What words say that a value is: the rest of a whole, what parts leave of it, what others make together, by how much
two differ, by how much one of two sides is ahead, what each of several is, the same as the one before in
another measure."""
REVISED = "revised "
"""What the attribute of a statement begins with that two documents word alike but for what turns it round; the kind of
contradiction stands behind it."""
OCCASION, PLACE = "time", "place"
"""What an ordinal numbers of which is told how often something happened, and of which is told but a place."""


class Context(msgspec.Struct, frozen=True, gc=False):
    """The words that a value stands among, as terms that are the same in every language and inflection.

    ``near`` maps the terms of its sentence to their nearness, 1 to ``CLOSEST``, in text order; ``spelled`` says how
    the text spells them. ``names`` maps those that are words of names to the names. ``counted`` is the term of the noun
    that a bare number counts or an ordinal numbers, '' where it does none. ``day`` is the day of the news that the
    clause says the value is of ('on Saturday'), ISO 8601, '' without one; ``ongoing`` tells that the sentence speaks of
    what goes on ('still'). ``turns`` are the things in turn that it tells of by their numbers, each with that
    ('stage', 5). ``told`` is how the words make the value the outcome of values before it, '' where they do not.
    ``whole`` are the terms of what a share is one of ('a fifth of the fleet'). ``happening`` is the concept of what
    came about on a date, '' where the sentence does not tell. ``aspects`` say what kind of measure the value is
    ('height', 'distance', 'lead', 'left'). ``bearer`` is the subject of its clause, by grammar, where no concept tells
    whose it is: '' where the clause names and takes up nobody for sure. ``owners`` are the names near it whose it may
    be, the nearest first, each with its kind: they count where the bearers of two values are not the same. ``lacks``
    are the terms of what those have not that it counts, () where they do not do or are something, None where it says
    nothing of the kind.
    """

    near: dict[str, int]
    spelled: dict[str, str]
    names: dict[str, str]
    counted: str
    day: str = ""
    ongoing: bool = False
    told: Told | Literal[""] = ""
    turns: tuple[tuple[str, int], ...] = ()
    whole: tuple[str, ...] = ()
    happening: str = ""
    aspects: frozenset[str] = frozenset()
    owners: tuple[tuple[str, str], ...] = ()
    bearer: str = ""
    lacks: tuple[str, ...] | None = None


Relation = Literal["share", "whole", "change", "before", "step", "multiple", "average", "rate"]


class Base(msgspec.Struct, frozen=True, gc=False):
    """The time that something is compared with: its year, and how many years back the words say it lies; None each
    where they do not tell.
    """

    year: int | None = None
    back: int | None = None

    def is_same(self, other: Base) -> bool:
        """Return whether both tell the same: the same year where both name one, else the same way back."""
        if self.year is not None and other.year is not None:
            return self.year == other.year
        return self.back is not None and self.back == other.back


class Reckoning(msgspec.Struct, frozen=True, gc=False):
    """How a value that no words state follows from values of its sentence.

    ``operands`` are these, in the order of the ``relation``: part and whole; part and share, of a whole; before and
    after; change and after, of what was before or of the change in per cent; factor and after; sum and number of parts;
    cases, whole and base. ``base`` is the time of what was before, ``quotes`` is where operands of other sentences
    stand. ``restates`` is where the document itself states the same outright, None where it does not. ``points`` is
    the change in percentage points where both values are shares: what percent may have been mistaken for.
    """

    relation: Relation
    operands: tuple[Amount, ...]
    restates: Span | None = None
    points: Interval | None = None
    base: Base | None = None
    quotes: tuple[Span, ...] = ()

    @property
    def is_of_all(self) -> bool:
        """Return whether it is the share of all, which needs no reckoning: 'all 42'."""
        return self.relation == "share" and self.operands[0] == self.operands[-1]


TREND = "trend_wording"
"""The attribute of words for how a quantity has changed; its concept holds the words."""
DECISION = "decision_wording"
"""The attribute of words for how clearly a motion was carried or fell."""
MATCH = "match_wording"
"""The attribute of words for how easily a match was won or lost."""
RESULT = "match_result"
"""The attribute of how close the score of a match is."""
STEADY = "steady"
"""The step of a trend's scale at which hardly anything has changed."""
ALWAYS = "always"
"""Since when a rank is counted that is one of all time."""


class Series(msgspec.Struct, frozen=True, gc=False):
    """Among what a thing is first or third; '' for all that the sentence leaves open.

    ``of`` are the terms of what is ranked ('october', 'day'), ``extent`` where it is ('world'), ``span`` within which
    time ('season'), ``since`` the year from which is counted, ALWAYS or '?' where something else tells. ``thing`` are
    the terms of what the sentence is about, where it begins with a noun and the rank has none ('this summer was').
    """

    of: tuple[str, ...] = ()
    extent: str = ""
    span: str = ""
    since: str = ""
    thing: tuple[str, ...] = ()

    @property
    def ranked(self) -> frozenset[str]:
        """Return the terms of what is ranked, by the rank or the sentence."""
        return frozenset(self.of or self.thing)


class Voice(msgspec.Struct, frozen=True, gc=False):
    """Who gives a figure without a name: the side they speak for, by a key that all languages share, and their words.

    'Polizei' and 'ministry' are both of the authorities.
    """

    side: str
    words: str


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What one sentence says of one thing.

    ``id`` is 'DOCUMENT#N', N counting from 1 in text order; it and ``document`` are '' while a sentence is read, and
    ``speaker`` None; ``voice`` is the side whose word it is where the sentence tells one without a name.
    ``subject`` is the name that the document itself resolves it to, '' where it names none.
    ``attribute`` is a domain concept's name or, where no pack knows it, the head noun's lemma. ``context`` is what the
    value stands among, None for claims without one. ``why_subject`` and ``why_attribute`` name the rule that decided,
    ``confidence`` (0 to 1) says how sure the less sure of the two is. ``reckoned`` says how a value was worked out that
    the sentence implies and does not print, None for a printed one. ``series`` is among what a superlative ranks, None
    for all other claims.
    """

    id: str = ""
    document: str = ""
    subject: str = ""
    subject_kind: str = ""
    attribute: str
    value: Value
    scope: Scope
    modality: Modality
    speaker: str | None = None
    voice: Voice | None = None
    sentence: Span
    quote: Span
    mention: Mention | None = None
    context: Context | None = None
    reckoned: Reckoning | None = None
    series: Series | None = None
    why_subject: str = ""
    why_attribute: str = ""
    confidence: Fraction = Fraction(0)

    @property
    def concept(self) -> str:
        """Return the concept that the claim is about, '' where none knows it."""
        return "" if self.why_attribute == HEAD_NOUN else self.attribute

    @property
    def bearer(self) -> str:
        """Return whose value it is by its concept, else who or what its clause is about; '' where neither tells."""
        return self.subject or (self.context.bearer if self.context is not None else "")

    @property
    def kind(self) -> MentionKind | Literal[""]:
        """Return the kind of its mention, '' where it has none."""
        return self.mention.kind if self.mention is not None else ""

    @property
    def counted(self) -> str:
        """Return the term of the noun that its number counts, '' where it counts none."""
        return self.context.counted if self.context is not None else ""

    @property
    def stated(self) -> Fraction | None:
        """Return the number that its value states, None where it states none."""
        return self.value.stated if isinstance(self.value, Amount) else None

    @property
    def is_printed(self) -> bool:
        """Return whether its value is a mention of the text."""
        return self.mention is not None and self.reckoned is None


def firm_claims(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims that say how things are: the asserted ones, else the planned ones, else all of them.

    Where no concept tells a plan from its outcome, what 'is' and what 'will be' say the same. What prints a number of
    theirs in another unit, or with its digits in another order, says how things are, too: outcomes differ from
    forecasts, but not so. So does a count of those who lack something: 'not' is then no word of the count.
    """
    if len(claims) == 1:
        return claims
    known = any(claim.concept for claim in claims)
    firm: tuple[tuple[Modality, ...], ...] = (("asserted",), ("planned",)) if known else (("asserted", "planned"),)
    wanted = next((these for these in firm if any(claim.modality in these for claim in claims)), None)
    if wanted is None:
        return claims
    found = tuple(claim for claim in claims if claim.modality in wanted or _is_of_lack(claim))
    if len(found) == len(claims):
        return claims
    return tuple(c for c in claims if c in found or any(is_misprinted(c.value, other.value) for other in found))


def _is_of_lack(claim: Claim) -> bool:
    return claim.modality == "denied" and claim.context is not None and claim.context.lacks is not None

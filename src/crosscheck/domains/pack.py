"""The shape of a domain pack: concepts with their cues, well-known names, events, formulas. All of it data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from crosscheck.domains.counts import Ballot, Division, House, Partition, Rate, Succession, Words
from crosscheck.errors import ConfigError
from crosscheck.messages import join, say
from crosscheck.packfile import load_pack

_FOLDER = Path(__file__).parent

ConceptKind = Literal[
    "number", "percent", "ordinal", "money", "quantity", "date", "duration", "role", "wording", "polarity", "happening"
]
EVENT = "event"
"""The subject kind that stands for the event a document is about, whatever its own kind."""


class Narrowing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Terms that make another quantity of one, as the glossary has them.

    ``periods`` are the spans that it is of ('monthly'), ``kinds`` words before its noun ('gross profit', 'youth
    unemployment'), ``bases`` the times that it is compared with, other than the year before. ``idle`` beside it narrow
    nothing ('report'). Of a match, ``periods`` are its stages, those of one stage beginning alike ('final_round'),
    ``kinds`` those who play, ``idle`` words that tell which it is beside any stage, ``bases`` those for what its winner
    comes to by it ('reach the final').
    """

    periods: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An attribute that claims can be about.

    ``subject`` names the entity kinds that can bear it, 'event' for the event that the documents share.
    ``nouns`` are counted nouns that decide alone ('votes'); ``counts`` nouns that a cue may take without their deciding
    anything ('people'). ``cues`` are words of the clause that decide with a value of the right kind; ``verbs`` those
    that need a noun of ``nouns`` or ``counts`` behind the number ('cut 1,200 jobs'). ``vetoes`` rule the concept out.
    ``of`` are the words that name the whole of a share; of a side in a vote, those for the outcome in which it won.
    ``steps`` is the scale of a wording: step -> words, from one end to the other, one word of ``of`` in their clause;
    ``outright`` are words of its steps that need none. ``limits`` holds, per attribute that it characterises, the least
    and greatest value of that for each step, both included. ``graded`` says that neighbouring steps are no more than in
    tension. ``daily`` says that it is of one day: another day may be otherwise.
    ``narrowed`` are the terms that narrow what it characterises.
    ``agents`` are the entity kinds that fill a role; of a role, date or ordinal, ``of`` are words for the occasion: one
    must stand near.
    ``per_event`` says that a bearer has one value in each event (votes), not one for all (a rank), ``several`` that it
    may have more than one, so that two that differ contradict nothing: the minutes of a player's goals.
    ``difference`` says that its value is one between two others, as 'by 12 votes' is; ``lead_of`` of which concept.
    ``running`` says that its value is a count that goes on (a toll): a later one that differs contradicts nothing; of
    a wording, that an earlier step may turn into a later one. ``rises`` says that such a count never falls.
    ``suffered`` says that nobody wants it, so that no demand is meant where one is made ('forderte zwölf Tote').
    ``design`` says that what is planned of it is what it is: how many stations a line will have, how late it is.
    ``undated`` says that its name tells when it was: a period beside it narrows nothing ('originally').
    ``growth_of`` is what it is the growth of in per cent, with a minus the decline.
    ``whole`` is the concept that counts all of which it counts some: the dead are of those on board.
    ``rounded`` says that its whole numbers are no counts, but rounded: an incidence. ``average_of`` is the total of
    which it is the average for each day ('visitors a day').
    ``post`` says that a role is a post that one person alone holds at a time in one body: its cues are its names, its
    ``of`` are nouns for the body ('the club'); with 'event' among its subjects it need not name one. ``heads`` are
    nouns that name the post along with one of ``of`` only ('director of the museum', 'Museumschefin'): it is at the
    head of a body of that kind, of which a story is taken to have one. ``by`` are words right before the name of the
    one who does what the post is for ('designed by'), ``does`` those right behind it ('who chaired the jury'). ``acts``
    are verbs for that ('chairs'), ``done`` their participles ('chaired'), ``at`` phrases for where it puts one ('at the
    helm'): one of ``of`` must be what is done, if there are any. ``after`` are words right before the name that tell of
    the role in a sentence with one of ``of`` alone ('won ahead of'): the next of a list has the role ``follows``.
    ``placed`` are words for a place in an order ('silver'), which need none.
    What is ``in_post`` is narrowed by the post that its sentence names: since when somebody has been mayor.
    A role is a dealing where its verbs are about two that are named: ``deals`` have the one who acts as their subject
    ('beat'), ``yields`` the other ('lost'); ``dealt`` are their participles, ``toward`` stand before the other, to whom
    those that are ``led`` lead by them alone ('won').
    A happening is something that comes about on a day: its ``cues`` tell of it alone, its ``verbs`` where a word of
    ``of`` stands in their sentence, ``until`` words for what it ends ('was closed until noon').
    ``told_by`` is the kind of result that tells a step of a wording in figures: 'votes' or 'sets', or the 'score' of a
    match; ``scales`` say per kind of game from which lead to which a score is of a step.
    The steps of a polarity are 'yes' and 'no': whether it happened; ``measure`` is the amount that says that it did,
    ``near`` how many tokens may stand between a step and its noun; where it is ``apart``, things that go by two nouns
    are two. What is ``hourly`` may turn within a day.
    ``unit`` is the canonical unit of the value ('percent', 'vote', an ISO 4217 code, ''): formulas are checked by it,
    and a quantity that measures something else is not the concept's; ``accepts`` are units that it may be printed in
    all the same ('degree'). ``per`` is what an amount of money may be for each of ('share'), ``each_of``
    the amount that it is a part of: the profit, of earnings per share.
    ``ends`` are the dates that a length of time runs from and to, each with the concepts that may state it; with one,
    it runs on to the day of the document (an age).
    """

    kind: ConceptKind
    subject: tuple[str, ...] = ()
    label: dict[str, str] = {}
    unit: str = ""
    nouns: Words = {}
    counts: Words = {}
    cues: Words = {}
    verbs: Words = {}
    vetoes: Words = {}
    of: Words = {}
    steps: dict[str, Words] = {}
    outright: dict[str, Words] = {}
    graded: bool = False
    values_of: str = ""
    told_by: Literal["", "votes", "sets", "score"] = ""
    daily: bool = False
    apart: bool = False
    hourly: bool = False
    measure: str = ""
    near: int = 14
    limits: dict[str, dict[str, tuple[int, int]]] = {}
    scales: dict[str, dict[str, tuple[int, int]]] = {}
    narrowed: Narrowing = Narrowing()
    agents: tuple[str, ...] = ()
    per_event: bool = True
    several: bool = False
    difference: bool = False
    lead_of: str = ""
    running: bool = False
    rises: bool = False
    accepts: tuple[str, ...] = ()
    per: tuple[str, ...] = ()
    each_of: str = ""
    post: bool = False
    in_post: bool = False
    heads: Words = {}
    by: Words = {}
    does: Words = {}
    acts: Words = {}
    done: Words = {}
    at: Words = {}
    placed: Words = {}
    after: Words = {}
    follows: str = ""
    deals: Words = {}
    dealt: Words = {}
    yields: Words = {}
    until: Words = {}
    led: Words = {}
    toward: Words = {}
    design: bool = False
    suffered: bool = False
    undated: bool = False
    growth_of: str = ""
    whole: str = ""
    rounded: bool = False
    average_of: str = ""
    ends: tuple[tuple[str, ...], ...] = ()

    @property
    def is_dealing(self) -> bool:
        """Return whether it is what one party does to another: who fills it says nothing without the other."""
        return bool(self.deals)

    @property
    def is_progress(self) -> bool:
        """Return whether it is how far something has come, which no share beside it is: 40 per cent counted."""
        return self.running and self.kind == "percent"


class KnownName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that every reader of the domain knows, with its other forms."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


class Slack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A charitable reading of one variable of a formula: how far below what is printed it may lie, and why.

    ``reason`` is by language.
    """

    below: str
    reason: dict[str, str]


class Formula(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relation between attributes of one subject or event, as the formula grammar reads it.

    ``code`` is the rule that reports its violation. ``slack`` names, per variable, the charitable reading.
    The formula says nothing where not all of ``given`` are stated: nothing is to be reckoned out for them.
    """

    formula: str
    code: str = "CC201"
    slack: dict[str, Slack] = {}
    given: tuple[str, ...] = ()


class DomainPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One domain: concepts, events, names, formulas.

    ``kinds`` says of each kind of name that the pack uses which general one it is: 'person', 'place', 'organisation'.
    A document speaks of the domain when a ``topic`` word stands in it, or two different ``hints``; else its concepts
    stay silent. A pack without either is of all documents.
    ``events`` are the phrases that name an event or its place, per entity kind and language, with ``{name}`` where the
    name stands ('by-election in {name}'). ``anaphors`` are the nouns that, with a definite article, take up the
    last-named entity of a kind ('the party', '*partei').
    ``titles`` are the words that, before a name, tell its kind ('councillor'), ``shown`` the phrases around one that
    do, with ``{name}`` where it stands ('shares in {name}'). ``parts`` are the words for a part of
    the event, whose figures are not the event's ('ward', 'women'). ``covers`` are phrases that hold a noun of the
    domain and mean something else ('film crew'): the noun in them decides and counts nothing, and a number right
    before one is of some that it counts ('four of the missing'). ``partitions`` are counts that add up whoever bears
    them, ``divisions`` the votes for or against of which 'passed by 38 to 29' tells both sides, ``ballots`` those
    between sides, ``houses`` the bodies whose seats are shared, ``rates`` counts for so many people.
    ``successions`` are steps that can follow each other one way only.
    """

    name: str
    topic: Words
    concepts: dict[str, Concept]
    hints: Words = {}
    kinds: dict[str, str] = {}
    names: tuple[KnownName, ...] = ()
    events: dict[str, Words] = {}
    anaphors: dict[str, Words] = {}
    titles: dict[str, Words] = {}
    shown: dict[str, Words] = {}
    parts: Words = {}
    covers: Words = {}
    formulas: tuple[Formula, ...] = ()
    partitions: tuple[Partition, ...] = ()
    divisions: tuple[Division, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    houses: tuple[House, ...] = ()
    rates: tuple[Rate, ...] = ()
    successions: tuple[Succession, ...] = ()


class Domains(msgspec.Struct, frozen=True):
    """What all packs in use hold together, and the settings beside them.

    ``concepts`` are by name, ``kinds`` gives each kind of name the general one that it is.
    """

    concepts: Mapping[str, Concept]
    kinds: Mapping[str, str]
    formulas: tuple[Formula, ...]
    partitions: tuple[Partition, ...]
    ballots: tuple[Ballot, ...]
    houses: tuple[House, ...]
    rates: tuple[Rate, ...]
    successions: tuple[Succession, ...]


@cache
def available_domains() -> tuple[str, ...]:
    """Return the names of all packs, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def load_domain(name: str) -> DomainPack:
    """Return the pack called *name*.

    Raises:
        ConfigError: there is no such pack, or it does not have the shape.
    """
    path = _FOLDER / f"{name}.yaml"
    if not path.is_file():
        what = say("no domain pack {name}", name=repr(name))
        raise ConfigError(what, remedy=say("use one of {names}", names=join(available_domains())))
    return load_pack(path, DomainPack)


def gather_domains(
    packs: Sequence[DomainPack], attributes: Mapping[str, Concept], constraints: Iterable[str]
) -> Domains:
    """Return what *packs* hold together, with *attributes* in the place of their concepts, and *constraints*."""
    return Domains(
        {name: concept for pack in packs for name, concept in pack.concepts.items()} | dict(attributes),
        {kind: general for pack in packs for kind, general in pack.kinds.items()},
        (*(formula for pack in packs for formula in pack.formulas), *map(Formula, constraints)),
        tuple(partition for pack in packs for partition in pack.partitions),
        tuple(ballot for pack in packs for ballot in pack.ballots),
        tuple(house for pack in packs for house in pack.houses),
        tuple(rate for pack in packs for rate in pack.rates),
        tuple(succession for pack in packs for succession in pack.successions),
    )

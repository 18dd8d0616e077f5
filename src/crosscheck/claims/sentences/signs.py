"""What the phrases of a sentence tell: cues, names that packs know, anaphors, parts, titles and small words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec

from crosscheck.claims.sentences.tokens import At
from crosscheck.domains import KnownName

CuePart = Literal[
    "noun", "count", "cover", "cue", "verb", "of", "head", "by", "does", "acts", "done", "at", "placed",
    "after", "step", "outright", "deals", "dealt", "yields", "until",
]  # fmt: skip
ClausePart = Literal[
    "boundary", "coordinator", "bearer", "infinitive", "difference", "distance", "agent", "place", "of", "article",
    "speech", "source", "complement", "relative", "planned", "demanded", "predicted", "conditional", "denied",
    "lacking", "undone", "against", "affirmed", "likened", "attributive", "given", "corrected", "refuted",
    "hearsay", "rebuttal", "retraction",
    "inside", "as_of", "status", "since", "until", "when", "origin", "rising", "ongoing", "last_time", "first_time",
    "earlier", "outcome", "number_of", "aftermath", "average", "counting", "member", "other", "than", "total",
    "turnover", "dated", "entering", "naming", "led_by", "led", "leads",
]  # fmt: skip

LabelTable = Literal["extent", "period", "group", "before", "behind", "paced"]
BoundPart = Literal["none", "never", "each", "always", "anywhere", "over", "under"]


class Cue(msgspec.Struct, frozen=True, gc=False):
    """What a phrase says about a concept of ``domain``, '' for all; ``step`` is the step of a wording's scale."""

    concept: str
    part: CuePart
    step: str = ""
    domain: str = ""


class Veto(msgspec.Struct, frozen=True, gc=False):
    """A phrase that rules out all of these concepts where it stands near."""

    concepts: frozenset[str]


class Cues(msgspec.Struct, frozen=True, gc=False, eq=False):
    """The cues of one phrase; like nothing but itself, so that what counts of them is looked up fast."""

    all: tuple[Cue, ...]


class SmallWord(msgspec.Struct, frozen=True, gc=False):
    """What a phrase of the language does in a clause."""

    part: ClausePart


class Anaphor(msgspec.Struct, frozen=True, gc=False):
    """A noun that, with a definite article, takes up a name of this kind."""

    kind: str


class Title(msgspec.Struct, frozen=True, gc=False):
    """A word before a name that tells its kind."""

    kind: str


class PartWord(msgspec.Struct, frozen=True, gc=False):
    """A word for a part of an event, in the domain called so, '' for all domains."""

    domain: str


class Label(msgspec.Struct, frozen=True, gc=False):
    """A phrase for an extent, a period, a group of people or an aspect, by a key that all languages share."""

    table: LabelTable
    key: str


class Topic(msgspec.Struct, frozen=True, gc=False):
    """A word of a domain; one that *decides* is enough to tell that a document speaks of the domain."""

    domain: str
    decides: bool


class BoundWord(msgspec.Struct, frozen=True, gc=False):
    """A word that a bound is told by."""

    part: BoundPart


Sense = Topic | Cue | Veto | SmallWord | KnownName | Anaphor | Title | PartWord | Label | BoundWord


class Signs(msgspec.Struct, frozen=True, gc=False):
    """The phrases found in one sentence, by what they tell: where they stand and their senses, by first token.

    Of small words it is what they do, of vetoes the concepts that they rule out.
    """

    topics: list[tuple[At, tuple[Topic, ...]]]
    cues: list[tuple[At, Cues]]
    vetoes: list[tuple[At, frozenset[str]]]
    words: list[tuple[At, tuple[ClausePart, ...]]]
    known: list[tuple[At, tuple[KnownName, ...]]]
    anaphors: list[tuple[At, tuple[Anaphor, ...]]]
    titles: list[tuple[At, tuple[Title, ...]]]
    parts: list[tuple[At, tuple[PartWord, ...]]]
    labels: list[tuple[At, tuple[Label, ...]]]
    bounds: list[tuple[At, tuple[BoundWord, ...]]]


_SENSES: tuple[type[Sense], ...] = (
    Topic, Cue, Veto, SmallWord, KnownName, Anaphor, Title, PartWord, Label, BoundWord,
)  # fmt: skip
"""What phrases tell, in the order of the lists of ``Signs``."""
SENSES = len(_SENSES)
_PLACES: Mapping[type[Sense], int] = {sense: place for place, sense in enumerate(_SENSES)}
"""The place of its list, by what a phrase tells."""

Told = tuple[Sense | ClausePart, ...] | Cues | frozenset[str]
"""What a phrase tells of one kind."""


def gather_senses(senses: Iterable[Sense]) -> tuple[tuple[int, Told], ...]:
    """Return the senses of one phrase by the place of their list in ``Signs``, in their order."""
    by_kind: dict[type[Sense], list[Any]] = {}
    for sense in senses:
        by_kind.setdefault(type(sense), []).append(sense)
    return tuple([(_PLACES[kind], _gathered(kind, several)) for kind, several in by_kind.items()])


def _gathered(kind: type[Sense], several: Sequence[Any]) -> Told:
    """Return what *several* senses of one kind tell together."""
    if kind is Cue:
        return Cues(tuple(several))
    if kind is Veto:
        return frozenset[str]().union(*(veto.concepts for veto in several))
    return tuple([word.part for word in several]) if kind is SmallWord else tuple(several)


def as_signs(lists: Sequence[Any]) -> Signs:
    """Return what was found in a sentence, in *lists* by what it tells."""
    return Signs(*lists)

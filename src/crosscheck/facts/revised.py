"""Revised sentences as facts: one statement, which documents word in two ways that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from crosscheck.facts.revisions import Revision
from crosscheck.facts.sentences import Place
from crosscheck.messages import Locale, say
from crosscheck.records import REVISED, Claim, Fact, Link, Scope, Wording

_SURE = Fraction(95, 100)
_LEVELS = ("sentence: revised",)


def revised_facts(revisions: Iterable[Revision], first: int, locale: Locale) -> Iterator[Fact]:
    """Yield a fact for each of *revisions*, numbered from *first* on.

    Links are explained in the language of *locale*.
    """
    for number, revision in enumerate(revisions, first):
        sides = [
            [_claim(place, revision.kind, said) for place in places]
            for said, places in zip(revision.said, revision.places, strict=True)
        ]
        yield Fact(
            id=f"f{number}",
            subject="",
            attribute=f"{REVISED}{revision.kind}",
            claims=tuple(claim for side in sides for claim in side),
            scope=Scope(),
            links=tuple(_links(sides, locale)),
            verdict="contradicted",
            in_favour=max(map(len, sides)),
            against=min(map(len, sides)),
        )


def _claim(place: Place, kind: str, said: str) -> Claim:
    return Claim(
        id=f"{place.document}#turned{place.quote.start}",
        document=place.document,
        attribute=f"{REVISED}{kind}",
        value=Wording(said, said),
        scope=Scope(),
        modality="asserted",
        sentence=place.sentence,
        quote=place.quote,
        why_attribute=_LEVELS[0],
        confidence=_SURE,
    )


def _links(sides: Sequence[Sequence[Claim]], locale: Locale) -> Iterator[Link]:
    head, *others = [claim for side in sides for claim in side]
    why = say("the sentences are the same but for these words").said_in(locale)
    yield from (Link(head.id, other.id, _LEVELS, _SURE, why) for other in others)

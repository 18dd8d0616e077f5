"""Seats of a body: how many it has ('the 60-seat council'), what parties hold of them, how many are a majority.

Nouns alone do not tell these apart: '60 seats' are a council's or a party's. The phrase around a number does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from crosscheck.claims.attributes.vetoes import is_vetoed
from crosscheck.claims.confidence import claim_confidence
from crosscheck.claims.scopes.find import find_scope
from crosscheck.claims.sentences.house_words import HouseWords
from crosscheck.claims.sentences.lexicon import ORGANISATION
from crosscheck.claims.sentences.passage import At, Passage, ValueAt
from crosscheck.claims.subjects.find import Scene, Subject, find_event
from crosscheck.domains import OTHER, PARTY, TARGET
from crosscheck.records import HEAD_NOUN, JOINT, MEMBERS, Claim, Scope, Span

_LEVEL = "counted noun"
_LISTED = 2
"""How many parties with a number right behind each make a list of seats."""
_BEHIND = 3
"""How many words behind a number may say that several have it together."""
_PARTY = "party"
_BARE = frozenset({"", "number"})


def bear_houses(claims: Sequence[Claim], passage: Passage, scene: Scene) -> Sequence[Claim]:
    """Return the claims of a sentence, those of seats with what they count and whose they are."""
    for words in scene.lexicon.houses:
        house = words.house
        if house.total in scene.active and any(_is_of_seats(claim, words) for claim in claims):
            counted = [_as_counted(claim, words) for claim in claims]
            claims = _as_joint(_borne(counted, words, passage, scene), words, passage, scene)
    return claims


def _as_counted(claim: Claim, words: HouseWords) -> Claim:
    """Return a claim of all seats that counts seats of another kind ('44 Direktmandate') as of what it counts."""
    counted = claim.counted
    if claim.attribute != words.house.total or not counted or counted in words.counted or not claim.mention:
        return claim
    attribute = claim.mention.unit or claim.mention.kind
    return msgspec.structs.replace(claim, attribute=attribute, subject="", subject_kind="", why_attribute=HEAD_NOUN)


def _borne(claims: Sequence[Claim], words: HouseWords, passage: Passage, scene: Scene) -> list[Claim]:
    """Return the claims, those of a body's seats as the phrases around them tell, and those of a list by its names."""
    house, tokens = words.house, _tokens(passage)
    told: dict[int, tuple[str, Subject]] = {}
    for value, claim in _counts(claims, passage):
        if _is_of_seats(claim, words) or _is_bare(claim):
            concept = words.templates.meaning_in(_around(value.at, tokens))
            holder = _holder(claim, words, passage, scene)
            if concept not in {"", house.holds}:
                told[value.at.first] = concept, find_event(concept, value.at, passage, scene)
            elif holder is None or is_vetoed(house.holds, value, passage):
                continue
            elif concept or (not claim.subject and claim.counted in house.counted):
                told[value.at.first] = house.holds, holder
    if told or any(claim.attribute == house.holds for claim in claims):
        listed = {at: (house.holds, name) for at, name in _listed(claims, passage, scene)}
        told = (listed if len(listed) >= _LISTED else {}) | told
    at = {value.mention.span: value.at for value in passage.values}
    return [
        _told(claim, *told[place.first], _scope(told[place.first][0], place, words, passage, scene))
        if claim.mention is not None and (place := at[claim.mention.span]).first in told
        else claim
        for claim in claims
    ]


def _as_joint(claims: Sequence[Claim], words: HouseWords, passage: Passage, scene: Scene) -> list[Claim]:
    """Return the claims, seats that several parties have together as of the part JOINT.

    Words say so ('together'), or an 'and' between two parties before the number, which 'they' may take up.
    """
    joined = [*_pairs(passage, words, scene)]
    earlier = scene.prior is not None and bool([*_pairs(scene.prior, words, scene)])
    tokens = passage.tokens.words
    joint: set[Span] = set()
    start = 0
    for value, claim in _counts(claims, passage):
        if claim.attribute != words.house.holds or claim.scope.part:
            continue
        beside = " ".join(tokens[start : value.at.end + _BEHIND])
        taken_up = earlier and claim.why_subject == "pronoun or anaphor"
        if taken_up or words.joint.meaning_in(beside) or any(start <= i < value.at.first for i in joined):
            joint.add(value.mention.span)
        start = value.at.end
    return [
        msgspec.structs.replace(c, scope=msgspec.structs.replace(c.scope, part=JOINT))
        if c.mention is not None and c.mention.span in joint
        else c
        for c in claims
    ]


def _pairs(passage: Passage, words: HouseWords, scene: Scene) -> Iterator[int]:
    """Yield where a party's name begins that an 'and' joins to the next party's."""
    links = {at.first for at in passage.parts("coordinator")}
    articles = {at.first for at in passage.parts("article")}
    parties = [name for name in passage.names if _is_party(name.name, name.kind, words, scene)]
    for one, other in pairwise(parties):
        between = range(one.at.end, other.at.first)
        if between and between[0] in links and all(i in articles for i in between[1:]):
            yield one.at.first


def _is_of_seats(claim: Claim, words: HouseWords) -> bool:
    """Return whether a number is of seats, or of members."""
    return claim.attribute == words.house.holds or claim.counted in words.counted


def _is_bare(claim: Claim) -> bool:
    """Return whether a number is of nothing said, as in '28 of 60 seats'."""
    return claim.why_attribute == HEAD_NOUN and claim.attribute in _BARE


def _counts(claims: Sequence[Claim], passage: Passage) -> Iterator[tuple[ValueAt, Claim]]:
    """Yield the numbers of the sentence, each with its claim."""
    by_span = {claim.mention.span: claim for claim in claims if claim.mention is not None}
    for value in passage.values:
        claim = by_span.get(value.mention.span)
        if claim is not None and value.mention.kind == "number":
            yield value, claim


def _tokens(passage: Passage) -> list[str]:
    """Return the words of the sentence with OTHER for each of its numbers and PARTY for each word of a party's name."""
    words = list(passage.tokens.words)
    for name in passage.names:
        if name.kind == _PARTY:
            words[name.at.first : name.at.end] = [PARTY] * (name.at.end - name.at.first)
    for value in passage.values:
        if value.mention.kind != "date":
            words[value.at.first : value.at.end] = [OTHER] * (value.at.end - value.at.first)
    return words


def _around(at: At, tokens: Sequence[str]) -> str:
    return " ".join((*tokens[: at.first], TARGET, *tokens[at.end :]))


def _holder(claim: Claim, words: HouseWords, passage: Passage, scene: Scene) -> Subject | None:
    """Return the party that holds a number of seats: the bearer, the nearest name, else the only party's in there."""
    if claim.subject and claim.attribute == words.house.holds:
        return Subject(claim.subject, claim.subject_kind, claim.why_subject)
    owners = claim.context.owners[:1] if claim.context is not None else ()
    near = [name for name, kind in owners if _is_party(name, kind, words, scene)]
    named = near or list({name.name for name in passage.names if _is_party(name.name, name.kind, words, scene)})
    return Subject(named[0], _PARTY, "name before the value") if len(named) == 1 else None


def _is_party(name: str, kind: str, words: HouseWords, scene: Scene) -> bool:
    is_body = scene.lexicon.general.get(kind, kind) == ORGANISATION
    return kind == _PARTY or (is_body and name.rsplit(maxsplit=1)[-1].lower() in words.house.parties)


def _listed(claims: Sequence[Claim], passage: Passage, scene: Scene) -> Iterator[tuple[int, Subject]]:
    """Yield where bare numbers stand right behind the names of organisations, each with the name: 'Greens 12'."""
    ends = {name.at.end: name for name in passage.names}
    for value, claim in _counts(claims, passage):
        name = ends.get(value.at.first)
        if name is None or not _is_bare(claim):
            continue
        if scene.lexicon.general.get(name.kind, name.kind) == ORGANISATION:
            yield value.at.first, Subject(name.name, name.kind, "name before the value")


def _scope(concept: str, at: At, words: HouseWords, passage: Passage, scene: Scene) -> Scope:
    """Return the scope of a number of seats; what the words name the body by is no part: 'town council'."""
    scope = find_scope(concept, at, at, passage, scene)
    is_name = scope.part and words.templates.names_body(scope.part, " ".join(passage.tokens.words))
    return msgspec.structs.replace(scope, part="") if is_name or scope.part == MEMBERS else scope


def _told(claim: Claim, concept: str, subject: Subject, scope: Scope) -> Claim:
    return msgspec.structs.replace(
        claim,
        attribute=concept,
        subject=subject.name,
        subject_kind=subject.kind,
        scope=scope,
        why_attribute=_LEVEL,
        why_subject=subject.why,
        confidence=claim_confidence(_LEVEL, subject.why),
    )

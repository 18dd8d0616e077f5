"""Whose age or birth it is where the sentence says so by its shape: 'Ralf Kern, 44,', 'the 59-year-old said', 'Born ...'.

The attribute and its date are those of the packs: an age is the quantity of a person that runs from one date to now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

import msgspec

from crosscheck.claims.cast import PERSON, Named
from crosscheck.claims.confidence import claim_confidence
from crosscheck.claims.lexicon import Lexicon
from crosscheck.claims.passage import At, NamedAt, Passage
from crosscheck.claims.subjects import NO_SUBJECT, Scene, Subject
from crosscheck.records import Amount, Claim, Mention

_AGE = "age"
"""The rule that makes a mention an age."""
_OPENERS = {",": frozenset(",.;:)–-"), "(": frozenset(")")}
"""What may stand before an age in apposition, and what behind it."""
_ADULT = range(16, 106)
"""Bare numbers in brackets behind a full name that are read as ages."""
_REACH = 6
"""How many names ago a person may have been named for 'the 59-year-old' to mean him."""


def bear_ages(claims: Sequence[Claim], passage: Passage, scene: Scene) -> Iterator[Claim]:
    """Yield the claims of a sentence, ages and births without a bearer with the person whom the sentence means."""
    for claim in claims:
        if claim.mention is None or claim.subject_kind:
            yield claim
        elif _may_be_age(claim.mention):
            yield _with_age(claim, claim.mention, passage, scene)
        elif claim.attribute in _births(scene.lexicon):
            yield _with_bearer(claim, claim.attribute, "cue in the clause", _child(claim, passage, scene))
        else:
            yield claim


def _ages(lexicon: Lexicon) -> dict[str, str]:
    """Return the concepts of age with the date that each runs from."""
    concepts = lexicon.concepts.items()
    return {name: c.ends[0] for name, c in concepts if len(c.ends) == 1 and PERSON in c.subject and c.cues}


def _births(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_ages(lexicon).values())


def _may_be_age(mention: Mention) -> bool:
    """Return whether a mention is an age, or a bare number that may stand for one in brackets."""
    if mention.rule == _AGE:
        return mention.unit == "year"
    return mention.kind == "number" and not mention.unit and mention.low == mention.high and mention.low in _ADULT


def _with_age(claim: Claim, mention: Mention, passage: Passage, scene: Scene) -> Claim:
    at = At(*passage.tokens.inside(mention.span))
    age = next(iter(_ages(scene.lexicon)), "")
    if not age or not isinstance(claim.value, Amount):
        return claim
    person = _apposed(at, mention, passage)
    if person is not None:
        claim = msgspec.structs.replace(claim, value=msgspec.structs.replace(claim.value, unit="year"))
        return _with_bearer(claim, age, "age beside a name", Subject(person.name, person.kind, "name in apposition"))
    if mention.rule == _AGE and claim.attribute == age and _stands_alone(at, mention, passage, scene.lexicon):
        return _with_bearer(claim, age, "counted noun", _last_named(passage, scene))
    return claim


def _with_bearer(claim: Claim, attribute: str, why: str, bearer: Subject) -> Claim:
    if bearer is NO_SUBJECT:
        return claim
    return msgspec.structs.replace(
        claim,
        subject=bearer.name,
        subject_kind=PERSON,
        attribute=attribute,
        why_attribute=why,
        why_subject=bearer.why,
        confidence=claim_confidence(why, bearer.why),
    )


def _apposed(at: At, mention: Mention, passage: Passage) -> NamedAt | None:
    """Return the person right before an age between commas or brackets; a bare number needs brackets and a full name."""
    words = passage.tokens.words
    opener = words[at.first - 1] if at.first else ""
    closed = at.end == len(words) or words[at.end] in _OPENERS.get(opener, ())
    if opener not in _OPENERS or not closed or (mention.rule != _AGE and opener != "("):
        return None
    for name in passage.names:
        if name.at.end == at.first - 1 and (name.kind == PERSON or (mention.rule == _AGE and not name.kind)):
            return name if mention.rule == _AGE or " " in name.name else None
    return None


def _stands_alone(at: At, mention: Mention, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a definite age takes up a person and describes no noun: 'the 59-year-old said', 'der 59-Jährige'."""
    if not any(article.end == at.first for article in passage.parts("article")):
        return False
    following = passage.tokens.words[at.end] if at.end < len(passage.tokens) else "."
    if lexicon.language.names.nouns_capitalised:
        return mention.surface.rpartition("-")[2][:1].isupper()
    return not following.isalpha() or any(fnmatchcase(following, p) for p in lexicon.language.dates.after_ages)


def _child(claim: Claim, passage: Passage, scene: Scene) -> Subject:
    """Return who was born: the person behind the date ('Born on 3 May 1980, Kern ...'), else the one named last."""
    people = [n for n in passage.names if n.kind == PERSON]
    if not people:
        return _last_named(passage, scene)
    one = len({n.name for n in people}) == 1
    return Subject(people[0].name, PERSON, "name after the value") if one else NO_SUBJECT


def _last_named(passage: Passage, scene: Scene) -> Subject:
    """Return the person whom the text named last before the sentence, if no other was named around the same place."""
    if any(name.kind == PERSON for name in passage.names):
        return NO_SUBJECT
    before = [n for n in scene.cast.named if n.span.end <= passage.span.start and n.kind == PERSON]
    recent: list[Named] = before[-_REACH:]
    if not recent:
        return NO_SUBJECT
    last = recent[-1]
    rivals = [n for n in recent if n.name != last.name and last.span.start - n.span.end < _NEAR]
    return NO_SUBJECT if rivals else Subject(last.name, PERSON, "pronoun or anaphor")


_NEAR = 60
"""Within how many code points, a short sentence, another name makes it unclear who is meant."""

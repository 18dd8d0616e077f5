"""Whose age or birth it is where the sentence says so by its shape: 'Ralf Kern, 44,' and 'the 59-year-old said'.

The attribute and its date are those of the packs: an age is the quantity of a person that runs from one date to now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

import msgspec

from crosscheck.claims.arguments import stands_alone
from crosscheck.claims.confidence import claim_confidence
from crosscheck.claims.lexicon import PERSON, Lexicon
from crosscheck.claims.passage import At, NamedAt, Passage
from crosscheck.claims.subjects import NO_SUBJECT, Scene, Subject, proforms
from crosscheck.claims.wildcards import is_like
from crosscheck.languages.grammar import Gender, gender_of
from crosscheck.records import Amount, Claim, Mention, Period

_LEXICONS = 8
"""Of how many lexicons the ages are remembered: those of a run."""
_AGE = "age"
"""The rule that makes a mention an age."""
_OPENERS = {",": frozenset(",.;:)–-"), "(": frozenset(")")}
"""What may stand before an age in apposition, and what behind it."""
_ADULT = range(16, 106)
"""Bare numbers in brackets behind a full name that are read as ages."""
_SECOND = 2
"""The token behind a pronoun and a copula that begin a sentence."""
_STOPS = frozenset(".!?")
_REACH = 6
"""How many names ago a person may have been named for 'the 59-year-old' to mean him."""


def bear_ages(claims: Sequence[Claim], passage: Passage, scene: Scene) -> Iterator[Claim]:
    """Yield the claims of a sentence, ages and births without a bearer with the person whom the sentence means."""
    for claim in claims:
        if claim.mention is None:
            yield claim
        elif claim.subject_kind:
            kin = _is_of_kin(claim, claim.mention, passage, scene.lexicon)
            yield _without_bearer(claim) if kin else _as_reached(claim, claim.mention, passage, scene)
        elif _may_be_age(claim.mention):
            yield _with_age(claim, claim.mention, passage, scene)
        elif claim.concept and isinstance(claim.value, Period) and claim.attribute in _births(scene.lexicon):
            yield _with_bearer(claim, claim.attribute, "cue in the clause", _child(passage, scene))
        else:
            yield claim


@lru_cache(_LEXICONS)
def _ages(lexicon: Lexicon) -> dict[str, str]:
    """Return the concepts of age with the date that each runs from."""
    concepts = lexicon.concepts.items()
    return {name: c.ends[0][0] for name, c in concepts if len(c.ends) == 1 and PERSON in c.subject and c.cues}


def _births(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_ages(lexicon).values())


def _is_of_kin(claim: Claim, mention: Mention, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a comma parts an age from the pronoun that it is borne by: 'His daughters, nine years old'."""
    if mention.rule != _AGE or claim.why_subject != "pronoun or anaphor":
        return False
    at = At(*passage.tokens.inside(mention.span))
    pronouns = [i for i in range(at.first) if passage.tokens.words[i] in lexicon.pronouns]
    return bool(pronouns) and passage.crossed(At(pronouns[-1], pronouns[-1] + 1), at) > 0


def _as_reached(claim: Claim, mention: Mention, passage: Passage, scene: Scene) -> Claim:
    """Return the claim of an age as that at somebody's end, where it is one: 'Er ist tot. Er wurde 81 Jahre alt.'"""
    if claim.attribute not in _ages(scene.lexicon) or mention.rule != _AGE:
        return claim
    return _taken_up(At(*passage.tokens.inside(mention.span)), claim, passage, scene) or claim


def _without_bearer(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, subject="", subject_kind="", why_subject="", confidence=Fraction(0))


def _may_be_age(mention: Mention) -> bool:
    """Return whether a mention is an age, or a bare number that may stand for one in brackets."""
    if mention.rule == _AGE:
        return mention.unit == "year"
    low = mention.low
    if mention.kind != "number" or mention.unit or low is None or low != mention.high:
        return False
    return _ADULT.start <= low < _ADULT.stop and low % 1 == 0


def _with_age(claim: Claim, mention: Mention, passage: Passage, scene: Scene) -> Claim:
    at = At(*passage.tokens.inside(mention.span))
    person = _apposed(at, mention, passage) or _predicated(at, passage, scene.lexicon)
    if person is None and (taken_up := _taken_up(at, claim, passage, scene)) is not None:
        return taken_up
    if not isinstance(claim.value, Amount) or (person is None and mention.rule != _AGE):
        return claim
    age = next(iter(_ages(scene.lexicon)), "")
    if not age:
        return claim
    if person is not None:
        claim = msgspec.structs.replace(claim, value=msgspec.structs.replace(claim.value, unit="year"))
        return _with_bearer(claim, age, "age beside a name", Subject(person.name, person.kind, "name in apposition"))
    if (described := _described(at, passage, scene.lexicon)) is not None:
        return _with_bearer(claim, age, "age beside a name", Subject(described.name, PERSON, "bearer after the value"))
    if claim.attribute in {age, mention.unit} and _stands_alone(at, mention, passage, scene.lexicon):
        last = _last_named(passage, scene, _gender_told(at, passage, scene.lexicon))
        ended = _age_of_the_dead(scene) if scene.prior is not None and _is_only(last, scene.prior) else ""
        return _with_bearer(claim, ended or age, "counted noun", last)
    return claim


def _is_only(person: Subject, passage: Passage) -> bool:
    """Return whether a sentence names one person, and that one: what it tells of a death is of theirs."""
    return {name.name for name in passage.names if name.kind == PERSON} == {person.name}


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
    """Return the person right before an age between commas or brackets; a bare number needs the latter, a full name."""
    words = passage.tokens.words
    opener = words[at.first - 1] if at.first else ""
    closed = at.end == len(words) or words[at.end] in _OPENERS.get(opener, ())
    if opener not in _OPENERS or not closed or (mention.rule != _AGE and opener != "("):
        return None
    for name in passage.names:
        if name.at.end == at.first - 1 and (name.kind == PERSON or (mention.rule == _AGE and not name.kind)):
            return name if mention.rule == _AGE or " " in name.name else None
    return None


def _predicated(at: At, passage: Passage, lexicon: Lexicon) -> NamedAt | None:
    """Return the person whom the present tense gives an age that ends its clause: 'Ralf Kern, who is 44, said'."""
    words, before = passage.tokens.words, at.first - 1
    if before < 1 or words[before] not in lexicon.language.clauses.posts.copulas:
        return None
    if at.end < len(words) and words[at.end] not in _OPENERS[","]:
        return None
    start = before - (before - 1 in {who.first for who in passage.parts("relative")})
    start -= start < before and words[start - 1] == ","
    return next((n for n in passage.names if n.at.end == start and n.kind == PERSON), None)


def _taken_up(at: At, claim: Claim, passage: Passage, scene: Scene) -> Claim | None:
    """Return the claim of a sentence that is no more than a pronoun and an age: 'She is 44.', 'He was 91.'

    What was is the age of one whose death the sentence before tells, and of nobody else.
    """
    words, posts = passage.tokens.words, scene.lexicon.language.clauses.posts
    if at.first != _SECOND or at.end >= len(words) or words[at.end] not in _STOPS or passage.names:
        return None
    if PERSON not in scene.lexicon.pronouns.get(words[0], ()) or not isinstance(claim.value, Amount):
        return None
    if words[1] in posts.copulas:
        concept = next(iter(_ages(scene.lexicon)), "")
    elif words[1] in posts.past_copulas | posts.lasting:
        concept = _age_of_the_dead(scene)
    else:
        return None
    aged = msgspec.structs.replace(claim, value=msgspec.structs.replace(claim.value, unit="year"))
    return _with_bearer(aged, concept, "age beside a name", _last_named(passage, scene)) if concept else None


def _age_of_the_dead(scene: Scene) -> str:
    """Return the concept of the age at a person's end whose cue stands in the sentence before, '' without one.

    A word that rules the concept out there, as 'his wife', makes it the end of somebody else.
    """
    told = " ".join(("", *scene.prior.tokens.words, "")) if scene.prior is not None else ""
    code = scene.lexicon.language.code
    for name, concept in scene.lexicon.concepts.items():
        if len(concept.ends) > 1 and PERSON in concept.subject and _has_phrase(told, concept.cues.get(code, ())):
            return "" if _has_phrase(told, concept.vetoes.get(code, ())) else name
    return ""


def _has_phrase(told: str, phrases: Sequence[str]) -> bool:
    """Return whether one of *phrases* stands in *told*, words with blanks around them."""
    return any(f" {phrase} " in told for phrase in phrases)


def _described(at: At, passage: Passage, lexicon: Lexicon) -> NamedAt | None:
    """Return the person whom an age describes: 'the 44-year-old manager Ralf Kern', 'a 44-year-old man, Ralf Kern,'.

    It is definite, has no article and the name right behind it, or is indefinite and the name stands in apposition.
    """
    name = next((n for n in passage.names if n.at.first >= at.end), None)
    if name is None or name.kind != PERSON:
        return None
    if at.first == 0 and at.end == name.at.first:
        return name
    if _is_indefinite(at, passage, lexicon):
        return name if _is_in_apposition(at, name, passage) else None
    if not _is_definite(at, passage) or passage.crossed(at, name.at):
        return None
    dates = lexicon.language.dates
    verbs = (dates.after_ages, dates.past_tense, dates.future_tense)
    small = {i for part in passage.words.values() for where in part for i in range(where.first, where.end)}
    between = range(at.end, name.at.first)
    nouns = all(i not in small and not is_like(passage.tokens.words[i], *verbs) for i in between)
    return name if len(between) <= _NOUNS and nouns else None


_NOUNS = 3


def _is_indefinite(at: At, passage: Passage, lexicon: Lexicon) -> bool:
    return at.first == 1 and passage.tokens.words[0] in lexicon.language.clauses.posts.indefinite


def _is_in_apposition(at: At, name: NamedAt, passage: Passage) -> bool:
    """Return whether a full name stands between commas behind an age and its noun: '51-year-old man, Ralf Kern,'."""
    words = passage.tokens.words
    noun = words[at.end : name.at.first - 1]
    closed = words[name.at.end : name.at.end + 1] == (",",)
    return closed and len(noun) == 1 and noun[0].isalpha() and words[name.at.first - 1] == "," and " " in name.name


def _is_definite(at: At, passage: Passage) -> bool:
    return passage.ends(at.first, "article")


def _stands_alone(at: At, mention: Mention, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a definite age takes up a person and describes no noun: 'the 59-year-old said'."""
    if not _is_definite(at, passage):
        return False
    if lexicon.language.names.nouns_capitalised:
        return mention.surface.rpartition("-")[2][:1].isupper()
    return stands_alone(at, passage, lexicon.language)


def _child(passage: Passage, scene: Scene) -> Subject:
    """Return who was born: the person behind the date ('Born on 3 May 1980, Kern ...'), else the one named last.

    Without a name or a word for a person in the sentence, 'was born' has another subject: 'the co-op was born in 1980'.
    """
    people = [n for n in passage.names if n.kind == PERSON]
    if not people:
        posts = scene.lexicon.language.clauses.posts
        is_finite = not (posts.past_copulas | posts.lasting).isdisjoint(passage.tokens.words)
        taken_up = any(PERSON in meant for _, meant in proforms(passage, scene.lexicon))
        return _last_named(passage, scene) if taken_up or not is_finite else NO_SUBJECT
    one = len({n.name for n in people}) == 1
    return Subject(people[0].name, PERSON, "name after the value") if one else NO_SUBJECT


def _gender_told(age: At, passage: Passage, lexicon: Lexicon) -> Gender:
    words = passage.tokens.words
    return lexicon.language.grammar.gender_of_aged(words[age.first - 1], words[age.end - 1]) if age.first else ""


def _last_named(passage: Passage, scene: Scene, gender: Gender = "") -> Subject:
    """Return the person whom the text named last before the sentence, if no other was named around the same place.

    Who is known not to be of *gender*, if one is told, is not meant.
    """
    if any(name.kind == PERSON for name in passage.names):
        return NO_SUBJECT
    recent = scene.cast.last_people(passage.span.start, _REACH)
    if gender:
        recent = [name for name in recent if gender_of(name.name) in {"", gender}]
    if not recent:
        return NO_SUBJECT
    last = recent[-1]
    rivals = [n for n in recent if n.name != last.name and last.span.start - n.span.end < _NEAR]
    return NO_SUBJECT if rivals else Subject(last.name, PERSON, "pronoun or anaphor")


_NEAR = 60
"""Within how many code points, a short sentence, another name makes it unclear who is meant."""

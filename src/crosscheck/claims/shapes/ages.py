"""Whose age or birth it is where the sentence says so by its shape: 'Ralf Kern, 44,' and 'the 59-year-old said'.

The attribute and its date are those of the packs: an age is the quantity of a person that runs from one date to now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

import msgspec

from crosscheck.claims.attributes.age_shapes import (
    AGE,
    apposed,
    concept_at_end,
    described,
    is_definite,
    predicated,
    reached_by,
    told_of,
)
from crosscheck.claims.confidence import claim_confidence
from crosscheck.claims.sentences.lexicon import PERSON, Lexicon
from crosscheck.claims.sentences.passage import At, Passage
from crosscheck.claims.subjects.arguments import stands_alone
from crosscheck.claims.subjects.find import NO_SUBJECT, Scene, Subject, proforms
from crosscheck.languages import are_people
from crosscheck.languages.grammar import Gender, gender_of
from crosscheck.records import PAST_REF, Amount, Claim, Mention, Period

_LEXICONS = 8
"""Of how many lexicons the ages are remembered: those of a run."""
_DESCRIBED = "bearer after the value"
_ADULT = range(16, 106)
"""Bare numbers in brackets behind a full name that are read as ages."""
_SECOND = 2
"""The token behind a pronoun and a copula that begin a sentence."""
_STOPS = frozenset(".!?")
_OFTEN = 2
"""How often a text names the one whom it tells of, at least."""
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
    if mention.rule != AGE or claim.why_subject != "pronoun or anaphor":
        return False
    at = At(*passage.tokens.inside(mention.span))
    pronouns = [i for i in range(at.first) if passage.tokens.words[i] in lexicon.pronouns]
    return bool(pronouns) and passage.crossed(At(pronouns[-1], pronouns[-1] + 1), at) > 0


def _as_reached(claim: Claim, mention: Mention, passage: Passage, scene: Scene) -> Claim:
    """Return the claim of an age as that at somebody's end, where it is one: 'Er ist tot. Er wurde 81 Jahre alt.'

    One that describes a person is of that one, whoever is named before: 'Holm brought on the 19-year-old Kern'.
    """
    if claim.attribute not in _ages(scene.lexicon) or mention.rule != AGE:
        return claim
    at = At(*passage.tokens.inside(mention.span))
    whose = described(at, passage, scene.lexicon)
    if whose is not None and whose.name != claim.subject:
        return _with_bearer(claim, claim.attribute, "age beside a name", Subject(whose.name, PERSON, _DESCRIBED))
    return _taken_up(at, claim, passage, scene) or _at_the_end(at, claim, passage, scene) or claim


def _without_bearer(claim: Claim) -> Claim:
    return msgspec.structs.replace(claim, subject="", subject_kind="", why_subject="", confidence=Fraction(0))


def _may_be_age(mention: Mention) -> bool:
    """Return whether a mention is an age, or a bare number that may stand for one in brackets."""
    if mention.rule == AGE:
        return mention.unit == "year"
    low = mention.low
    if mention.kind != "number" or mention.unit or low is None or low != mention.high:
        return False
    return _ADULT.start <= low < _ADULT.stop and low % 1 == 0


def _with_age(claim: Claim, mention: Mention, passage: Passage, scene: Scene) -> Claim:
    at = At(*passage.tokens.inside(mention.span))
    person = apposed(at, mention, passage, scene.lexicon) or predicated(at, passage, scene.lexicon)
    if person is None:
        taken_up = _taken_up(at, claim, passage, scene) or _at_the_end(at, claim, passage, scene)
        if taken_up is not None:
            return taken_up
    if not isinstance(claim.value, Amount) or (person is None and mention.rule != AGE):
        return claim
    age = next(iter(_ages(scene.lexicon)), "")
    if not age:
        return claim
    if person is not None:
        value, scope = msgspec.structs.replace(claim.value, unit="year"), msgspec.structs.replace(claim.scope, part="")
        claim = msgspec.structs.replace(claim, value=value, scope=scope)
        return _with_bearer(claim, age, "age beside a name", Subject(person.name, person.kind, "name in apposition"))
    if (whose := described(at, passage, scene.lexicon)) is not None:
        return _with_bearer(claim, age, "age beside a name", Subject(whose.name, PERSON, _DESCRIBED))
    if claim.attribute in {age, mention.unit} and _stands_alone(at, mention, passage, scene.lexicon):
        last = _last_named(passage, scene, _gender_told(at, passage, scene.lexicon))
        ended = _age_of_the_dead(scene) if scene.prior is not None and _is_only(last, scene.prior) else ""
        return _with_bearer(claim, ended or age, "counted noun", last)
    meant = _whom_a_calling_means(at, mention, passage, scene)
    if meant is not NO_SUBJECT:
        return _with_bearer(claim, age, "counted noun", meant)
    noun = told_of(at, passage, scene.lexicon)
    is_own = noun or claim.attribute == age or _describes_nothing(at, mention, passage, scene.lexicon)
    return _of_somebody(claim, age, noun) if is_own and claim.attribute in {age, mention.unit} else claim


def _of_somebody(claim: Claim, age: str, noun: str) -> Claim:
    """Return the claim of an *age* without a name as of whom *noun* says: what a driver is, no guard need be."""
    if claim.context is None:
        return claim
    context = msgspec.structs.replace(claim.context, counted=noun)
    return msgspec.structs.replace(claim, attribute=age, why_attribute="counted noun", context=context)


def _whom_a_calling_means(at: At, mention: Mention, passage: Passage, scene: Scene) -> Subject:
    """Return whom a sentence takes up that begins with an age and a calling: 'the 31-year-old striker'.

    That is the one of whom the text tells most; a driver or a victim may be anybody.
    """
    noun = passage.terms[at.end] if at.end < len(passage.terms) else ()
    if mention.rule != AGE or at.first != 1 or not noun or not is_definite(at, passage) or are_people(noun[-1:]):
        return NO_SUBJECT
    last = _last_named(passage, scene, _gender_told(at, passage, scene.lexicon))
    before = Counter(named.name for named in scene.cast.people if named.span.end <= passage.span.start)
    return last if before[last.name] >= _OFTEN and before[last.name] == max(before.values()) else NO_SUBJECT


def _is_only(person: Subject, passage: Passage) -> bool:
    """Return whether a sentence names one person, and that one: what it tells of a death is of theirs."""
    return {name.name for name in passage.names if name.kind == PERSON} == {person.name}


def _with_bearer(claim: Claim, attribute: str, why: str, bearer: Subject) -> Claim:
    """Return the claim as one of *bearer*, on all days of the news: nobody grows older by the end of a match.

    'The 58-year-old said that it stays closed until Friday' counts no age up to that day.
    """
    if bearer is NO_SUBJECT:
        return claim
    within_news = not claim.scope.time[:1].isdigit() and claim.scope.time != PAST_REF
    return msgspec.structs.replace(
        claim,
        scope=msgspec.structs.replace(claim.scope, time="" if within_news else claim.scope.time, as_of=""),
        subject=bearer.name,
        subject_kind=PERSON,
        attribute=attribute,
        why_attribute=why,
        why_subject=bearer.why,
        confidence=claim_confidence(why, bearer.why),
    )


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


def _at_the_end(at: At, claim: Claim, passage: Passage, scene: Scene) -> Claim | None:
    """Return the claim of how old somebody was at the end: 'When she died, she was 47', 'Kern was 47 when he died'."""
    if not passage.parts("when") or not isinstance(claim.value, Amount):
        return None
    someone = reached_by(at, passage, scene.lexicon)
    if someone is None:
        return None
    words, pronouns = passage.tokens.words, scene.lexicon.pronouns
    for when in passage.parts("when"):
        who = words[when.end] if when.end < len(words) else ""
        if PERSON in pronouns.get(who, ()) and (someone.name or who == words[someone.at.first]):
            segment = passage.segments[when.end]
            clause = [word for i, word in enumerate(words) if i > when.end and passage.segments[i] == segment]
            concept, vetoed = concept_at_end(" ".join(("", *clause, "")), scene.lexicon)
            if concept and not vetoed:
                named = Subject(someone.name, PERSON, "name before the value") if someone.name else None
                aged = msgspec.structs.replace(claim, value=msgspec.structs.replace(claim.value, unit="year"))
                return _with_bearer(aged, concept, "age beside a name", named or _last_named(passage, scene))
    return None


def _age_of_the_dead(scene: Scene) -> str:
    """Return the concept of the age at a person's end whose cue stands in the sentence before, '' without one.

    A word that rules the concept out there, as 'his wife', makes it the end of somebody else.
    """
    told = " ".join(("", *scene.prior.tokens.words, "")) if scene.prior is not None else ""
    concept, vetoed = concept_at_end(told, scene.lexicon)
    return "" if vetoed else concept


def _stands_alone(at: At, mention: Mention, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a definite age takes up a person and describes no noun: 'the 59-year-old said'."""
    return is_definite(at, passage) and _describes_nothing(at, mention, passage, lexicon)


def _describes_nothing(at: At, mention: Mention, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether an age is a noun itself: 'a 36-year-old was killed', 'ein 36-Jähriger'."""
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

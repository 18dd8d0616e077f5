"""Who or what the clause of a value is about, where no concept says what can bear it: its subject, named or taken up.

A clause that has a subject of another kind ('sales fell', 'the blaze') is about nothing named: no name is worth more
than a wrong one.
"""

from __future__ import annotations

from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.subjects.arguments import clause_start, is_governed, opens_relative_clause, phrase_lead
from crosscheck.claims.subjects.find import NO_SUBJECT, Scene, Subject, find_antecedent, proforms
from crosscheck.languages.grammar import gender_of

_OPENING = 4
"""The last token of a clause at which a pronoun is still its subject: 'Im Vorjahr war sie'."""
_FRONT = 4
"""The last token at which a value stands in the first words of a clause that its subject follows."""
_JOINED = 1


def find_clause_subject(value: At, passage: Passage, scene: Scene) -> Subject:
    """Return the subject of the clause that a value stands in, NO_SUBJECT where none is named or taken up for sure."""
    start = clause_start(value, passage)
    takes_up = _may_take_up(start, passage, scene)
    if not takes_up and not passage.names:
        return NO_SUBJECT
    if opens_relative_clause(start, passage, scene.lexicon.language):
        explained = _explained(start, passage, scene)
        return NO_SUBJECT if explained is None else _told(explained, "name before the value")
    before = [name for name in passage.names if start <= name.at.first < value.first]
    free = [name for name in before if _is_free(name, passage, scene)]
    if free:
        return _told(free[0], "name before the value") if _begins(free, start, value, passage, scene) else NO_SUBJECT
    taken_up = _taken_up(start, value, passage, scene) if takes_up else None
    if taken_up is not None:
        return _told(taken_up, "pronoun or anaphor")
    behind = _behind(start, value, passage, scene)
    return NO_SUBJECT if behind is None else _told(behind, "name after the value")


def _told(name: NamedAt, why: str) -> Subject:
    return Subject(name.name, name.kind, why)


def _is_free(name: NamedAt, passage: Passage, scene: Scene) -> bool:
    return not is_governed(name, passage, scene.lexicon.language.grammar)


def _begins(free: list[NamedAt], start: int, value: At, passage: Passage, scene: Scene) -> bool:
    """Return whether the first of *free* is the subject of the clause from *start* on.

    Nothing that could be one stands before it, it is one of no list, and it does not only say what follows.
    """
    grammar, words = scene.lexicon.language.grammar, passage.tokens.words
    name = free[0]
    lead = phrase_lead(name.at, passage, grammar)
    first = name.at.first if lead is None or words[lead] not in grammar.determiners else lead
    before = range(start, first)
    articles = [i for i in before if words[i] in grammar.determiners and words[i] not in grammar.oblique]
    if any(i == start or words[i - 1] not in grammar.prepositions for i in articles):
        return False
    opens = not before or words[start] in grammar.prepositions or words[start] in grammar.openers
    if not opens and not (scene.lexicon.language.names.nouns_capitalised and _is_valued(start, passage)):
        return False
    if any(0 <= other.at.first - name.at.end <= _JOINED for other in free[1:]):
        return False
    return _is_predicated(name, value, passage, scene) and not _says_more(name, value, passage, scene)


def _is_predicated(name: NamedAt, value: At, passage: Passage, scene: Scene) -> bool:
    """Return whether a verb may stand between a name and a value, or somebody right before that: 'Kern third'."""
    grammar, between = scene.lexicon.language.grammar, range(name.at.end, value.first)
    if not between:
        return name.kind == PERSON
    words = passage.tokens.words
    small = (grammar.prepositions, grammar.determiners)
    return any(
        words[i].isalpha() and not passage.is_capital(i) and not any(words[i] in s for s in small) for i in between
    )


def _says_more(name: NamedAt, value: At, passage: Passage, scene: Scene) -> bool:
    """Return whether another clause begins between a name and a value: 'Kern said sales fell', 'Kern left and he'."""
    grammar, words, between = scene.lexicon.language.grammar, passage.tokens.words, range(name.at.end, value.first)
    if any(at.first in between for at in passage.parts("speech")):
        return True
    owned = (grammar.determiners, grammar.oblique)
    return any(
        words[i] in grammar.opinions or (words[i] in scene.lexicon.pronouns and not any(words[i] in s for s in owned))
        for i in between
    )


def _is_valued(token: int, passage: Passage) -> bool:
    return any(value.at.first <= token < value.at.end for value in passage.values)


def _may_take_up(start: int, passage: Passage, scene: Scene) -> bool:
    """Return whether a pronoun or a noun that may take somebody up stands where a clause begins."""
    opening = range(start, start + _OPENING + 1)
    begins = passage.anaphors and any(at.first in opening for at, _ in passage.anaphors)
    return bool(begins) or not scene.lexicon.pronouns.keys().isdisjoint(passage.tokens.words[start : opening.stop])


def _taken_up(start: int, value: At, passage: Passage, scene: Scene) -> NamedAt | None:
    """Return whom a pronoun or a noun for a person or body takes up that begins the clause."""
    opening = range(start, start + _OPENING + 1)
    words = passage.tokens.words
    for at, meant in proforms(passage, scene.lexicon):
        word = words[at.end - 1]
        if at.first not in opening or at.end > value.first or not _is_subject(at, passage, scene):
            continue
        if word in scene.lexicon.pronouns and word not in scene.lexicon.genders:
            return None
        antecedent = find_antecedent(at, meant.__contains__, passage, scene)
        if antecedent is None or (word in scene.lexicon.pronouns and antecedent.kind != PERSON):
            return None
        gender = scene.lexicon.genders.get(word, "")
        return antecedent if not gender or gender_of(antecedent.name) == gender or gender == "male" else None
    return None


def _is_subject(at: At, passage: Passage, scene: Scene) -> bool:
    """Return whether a proform is in the first case and owns nothing."""
    grammar, words = scene.lexicon.language.grammar, passage.tokens.words
    if words[at.first] in grammar.oblique or words[at.first] in grammar.determiners:
        return False
    lead = at.first - 1
    if lead >= 0 and words[lead] in grammar.determiners:
        if words[lead] in grammar.oblique:
            return False
        lead -= 1
    return lead < 0 or words[lead] not in grammar.prepositions


def _explained(start: int, passage: Passage, scene: Scene) -> NamedAt | None:
    """Return the name that a relative clause explains whose subject the pronoun is: none where a name stands behind it.

    So 'Marsden, who had 19' but not 'Marsden, whom Kern beat by 19'.
    """
    words = passage.tokens.words
    has_other = any(name.at.first in {start + 1, start + 2} for name in passage.names)
    if has_other or words[start] in scene.lexicon.language.grammar.oblique:
        return None
    end = start - (start > 0 and words[start - 1] == ",")
    return next((name for name in passage.names if name.at.end == end), None)


def _behind(start: int, value: At, passage: Passage, scene: Scene) -> NamedAt | None:
    """Return the name behind the first words of a clause, where the value is among them: '16 Prozent holte Kern'."""
    if not scene.lexicon.language.names.nouns_capitalised or value.first - start > _FRONT or passage.is_capital(start):
        return None
    here = passage.segments[value.first]
    behind = [n for n in passage.names if n.at.first >= value.end and passage.segments[n.at.first] == here]
    free = [name for name in behind if _is_free(name, passage, scene)]
    return free[0] if len(free) == 1 else None

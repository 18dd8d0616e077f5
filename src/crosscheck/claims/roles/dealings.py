"""What one party does to another, both named: 'Brann beat Lyn', 'Lyn lost 3-1 to Brann', 'Lyn wurde von Brann besiegt'.

Each is told as of the one who acts, who fills the role, and of the other, who bears it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set

import msgspec

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.roles.frames import FRAMES, Clause
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.sentences.signs import CuePart
from crosscheck.claims.subjects.find import Scene, Subject
from crosscheck.domains import Concept
from crosscheck.records import Role

_NEAR = 3
"""How many words may stand between a verb and the party behind it: 'beat their old rivals Lyn'."""
_CLAUSE = 14
"""How many words behind a verb the word is looked for that leads to the other party: 'won the final 3-1 against'."""
_PARTIES = 2


class _Leads(msgspec.Struct, frozen=True, gc=False):
    """The words right before the other party, and whether it is named behind one of them only."""

    words: frozenset[str]
    alone: bool


_Parties = tuple[NamedAt, NamedAt]
"""The one who acts, and the other."""


def find_dealings(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield who does what to whom, where a verb of a dealing stands between two names or behind them.

    The one who acts fills the role, the other bears it. A sentence of another time, or that only supposes, tells none.
    """
    if len(passage.names) < _PARTIES:
        return
    clause = Clause(passage, passage.names, scene.lexicon.language.clauses.posts)
    told: set[tuple[str, str, str]] = set()
    for hit in passage.cues:
        if hit.cue.part not in DEALINGS or hit.cue.concept in passage.vetoes:
            continue
        leads = _leads(hit.at, scene.lexicon.concepts[hit.cue.concept], clause, scene.lexicon.language.code)
        parties = DEALINGS[hit.cue.part](hit.at, clause, leads)
        if parties is None or parties[0].name == parties[1].name or not all(map(clause.is_alone, parties)):
            continue
        key = (hit.cue.concept, parties[0].name, parties[1].name)
        if key not in told:
            told.add(key)
            yield _filled(hit.cue.concept, *parties, hit.at, passage, scene)


def _leads(verb: At, concept: Concept, clause: Clause, code: str) -> _Leads:
    """Return what leads from a verb to the other party."""
    told = " ".join(clause.passage.tokens.words[verb.first : verb.end])
    return _Leads(frozenset(concept.toward.get(code, ())), told in concept.led.get(code, ()))


def _filled(concept: str, doer: NamedAt, other: NamedAt, verb: At, passage: Passage, scene: Scene) -> Filled:
    subject = Subject(other.name, other.kind or scene.lexicon.concepts[concept].subject[0], "name before the value")
    modality = find_modality(doer.at, verb, passage, scene)
    return Filled(concept, Role(doer.name, doer.kind), subject, doer.at | verb | other.at, verb, modality)


def _deals(verb: At, clause: Clause, leads: _Leads) -> _Parties | None:
    """Return the subject of a verb, then the party behind it: 'Brann beat Lyn', 'Im Finale schlug Brann Lyn'."""
    doer = FRAMES["acts"](verb, clause) or _intending(verb, clause)
    if doer is None:
        return None
    other = _other(max(verb.end, doer.at.end), clause, leads)
    return None if other is None else (doer, other)


def _yields(verb: At, clause: Clause, leads: _Leads) -> _Parties | None:
    """Return the party behind a verb, then its subject: 'Lyn lost 3-1 to Brann', 'Lyn unterlag Brann'."""
    parties = _deals(verb, clause, leads)
    return None if parties is None else (parties[1], parties[0])


def _dealt(verb: At, clause: Clause, leads: _Leads) -> _Parties | None:
    """Return who did it to whom by a participle: 'Lyn was beaten by Brann', 'Brann hat Lyn mit 3:1 besiegt'."""
    doer = FRAMES["done"](verb, clause) or _led_to(verb.end, clause.words.doers, clause)
    if doer is not None:
        other = _undergoing(doer, verb, clause)
        return None if other is None else (doer, other)
    return _perfect(verb, clause, leads)


def _intending(verb: At, clause: Clause) -> NamedAt | None:
    """Return who is named before words that lead to what is to be done: 'Kestrel has agreed to buy'."""
    named = clause.last_before(verb.first)
    if named is None or clause.passage.crossed(named.at, verb) or clause.governed(named):
        return None
    words = clause.passage.tokens.words[named.at.end : verb.first]
    return named if clause.words.intending.issuperset(words) else None


def _other(start: int, clause: Clause, leads: _Leads) -> NamedAt | None:
    """Return the party behind a verb: the one that a word leads to in its clause, or the one right behind."""
    led = _led_to(start, leads.words, clause)
    if led is not None or leads.alone:
        return led
    named = clause.described(start)
    return named if named is not None and named.at.first - start <= _NEAR else None


def _led_to(start: int, leads: Set[str], clause: Clause) -> NamedAt | None:
    """Return the one named right behind the first of the words *leads* that the clause goes on with at *start*.

    Marks of a score end no clause: '6-4, 7-5 against'.
    """
    words = clause.passage.tokens.words
    for i in range(start, min(start + _CLAUSE, len(words) - 1)):
        if words[i] in leads and (named := clause.described(i + 1)) is not None:
            return named
        if not (words[i][0].isalnum() or words[i + 1][0].isdigit()):
            return None
    return None


def _undergoing(doer: NamedAt, verb: At, clause: Clause) -> NamedAt | None:
    """Return to whom it was done: the last one named before the participle and the one who did it."""
    other = clause.last_before(min(verb.first, doer.at.first))
    return None if other is None or clause.passage.crossed(other.at, verb) or clause.governed(other) else other


def _perfect(verb: At, clause: Clause, leads: _Leads) -> _Parties | None:
    """Return the subject and the object of a verb whose participle or infinitive ends the clause."""
    passage, words = clause.passage, clause.passage.tokens.words
    helping = clause.words.intending | clause.words.having_done
    start = passage.segments.index(passage.segments[verb.first])
    for i in range(verb.first - 1, start - 1, -1):
        doer = clause.last_before(i) if words[i] in helping else None
        if doer is not None and doer.at.end == i and not clause.governed(doer):
            other = _other(i + 1, clause, leads)
            return (doer, other) if other is not None and other.at.end <= verb.first else None
    return None


DEALINGS: Mapping[CuePart, Callable[[At, Clause, _Leads], _Parties | None]] = {
    "deals": _deals,
    "yields": _yields,
    "dealt": _dealt,
}
"""What finds both parties, by the part of the cue."""

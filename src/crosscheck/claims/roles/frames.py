"""Who is named in the frames of a verb: 'Ann Low is chairing', 'von Ann Low geleitet', 'Am Ruder stand Tom Low'."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.sentences.signs import CuePart
from crosscheck.claims.subjects.holders import BARRED, described_behind
from crosscheck.languages import PostWords

_AGENT = 10
"""How many tokens may stand between a participle and 'by', or between 'am Ruder stand' and the name."""
_ADVERBS = 2
"""How many tokens may stand between the one named behind 'von' and the participle."""
_EXPLAINED = 9
"""How many tokens the words between a name and 'who chaired' may have."""
_INVERTED = 7
"""How many tokens a fronted verb has with its object: 'Presiding over the hearings is'."""
_PHRASE = 6
"""How many tokens behind a place the verb of standing is looked for."""
_DESCRIPTION = 5
"""How many tokens before a name are looked at for a preposition that governs it."""


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A sentence with those named in it who can fill a role, in text order."""

    passage: Passage
    holders: Sequence[NamedAt]
    words: PostWords

    def described(self, start: int) -> NamedAt | None:
        """Return the one named at token *start* or behind words on who it is."""
        return described_behind(start, self.holders, self.passage, self.words, bare=True)

    def last_before(self, end: int) -> NamedAt | None:
        """Return the last one named before token *end*."""
        return next((n for n in reversed(self.holders) if n.at.end <= end), None)

    def between(self, named: NamedAt, verb: At) -> list[int]:
        """Return the tokens between a name and a verb, but for the comma behind an apposition: 'Her son, Low, led'."""
        tokens = self.passage.tokens.words
        inside = list(range(named.at.end, verb.first))
        before = named.at.first - 1
        if inside and before >= 0 and tokens[inside[0]] == tokens[before] == ",":
            del inside[0]
        return inside

    def governed(self, named: NamedAt) -> bool:
        """Return whether a preposition or 'and' governs a name: 'in a letter to Ann Low', 'Tom Fry and Ann Low'."""
        begin = self.described_at(named).first - 1
        return any(at.first <= begin < at.end for at in self.passage.parts(*BARRED))

    def described_at(self, named: NamedAt) -> At:
        """Return where a name stands with the words before it on who it is: 'the retired judge Ann Low'."""
        barred = {i for at in self.passage.parts(*BARRED) for i in range(at.first, at.end)}
        barred -= {at.first for at in self.passage.parts("article")}
        begin = named.at.first
        while begin > max(named.at.first - _DESCRIPTION, 0):
            if begin - 1 in barred or not self.passage.tokens.words[begin - 1][0].isalnum():
                break
            begin -= 1
        return At(begin, named.at.end)

    def listed_behind(self, named: NamedAt) -> NamedAt | None:
        """Return who is named next in a list with *named*: 'Ann Low and the Dane Tom Fry'."""
        tokens = self.passage.tokens.words
        joints = {i for at in self.passage.parts("coordinator") for i in range(at.first, at.end)}
        behind = named.at.end
        listed = behind < len(tokens) and (behind in joints or tokens[behind] == ",")
        return self.described(behind + 1) if listed else None

    def is_alone(self, named: NamedAt) -> bool:
        """Return whether nobody is named together with *named*: not 'Ann Low and the novelist Tom Fry'."""
        joints = {i for at in self.passage.parts("coordinator") for i in range(at.first, at.end)}
        if self.listed_behind(named) is not None:
            return False
        before = self.last_before(named.at.first)
        return before is None or before.at.end not in joints or self.described(before.at.end + 1) != named


def _named_next(told: At, clause: Clause) -> NamedAt | None:
    """Return who is named right behind the words: 'designed by the Dane Ann Low'."""
    return clause.described(told.end)


def _named_last(told: At, clause: Clause) -> NamedAt | None:
    """Return who is named right before the words, at most a comma and a relative pronoun between."""
    tokens = clause.passage.tokens.words
    start = told.first
    pronouns = {at.first for at in clause.passage.parts("relative", "article")}
    if start > 1 and start - 1 in pronouns and tokens[start - 2] == ",":
        start -= 2
    named = clause.last_before(start)
    return named if named is not None and named.at.end == start else None


def _done_by(verb: At, clause: Clause) -> NamedAt | None:
    """Return who is named behind 'by', before or behind a participle: 'von Ann Low geleitet', 'chaired by Ann Low'."""
    passage, tokens = clause.passage, clause.passage.tokens.words
    agents = [At(i, i + 1) for i, token in enumerate(tokens) if token in clause.words.doers]
    for agent in sorted(agents, key=verb.gap):
        if passage.crossed(agent, verb) or agent.gap(verb) > _AGENT:
            continue
        named = clause.described(agent.end)
        if named is not None and (named.at.first >= verb.end or verb.first - named.at.end <= _ADVERBS):
            return named
    return _done_before(verb, clause)


def _done_before(verb: At, clause: Clause) -> NamedAt | None:
    """Return who is named at the end of a clause that a participle opens: 'Gesteuert hatte das Schiff Tom Low'."""
    passage, tokens = clause.passage, clause.passage.tokens.words
    opens = verb.first == passage.segments.index(passage.segments[verb.first])
    if not (
        opens and clause.words.verb_second and verb.end < len(tokens) and tokens[verb.end] in clause.words.having_done
    ):
        return None
    named = next((n for n in clause.holders if n.at.first > verb.end), None)
    near = named is not None and named.at.first - verb.end <= _AGENT and not passage.crossed(verb, named.at)
    return named if near and not (named and clause.governed(named)) else None


def _acts(verb: At, clause: Clause) -> NamedAt | None:
    """Return who is named before a verb, right behind one that is fronted, or by a copula behind its object."""
    return _subject_before(verb, clause) or _subject_behind(verb, clause)


def _subject_before(verb: At, clause: Clause) -> NamedAt | None:
    """Return the nearest one named before *verb*: right before it, or explained by it in a relative clause."""
    named = clause.last_before(verb.first)
    if named is None:
        return None
    tokens, words = clause.passage.tokens.words, clause.words
    inside = clause.between(named, verb)
    helping = words.copulas | words.past_copulas | words.helping
    while inside and tokens[inside[-1]] in helping:
        inside.pop()
    if not inside:
        return None if clause.governed(named) else named
    if _is_explained(inside, clause):
        return named
    is_inserted = tokens[inside[0]] == tokens[inside[-1]] == "," and 1 < len(inside) <= _EXPLAINED
    return named if is_inserted and not clause.governed(named) else None


def _is_explained(inside: Sequence[int], clause: Clause) -> bool:
    """Return whether the tokens between a name and a verb begin a clause on that name: ', who had', ', die einst'."""
    tokens = clause.passage.tokens.words
    if tokens[inside[0]] != "," or len(inside) > _EXPLAINED:
        return False
    relative = {at.first for at in clause.passage.parts("relative")}
    articles = {at.first for at in clause.passage.parts("article")}
    return any(i in relative or (i in articles and tokens[i - 1] == ",") for i in inside)


def _subject_behind(verb: At, clause: Clause) -> NamedAt | None:
    """Return who is named behind a verb with something before it: 'Die Grabung leitet Ann Low'."""
    passage, tokens, words = clause.passage, clause.passage.tokens.words, clause.words
    start = passage.segments.index(passage.segments[verb.first])
    if words.verb_second and verb.first > start:
        return clause.described(verb.end)
    for i in range(verb.end, min(verb.end + _INVERTED, len(tokens))):
        if tokens[i] in words.copulas or tokens[i] in words.past_copulas:
            return clause.described(i + 1) if verb.first <= start + 1 else None
        if not tokens[i][0].isalnum():
            return None
    return None


def _stands_at(place: At, clause: Clause) -> NamedAt | None:
    """Return who is where the role puts them: 'with Ann Low at the helm', 'Am Ruder stand der Steuermann Tom Low'."""
    behind = _stands_behind(place, clause)
    if behind is not None:
        return behind
    named = clause.last_before(place.first)
    return named if named is not None and _stands(named, place, clause) else _named_under(place, clause)


def _stands_behind(place: At, clause: Clause) -> NamedAt | None:
    """Return who is named behind a verb of standing and the words for a place: 'At the helm of it was Tom Low'."""
    passage, tokens = clause.passage, clause.passage.tokens.words
    for i in range(place.end, min(place.end + _PHRASE, len(tokens))):
        if tokens[i] in clause.words.standing:
            named = next((n for n in clause.holders if n.at.first > i), None)
            near = named is not None and named.at.first - i <= _AGENT and not passage.crossed(place, named.at)
            return named if near else None
        if not tokens[i][0].isalnum():
            return None
    return None


def _stands(named: NamedAt, place: At, clause: Clause) -> bool:
    """Return whether only a verb of standing leads from a name to the place, or 'with' to both: 'with Low third'."""
    tokens = clause.passage.tokens.words
    inside = clause.between(named, place)
    if not inside:
        return any(tokens[i] in clause.words.having for i in _before(named))
    if _is_explained(inside, clause):
        return True
    small = {at.first for at in clause.passage.parts("article", "place", "inside")}
    lead = clause.words.standing | clause.words.helping
    return tokens[inside[0]] in lead and all(tokens[i] in lead or i in small for i in inside)


def _named_under(place: At, clause: Clause) -> NamedAt | None:
    """Return who is named behind the words and 'of' or an article: 'unter Vorsitz der Richterin Ann Low'."""
    tokens = clause.passage.tokens.words
    if place.end >= len(tokens):
        return None
    of = {at.first for at in clause.passage.parts("of")}
    led = place.end in of or tokens[place.end] in clause.words.doers
    article = clause.passage.begins(place.end, "article")
    return clause.described(place.end + (led and not article)) if led or article else None


def _before(named: NamedAt) -> range:
    """Return the tokens before a name that may belong to it: its description, a word that leads to it."""
    return range(max(named.at.first - _DESCRIPTION, 0), named.at.first)


def _placed(place: At, clause: Clause) -> NamedAt | None:
    """Return who came where the words say: 'Silber holte Ann Low', 'Third in the vote was Fry', 'with Low third'."""
    passage, tokens = clause.passage, clause.passage.tokens.words
    small = {at.first for places in passage.words.values() for at in places}
    if place.end < len(tokens) and tokens[place.end] in clause.words.standing:
        return _stands_behind(place, clause)
    if place.end < len(tokens) and tokens[place.end][0].isalnum() and place.end not in small:
        return None
    start = passage.segments.index(passage.segments[place.first])
    if place.first <= start + 1 and place.end in small:
        return _stands_behind(place, clause)
    named = clause.last_before(place.first)
    return named if named is not None and _stands(named, place, clause) else None


FRAMES: Mapping[CuePart, Callable[[At, Clause], NamedAt | None]] = {
    "by": _named_next,
    "does": _named_last,
    "done": _done_by,
    "acts": _acts,
    "at": _stands_at,
    "placed": _placed,
    "after": _named_next,
}
"""What finds the one who fills a role, by the part of its cue."""

"""Who leads a body of the story: 'the jury, chaired by Ann Low', 'die von Ann Low geleitete Jury', 'who heads it'."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.roles.filled import Filled
from crosscheck.claims.sentences.lexicon import PERSON
from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.subjects.bodies import body_nouns, find_led_body
from crosscheck.claims.subjects.find import Scene
from crosscheck.claims.subjects.holders import described_behind
from crosscheck.domains import EVENT, Concept
from crosscheck.languages import PostWords
from crosscheck.records import Role

_DESCRIPTION = 4
"""How many words at most may stand between 'von' and the name: an article, a calling, a first name."""
_DATED = frozenset({"date", "duration"})


def find_heads(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield who leads each body that the sentence has a noun for, of the posts that are at the head of such a body.

    A sentence that tells of another time, or of the post's changing hands, says nothing of who leads it now. Posts that
    have words of their own for leading are found by those.
    """
    if not passage.parts("led_by", "led", "leads") or _tells_of_then(passage):
        return
    words = scene.lexicon.language.clauses.posts
    people = [n for n in passage.names if n.kind == PERSON or (not n.kind and " " in n.name)]
    if not people:
        return
    for name in sorted(passage.wholes):
        concept = scene.lexicon.concepts[name]
        if not concept.heads or concept.done or name in passage.vetoes:
            continue
        for noun in body_nouns(name, passage):
            for holder, verb, at in _leaders(noun, people, passage, words, concept):
                body = find_led_body(at, concept, passage, scene)
                told = verb | holder.at  # 'led by the retired judge Ann Low' tells of no change
                changes = any(told.gap(at) or told | at != told for at in passage.parts("turnover"))
                if body is not None and body.name != holder.name and not changes:
                    yield Filled(name, Role(holder.name, PERSON), body, holder.at | noun | verb, verb, "asserted")


def _tells_of_then(passage: Passage) -> bool:
    """Return whether a time stands in the sentence that does not say since when."""
    since = {at.end for at in passage.parts("since")}
    dated = any(v.mention.kind in _DATED and v.at.first not in since for v in passage.values)
    return dated or bool(passage.parts("earlier")) or bool(passage.labels("period"))


def _leaders(
    noun: At, people: list[NamedAt], passage: Passage, words: PostWords, concept: Concept
) -> Iterator[tuple[NamedAt, At, At]]:
    """Yield who leads the body at *noun*, the words that say so, and where the article before the body ends."""
    yield from ((holder, verb, noun) for holder, verb in _led_by(noun, people, passage, words))
    yield from _led_behind(noun, people, passage, words)
    yield from ((holder, verb, noun) for holder, verb in _who_leads(noun, people, passage, words, concept))


def _led_by(noun: At, people: list[NamedAt], passage: Passage, words: PostWords) -> Iterator[tuple[NamedAt, At]]:
    """Yield who is named behind 'led by': 'The panel of judges was chaired by the novelist Ann Low'."""
    for verb in passage.parts("led_by"):
        named = described_behind(verb.end, people, passage, words)
        if named is not None and verb.first >= noun.end and _is_linked(noun.end, verb.first, passage, words):
            yield named, verb


def _led_behind(
    noun: At, people: list[NamedAt], passage: Passage, words: PostWords
) -> Iterator[tuple[NamedAt, At, At]]:
    """Yield who is named before 'geleitet': 'die von Ann Low geleitete Jury', 'die Jury wird von Ann Low geleitet'."""
    agents = passage.parts("agent")
    for verb in passage.parts("led"):
        named = next((n for n in people if n.at.end == verb.first), None)
        agent = None if named is None else next((at for at in agents if _names(at, named, passage)), None)
        if named is None or agent is None:
            continue
        if verb.end == noun.first:
            yield named, verb, At(agent.first, noun.end)
        elif noun.end <= agent.first and _is_linked(noun.end, agent.first, passage, words):
            yield named, verb, noun


def _names(agent: At, named: NamedAt, passage: Passage) -> bool:
    """Return whether only words on who he is stand between 'von' and a name."""
    tokens = passage.tokens.words
    between = range(agent.end, named.at.first)
    return agent.end <= named.at.first <= agent.end + _DESCRIPTION and all(tokens[i].isalpha() for i in between)


def _who_leads(
    noun: At, people: list[NamedAt], passage: Passage, words: PostWords, concept: Concept
) -> Iterator[tuple[NamedAt, At]]:
    """Yield who is named before 'chairs the jury' or ', die die Jury leitet'; 'chaired' of the one jury of an event."""
    tokens = passage.tokens.words
    verbs = words.leads | words.once_led if set(concept.subject) == {EVENT} else words.leads
    articles = {at.first for at in passage.parts("article")}
    for verb in passage.parts("leads"):
        if " ".join(tokens[verb.first : verb.end]) not in verbs:
            continue
        before = noun.first - 1 if noun.first - 1 in articles else noun.first
        start = verb.first if verb.end == before else before if verb.first == noun.end else None
        named = None if start is None else _subject_before(start, people, passage)
        if named is not None and not _is_told_apart(max(noun.end, verb.end), passage):
            yield named, verb


def _subject_before(start: int, people: list[NamedAt], passage: Passage) -> NamedAt | None:
    """Return who is named before token *start*, at most a comma and a relative pronoun between."""
    tokens = passage.tokens.words
    pronouns = {at.first for at in passage.parts("relative", "article")}
    if start >= 2 and start - 1 in pronouns and tokens[start - 2] == ",":
        start -= 2
    return next((n for n in people if n.at.end == start), None)


def _is_told_apart(end: int, passage: Passage) -> bool:
    """Return whether the words behind a body say which one: 'the jury of the youth prize'."""
    return passage.begins(end, "of", "bearer", "inside")


def _is_linked(end: int, start: int, passage: Passage, words: PostWords) -> bool:
    """Return whether between a body and how it is led stand only a comma, a copula, or how many it has: 'of nine'."""
    tokens = passage.tokens.words
    valued = {i for v in passage.values for i in range(v.at.first, v.at.end)}
    counting = {at.first for at in passage.parts("of", "bearer") if at.end in valued}
    return all(i in valued | counting or tokens[i] in words.linking | {","} for i in range(end, start))

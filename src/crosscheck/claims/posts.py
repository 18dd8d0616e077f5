"""Who holds a post that one person alone holds: 'finance chief Ann Low', 'Ann Low, the club's coach'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from crosscheck.claims.bodies import find_body
from crosscheck.claims.cast import PERSON
from crosscheck.claims.modality import find_modality
from crosscheck.claims.passage import At, CueAt, NamedAt, Passage
from crosscheck.claims.roles import Filled
from crosscheck.claims.subjects import Scene
from crosscheck.domains import Concept
from crosscheck.languages import PostWords
from crosscheck.records import Claim, Modality, Role

_BEFORE = 2
"""How many words before a post may say that its holder is not in office."""
_BETWEEN = 6
"""How many tokens may stand between a name and the post behind it, or between 'named' and the name."""
_CLOSING = frozenset(',;:.!?)–—”»«"')


class _Holder(msgspec.Struct, frozen=True, gc=False):
    """Who holds the post, where the name stands, and how that is said: '' where it is taken for granted."""

    name: NamedAt
    says: bool = False


def find_posts(passage: Passage, scene: Scene) -> Iterator[Filled]:
    """Yield who holds each post of the concepts that the sentence names together with its holder.

    A post that somebody held, will hold or stands in for, and one that many hold, has no holder. In a sentence that
    tells of a post's changing hands, everybody's holding it is only planned.
    """
    words = scene.lexicon.language.clauses.posts
    changes = any(passage.parts("turnover"))
    for hit in _post_cues(passage, scene):
        concept = scene.lexicon.concepts[hit.cue.concept]
        body = find_body(hit, concept, passage, scene)
        if body is None or not _is_sole(body.phrase, hit.at, passage, scene):
            continue
        holder = _find_holder(body.phrase, hit.at, passage, words)
        if holder is None or holder.name.name == body.subject.name:
            continue
        at = holder.name.at
        stated = find_modality(at, hit.at, passage, scene) if holder.says else "asserted"
        modality: Modality = "planned" if changes else stated
        yield Filled(hit.cue.concept, Role(holder.name.name, PERSON), body.subject, at | body.phrase, hit.at, modality)


def without_rivals(claims: Iterable[Claim], concepts: Mapping[str, Concept]) -> list[Claim]:
    """Return *claims*, those of one document, without the posts that it gives to several people.

    They are posts of several bodies, one of which it does not name.
    """
    kept = list(claims)
    holders: dict[tuple[str, str], set[str]] = {}
    for claim in kept:
        if _is_held(claim, concepts) and isinstance(claim.value, Role):
            holders.setdefault((claim.attribute, claim.subject), set()).add(claim.value.name)
    several = {key for key, names in holders.items() if len(names) > 1}
    return [c for c in kept if not (_is_held(c, concepts) and (c.attribute, c.subject) in several)]


def _is_held(claim: Claim, concepts: Mapping[str, Concept]) -> bool:
    concept = concepts.get(claim.attribute)
    return concept is not None and concept.post and claim.modality == "asserted"


def _post_cues(passage: Passage, scene: Scene) -> Iterator[CueAt]:
    """Yield the names of posts, only the longest of those that overlap, without those that a veto rules out."""
    posts = [hit for hit in passage.cues if scene.lexicon.concepts[hit.cue.concept].post]
    named = [hit for hit in posts if hit.cue.part == "cue"]
    for hit in named:
        longer = any(o.at.first <= hit.at.first and hit.at.end <= o.at.end and o.at != hit.at for o in named)
        if not longer and hit.cue.concept not in passage.vetoes:
            yield hit


def _is_sole(phrase: At, post: At, passage: Passage, scene: Scene) -> bool:
    """Return whether nothing beside the post says that it is no longer, not yet or not alone held.

    Where nouns have no capitals, an unknown word before it may make it another post: 'regional finance chief'.
    """
    language = scene.lexicon.language
    words, posts = passage.tokens.words, language.clauses.posts
    bars = posts.indefinite | posts.vacating
    if any(words[i] in bars for start in (phrase.first, post.first) for i in range(max(start - _BEFORE, 0), start)):
        return False
    if post.end < len(words) and words[post.end] in posts.vacating:
        return False
    if words[post.first].partition("-")[0] in posts.vacating:
        return False
    before = phrase.first - 1
    if before < 0 or language.names.nouns_capitalised or not words[before][0].isalpha():
        return True
    named = any(name.at.first <= before < name.at.end for name in passage.names)
    small = any(at.first <= before < at.end for places in passage.words.values() for at in places)
    return named or small or words[before] in language.terms.stop


def _find_holder(phrase: At, post: At, passage: Passage, words: PostWords) -> _Holder | None:
    """Return who is named right behind the post, in apposition to it, or as what it is."""
    people = [name for name in passage.names if name.kind in {PERSON, ""}]
    beside = _behind(post.end, people, passage, words) or _behind(phrase.end, people, passage, words)
    if beside is not None:
        return _Holder(beside) if beside.kind or " " in beside.name else None
    people = [name for name in people if name.kind or " " in name.name]
    found = _in_apposition(phrase.end, people, passage, words) or _introduced(phrase.end, people, passage, words)
    if found is not None:
        return _Holder(found)
    return _before(phrase, people, passage, words)


def _behind(start: int, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> NamedAt | None:
    """Return the one named at token *start*, a 'Dr' left aside."""
    tokens = passage.tokens.words
    while start < len(tokens) and tokens[start] in words.courtesies and not _is_last(start, passage):
        start += 1
    return next((name for name in people if name.at.first == start), None)


def _in_apposition(end: int, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> NamedAt | None:
    """Return the one named between commas behind the post: 'the driver, Peter Lund, said'."""
    tokens = passage.tokens.words
    comma = next((i for i in range(end, min(end + _BEFORE + 1, len(tokens))) if tokens[i] in {",", "("}), None)
    if comma is None or any(name.at.first <= comma and name.at.first >= end for name in passage.names):
        return None
    named = _behind(comma + 1, people, passage, words)
    if named is None or (named.at.end < len(tokens) and tokens[named.at.end] not in _CLOSING):
        return None
    is_list = any(name.at.first == named.at.end + 1 for name in passage.names)
    return None if is_list else named


def _introduced(end: int, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> NamedAt | None:
    """Return the one whom the post's holder is called: 'the driver, named by police as Peter Lund'."""
    tokens = passage.tokens.words
    for naming in passage.parts("naming"):
        if 0 <= naming.first - end <= _BEFORE:
            for name in people:
                before = name.at.first - 1
                led = before == naming.end - 1 or tokens[before] in words.introducers
                if led and naming.end <= name.at.first <= naming.end + _BETWEEN:
                    return name
    return None


def _before(phrase: At, people: Iterable[NamedAt], passage: Passage, words: PostWords) -> _Holder | None:
    """Return the one whom the post explains behind a comma, or who is said to hold it."""
    tokens = passage.tokens.words
    barred = {
        i for at in passage.parts("boundary", "coordinator", "speech", "relative") for i in range(at.first, at.end)
    }
    for name in sorted(people, key=lambda n: -n.at.end):
        inside = range(name.at.end, phrase.first)
        if not 1 <= len(inside) <= _BETWEEN:
            continue
        first = tokens[inside[0]]
        says = first in words.copulas
        if not (says or first in {",", "("}) or (barred & set(inside) and not says):
            return None
        rest = [tokens[i] for i in inside[1:]]
        aged = any(v.at.first in inside for v in passage.values)
        if sum(token in _CLOSING for token in rest) > 2 * aged or (says and len(rest) > _BEFORE):
            return None
        return _Holder(name, says)
    return None


def _is_last(at: int, passage: Passage) -> bool:
    return at + 1 >= len(passage.tokens)

"""Of what a post is: the organisation, place or event that the words around it name, or that the document is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from functools import lru_cache
from itertools import accumulate, chain

import msgspec

from crosscheck.claims.sentences.cast import Cast
from crosscheck.claims.sentences.lexicon import PERSON, PLACE
from crosscheck.claims.sentences.passage import At, CueAt, NamedAt, Passage
from crosscheck.claims.subjects.find import UNNAMED_EVENT, Scene, Subject, find_antecedent
from crosscheck.domains import EVENT, Concept
from crosscheck.values.names import fold_name

_PHRASE = 6
"""How many tokens the phrase behind a post may have that says of what it is."""
_NO_LETTERS = re.compile(r"[\W_]+")
_REMEMBERED = 1 << 6
_OFTEN = 2
"""How often a document names its main body at least."""
UNTOLD = Subject("", "", "body not told")
"""Of what a post is where a document leaves that open: another may tell whose its holder is."""
_POSSESSIVE = frozenset({("'",), ("’",)})


class Body(msgspec.Struct, frozen=True, gc=False):
    """Of what a post is, and the tokens of the post with the words that say so."""

    subject: Subject
    phrase: At


def find_body(hit: CueAt, concept: Concept, passage: Passage, scene: Scene) -> Body | None:
    """Return of what the post at *hit* is; None where that is something without a name, or nothing tells.

    'Director' alone is the head of a body of some kind only where a noun or name of that kind stands beside it.
    """
    body = _find_body(hit, concept, passage, scene)
    if body is None or not concept.heads:
        return body
    words = passage.tokens.words
    if any(words[i] in scene.lexicon.language.clauses.posts.indefinite for i in range(hit.at.end, body.phrase.end)):
        return None
    told = any(body.phrase.first <= at.first < body.phrase.end for at in body_nouns(hit.cue.concept, passage))
    return body if told or hit.cue.part == "cue" or _is_named_for(body.subject.name, concept) else None


def body_nouns(concept: str, passage: Passage) -> Sequence[At]:
    """Return where the nouns for the body of a post stand."""
    return passage.wholes.get(concept, ())


def _is_named_for(name: str, concept: Concept) -> bool:
    """Return whether a name holds a noun for the body of the post: 'Larch Foundation', 'Larchen-Kulturstiftung'."""
    return _holds_noun(name.lower(), _body_nouns_of(concept))


def _body_nouns_of(concept: Concept) -> tuple[str, ...]:
    """Return the nouns for the body of the post in all languages."""
    return tuple(chain.from_iterable(concept.of.values()))


def _holds_noun(name: str, nouns: tuple[str, ...]) -> bool:
    """Return whether a word of *name*, lower case, ends in one of *nouns*, and is not the whole of the name."""
    return name not in nouns and _word_ends(nouns).search(name) is not None


@lru_cache(_REMEMBERED)
def _word_ends(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a word that ends in one of *nouns*, which several words never do."""
    single = sorted({re.escape(noun) for noun in nouns if not _NO_LETTERS.search(noun)}) or ["(?!)"]
    return re.compile(rf"(?:{'|'.join(single)})(?![^\W_])")


def _find_sole_body(concept: Concept, scene: Scene) -> Subject | None:
    """Return the only body of its kind that the document names, the event where it names none, None where several."""
    named = _named_for(scene.cast, _body_nouns_of(concept))
    if len(named) > 1:
        return None
    if not named or set(concept.subject) == {EVENT}:
        return UNNAMED_EVENT
    return Subject(named[0][0], named[0][1] or concept.subject[0], "event of the document")


@lru_cache(_REMEMBERED)
def _named_for(cast: Cast, nouns: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the names of a document, but for people's, that hold one of *nouns*, each with its kind."""
    named = _bodies(cast)
    held = {bisect_right(named.starts, end.start()) - 1 for end in _word_ends(nouns).finditer(named.text)}
    return tuple([named.names[i] for i in sorted(held) if named.names[i][0].lower() not in nouns])


class _Bodies(msgspec.Struct, frozen=True, gc=False):
    """The names of a document, but for people's, with their kinds; ``text`` has them a line each, lower case."""

    names: tuple[tuple[str, str], ...]
    text: str
    starts: tuple[int, ...]


@lru_cache(_REMEMBERED)
def _bodies(cast: Cast) -> _Bodies:
    names = tuple([(name, kind) for name, kind, _ in cast.ranked if kind != PERSON])
    lines = [f"{name.lower()}\n" for name, _ in names]
    return _Bodies(names, "".join(lines), tuple(accumulate(map(len, lines), initial=0)))


def find_led_body(noun: At, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return the body that the noun at *noun* means: the name that it stands in, or 'the jury' of the document.

    None where it is a jury, or one that the words behind it tell from others.
    """
    name = next((n for n in passage.names if n.at.first <= noun.first < n.at.end and n.kind != PERSON), None)
    if name is not None and _is_named_for(name.name, concept):
        return _bearer(name, concept, "name before the value")
    definite = passage.ends(noun.first, "article")
    if not definite or passage.tokens.words[noun.first - 1] in scene.lexicon.language.clauses.posts.indefinite:
        return None
    return _find_sole_body(concept, scene)


def _find_body(hit: CueAt, concept: Concept, passage: Passage, scene: Scene) -> Body | None:
    """Return of what the post at *hit* is, whatever its kind.

    It is named in the same word ('VdT-Vorsitzende'), before ('Norvik's chairman') or behind ('chairman of Norvik'), or
    it is 'the club' or not said at all: then it is the document's main body, or the event that the documents share.
    """
    compound = _named_inside(hit.at, concept, passage, scene)
    if compound is not None:
        return Body(compound, hit.at)
    if "-" in passage.tokens.words[hit.at.first] and hit.at.end - hit.at.first == 1 and set(concept.subject) != {EVENT}:
        return None
    before = next((n for n in passage.names if _leads_to(n.at, hit.at, passage) and n.kind != PERSON), None)
    if before is not None:
        fits = _is_body(before, concept, scene)
        return Body(_bearer(before, concept, "name before the value"), before.at | hit.at) if fits else None
    nouns = body_nouns(hit.cue.concept, passage)
    noun = next((at for at in nouns if at.end == hit.at.first), None)
    phrase = hit.at if noun is None else noun | hit.at
    behind = _phrase_behind(hit.at.end, passage, _copulas(scene))
    if behind is not None:
        named = _named_in(behind, concept, passage)
        if named is not None and _is_body(named, concept, scene):
            return Body(_bearer(named, concept, "bearer after the value"), phrase | behind)
        noun = next((at for at in nouns if behind.first <= at.first < behind.end), None)
        if named is not None or noun is None:
            return None
        phrase |= behind
    elif (named := _behind_holder(hit.at.end, concept, passage, scene)) is not None:
        return Body(_bearer(named, concept, "bearer after the value"), phrase)
    if concept.heads:
        main = _find_sole_body(concept, scene)
        return None if main is None else Body(main, phrase)
    is_open = EVENT not in concept.subject and noun is None
    main = None if is_open else find_main_body(hit.at, concept, passage, scene)
    return Body(main or UNTOLD, phrase)


def _leads_to(name: At, post: At, passage: Passage) -> bool:
    """Return whether a name ends right before the post or with its first word: 'Alden Museum director'.

    The mark of the possessive of a plural may stand between: "the Greens' leader".
    """
    between = passage.tokens.words[name.end : post.first]
    return name.end == post.first or between in _POSSESSIVE or name.first < post.first < name.end < post.end


def _bearer(name: NamedAt, concept: Concept, why: str) -> Subject:
    """Return a name as that of a body: no person, whatever a title before it shows ('president of Ghana')."""
    kind = "" if name.kind == PERSON else name.kind
    return Subject(name.name, kind or concept.subject[0], why)


def _behind_holder(start: int, concept: Concept, passage: Passage, scene: Scene) -> NamedAt | None:
    """Return the body named behind the holder, where that stands right behind the post: 'Mayor Tom Low of Ash'."""
    holder = next((n for n in passage.names if n.at.first == start), None)
    behind = _phrase_behind(holder.at.end, passage, _copulas(scene)) if holder is not None else None
    named = _named_in(behind, concept, passage) if behind is not None else None
    return named if named is not None and _is_body(named, concept, scene) else None


def _named_in(phrase: At, concept: Concept, passage: Passage) -> NamedAt | None:
    """Return the name in a phrase; a noun for the body alone, as German writes it with a capital, is none."""
    nouns = {noun for several in concept.of.values() for noun in several} if concept.heads else set()
    inside = (n for n in passage.names if phrase.first < n.at.first < phrase.end)
    return next((n for n in inside if n.name.lower() not in nouns), None)


def _named_inside(post: At, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return the body that is the first part of a compound: 'VdT' in 'VdT-Vorsitzende'."""
    first, hyphen, _ = passage.tokens.words[post.first].rpartition("-")
    if not hyphen:
        return None
    found = scene.cast.called.get(fold_name(first))
    if found is None or not _is_of_kind(found.kind, concept, scene):
        return None
    return Subject(found.name, found.kind or concept.subject[0], "name before the value")


def _phrase_behind(start: int, passage: Passage, copulas: Container[str]) -> At | None:
    """Return the tokens behind a post that say of what it is: 'of the drivers' union', None where none do.

    The phrase ends before a mark, one of *copulas*, another preposition or a person's name.
    """
    tokens = passage.tokens.words
    openers = {at.first for at in passage.parts("of", "inside", "place", "bearer")} | {
        at.first for at in passage.parts("article") if at.first == start
    }
    if start >= len(tokens) or start not in openers:
        return None
    stops = openers | {at.first for at in passage.parts("coordinator", "boundary", "speech", "agent")}
    stops |= {i for i in range(start + 1, min(start + _PHRASE, len(tokens))) if tokens[i] in copulas}
    people = {n.at.first for n in passage.names if n.kind == PERSON and (" " in n.name or n.at.first > start + 1)}
    inside_names = {i for name in passage.names for i in range(name.at.first, name.at.end)}
    articles = {at.first for at in passage.parts("article")}
    end = start + 1
    while end < min(start + _PHRASE, len(tokens)) and end not in people:
        is_joint = end in stops and end not in inside_names and end not in articles
        if is_joint or not tokens[end][0].isalnum():
            break
        end += 1
    is_of = passage.begins(start, "of")
    names = any(start < name.at.first < end for name in passage.names)
    return At(start, end) if is_of or names else None


def _copulas(scene: Scene) -> frozenset[str]:
    words = scene.lexicon.language.clauses.posts
    return words.copulas | words.past_copulas


def find_main_body(post: At, concept: Concept, passage: Passage, scene: Scene) -> Subject | None:
    """Return the body that the document names most, else the event that the documents share.

    None where another body is named shortly before, or another place where several are: the post may be of that.
    """
    if set(concept.subject) == {EVENT}:
        return UNNAMED_EVENT

    is_local = PLACE in concept.subject

    def admits(kind: str) -> bool:
        return kind != "" and _is_of_kind(kind, concept, scene)

    def may_be(kind: str) -> bool:
        return kind != PERSON and (_is_of_kind(kind, concept, scene) or (is_local and not kind))

    bodies = (row for row in scene.cast.ranked if may_be(row[1]) and not (is_local and _is_street(row[0], scene)))
    name, kind, count = next(bodies, ("", "", 0))
    _, _, second = next(bodies, ("", "", 0))
    clear = count >= _OFTEN and count > second
    if is_local:
        near = {n.name for told in (passage, *scene.before) for n in told.names if may_be(n.kind)}
        here = {n.name for n in passage.names if may_be(n.kind)}
        told = here if clear or not second else near
        if name and told - {name}:
            return None
        return Subject(name, kind or PLACE, "event of the document") if name else UNNAMED_EVENT
    nearest = find_antecedent(post, admits, passage, scene)
    if nearest is None:
        return Subject(name, kind or concept.subject[0], "event of the document") if clear else UNNAMED_EVENT
    is_only = all(other == nearest.name for other, known, _ in scene.cast.ranked if known and may_be(known))
    is_main = nearest.name == name if clear else is_only
    return Subject(nearest.name, nearest.kind, "pronoun or anaphor") if is_main else None


def _is_street(name: str, scene: Scene) -> bool:
    """Return whether a place is a street or a square, which has nobody at its head."""
    return name.rpartition(" ")[2].lower().endswith(scene.lexicon.language.clauses.posts.streets)


def _is_body(name: NamedAt, concept: Concept, scene: Scene) -> bool:
    return name.kind in {"", PERSON} or _is_of_kind(name.kind, concept, scene)


def _is_of_kind(kind: str, concept: Concept, scene: Scene) -> bool:
    """Return whether a body of the post can be of *kind*; where the post lists exact kinds, of those alone.

    An unknown kind is none of a place, which every text tells by its prepositions.
    """
    if kind == "":
        return "organisation" in concept.subject
    exact = any(own in scene.lexicon.general for own in concept.subject)
    return kind in concept.subject or (not exact and scene.lexicon.general.get(kind, kind) in concept.subject)

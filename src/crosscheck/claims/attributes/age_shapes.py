"""Where an age stands beside the name of whose it is: 'Ralf Kern, just 44,', 'Kern is 44', 'the 44-year-old Kern'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from crosscheck.claims.sentences.lexicon import PERSON, Lexicon
from crosscheck.claims.sentences.passage import At, NamedAt, Passage, ValueAt
from crosscheck.claims.sentences.wildcards import is_like
from crosscheck.languages import load_parted, names_somebody
from crosscheck.languages.clauses import PostWords
from crosscheck.records import Mention

AGE = "age"
"""The rule that makes a mention an age."""
_OPENERS = {",": frozenset(",.;:)–-"), "(": frozenset(")")}
"""What may stand before an age in apposition, and what behind it."""
_NOUNS = 3
"""How many words of a description may stand between an age and a name."""


def apposed(at: At, mention: Mention, passage: Passage, lexicon: Lexicon) -> NamedAt | None:
    """Return the person right before an age between commas or brackets.

    A bare number needs a full name, and brackets or a word that counts years: 'Ralf Kern, just 44,'.
    """
    words, posts = passage.tokens.words, lexicon.language.clauses.posts
    start = _behind_adverbs(at.first, passage, posts)
    opener = words[start - 1] if start else ""
    sure = mention.rule == AGE
    closed = at.end == len(words) or words[at.end] in _OPENERS.get(opener, ())
    closed = closed or (sure and passage.begins(at.end, "coordinator"))
    if opener not in _OPENERS or not closed or not (sure or opener == "(" or start < at.first):
        return None
    for name in passage.names:
        if name.at.end == start - 1 and (name.kind == PERSON or (sure and not name.kind)):
            return name if sure or " " in name.name else None
    return None


def _behind_adverbs(token: int, passage: Passage, posts: PostWords) -> int:
    """Return where the words begin that end before *token* and say how few or many years there are: 'gerade einmal'."""
    words = passage.tokens.words
    while token and words[token - 1] in posts.years_told:
        token -= 1
    return token


def predicated(at: At, passage: Passage, lexicon: Lexicon) -> NamedAt | None:
    """Return the person whom the present tense gives an age that ends its clause: 'Ralf Kern, who is just 44, said'."""
    words, posts = passage.tokens.words, lexicon.language.clauses.posts
    before = _behind_adverbs(at.first, passage, posts) - 1
    if before < 1 or words[before] not in posts.copulas:
        return None
    if not _ends_clause(at, passage, lexicon):
        return None
    start = before - (before - 1 in {who.first for who in passage.parts("relative")})
    start -= start < before and words[start - 1] == ","
    return next((n for n in passage.names if n.at.end == start and n.kind == PERSON), None)


def reached_by(at: At, passage: Passage, lexicon: Lexicon) -> NamedAt | None:
    """Return who 'was' a number of years right before it: 'Kern was 47', 'war sie erst 47'; a pronoun has no name."""
    words, posts = passage.tokens.words, lexicon.language.clauses.posts
    first = _behind_adverbs(at.first, passage, posts)
    people = [n for n in passage.names if n.kind == PERSON]
    pronouns = [
        NamedAt(At(i, i + 1), "", PERSON) for i in range(max(0, first - 2), first) if _is_person(words[i], lexicon)
    ]
    for someone in (*people, *pronouns):
        verb = first - 1 if someone.at.end == first - 1 else someone.at.first - 1 if someone.at.end == first else -1
        if verb >= 0 and words[verb] in posts.past_copulas:
            return someone
    return None


def is_age_told(value: ValueAt, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a number that one person 'was' is an age: 'the firefighter who was killed was 43 and ...'.

    Not where the sentence has a word for a count that is in the singular, too: 'the toll was 43'.
    """
    posts, words = lexicon.language.clauses.posts, passage.tokens.words
    verb = _behind_adverbs(value.at.first, passage, posts) - 1
    if value.mention.unit or verb < 0 or words[verb] not in posts.past_copulas | posts.copulas:
        return False
    return _ends_clause(value.at, passage, lexicon) and lexicon.language.clauses.scope.counts.isdisjoint(words)


def _is_person(word: str, lexicon: Lexicon) -> bool:
    return PERSON in lexicon.pronouns.get(word, ())


def _ends_clause(at: At, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a mark or 'and' stands behind an age; 'and a half' and 'and 20' go on with the number."""
    words, end = passage.tokens.words, at.end
    if end == len(words) or words[end] in _OPENERS[","]:
        return True
    if words[end] not in lexicon.language.clauses.coordinators or end + 1 == len(words):
        return False
    return words[end + 1][0].isalpha() and all(
        value.at.first > end + 2 for value in passage.values if value.at.first > end
    )


def described(at: At, passage: Passage, lexicon: Lexicon) -> NamedAt | None:
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
    if not is_definite(at, passage) or passage.crossed(at, name.at):
        return None
    dates = lexicon.language.dates
    verbs = (dates.after_ages, dates.past_tense, dates.future_tense)
    small = {i for part in passage.words.values() for where in part for i in range(where.first, where.end)}
    between = range(at.end, name.at.first)
    nouns = all(i not in small and not is_like(passage.tokens.words[i], *verbs) for i in between)
    return name if len(between) <= _NOUNS and nouns else None


def told_of(at: At, passage: Passage, lexicon: Lexicon) -> str:
    """Return the term of the noun for the person whom an age describes, '' where none stands there.

    It stands behind the age ('the 52-year-old lorry driver'), else before it ('a guard, 61,', 'a woman aged 88', 'der
    Lokführer, ein 52 Jahre alter Mann,').
    """
    words, terms, end = passage.tokens.words, passage.terms, at.end
    first = at.first - (at.first > 1 and words[at.first - 1] in lexicon.language.clauses.posts.indefinite)
    apposed_to = terms[first - 2][-1:] if first > 1 and words[first - 1] == "," else ()
    behind = [*takewhile(bool, terms[end : end + _NOUNS])]
    before = [several for several in reversed(terms[max(0, first - _NOUNS) : first]) if several]
    described_by = [several[-1] for several in reversed(behind)]
    callings = [term for term in described_by if term not in load_parted()]
    nouns = (*callings, *apposed_to, *described_by, *(several[-1] for several in before))
    return next(filter(names_somebody, nouns), "")


def _is_indefinite(at: At, passage: Passage, lexicon: Lexicon) -> bool:
    return at.first == 1 and passage.tokens.words[0] in lexicon.language.clauses.posts.indefinite


def _is_in_apposition(at: At, name: NamedAt, passage: Passage) -> bool:
    """Return whether a full name stands between commas behind an age and its noun: '51-year-old man, Ralf Kern,'."""
    words = passage.tokens.words
    noun = words[at.end : name.at.first - 1]
    closed = words[name.at.end : name.at.end + 1] == (",",)
    return closed and len(noun) == 1 and noun[0].isalpha() and words[name.at.first - 1] == "," and " " in name.name


def is_definite(at: At, passage: Passage) -> bool:
    """Return whether a definite article stands right before an age."""
    return passage.ends(at.first, "article")


def concept_at_end(told: str, lexicon: Lexicon) -> tuple[str, bool]:
    """Return the concept of the age at a person's end whose cue stands in *told*, and whether a veto does, too."""
    code = lexicon.language.code
    for name, concept in lexicon.concepts.items():
        if len(concept.ends) > 1 and PERSON in concept.subject and _has_phrase(told, concept.cues.get(code, ())):
            return name, _has_phrase(told, concept.vetoes.get(code, ()))
    return "", False


def _has_phrase(told: str, phrases: Sequence[str]) -> bool:
    """Return whether one of *phrases* stands in *told*, words with blanks around them."""
    return any(f" {phrase} " in told for phrase in phrases)

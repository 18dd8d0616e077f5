"""What a name is in its clause: behind a preposition or in another case it is no subject, whatever stands near it."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.passage import At, NamedAt, Passage
from crosscheck.claims.sentences.wildcards import is_like
from crosscheck.languages import LanguagePack
from crosscheck.languages.grammar import GrammarWords

_PHRASE = 5
"""How many tokens may stand between a preposition and the name that it governs: 'from near the old port of Ashby'."""
_PLAIN = 2
"""How many of them may be words without a capital that are no articles."""
_LEAST_PHRASE = 2
"""How many words a preposition and its noun are at least."""
_JOINING = frozenset(",/&")
_QUOTES = frozenset("\"'“”„‘’«»`")


def is_governed(name: NamedAt, passage: Passage, grammar: GrammarWords) -> bool:
    """Return whether a name stands behind a preposition, an article of another case, or in a list with such a one."""
    return bool(find_governor(name, passage, grammar))


def find_governor(name: NamedAt, passage: Passage, grammar: GrammarWords) -> str:
    """Return the preposition, or the article of another case, that a name stands behind, '' for a name that can be the
    subject of its clause; a name in a list stands behind what the first one does.
    """
    words = passage.tokens.words
    at = phrase_lead(name.at, passage, grammar)
    if at is None:
        return ""
    if words[at] in grammar.oblique or words[at] in grammar.prepositions:
        return "" if _opens_relative_clause(at, name.at, words, grammar) else words[at]
    if words[at] in grammar.determiners:
        led = at > 0 and words[at - 1] in grammar.prepositions
        return words[at - 1] if led and not _opens_relative_clause(at - 1, name.at, words, grammar) else ""
    listed = next((other for other in passage.names if other.at.end == at), None)
    if listed is None or (words[at] == "," and listed.kind != name.kind):
        return ""
    return find_governor(listed, passage, grammar)


def phrase_lead(name: At, passage: Passage, grammar: GrammarWords) -> int | None:
    """Return the token before the words that belong to a name: an article, a preposition, or what joins it to a list.

    None where something else stands there, or the sentence begins.
    """
    words = passage.tokens.words
    determiners, oblique, prepositions = grammar.determiners, grammar.oblique, grammar.prepositions
    plain, in_noun = 0, True
    for at in range(name.first - 1, max(name.first - 1 - _PHRASE, -1), -1):
        word = words[at]
        if word in determiners or word in oblique or word in prepositions:
            return at
        if word in _JOINING or passage.begins(at, "coordinator"):
            return at
        if word in _QUOTES:
            continue
        if word in grammar.openers or not word.replace("-", "").isalpha():
            return None
        if at and passage.is_capital(at):
            if not in_noun:
                return None
            continue
        in_noun, plain = in_noun and not grammar.adjectives, plain + 1
        if plain > _PLAIN or (grammar.adjectives and not word.endswith(grammar.adjectives)) or _parts(at, passage):
            return None
    return None


def _parts(token: int, passage: Passage) -> bool:
    """Return whether a word parts clauses or tells who says something."""
    return any(at.first <= token < at.end for at in passage.parts("boundary", "relative", "speech"))


def _opens_relative_clause(at: int, name: At, words: Sequence[str], grammar: GrammarWords) -> bool:
    """Return whether a comma, a preposition and what looks like an article stand before a name: ', in dem Kern siegte'.

    Only where articles are relative pronouns, too, which adjectives with endings go with.
    """
    is_article = words[at] not in grammar.prepositions
    first = at - 1 if is_article else at
    is_preposed = first > 0 and words[first] in grammar.prepositions and words[first - 1] == ","
    return bool(grammar.adjectives) and is_preposed and first + 2 == name.first


def stands_alone(noun: At, passage: Passage, language: LanguagePack) -> bool:
    """Return whether a word for a person is a noun that ends its phrase: 'the German won', not 'the German company'.

    Where nouns have capitals it is one of them, elsewhere a mark, a small word or a verb follows.
    """
    words = passage.tokens.words
    if language.names.nouns_capitalised:
        return passage.is_capital(noun.end - 1)
    following = words[noun.end] if noun.end < len(words) else "."
    grammar, dates = language.grammar, language.dates
    if not following.isalpha() or following in grammar.prepositions or following in grammar.openers:
        return following != "-"
    return is_like(following, dates.after_ages, dates.past_tense)


def by_salience(names: Sequence[NamedAt], passage: Passage, grammar: GrammarWords) -> Sequence[NamedAt]:
    """Return *names* of a sentence, those that can be its subject first: what a pronoun behind it takes up."""
    return sorted(names, key=lambda name: is_governed(name, passage, grammar)) if len(names) > 1 else names


def clause_start(value: At, passage: Passage) -> int:
    """Return the first token of the segment that a value begins in, marks and what joins clauses left out."""
    at = passage.segments.index(passage.segments[value.first])
    words = passage.tokens.words
    while at < value.first and (not words[at].isalnum() or passage.begins(at, "coordinator")):
        at += 1
    return at


def opens_relative_clause(start: int, passage: Passage, language: LanguagePack) -> bool:
    """Return whether a clause explains what stands before it: ', who had 19', ', der 19 hatte'."""
    if passage.begins(start, "relative"):
        return True
    words = passage.tokens.words
    follows = start > 0 and words[start - 1] == "," and words[start] in language.clauses.articles
    is_phrase = start + 1 < len(words) and passage.is_capital(start + 1)
    return follows and language.names.nouns_capitalised and not is_phrase


def explained_end(value: At, passage: Passage, language: LanguagePack) -> int | None:
    """Return where the words end that the clause of a value explains, None where it is no relative clause."""
    start = clause_start(value, passage)
    if not opens_relative_clause(start, passage, language):
        return None
    return start - (start > 0 and passage.tokens.words[start - 1] == ",")


def explained_noun(value: At, passage: Passage, language: LanguagePack) -> At | None:
    """Return the noun with its preposition that the clause of a value explains: 'behind a local list, which won 9'.

    None where it explains a name or a figure, or what no preposition governs, which may stand beside a name: 'Marsden,
    a teacher, who won 9'.
    """
    end = explained_end(value, passage, language)
    if end is None or end < _LEAST_PHRASE or not passage.tokens.words[end - 1].isalpha():
        return None
    told = (*(name.at for name in passage.names), *(other.phrase for other in passage.values))
    if any(at.first < end <= at.end for at in told):
        return None
    words, prepositions = passage.tokens.words, language.grammar.prepositions
    lead = phrase_lead(At(end - 1, end), passage, language.grammar)
    if lead and words[lead] not in prepositions and words[lead - 1] in prepositions:
        lead -= 1
    return At(lead, end) if lead is not None and words[lead] in prepositions else None

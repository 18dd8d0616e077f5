"""What kind of thing a name is by the words around it: an event's phrase, a title, its place in an apposition."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.lexicon import ORGANISATION, PERSON, EventPattern, Lexicon
from crosscheck.claims.sentences.signs import Signs
from crosscheck.claims.sentences.tokens import At, Tokens

_TITLE_GAP = 2
"""How many words before a name a title may begin."""
_MARKS = frozenset(",;:()–—")
"""Marks that part a title from a name."""
_FULL = 2
"""How many words a full name has at least."""
_LEAST_TITLE = 7
"""How many letters a word for an organisation has at least that is no part of its name, as 'FC' and 'Bank' are."""
_AGE_DIGITS = 2
_OPENS_AGE = frozenset(",(")
_CLOSING = frozenset(",;:.!?()")
"""Marks that may stand behind a name in apposition."""


def shown_kind(at: At, tokens: Tokens, signs: Signs, lexicon: Lexicon) -> str:
    """Return the kind that the words around a name show: a phrase, a title before it, or its place in an apposition.

    Words behind it show nothing where it only tells which one it is of somebody else's: 'Kelvora's Leeds headquarters'.
    """
    first, end, words = at.first, at.end, tokens.words
    for pattern in lexicon.event_names.beside(
        words[first - 1] if first else "", words[end] if end < len(words) else ""
    ):
        if _stands_around(pattern, words, first, end) and (pattern.before or not _is_owned(first, tokens)):
            return pattern.kind
    titled = _titled_kind(first, words, signs, lexicon) if signs.titles else ""
    return titled or _apposed_kind(first, end, words, signs)


def _is_owned(first: int, tokens: Tokens) -> bool:
    """Return whether the word before a token ends in a possessive, which is cut off it but not off its place."""
    return first > 0 and tokens.ends[first - 1] - tokens.starts[first - 1] > len(tokens.words[first - 1])


def without_title(name: At, tokens: Tokens, signs: Signs, lexicon: Lexicon) -> At:
    """Return a name without a word for what organisation it is: 'Autobauer Kern', 'Pharmakonzern Kern'.

    Only where nouns have capitals, so that they look like the first word of a name.
    """
    if not signs.titles or not lexicon.language.names.nouns_capitalised:
        return name
    ends = (
        at.end
        for at, titles in signs.titles
        if at.first == name.first
        and at.end < name.end
        and len(tokens.words[at.first]) >= _LEAST_TITLE
        and lexicon.general.get(titles[0].kind) == ORGANISATION
    )
    return At(next(ends, name.first), name.end)


def _titled_kind(first: int, words: Sequence[str], signs: Signs, lexicon: Lexicon) -> str:
    """Return the kind of a name behind a title, which one more word may part from it; '' without a title."""
    earliest = max(first - _TITLE_GAP, 0)
    kinds = [
        (at.end, titles[0].kind)
        for at, titles in signs.titles
        if at.first >= earliest
        and (
            at.end == first or (at.first == earliest == at.end - 1 < first - 1 and _may_follow(words[at.end], lexicon))
        )
    ]
    return max(kinds, key=lambda row: row[0])[1] if kinds else ""


def _may_follow(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word between a title and a name leaves them together: no mark, no article, no 'of'."""
    clauses = lexicon.language.clauses
    return word not in _MARKS and word not in clauses.articles and word not in clauses.of


def _apposed_kind(first: int, end: int, words: Sequence[str], signs: Signs) -> str:
    """Return the kind of a name of several words between marks behind a title ('his barrister, Ann Low, said').

    An age behind it shows a person, too: 'Ann Low, 34, said'.
    """
    if end - first < _FULL or end >= len(words) or words[end] not in _CLOSING:
        return ""
    if words[end] in _OPENS_AGE and end + 2 < len(words) and _is_age(words[end + 1]) and words[end + 2] in _CLOSING:
        return PERSON
    if first < _FULL or words[first - 1] != ",":
        return ""
    return next((titles[0].kind for at, titles in signs.titles if at.end == first - 1), "")


def _is_age(word: str) -> bool:
    return word.isdigit() and len(word) == _AGE_DIGITS


def _stands_around(pattern: EventPattern, words: Sequence[str], first: int, end: int) -> bool:
    before, after = pattern.before, pattern.after
    return (
        first >= len(before)
        and tuple(words[first - len(before) : first]) == before
        and tuple(words[end : end + len(after)]) == after
    )

"""Names as runs of words: where a run of name words begins, how it goes on over small words, and where it splits."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crosscheck.mentions.names.heads import head_words, is_head
from crosscheck.mentions.names.labels import Judge
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME
from crosscheck.mentions.names.words import Text, bare

_LINKS = frozenset({" ", "\xa0", " & ", "\xa0&\xa0", "\u202f"})
_INITIAL_LINKS = frozenset({". ", ".", ".\xa0"})
_MOST_WORDS = 10


class Run(msgspec.Struct, frozen=True):
    """Words *first* to *last*, both included, that make one name."""

    first: int
    last: int


def find_runs(text: Text, judge: Judge) -> list[Run]:
    """Return the names as runs of words, in text order."""
    marked = judge.name_words()
    runs: list[Run] = []
    taken = -1
    for index in text.capitals:
        if index > taken and index in marked:
            last = _extend(text, judge, marked, index)
            runs.extend(_split(text, judge, index, last))
            taken = last
    return runs


def _extend(text: Text, judge: Judge, marked: set[int], first: int) -> int:
    """Return the last word of the name that begins at word *first*."""
    last = first
    while last - first < _MOST_WORDS and not _is_closed(text, last):
        following = last + 1
        if following < len(text.words) and following in marked and _is_linked(text, following):
            last = following
            continue
        reach = _over_small_words(text, judge, marked, first, last)
        if not reach:
            break
        last = reach
    return last


def _is_linked(text: Text, index: int) -> bool:
    gap = text.gaps[index]
    if gap in _LINKS:
        return True
    before = text.words[index - 1]
    return gap in _INITIAL_LINKS and (len(before) == 1 or before in text.pack.sentences.closed_abbreviations)


def _is_closed(text: Text, index: int) -> bool:
    """Return whether an owner's apostrophe ends the name at word *index*; 'People's Army' goes on."""
    word = text.words[index]
    if bare(word) == word:
        return False
    return text.after(index) not in text.pack.names.organisation_heads | text.pack.names.place_heads


def _over_small_words(text: Text, judge: Judge, marked: set[int], first: int, last: int) -> int:
    """Return the next word of the name beyond 'of', 'für', 'von der' or 'de', 0 where the name ends before them."""
    names = text.pack.names
    small = last + 1
    while small < len(text.words) and small - last <= 2 and text.gaps[small] == " " and text.words[small].islower():
        small += 1
    between = text.words[last + 1 : small]
    if not between or small >= len(text.words) or small not in marked or text.gaps[small] != " ":
        return 0
    if all(word in names.particles for word in between):
        return (
            small if is_person_part(judge, text.words[last]) or judge.classes(bare(text.words[small])) & SURNAME else 0
        )
    if between[0] in names.connectors and all(word in names.articles for word in between[1:]):
        joins = is_head(text, text.words[last]) or (names.nouns_capitalised and is_head(text, text.words[first]))
        return small if joins and text.words[last] not in names.organisations else 0
    return 0


def is_person_part(judge: Judge, word: str) -> bool:
    """Return whether *word* is known as a first name or is an initial."""
    return len(word) == 1 or bool(judge.classes(word) & FIRST)


def _split(text: Text, judge: Judge, first: int, last: int) -> Iterator[Run]:
    """Return the names in a run: two where a party or a place stands right before a person ('Labours Mary Poole')."""
    cut = first
    for index in range(first, last - 1):
        word, following = text.words[index], bare(text.words[index + 1])
        if any(is_head(text, head) for head in head_words(text, index + 1, last)) or judge.classes(bare(word)) & FIRST:
            continue
        if owner_base(text, word) or (judge.classes(following) & FIRST and _is_place_before_person(text, judge, index)):
            yield Run(cut, index)
            cut = index + 1
    yield Run(cut, last)


def owner_base(text: Text, word: str) -> str:
    """Return the name that *word* is the owner form of ('Labours': 'Labour'), '' where it is none."""
    names = text.pack.names
    if word in names.organisations:
        return word
    base = word[:-1]
    if names.possessive_s and word.endswith("s") and (base in names.organisations or base in text.inside):
        return base
    return ""


def _is_place_before_person(text: Text, judge: Judge, index: int) -> bool:
    classes = judge.classes(text.words[index])
    return bool(classes & PLACE) and text.before(index).lower() in text.pack.names.place_prepositions

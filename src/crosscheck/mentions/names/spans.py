"""Names as runs of words: where a run of name words begins, how it goes on over small words, and where it splits."""

from __future__ import annotations

from collections.abc import Container, Iterator

import msgspec

from crosscheck.mentions.names.evidence import Evidence
from crosscheck.mentions.names.heads import head_words
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME
from crosscheck.mentions.names.vocabulary import bare
from crosscheck.mentions.names.words import Text

_LINKS = frozenset({" ", "\xa0", " & ", "\xa0&\xa0", "\u202f"})
_ENDS_DATELINE = frozenset(",(-–—")
_OWNERS_LINKS = frozenset({"' ", "’ "})
_INITIAL_LINKS = frozenset({". ", ".", ".\xa0"})
_THINGS = frozenset({"organisation", "place"})
_CLEAR = 100
_MOST_WORDS = 10


class Run(msgspec.Struct, frozen=True, gc=False):
    """Words *first* to *last*, both included, that make one name."""

    first: int
    last: int


def find_runs(text: Text, evidence: Evidence, marked: Container[int]) -> list[Run]:
    """Return the names as runs of words, in text order; *marked* are the words that are parts of names."""
    runs: list[Run] = []
    taken = -1
    for index in text.known:
        if index > taken and index in marked:
            last = _extend(text, marked, index)
            first = index - 1 if index - 1 > taken and _begins_before(text, evidence, index, last) else index
            runs.extend(_split(text, evidence, first, last) if last > first else (Run(first, last),))
            taken = last
    return runs


def _extend(text: Text, marked: Container[int], first: int) -> int:
    """Return the last word of the name that begins at word *first*."""
    words, gaps, last = text.words, text.gaps, first
    while last - first < _MOST_WORDS and not (words[last][-1] == "s" and _is_closed(text, last)):
        following = last + 1
        if following in marked and (gaps[following] == " " or _is_linked(text, following)):
            last = following
            continue
        if following == len(words) or gaps[following] != " ":
            break
        if _derives_head(text, following):
            last = following
            continue
        reach = _over_small_words(text, marked, first, last)
        if not reach:
            break
        last = reach
    return last


def _begins_before(text: Text, evidence: Evidence, first: int, last: int) -> bool:
    """Return whether the word before belongs to the name: 'British' to 'Airways', 'Landgericht' to 'Hannover'."""
    before, vocabulary = text.before(first), text.vocabulary
    if before.isupper() and text.words[first].isupper() and (first == 1 or "\n" in text.gaps[first - 1]):
        return text.gaps[last + 1].strip()[:1] in _ENDS_DATELINE
    if before in vocabulary.names.demonyms:
        if vocabulary.names.nouns_capitalised:
            return True
        return vocabulary.is_organisation_head(text.words[last]) and text.words[first] not in vocabulary.names.titles
    if not vocabulary.names.nouns_capitalised or not before[:1].isupper():
        return False
    word = bare(text.words[first])
    is_head = vocabulary.is_organisation_head(before)
    is_place = is_head and (bool(vocabulary.classes(word) & PLACE) or _clear_kind(evidence, first) == "place")
    return is_place and first == last


def _derives_head(text: Text, index: int) -> bool:
    """Return whether word *index*, behind a blank, is a head noun after a town's adjective: 'Altenfurter Museum'."""
    adjective = text.vocabulary.names.town_adjective
    return bool(adjective) and text.words[index - 1].endswith(adjective) and text.vocabulary.is_head(text.words[index])


def _is_linked(text: Text, index: int) -> bool:
    gap = text.gaps[index]
    if gap in _LINKS:
        return True
    before = text.words[index - 1]
    if gap in _OWNERS_LINKS and before.endswith("s"):
        return text.vocabulary.is_head(text.words[index])
    return gap in _INITIAL_LINKS and (len(before) == 1 or before in text.vocabulary.sentences.closed_abbreviations)


def _is_closed(text: Text, index: int) -> bool:
    """Return whether an owner's apostrophe ends the name at word *index*; 'People's Army' goes on."""
    word = text.words[index]
    if bare(word) == word:
        return False
    names, after = text.vocabulary.names, text.after(index)
    return after not in names.organisation_heads and after not in names.place_heads


def _over_small_words(text: Text, marked: Container[int], first: int, last: int) -> int:
    """Return the next word of the name beyond 'of', 'für', 'von der' or 'de', 0 where the name ends before them."""
    names, small = text.vocabulary.names, last + 1
    if text.words[small] not in names.particles and text.words[small] not in names.connectors:
        return 0
    while small < len(text.words) and small - last <= 2 and text.gaps[small] == " " and text.words[small].islower():
        small += 1
    between = text.words[last + 1 : small]
    if not between or small >= len(text.words) or text.gaps[small] != " " or not text.words[small][0].isupper():
        return 0
    if small in marked and all(word in names.particles for word in between):
        is_surname = text.vocabulary.classes(bare(text.words[small])) & SURNAME
        if is_surname or _is_person_part(text, text.words[last]):
            return small
    if between[0] in names.connectors and all(word in names.articles for word in between[1:]):
        joins = text.vocabulary.is_head(text.words[last]) or (
            names.nouns_capitalised and text.vocabulary.is_head(text.words[first])
        )
        proper = small in marked or not (names.nouns_capitalised or text.vocabulary.is_ruled_out(text.words[small]))
        return small if joins and proper and text.words[last] not in names.organisations else 0
    return 0


def _is_person_part(text: Text, word: str) -> bool:
    """Return whether *word* is known as a first name or is an initial."""
    return len(word) == 1 or bool(text.vocabulary.classes(word) & FIRST)


def _split(text: Text, evidence: Evidence, first: int, last: int) -> Iterator[Run]:
    """Return the names in a run: two where a party or a place stands right before a person ('Labours Mary Poole')."""
    vocabulary, cut = text.vocabulary, first
    for index in range(first, last if vocabulary.names.possessive_s else last - 1):
        if vocabulary.classes(bare(text.words[index])) & FIRST:
            continue
        if any(vocabulary.is_head(head) for head in head_words(vocabulary.names, text.words[index + 1 : last + 1])):
            continue
        if _ends_owner(text, index) or (index + 2 <= last and _ends_before_person(text, evidence, index)):
            yield Run(cut, index)
            cut = index + 1
    yield Run(cut, last)


def _ends_owner(text: Text, index: int) -> bool:
    """Return whether word *index* is a party that owns what follows without an apostrophe: 'Labours'."""
    names, word = text.vocabulary.names, text.words[index]
    return names.possessive_s and word not in names.organisations and word.removesuffix("s") in names.organisations


def _ends_before_person(text: Text, evidence: Evidence, index: int) -> bool:
    """Return whether a party or place ends at word *index* and a person's full name follows."""
    names, word, following = text.vocabulary.names, text.words[index], bare(text.words[index + 1])
    if owner_base(text, word):
        return f"{word} {following}" not in names.organisations
    if text.vocabulary.classes(following) & FIRST and _is_place_before_person(text, index):
        return True
    if _clear_kind(evidence, index) not in _THINGS:
        return False
    return _clear_kind(evidence, index + 1) == _clear_kind(evidence, index + 2) == "person"


def _clear_kind(evidence: Evidence, index: int) -> str:
    """Return the kind that the classifier clearly takes word *index* for, '' where there is none."""
    kind, lead = evidence.judgement(index).leaning
    return kind if lead >= _CLEAR else ""


def owner_base(text: Text, word: str) -> str:
    """Return the name that *word* is the owner form of ('Labours': 'Labour'), '' where it is none."""
    names = text.vocabulary.names
    if word in names.organisations:
        return word
    base = word[:-1]
    if names.possessive_s and word.endswith("s") and (base in names.organisations or base in text.inside):
        return base
    return ""


def _is_place_before_person(text: Text, index: int) -> bool:
    classes = text.vocabulary.classes(text.words[index])
    return bool(classes & PLACE) and text.before(index).lower() in text.vocabulary.names.place_prepositions

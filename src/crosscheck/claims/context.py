"""The words a value stands among, without language and inflection: what facts that no concept knows are told by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import compress

from crosscheck.claims.attributes.aspects import find_aspects, tells_aspect
from crosscheck.claims.attributes.lacks import find_lacks, tells_lack
from crosscheck.claims.attributes.ordinals import numbered_noun
from crosscheck.claims.scopes.aftermath import aftermaths
from crosscheck.claims.sentences.cues import DATED
from crosscheck.claims.sentences.labels import label_words
from crosscheck.claims.sentences.passage import At, Passage, ValueAt
from crosscheck.claims.sentences.tokens import MAX_TOKENS
from crosscheck.claims.subjects.owners import find_owners, may_own
from crosscheck.languages import LanguagePack, Terms, load_couples, load_parted, load_sequences
from crosscheck.records import CLOSEST, Context

_BREAK = 5
"""How many words a segment break between value and word counts as."""
_HALFWAY = 3
"""At how many words' distance a word is half as near as beside the value."""
_COUPLED = 3
"""How many words may lie between a value and the 'and' behind its noun, the noun among them."""
_NO_ASPECTS: frozenset[str] = frozenset()
_FARTHEST = MAX_TOKENS * (1 + _BREAK)
_NEARNESS = tuple(max(CLOSEST * _HALFWAY // (_HALFWAY + gap), 1) for gap in range(_FARTHEST))
"""How near a word is by its distance: ``CLOSEST`` beside the value, half that ``_HALFWAY`` words off, at least 1."""


def read_contexts(passage: Passage, terms: Terms, language: LanguagePack) -> tuple[Context, ...]:
    """Return the context of each value of the sentence, in their order."""
    if not passage.values:
        return ()
    segments = passage.segments
    spellings = _with_capitals(passage) if language.names.nouns_capitalised else passage.tokens.words
    words = _terms_by_place(passage)
    places = [i for i, _ in words]
    spelled = {term: spellings[i] for i, term in reversed(words)}
    spelled |= _spell_phrases(words, spellings, passage, terms)
    names = _named_terms(words, passage) if passage.names else {}
    stretched = [(i + _BREAK * segments[i], term) for i, term in words] if segments[-1] else words
    counted = [_counted(value, passage, terms, language) for value in passage.values]
    turns = tuple(_turns(passage.values, counted)) if "ordinal" in passage.kinds else ()
    owning, tells_aspects, tells_lacks = may_own(passage), tells_aspect(passage), tells_lack(passage)
    before = (
        aftermaths(passage, language) if "aftermath" in passage.words and not passage.kinds.isdisjoint(DATED) else ()
    )
    return tuple(
        [
            Context(
                _nearest(
                    value, *(_of_then(value, places, stretched, before) if before else (places, stretched)), segments
                ),
                spelled,
                names,
                noun,
                turns=turns,
                aspects=find_aspects(value, passage) if tells_aspects else _NO_ASPECTS,
                owners=find_owners(value, owning, passage) if owning else (),
                lacks=find_lacks(value, passage) if tells_lacks else None,
            )
            for value, noun in zip(passage.values, counted, strict=True)
        ]
    )


def _of_then(
    value: ValueAt, places: Sequence[int], words: Sequence[tuple[int, str]], before: Sequence[At]
) -> tuple[Sequence[int], Sequence[tuple[int, str]]]:
    """Return the *words* that tell what a value is of, their places and they themselves at their stretched places.

    A date is of nothing that was *before* what its clause tells: 'after the fire, the guests left on Sunday'.
    """
    if value.mention.kind in DATED:
        earlier = [at for at in before if at.end <= value.at.first]
        kept = [not any(at.first <= i < at.end for at in earlier) for i in places]
        places, words = [*compress(places, kept)], [*compress(words, kept)]
    return places, words


def _with_capitals(passage: Passage) -> Sequence[str]:
    """Return the words of the sentence as they stand: where nouns have a capital, they read wrong without it."""
    text, tokens = passage.text, passage.tokens
    written = (text[start : start + len(word)] for word, start in zip(tokens.words, tokens.starts, strict=True))
    return [as_is if as_is.lower() == word else word for as_is, word in zip(written, tokens.words, strict=True)]


def _spell_phrases(
    words: Sequence[tuple[int, str]], spellings: Sequence[str], passage: Passage, terms: Terms
) -> dict[str, str]:
    """Return how the text spells the terms of *words* that whole phrases have: 'ums Leben'."""
    tokens, begun, following = passage.tokens.words, terms.lexicon.phrases, (*passage.terms[1:], ("",))
    places = [(i, term) for i, term in words if not following[i] and tokens[i] in begun]
    lengths = [(i, term, terms.length(tokens, i)) for i, term in reversed(places)]
    return {term: " ".join(spellings[i : i + length]) for i, term, length in lengths if length > 1}


def _turns(values: Sequence[ValueAt], counted: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the things in turn that ordinals tell apart, each with its number; *counted* is what each value counts."""
    for value, noun in zip(values, counted, strict=True):
        if value.mention.kind == "ordinal" and noun in load_sequences() and value.mention.low is not None:
            yield noun, int(value.mention.low)


def _named_terms(words: Sequence[tuple[int, str]], passage: Passage) -> dict[str, str]:
    """Return the terms that are words of names, each with the name."""
    named = {i: name.name for name in passage.names for i in range(name.at.first, name.at.end)}
    return {term: named[i] for i, term in words if i in named}


def _terms_by_place(passage: Passage) -> Sequence[tuple[int, str]]:
    """Return the terms of the sentence outside its values, each with the token it stands at."""
    valued = {i for value in passage.values for i in range(value.at.first, value.at.end)}
    termed = compress(enumerate(passage.terms), passage.terms)
    return [(i, term) for i, several in termed if i not in valued for term in several]


def _nearest(
    value: ValueAt, places: Sequence[int], words: Sequence[tuple[int, str]], segments: Sequence[int]
) -> dict[str, int]:
    """Return how near each term stands to *value*, where it stands nearest; *words* tell their stretched places.

    A place is stretched where each segment break before it takes as
    much room as ``_BREAK`` words.
    """
    at, before = value.at, bisect_left(places, value.at.first)
    first = at.first + _BREAK * segments[at.first]
    near = {term: _NEARNESS[first - 1 - place] for place, term in words[:before]}
    end = first + at.end - at.first
    for place, term in words[before:]:
        nearness = _NEARNESS[place - end]
        if term not in near or nearness > near[term]:
            near[term] = nearness
    return near


def _counted(value: ValueAt, passage: Passage, terms: Terms, language: LanguagePack) -> str:
    """Return the term of the noun that a bare number counts or an ordinal numbers, '' where it does none."""
    mention = value.mention
    if mention.kind == "ordinal":
        return numbered_noun(value, passage, terms, language)
    if mention.kind != "number":
        return ""
    if not mention.unit:
        labelled = next(reversed([term for word in label_words(value, passage) for term in terms.of(word)]), "")
        return labelled or _predicated(value, passage, terms, language)
    noun = _noun_of(mention.unit, terms) or _spelled_noun(value, passage)
    return ("coordinator" in passage.words and _coupled(noun, value, passage, terms)) or noun


def _predicated(value: ValueAt, passage: Passage, terms: Terms, language: LanguagePack) -> str:
    """Return the term of the people whom a verb or 'of them' parts from their number: '12 are girls', '12 of them men'.

    '' where none of those follows who are told apart by sex, age or the like.
    """
    words, at = passage.tokens.words, value.at.end
    at = next((member.end for member in passage.parts("member") if member.first == at), at)
    at += at < len(words) and words[at] in language.clauses.scope.plurals
    if at == value.at.end or at >= len(words):
        return ""
    noun = next(reversed(terms.of(words[at])), "")
    return noun if noun in load_parted() else ""


def _noun_of(unit: str, terms: Terms) -> str:
    """Return the term of the noun that *unit* ends with, of the phrase where it is one: 'crew members'."""
    modifiers, _, noun = unit.rpartition(" ")
    if modifiers:
        phrase = (modifiers.rpartition(" ")[2].lower(), noun.lower())
        if terms.length(phrase, 0) > 1:
            return terms.of_all(phrase)[0][0]
    return next(reversed(terms.of_noun(noun)), "")


def _spelled_noun(value: ValueAt, passage: Passage) -> str:
    """Return the term of a counted noun that has one only as the text spells it: 'rounds', which 'round' is none of."""
    noun = value.mention.unit.split()[-1].lower()
    words = passage.tokens.words[value.at.end : value.at.end + _COUPLED]
    place = next((i for i, word in enumerate(words, value.at.end) if word.startswith(noun)), None)
    return "" if place is None else next(reversed(passage.terms[place] or ()), "")


def _coupled(noun: str, value: ValueAt, passage: Passage, terms: Terms) -> str:
    """Return the term for all where a value counts those of two kinds: persons for '16 men and women'; else ''."""
    words = passage.tokens.words
    for joint in passage.parts("coordinator"):
        if 0 < joint.first - value.at.first <= _COUPLED and joint.end < len(words):
            other = next(reversed(terms.of(words[joint.end])), "")
            if whole := load_couples().get(frozenset({noun, other})):
                return whole
    return ""

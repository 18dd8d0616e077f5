"""Superlatives as ranks: 'the wettest October day since 1921' is first, 'the second-wettest' second of one series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile

import msgspec
from msgspec.structs import replace

from crosscheck.claims.confidence import claim_confidence
from crosscheck.claims.scopes.modality import find_modality
from crosscheck.claims.sentences.lexicon import PERSON, PLACE
from crosscheck.claims.sentences.passage import At, NamedAt, Passage, ValueAt
from crosscheck.claims.shapes.most import find_most
from crosscheck.claims.shapes.superlatives import Words, rank_words
from crosscheck.claims.subjects.find import NO_SUBJECT, Scene, Subject, find_antecedent, proforms
from crosscheck.languages import PluralForms, Terms
from crosscheck.records import ALWAYS, HEAD_NOUN, Amount, Claim, Mention, Modality, Scope, Series
from crosscheck.values.interval import Interval

_MOST_NOUNS = 3
"""How many words behind a superlative may name what it ranks."""
_SUBJECT = 3
"""Among how many words at the head of a sentence the noun stands that it is about."""
_BEFORE = 5
"""How many words before a superlative may make its thing one of several."""
_LONGEST_PHRASE = 4
_SINCE_REACH = 8
"""How many words may stand between 'since' and its year: 'since measurements in the valley began in 1921'."""
_BEARER_REACH = 16
_APPOSED = 6
"""How many words it costs a bearer to stand behind its rank: 'the largest of the yards, Ostwerft'."""
_APPOSITION_REACH = 8


class _Ranked(msgspec.Struct, frozen=True):
    """A superlative in the sentence: where it stands with its ordinal, what it measures, and the rank."""

    at: At
    measure: str
    rank: Fraction
    ordinal: Mention | None
    is_most: bool = False

    @property
    def of_bearer(self) -> At:
        """Return where a name before it must end: right before a comparative, which is no part of it."""
        return At(self.at.first + 1, self.at.end + 1) if self.is_most else self.at


def with_ranks(claims: Sequence[Claim], passage: Passage, scene: Scene, terms: Terms) -> list[Claim]:
    """Return the claims of a sentence with those of its superlatives, which take the place of their ordinals.

    They keep the words around these, so that 'third place' may meet 'the third-highest rate'. The year from which a
    series is counted is no date of anything else: it loses its context.
    """
    words = rank_words(scene.lexicon.language.code)
    if "ordinal" not in passage.kinds and words.gate.isdisjoint(passage.tokens.words):
        return list(claims)
    ranks = list(_find_ranks(passage, scene, terms, words))
    if not ranks:
        return list(claims)
    since = {rank.series.since for rank in ranks if rank.series is not None}
    ordinals = {c.mention.span: c for c in claims if c.mention is not None and not c.concept}
    of_rank = [ordinals.get(rank.mention.span) if rank.mention is not None else None for rank in ranks]
    ranks = [
        rank if own is None else replace(rank, context=own.context) for rank, own in zip(ranks, of_rank, strict=True)
    ]
    kept = (c for c in claims if not any(c is own for own in of_rank))
    return [*(replace(c, context=None) if _begins_series(c, since) else c for c in kept), *ranks]


def _begins_series(claim: Claim, since: set[str]) -> bool:
    return claim.mention is not None and claim.mention.kind == "date" and claim.mention.timex in since


def _find_ranks(passage: Passage, scene: Scene, terms: Terms, words: Words) -> Iterator[Claim]:
    """Yield a claim for each superlative that ranks one thing: its rank, and the series that it is counted in."""
    for ranked in (*_ranked(passage, words), *_most(passage, words)):
        if _is_one_of_several(ranked.at, passage, terms, words):
            continue
        series = _series(ranked, passage, scene, terms, words)
        if not (series.of or series.since or series.extent):
            continue
        subject = _bearer(ranked.of_bearer, passage, scene)
        rank = ranked.rank
        yield Claim(
            subject=subject.name,
            subject_kind=subject.kind,
            attribute=f"rank_by_{ranked.measure}",
            value=Amount(Interval.point(rank), rank, precision=Fraction(1)),
            scope=Scope(place=_place(ranked.at, passage)),
            modality=_modality(ranked, passage, scene),
            sentence=passage.span,
            quote=passage.text_span(At(ranked.at.first, ranked.at.end + len(series.of[:1]))),
            mention=ranked.ordinal,
            series=series,
            why_subject=subject.why,
            why_attribute=HEAD_NOUN,
            confidence=claim_confidence(HEAD_NOUN, subject.why),
        )


def _ranked(passage: Passage, words: Words) -> Iterator[_Ranked]:
    """Yield the superlatives of the sentence, first where no ordinal says otherwise."""
    ordinals = {value.at.end - 1: value for value in passage.values if value.mention.kind == "ordinal"}
    tokens = passage.tokens.words
    for i in sorted({*passage.tokens.places_of(words.begun), *ordinals}):
        ordinal, word = ordinals.get(i), tokens[i]
        own = _own_part(word, words) if ordinal is not None else word
        length = 2 if own in words.first and (own, *tokens[i + 1 : i + 2]) in words.measures else 1
        measure = words.measures.get((own, *tokens[i + 1 : i + length]))
        if measure is None:
            continue
        before = ordinal or ordinals.get(i - 1 - (i > 0 and tokens[i - 1] == "-"))
        rank = _rank(before)
        if rank is not None:
            first, ordinal_mention = (before.at.first, before.mention) if before else (i, None)
            yield _Ranked(At(first, i + length), measure, rank, ordinal_mention)


def _most(passage: Passage, words: Words) -> Iterator[_Ranked]:
    """Yield what the sentence says is more than ever: first of all times."""
    if not words.most.gate.isdisjoint(passage.tokens.words):
        for at, measure in find_most(passage, words.most):
            yield _Ranked(at, measure, Fraction(1), None, is_most=True)


def _own_part(word: str, words: Words) -> str:
    """Return what is left of a word without the ordinal that begins it: 'wettest' of 'second-wettest'."""
    _, joint, rest = word.rpartition("-")
    if joint:
        return rest
    return next((word[cut:] for cut in range(2, len(word) - 2) if (word[cut:],) in words.measures), word)


def _rank(ordinal: ValueAt | None) -> Fraction | None:
    """Return the rank that an ordinal gives a superlative: 1 without one, None where it has no value."""
    if ordinal is None:
        return Fraction(1)
    return None if ordinal.mention.low is None else Fraction(ordinal.mention.low)


def _is_one_of_several(ranked: At, passage: Passage, terms: Terms, words: Words) -> bool:
    """Return whether it is one of the largest, or several are: 'the five largest', 'the largest towns'."""
    tokens = passage.tokens.words
    here = passage.segments[ranked.first]
    before = [i for i in range(max(ranked.first - _BEFORE, 0), ranked.first) if passage.segments[i] == here]
    if any(tokens[i : i + n] in words.among and i + n <= ranked.first for i in before for n in range(1, 4)):
        return True
    if any(v.at.end == ranked.first and v.mention.kind != "date" for v in passage.values):
        return True
    return _is_plural(ranked, tokens, terms, words.plural)


def _is_plural(ranked: At, tokens: Sequence[str], terms: Terms, plural: PluralForms) -> bool:
    """Return whether a superlative stands before a plural."""
    nouns = [*takewhile(terms.of, tokens[ranked.end : ranked.end + _MOST_NOUNS])]
    before = tokens[ranked.first - 1] if ranked.first > 0 else ""
    return plural.show(tokens[ranked.end - 1], before, nouns[-1] if nouns else "")


def _series(ranked: _Ranked, passage: Passage, scene: Scene, terms: Terms, words: Words) -> Series:
    """Return what the thing is ranked among: of which nouns, in which extent and span, since when."""
    behind = At(ranked.at.end, len(passage.tokens))
    is_bare = ranked.is_most or not words.measured.isdisjoint(passage.tokens.words[behind.first : behind.first + 1])
    of = () if is_bare else _nouns(ranked.at.end, passage, terms)
    return Series(
        of=of,
        thing=() if of else _thing(ranked, passage, terms),
        extent=_first_phrase(At(ranked.at.end, behind.end), passage, words.extents, words)
        or _first_phrase(At(max(ranked.at.first - 2, 0), ranked.at.first), passage, words.extents, words),
        span=_first_phrase(behind, passage, words.spans, words),
        since=_since(passage, scene, words) or (ALWAYS if ranked.is_most else ""),
    )


def _thing(ranked: _Ranked, passage: Passage, terms: Terms) -> tuple[str, ...]:
    """Return the terms of the noun that the sentence begins with, () where that is a name: 'This summer was'."""
    tokens = passage.tokens.words
    if any(name.at.first < _SUBJECT for name in passage.names):
        return ()
    first = next((i for i, word in enumerate(tokens[:_SUBJECT]) if terms.of(word)), _SUBJECT)
    is_noun = first < _SUBJECT and first + 1 < ranked.at.first and not terms.of(tokens[first + 1])
    return terms.of(tokens[first]) if is_noun else ()


def _nouns(start: int, passage: Passage, terms: Terms) -> tuple[str, ...]:
    """Return the terms of the words right behind a superlative, up to the first that has none."""
    told = passage.tokens.words[start : start + _MOST_NOUNS]
    nouns = takewhile(bool, map(terms.of, told))
    return tuple(dict.fromkeys(term for several in nouns for term in several))


def _first_phrase(within: At, passage: Passage, phrases: Mapping[tuple[str, ...], str], words: Words) -> str:
    """Return the key of the first of *phrases* within a range, the longest where several begin; '' if none does."""
    tokens = passage.tokens.words
    for i in (i for i in range(within.first, within.end) if tokens[i] in words.opening):
        for n in range(min(_LONGEST_PHRASE, within.end - i), 0, -1):
            if (key := phrases.get(tokens[i : i + n])) is not None:
                return key
    return ""


def _since(passage: Passage, scene: Scene, words: Words) -> str:
    """Return the year from which is counted, ALWAYS where all time is, '?' where only something tells, else ''."""
    tokens = passage.tokens.words
    starts = [i for i, word in enumerate(tokens) if word in scene.lexicon.language.ranks.since]
    for value in passage.values:
        if any(i < value.at.first <= i + _SINCE_REACH for i in starts):
            year = value.mention.timex[:4]
            return year if value.mention.kind == "date" and year.isdigit() else "?"
    return _first_phrase(At(0, len(tokens)), passage, words.always, words) or ("?" if starts else "")


def _place(ranked: At, passage: Passage) -> str:
    """Return the place that is named nearest to a superlative, one behind it first."""
    places = [name for name in passage.names if name.kind == PLACE]
    behind = [name for name in places if name.at.first >= ranked.end]
    return min(behind or places, key=lambda n: n.at.gap(ranked)).name if places else ""


def _bearer(ranked: At, passage: Passage, scene: Scene) -> Subject:
    """Return what is ranked: the name nearest before the superlative or right behind it, or what a noun takes up."""
    placed = {at.end for at in passage.parts("place", "inside")}
    named = [
        (ranked.first - name.at.end, Subject(name.name, name.kind, "name before the value"))
        for name in passage.names
        if name.at.end < ranked.first and not _is_placed(name, placed)
    ]
    taken_up = [
        (ranked.first - at.end, _taken_up(at, meant, passage, scene))
        for at, meant in proforms(passage, scene.lexicon)
        if at.end < ranked.first
    ]
    apposed = [
        (name.at.first - ranked.end + _APPOSED, Subject(name.name, name.kind, "name after the value"))
        for name in passage.names
        if 0 <= name.at.first - ranked.end <= _APPOSITION_REACH
        and not _is_placed(name, placed)
        and passage.crossed(name.at, ranked) <= 1
    ]
    near = [row for row in (*named, *taken_up, *apposed) if row[0] <= _BEARER_REACH]
    return min(near, key=lambda row: row[0])[1] if near else NO_SUBJECT


def _taken_up(at: At, meant: frozenset[str], passage: Passage, scene: Scene) -> Subject:
    """Return the name that a noun or pronoun before a superlative takes up; of 'it', the body of the document."""
    if "thing" in meant:
        body = scene.cast.body
        return Subject(body.name, body.kind, "organisation of the document") if body is not None else NO_SUBJECT
    antecedent = find_antecedent(at, lambda kind: kind in meant, passage, scene)
    return NO_SUBJECT if antecedent is None else Subject(antecedent.name, antecedent.kind, "pronoun or anaphor")


def _is_placed(name: NamedAt, placed: set[int]) -> bool:
    """Return whether a name says where: a preposition of place stands before it, or before its article."""
    return name.kind != PERSON and (name.at.first in placed or name.at.first - 1 in placed)


def _modality(ranked: _Ranked, passage: Passage, scene: Scene) -> Modality:
    """Return how a rank is meant; a word of doubt around it leaves it open. 'Never' alone denies none."""
    doubts = scene.lexicon.language.ranks.doubts
    here = passage.segments[ranked.at.first]
    words = passage.tokens.words
    if any(words[i] in doubts for i in range(len(words)) if passage.segments[i] == here):
        return "predicted"
    return "asserted" if ranked.is_most else find_modality(ranked.at, ranked.at, passage, scene)

"""Lays a sentence out by token: where its segments, values, names and cues stand, and what its phrases tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TypeVar

from crosscheck.claims.sentences.cast import Named
from crosscheck.claims.sentences.cues import DATED, ActiveCues
from crosscheck.claims.sentences.numbered import numbered_cues
from crosscheck.claims.sentences.passage import At, CueAt, NamedAt, Passage, ValueAt, may_be_money
from crosscheck.claims.sentences.periods import with_dates
from crosscheck.claims.sentences.signs import BoundPart, ClausePart, CuePart, LabelTable, Signs
from crosscheck.claims.sentences.tokens import Tokens
from crosscheck.languages import Terms
from crosscheck.records import Mention, Span

Key = TypeVar("Key")
Row = TypeVar("Row")
_BREAKS = frozenset(",;:()[]–—-…/")
_COVERERS: Mapping[CuePart, frozenset[CuePart]] = {
    "noun": frozenset({"noun", "cover"}),
    "count": frozenset({"noun", "count", "cover"}),
    "step": frozenset({"step", "outright"}),
    "outright": frozenset({"step", "outright"}),
}
"""The parts of cues that longer ones of some parts take the place of."""
_COVERING = frozenset[CuePart]().union(*_COVERERS.values())
_NO_KINDS: frozenset[str] = frozenset()
_NO_CONCEPTS: frozenset[str] = frozenset()
_NONE: frozenset[int] = frozenset()
_APPOSITION = 3
"""The most words of an apposition that is no segment of its own."""


def read_passage(
    text: str,
    span: Span,
    tokens: Tokens,
    mentions: Sequence[Mention],
    named: Sequence[Named],
    signs: Signs,
    active: ActiveCues,
    terms: Terms,
) -> Passage:
    """Return the sentence of *text* with all that is found in it; *mentions*, of values, and *named* are inside it."""
    values = tuple([_value_at(mention, tokens) for mention in mentions]) if mentions else ()
    names = tuple([NamedAt(n.at, n.name, n.kind) for n in named]) if named else ()
    taken = _tokens_of(values, names) if values or names else _NONE
    words = _small_words(signs, taken)
    kinds = _possible_kinds(values) if values else _NO_KINDS
    cues, vetoes = _cues(active, signs, kinds, tokens, words, taken)
    hits, wholes = _by_part(cues) if cues else ({}, {})
    anaphors, part_words, labels, bound_words = _told(signs)
    passage = Passage(
        text,
        span,
        tokens,
        _segments(tokens, words.get("boundary", ()), values, names, taken),
        values,
        kinds,
        names,
        cues,
        frozenset([hit.cue.concept for hit in cues]) if cues else _NO_CONCEPTS,
        hits,
        wholes,
        vetoes,
        words,
        anaphors,
        part_words,
        labels,
        bound_words,
        terms.of_all(tokens.words),
    )
    return passage if kinds.isdisjoint(DATED) else with_dates(passage)


def _value_at(mention: Mention, tokens: Tokens) -> ValueAt:
    first, end = tokens.inside(mention.span)
    at = At(first, end)
    counts = mention.kind == "number" and mention.unit != ""
    return ValueAt(at, mention, At(first, end + 1 + mention.unit.count(" ")) if counts else at)


def _tokens_of(values: Sequence[ValueAt], names: Sequence[NamedAt]) -> set[int]:
    taken: set[int] = set()
    for value in values:
        taken.update(range(value.at.first, value.at.end))
    for name in names:
        taken.update(range(name.at.first, name.at.end))
    return taken


def _by_part(cues: Sequence[CueAt]) -> tuple[dict[CuePart, list[CueAt]], dict[str, list[At]]]:
    """Return cues by their part, and where those for what a concept is of stand, by that."""
    hits: defaultdict[CuePart, list[CueAt]] = defaultdict(list)
    for hit in cues:
        hits[hit.cue.part].append(hit)
    wholes: defaultdict[str, list[At]] = defaultdict(list)
    for hit in hits.get("of", ()):
        wholes[hit.cue.concept].append(hit.at)
    return hits, wholes


def _small_words(signs: Signs, taken: Set[int]) -> dict[ClausePart, list[At]]:
    """Return where the small words stand, by what they do, without those of *taken* tokens: 'May' is a month."""
    words: defaultdict[ClausePart, list[At]] = defaultdict(list)
    for at, parts in signs.words:
        if at.first not in taken:
            for part in parts:
                words[part].append(at)
    return words


_Told = tuple[
    tuple[tuple[At, str], ...],
    tuple[tuple[At, str], ...],
    dict[LabelTable, list[tuple[At, str]]],
    tuple[tuple[At, BoundPart], ...],
]
"""The anaphors, words for parts, labels and words for bounds of a sentence."""


def _told(signs: Signs) -> _Told:
    """Return what else the phrases of a sentence tell, which most have nothing of."""
    if not (signs.anaphors or signs.labels or signs.bounds or signs.parts):
        return (), (), {}, ()
    return (
        tuple([(at, anaphor.kind) for at, found in signs.anaphors for anaphor in found]) if signs.anaphors else (),
        tuple([(at, part.domain) for at, found in signs.parts for part in found]) if signs.parts else (),
        _grouped((label.table, (at, label.key)) for at, found in signs.labels for label in found),
        tuple([(at, bound.part) for at, found in signs.bounds for bound in found]) if signs.bounds else (),
    )


def _grouped(rows: Iterable[tuple[Key, Row]]) -> dict[Key, list[Row]]:
    """Return what stands in *rows* by its keys, in order."""
    groups: dict[Key, list[Row]] = {}
    for key, row in rows:
        groups.setdefault(key, []).append(row)
    return groups


def _possible_kinds(values: Sequence[ValueAt]) -> frozenset[str]:
    kinds = frozenset[str]([value.mention.kind for value in values])
    is_money = "number" in kinds and any(may_be_money(value.mention) for value in values)
    return kinds | {"money"} if is_money else kinds


def _segments(
    tokens: Tokens,
    boundaries: Sequence[At],
    values: Sequence[ValueAt],
    names: Sequence[NamedAt],
    taken: Set[int],
) -> tuple[int, ...]:
    """Return each token's segment: a break mark or boundary word opens one, unless inside a value or a name."""
    breaks = set(tokens.places_of(_BREAKS))
    if not boundaries and not breaks:
        return (0,) * len(tokens.words)
    appositions = _appositions(tokens.words, names, values) if breaks and names else _NONE
    breaks.update([at.first for at in boundaries])
    breaks -= appositions
    breaks -= taken
    breaks.discard(0)
    segments: list[int] = []
    for number, end in enumerate((*sorted(breaks), len(tokens.words))):
        segments += [number] * (end - len(segments))
    return tuple(segments)


def _appositions(words: Sequence[str], names: Sequence[NamedAt], values: Sequence[ValueAt]) -> set[int]:
    """Return the commas around a few words that only explain a name: 'in Rochester, southern England, on Thursday'."""
    ends = {name.at.end for name in names}
    commas: set[int] = set()
    for i in ends:
        if i < len(words) and words[i] == ",":
            inside = range(i + 1, min(i + 2 + _APPOSITION, len(words)))
            close = next((j for j in inside if words[j] == ","), None)
            if close in ends and not any(max(v.at.first, i) < min(v.at.end, close) for v in values):
                commas |= {i, close}
    return commas


def _cues(
    active: ActiveCues, signs: Signs, kinds: frozenset[str], tokens: Tokens, words: Mapping[ClausePart, Sequence[At]],
    taken: Set[int],
) -> tuple[tuple[CueAt, ...], dict[str, list[At]]]:  # fmt: skip
    """Return the cues of a sentence with values of *kinds*, and by concept where something rules it out."""
    chosen, ruled_out = active.choose(signs, kinds, tokens.words)
    cues = _longest(chosen) if chosen else ()
    vetoes = _grouped(ruled_out) if ruled_out else {}
    if cues and "number_of" in words:
        cues = (*cues, *numbered_cues(words["number_of"], cues, vetoes, taken))
    return cues, vetoes


def _longest(cues: Sequence[CueAt]) -> tuple[CueAt, ...]:
    """Return the cues that no longer one covers: 'votes cast' is no 'votes', 'denkbar knapp' one step.

    A noun is covered by one of its domain or of no domain, by what its domain says that covers nouns, and by nothing
    of another domain: one may see people where another sees cases.
    """
    longer = [cue for cue in cues if cue.cue.part in _COVERING and cue.at.end - cue.at.first > 1]
    if not longer:
        return tuple(cues)
    covering = {(cue.at.first, cue.at.end, cue.cue.part, cue.cue.domain) for cue in longer}
    return tuple([cue for cue in cues if cue.cue.part not in _COVERERS or not _is_covered(cue, covering)])


def _is_covered(cue: CueAt, covering: Iterable[tuple[int, int, CuePart, str]]) -> bool:
    """Return whether a longer one takes the place of *cue*; *covering* are those that may: first, end, part, domain."""
    at, coverers, domains = cue.at, _COVERERS[cue.cue.part], ("", cue.cue.domain)
    for first, end, part, domain in covering:
        is_around = first <= at.first and at.end <= end and at.end - at.first < end - first
        if is_around and part in coverers and domain in domains:
            return True
    return False

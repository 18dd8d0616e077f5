"""Why two claims were brought together, in words that an editor can weigh: what both say, and what speaks against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosscheck.domains import Concept
from crosscheck.facts.match import Match
from crosscheck.records import Claim, Context

_MOST_WORDS = 4
"""More words than these that two sentences share convince nobody further."""
_DOUBTS: Mapping[str, str] = {
    "noun: missing": "only one says what is counted",
    "names: others": "the names in the sentences differ",
    "part: one says": "only one says of which part",
    "time: one says": "only one says of which time",
    "modality: differs": "one is no plain statement",
    "size: far apart": "the figures are far apart",
    "size: worlds apart": "the figures are worlds apart",
    "days: far apart": "the days are far apart",
    "number: in both": "one of the figures stands in both",
    "rivals: ahead": "another figure fits better",
    "rivals: close": "another figure fits almost as well",
}
_SUPPORT: Mapping[str, str] = {
    "sentence: repeated": "the sentences are the same but for a value",
    "size: same digits": "the digits are the same",
    "measure: only ones": "neither has another figure of this measure",
    "slip: transposed": "two digits have changed places",
    "slip: exchanged": "two digits have changed places",
    "slip: transposed pair": "two digits have changed places",
    "slip: other scale": "the digits are the same, the scale is not",
    "slip: other unit": "the number is the same, the unit is not",
    "slip: of a day": "one date may be the other mistyped",
    "slip: one of many": "all digits but one are the same",
    "rivals: none": "no other figure fits either",
    "rivals: behind": "other figures fit less well",
}
_ATTRIBUTES: Mapping[str, str] = {
    "counted noun": "by what is counted",
    "named whole": "by the whole that is named",
    "cue in the clause": "by a cue in the clause",
    "elided noun": "by the noun of the figure before",
    "age beside a name": "by the age beside a name",
    "head noun": "by the noun",
}
_SUBJECTS: Mapping[str, str] = {
    "bearer after the value": "named after the figure",
    "name before the value": "named before the figure",
    "name in apposition": "named in apposition",
    "name after the value": "named after the figure",
    "event named in the sentence": "named in the sentence",
    "event of the document": "what the document is about",
    "organisation of the document": "whom the document is about",
    "pronoun or anaphor": "taken up by a pronoun or noun",
}


def explain_match(match: Match, concepts: Mapping[str, Concept]) -> str:
    """Return why the two claims of *match* are taken for one fact, what speaks against it last."""
    left, right = match.left, match.right
    reasons = [*_what_both_give(match, concepts)]
    if left.context is not None and right.context is not None:
        reasons += _what_both_name(left.context, right.context)
    reasons += [_SUPPORT[level] for level in match.levels if level in _SUPPORT]
    doubts = [_DOUBTS[level] for level in match.levels if level in _DOUBTS]
    return "; ".join((*reasons, *(f"but {doubt}" for doubt in doubts[:1]), *doubts[1:]))


def explain_bearer(left: Claim, right: Claim, spelling: Sequence[str], label: str) -> str:
    """Return why two claims of one attribute, *label* in words, and one bearer belong together.

    *spelling* is how the bearer's names were joined on either side: 'same name', 'alias', 'similar spelling'.
    """
    attribute = _sides(_ATTRIBUTES.get(left.why_attribute, ""), _ATTRIBUTES.get(right.why_attribute, ""))
    subject = _sides(_SUBJECTS.get(left.why_subject, ""), _SUBJECTS.get(right.why_subject, ""))
    joined = ", ".join(dict.fromkeys(level for level in spelling if level != "same name"))
    bearer = f"{left.subject} ({', '.join(filter(None, (subject, joined)))})" if subject or joined else left.subject
    what = f"both give the {label}{f' ({attribute})' if attribute else ''}"
    return f"{what} of {bearer}" if left.subject else what


def _sides(left: str, right: str) -> str:
    return " and ".join(dict.fromkeys(filter(None, (left, right))))


def _what_both_give(match: Match, concepts: Mapping[str, Concept]) -> Iterator[str]:
    """Yield what kind of figure both give: that of a concept, of a counted noun, of a unit."""
    left, right = match.left, match.right
    concept = concepts.get(left.concept)
    if concept is not None and left.concept == right.concept:
        label = concept.label.get("en") or left.concept.replace("_", " ")
        yield f"both give the {label}{f' of {left.subject}' if left.subject == right.subject != '' else ''}"
        return
    if left.context is None or right.context is None:
        return
    counted = left.context.counted or right.context.counted
    if not {"noun: same", "noun: same, one concept"}.isdisjoint(match.levels):
        yield f"both count {_spell(counted, left.context, right.context)}"
    elif "noun: beside" in match.levels:
        yield f"one counts what the other names beside its figure, {_spell(counted, left.context, right.context)}"


def _what_both_name(left: Context, right: Context) -> Iterator[str]:
    """Yield the names and the words that both sentences have, the nearest to the figures first."""
    names = dict.fromkeys(left.names[term] for term in left.names.keys() & right.names.keys())
    if names:
        yield f"both name {_enumerate(sorted(names)[:_MOST_WORDS])}"
    if words := [_spell(term, left, right) for term in _telling_words(left, right)]:
        yield f"both speak of {_enumerate(words)}"


def _telling_words(left: Context, right: Context) -> list[str]:
    """Return the terms that both sentences share, no names and no counted noun, each standing in words of its own."""
    unsaid = {*left.names, *right.names, left.counted, right.counted}
    shared = [term for term in left.near if term in right.near and term not in unsaid]
    told: list[str] = []
    seen: set[str | None] = set()
    for term in sorted(shared, key=lambda term: -min(left.near[term], right.near[term])):
        spelled = {left.spelled.get(term), right.spelled.get(term)}
        if seen.isdisjoint(spelled):
            told.append(term)
            seen |= spelled
    return told[:_MOST_WORDS]


def _spell(term: str, left: Context, right: Context) -> str:
    """Return *term* as the texts spell it, both ways where these differ: “strike” / “Streik”."""
    spelled = (context.spelled.get(term) for context in (left, right))
    words = {word.casefold(): word for word in spelled if word}
    return " / ".join(f"“{word}”" for word in words.values()) or f"“{term}”"


def _enumerate(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]

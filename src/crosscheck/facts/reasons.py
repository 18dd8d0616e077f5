"""Why two claims were brought together, in words that an editor can weigh: what both say, and what speaks against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscheck.domains import Concept
from crosscheck.facts.match import Match
from crosscheck.messages import Phrase, Quoted, join, say, say_all
from crosscheck.records import Claim, Context, is_unnamed, name_attribute

_MOST_WORDS = 4
"""More words than these that two sentences share convince nobody further."""
_DOUBTS: Mapping[str, Phrase] = {
    "noun: missing": say("only one says what is counted"),
    "names: others": say("the names in the sentences differ"),
    "bearer: another": say("the clauses are about others"),
    "part: one says": say("only one says of which part"),
    "time: one says": say("only one says of which time"),
    "modality: differs": say("one is no plain statement"),
    "size: far apart": say("the figures are far apart"),
    "size: worlds apart": say("the figures are worlds apart"),
    "days: far apart": say("the days are far apart"),
    "number: in both": say("one of the figures stands in both"),
    "rivals: ahead": say("another figure fits better"),
    "rivals: close": say("another figure fits almost as well"),
}
_REPEATED = "sentence: repeated"
_SAME_DIGITS = "size: same digits"
_SUPPORT: Mapping[str, Phrase] = {
    "bearer: same": say("both clauses are about the same"),
    "bound: broken alone": say("nothing else there is near the bound"),
    _REPEATED: say("the sentences are the same but for a value"),
    _SAME_DIGITS: say("the digits are the same"),
    "measure: only ones": say("neither has another figure of this measure"),
    "noun: one deed": say("neither counts them for anything else"),
    "slip: transposed": say("two digits have changed places"),
    "slip: exchanged": say("two digits have changed places"),
    "slip: transposed pair": say("two digits have changed places"),
    "slip: other scale": say("the digits are the same, the scale is not"),
    "slip: other unit": say("the number is the same, the unit is not"),
    "slip: of a day": say("one date may be the other mistyped"),
    "slip: of a year": say("one date may be the other mistyped"),
    "slip: of tens": say("one date may be the other mistyped"),
    "slip: one of many": say("all digits but one are the same"),
    "rivals: none": say("no other figure fits either"),
    "rivals: behind": say("other figures fit less well"),
}
_ATTRIBUTES: Mapping[str, Phrase] = {
    "counted noun": say("by what is counted"),
    "named whole": say("by the whole that is named"),
    "cue in the clause": say("by a cue in the clause"),
    "elided noun": say("by the noun of the figure before"),
    "age beside a name": say("by the age beside a name"),
    "head noun": say("by the noun"),
}
_SUBJECTS: Mapping[str, Phrase] = {
    "bearer after the value": say("named after the figure"),
    "name before the value": say("named before the figure"),
    "name in apposition": say("named in apposition"),
    "name after the value": say("named after the figure"),
    "event named in the sentence": say("named in the sentence"),
    "event of the document": say("what the document is about"),
    "organisation of the document": say("whom the document is about"),
    "pronoun or anaphor": say("taken up by a pronoun or noun"),
}
_SPELLINGS: Mapping[str, Phrase] = {
    "alias": say("alias"),
    "surname": say("surname"),
    "similar spelling": say("similar spelling"),
}


def explain_match(match: Match, concepts: Mapping[str, Concept]) -> Phrase:
    """Return why the two claims of *match* are taken for one fact, what speaks against it last."""
    left, right = match.left, match.right
    reasons = [*_what_both_give(match, concepts)]
    if left.context is not None and right.context is not None:
        reasons += _what_both_name(left.context, right.context, is_repeated=_REPEATED in match.levels)
    reasons += [_SUPPORT[level] for level in _supporting(match.levels)]
    doubts = [_DOUBTS[level] for level in match.levels if level in _DOUBTS]
    return join((*reasons, *(say("but {doubt}", doubt=doubt) for doubt in doubts[:1]), *doubts[1:]), "; ")


def _supporting(levels: Iterable[str]) -> list[str]:
    """Return those of *levels* that speak for a match, without what the slip that they name says more exactly."""
    supporting = [level for level in levels if level in _SUPPORT]
    is_slip = any(level.startswith("slip: ") for level in supporting)
    return [level for level in supporting if not (is_slip and level == _SAME_DIGITS)]


def explain_bearer(left: Claim, right: Claim, spelling: Sequence[str], concept: Concept | None) -> Phrase:
    """Return why two claims of one attribute, that of *concept*, and one bearer belong together.

    *spelling* is how the bearer's names were joined on either side: 'same name', 'alias', 'similar spelling'.
    """
    attribute = _sides(_ATTRIBUTES.get(left.why_attribute), _ATTRIBUTES.get(right.why_attribute))
    what = name_attribute(left.attribute, concept.label if concept else {})
    if attribute:
        what = say("{attribute} ({reasons})", attribute=what, reasons=say_all(attribute))
    if not left.subject or is_unnamed(left.subject):
        return say("both give the {attribute}", attribute=what)
    subject = _sides(_SUBJECTS.get(left.why_subject), _SUBJECTS.get(right.why_subject))
    joined = [_SPELLINGS[level] for level in dict.fromkeys(spelling) if level in _SPELLINGS]
    why = [*([say_all(subject)] if subject else ()), *joined]
    bearer = join([left.subject])
    if why:
        bearer = join((bearer, " (", join(why), ")"), "")
    return say("both give the {attribute} of {bearer}", attribute=what, bearer=bearer)


def _sides(left: Phrase | None, right: Phrase | None) -> list[Phrase]:
    """Return what is said of either side, once where both are the same."""
    return list(dict.fromkeys(side for side in (left, right) if side is not None))


def _what_both_give(match: Match, concepts: Mapping[str, Concept]) -> Iterator[Phrase]:
    """Yield what kind of figure both give: that of a concept, of a counted noun, of a unit."""
    left, right = match.left, match.right
    concept = concepts.get(left.concept)
    if concept is not None and left.concept == right.concept:
        name = name_attribute(left.concept, concept.label)
        if left.subject == right.subject != "" and not is_unnamed(left.subject):
            yield say("both give the {attribute} of {bearer}", attribute=name, bearer=left.subject)
        else:
            yield say("both give the {attribute}", attribute=name)
        return
    if left.context is None or right.context is None:
        return
    counted = _spell(left.context.counted or right.context.counted, left.context, right.context)
    if not {"noun: same", "noun: same, one concept"}.isdisjoint(match.levels):
        yield say("both count {counted}", counted=counted)
    elif "noun: beside" in match.levels:
        yield say("one counts what the other names beside its figure, {counted}", counted=counted)


def _what_both_name(left: Context, right: Context, *, is_repeated: bool) -> Iterator[Phrase]:
    """Yield the names that both sentences have and, unless they are one sentence, the words nearest to the figures."""
    names = dict.fromkeys(left.names[term] for term in left.names.keys() & right.names.keys())
    if names:
        yield say("both name {names}", names=say_all(sorted(names)[:_MOST_WORDS]))
    if is_repeated:
        return
    if words := [_spell(term, left, right) for term in _telling_words(left, right)]:
        yield say("both speak of {words}", words=say_all(words))


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


def _spell(term: str, left: Context, right: Context) -> Phrase:
    """Return *term* as the texts spell it, both ways where these differ: “strike” / “Streik”."""
    spelled = (context.spelled.get(term) for context in (left, right))
    words = {word.casefold(): word for word in spelled if word}
    return join((Quoted(word) for word in words.values() or [term]), " / ")

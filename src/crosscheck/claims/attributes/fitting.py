"""Whether a value can be a concept's at all: its kind, what its unit measures, and what it counts."""

from __future__ import annotations

from collections.abc import Set

from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import At, CueAt, Passage, ValueAt, may_be_money
from crosscheck.domains import Concept
from crosscheck.languages import are_people, load_terms
from crosscheck.records import Mention
from crosscheck.values.measures import dimension

NOUN_GAP = 2
"""The most tokens between a number and the noun that it counts."""
_ADVERBS = 4
"""How many small words may stand between people and what befell them."""
PER = " per "
SHARE_RULES = frozenset({"ratio", "fraction"})
"""The rules that read a share in words: 'one in five', 'a third'."""
_DIFFERENCE = "percentage point"
_COUNTED = frozenset({"noun", "count"})
_UNIT_BOUND = frozenset({"quantity", "money", "percent"})
"""The kinds of values of which the unit says whether they can be a concept's; any other of its kind can."""


def fits(concept: Concept, mention: Mention) -> bool:
    """Return whether a value of this kind and unit can be the concept's.

    A quantity fits where it measures what the concept's unit does, an amount of money for each of something where the
    concept is one, a bare number of millions where it is money, percentage points where it is a difference.
    """
    if mention.kind != concept.kind:
        return concept.kind == "money" and may_be_money(mention)
    match mention.kind:
        case "quantity":
            measured = not concept.unit or dimension(mention.unit) == dimension(concept.unit)
            return measured or mention.unit in concept.accepts
        case "money":
            _, per, each = mention.unit.partition(PER)
            return not per or each in concept.per
        case "percent":
            return mention.unit != _DIFFERENCE or concept.difference
    return True


def fitting_concepts(mention: Mention, concepts: Set[str], lexicon: Lexicon) -> Set[str]:
    """Return which of *concepts* a value can be of by its kind and unit.

    A share in words counts nothing itself: 'a third of the patients died' is no count of deaths.
    """
    found = lexicon.concepts_with(mention) & concepts
    if mention.rule in SHARE_RULES and mention.low is not None and 0 < mention.low < 1:
        return {name for name in found if not lexicon.concepts[name].unit}
    if mention.kind not in _UNIT_BOUND:
        return found
    return {name for name in found if fits(lexicon.concepts[name], mention)}


def counts_the_same(concept: str, value: ValueAt, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a number's own noun, if it has one, is what the concept counts: '14 schools' are no votes."""
    if value.mention.kind != "number" or not value.mention.unit:
        return True
    return any(
        cue.cue.part in _COUNTED
        and 0 <= cue.at.first - value.at.end <= NOUN_GAP
        and _counted_by(concept, cue.cue.concept, lexicon)
        for cue in passage.cues
    )


def may_be_counted(cue: CueAt, value: ValueAt, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a number counts what the concept of *cue* does, or people whom that befell."""
    concept = cue.cue.concept
    return counts_the_same(concept, value, passage, lexicon) or _befalls(concept, cue.at, value, passage, lexicon)


def _befalls(concept: str, cue: At, value: ValueAt, passage: Passage, lexicon: Lexicon) -> bool:
    """Return whether a verb right behind counted people tells what befell them: 'three pensioners have died'."""
    if not lexicon.concepts[concept].suffered or value.mention.kind != "number" or not value.mention.unit.isalpha():
        return False
    terms, words = load_terms(lexicon.language.code), passage.tokens.words
    between = range(value.phrase.end, cue.first)
    noun = terms.of(value.mention.unit.lower())
    if not (cue.first >= value.phrase.end and len(between) <= _ADVERBS and noun and are_people(noun[-1:])):
        return False
    grammar = lexicon.language.grammar
    others = grammar.prepositions | grammar.determiners | grammar.female | grammar.male  # they lead to somebody else
    is_told = not passage.crossed(value.phrase, cue) and not any(terms.of(words[i]) for i in between)
    return (
        is_told
        and others.isdisjoint(words[i] for i in between)
        and not terms.of(" ".join(words[cue.end : cue.end + 1]))
    )


def _counted_by(concept: str, other: str, lexicon: Lexicon) -> bool:
    """Return whether what *other* counts is what *concept* does: its own nouns, and those of its pack for its unit."""
    if concept == other:
        return True
    domain, unit = lexicon.topic_of.get(concept), lexicon.concepts[concept].unit
    return domain is not None and domain == lexicon.topic_of.get(other) and unit == lexicon.concepts[other].unit


def has_whole(value: ValueAt, passage: Passage) -> bool:
    """Return whether a share names its whole right behind it; no share is one: '4 Prozent an der 5-Prozent-Hürde'."""
    end = value.at.end
    if "of" not in passage.words or not passage.begins(end, "of"):
        return False
    shares = [other.at.first for other in passage.values if other.mention.kind == "percent"]
    return not any(at.first == end and at.end in shares for at in passage.words["of"])

"""A share told in words by one report, its part and its whole as counts by any: 'one in five of the staff will go'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import cache
from itertools import product

import msgspec

from crosscheck.domains import Concept
from crosscheck.findings.accounts.passages import Figure, are_of_one_size
from crosscheck.findings.phrases import any_of
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_percent, show_value
from crosscheck.languages import load_language, load_terms
from crosscheck.messages import join, say
from crosscheck.records import CHANGE, CLOSEST, MEMBERS, SAID, Finding, FindingKind
from crosscheck.values.interval import Interval

_PERCENT = "percent"
_BESIDE = CLOSEST * 2 // 3
"""How near a word must be to a value to say what it is of."""
_LONGEST = 200
"""Of how many counts in all documents a concept or word still tells which may be meant."""
_LEAST = 10
"""Of fewer, a share says no more than the counts."""
_SEVERAL = 3
"""How many values of a part, or of a whole, reports may tell: of more, some are of something else."""
_LIKE_SIZE = 5
"""How many times what it comes to a share may be told: beyond, it is one of something else."""


class Portion(msgspec.Struct, frozen=True):
    """A share that is told, and a part and a whole that do not make it."""

    share: Figure
    part: Figure
    whole: Figure
    makes: Interval


def find_fractions(case: Case) -> Iterator[Portion]:
    """Yield each share of which concepts or nouns tell the part and the whole, and none of these that are told make it.

    The counts stand in any document of the story, outside the sentence of the share.
    """
    index = Index(case)
    for passages in case.passages.values():
        for share in (f for passage in passages for f in passage.figures if _is_share(f)):
            if share.claim.id in case.disputed:
                continue
            found = _broken(share, _by_concepts(case, share, index)) or _broken(
                share, _by_noun(share, index, case.documents[share.claim.document].language)
            )
            if found is not None:
                yield found


class Index:
    """The counts of all documents by their concept, their noun and the words right beside them; never changes.

    Of more than ``_LONGEST`` none is found: the work for a share is bounded, however many documents there are.
    """

    def __init__(self, case: Case) -> None:
        """File the counts of all documents."""
        self._together = case.together
        self.concepts: dict[str, list[Figure]] = {}
        self._held: dict[str, list[Figure]] = {}
        for passages in case.passages.values():
            for figure in (f for passage in passages for f in passage.figures if _is_count(f)):
                if figure.claim.concept and figure.claim.scope.part == "":
                    self.concepts.setdefault(figure.claim.concept, []).append(figure)
                for term in _beside_it(figure) | {figure.claim.counted}:
                    self._held.setdefault(term, []).append(figure)

    def of_concept(self, concept: str, share: Figure) -> Sequence[Figure]:
        """Return the counts of *concept* in the documents of the story of *share*."""
        return self._near(self.concepts.get(concept, ()), share)

    def with_term(self, term: str, share: Figure) -> Sequence[Figure]:
        """Return the counts of those documents that count *term*, or have it right beside them."""
        return self._near(self._held.get(term, ()), share)

    def _near(self, found: Sequence[Figure], share: Figure) -> Sequence[Figure]:
        if len(found) > _LONGEST:
            return ()
        key = share.claim.document
        return [f for f in found if f.claim.document == key or (key, f.claim.document) in self._together]


def _is_share(figure: Figure) -> bool:
    claim, amount = figure.claim, figure.amount
    if amount.unit != _PERCENT or claim.concept or claim.scope.part == CHANGE or claim.modality not in SAID:
        return False
    low, high = amount.interval.low, amount.interval.high
    return low is not None and high is not None and low > 0 and high < 100 and not claim.scope.time


def _is_count(figure: Figure) -> bool:
    is_whole = figure.claim.scope.part in {"", MEMBERS} and not figure.claim.scope.time
    return figure.mention.kind == "number" and is_whole and figure.amount.interval.is_bounded and figure.stated >= 1


def _is_beside(figure: Figure, share: Figure) -> bool:
    return (figure.claim.document, figure.claim.sentence) == (share.claim.document, share.claim.sentence)


def _by_concepts(case: Case, share: Figure, index: Index) -> Sequence[tuple[Figure, Figure]]:
    """Return the pairs of part and whole of the one concept that the sentence has words for, and for what it is of."""
    possible = [n for n in sorted(index.concepts.keys() & case.concepts) if case.concepts[n].whole in index.concepts]
    document = case.documents[share.claim.document]
    text = document.slice(share.claim.sentence) if possible else ""
    is_member = share.claim.scope.part == MEMBERS
    named = [
        (name, case.concepts[name].whole)
        for name in possible
        if _says(text, case.concepts[name], document.language)
        and (is_member or _says(text, case.concepts[case.concepts[name].whole], document.language))
    ]
    if len(named) != 1:
        return ()
    parts, wholes = (index.of_concept(concept, share) for concept in named[0])
    pairs = [(p, w) for p, w in product(parts, wholes) if p.stated < w.stated and _are_of_one(p, w)]
    return [(p, w) for p, w in pairs if _are_apart(p, w, share)]


def _says(text: str, concept: Concept, language: str) -> bool:
    """Return whether a word for what *concept* counts stands in *text*."""
    return any_of((*concept.nouns.get(language, ()), *concept.cues.get(language, ()))).search(text) is not None


def _by_noun(share: Figure, index: Index, language: str) -> Sequence[tuple[Figure, Figure]]:
    """Return the pairs of what counts the whole's noun, and of what counts some of it by a word of the share."""
    context = share.claim.context
    if context is None or not context.whole:
        return ()
    nouns = {term for term in context.whole if term not in context.names}
    words = {t for t in context.near if t not in context.names} - nouns - _telling_terms(language)
    told = [f for noun in sorted(nouns) for f in index.with_term(noun, share)]
    wholes = [f for f in told if f.claim.counted in nouns and f.claim.scope.part == "" and f.stated >= _LEAST]
    wholes = [f for f in wholes if words.isdisjoint(_beside_it(f) - nouns)]
    likely = [f for word in sorted(words) for f in index.with_term(word, share)] if wholes else []
    parts = [f for f in likely if f.claim.counted in {"", *nouns}]
    pairs = product(parts, wholes)
    return [(p, w) for p, w in pairs if p.stated < w.stated and _are_apart(p, w, share) and _tells_part(p, w, words)]


@cache
def _telling_terms(language: str) -> frozenset[str]:
    """Return the terms for who gives figures and for their doing so, which say nothing of what is counted: 'police'."""
    clauses, terms = load_language(language).clauses, load_terms(language)
    words = clauses.speech.union(clauses.voices.reckoning, *clauses.voices.sides.values())
    return frozenset(term for word in words for term in terms.of(word))


def _tells_part(part: Figure, whole: Figure, words: AbstractSet[str]) -> bool:
    """Return whether a word of the share stands beside the part and nowhere about the whole: 'cases in the state'."""
    near = whole.claim.context.near if whole.claim.context is not None else {}
    return not words.isdisjoint(_beside_it(part) - near.keys())


def _beside_it(figure: Figure) -> frozenset[str]:
    """Return the terms right beside a value, those of names left out."""
    context = figure.claim.context
    if context is None:
        return frozenset()
    return frozenset(t for t, near in context.near.items() if near >= _BESIDE and t not in context.names)


def _are_apart(part: Figure, whole: Figure, share: Figure) -> bool:
    """Return whether part and whole do not both stand in the sentence of the share, where they are reckoned anyway."""
    return not (_is_beside(part, share) and _is_beside(whole, share))


def _are_of_one(part: Figure, whole: Figure) -> bool:
    return not (part.claim.subject and whole.claim.subject) or part.claim.subject == whole.claim.subject


def _broken(share: Figure, pairs: Sequence[tuple[Figure, Figure]]) -> Portion | None:
    """Return the share with the pair of the greatest whole, None where any pair makes it or several may be meant."""
    meant = share.amount.rounded_to(Fraction(1))
    made = [(p, w, (p.interval / w.interval).scaled(Fraction(100))) for p, w in pairs]
    if not made or any(not makes.meet(meant).is_empty for _, _, makes in made):
        return None
    if max(len({p.stated for p, _, _ in made}), len({w.stated for _, w, _ in made})) > _SEVERAL:
        return None
    part, whole, makes = max(made, key=lambda row: row[1].stated)
    if not are_of_one_size(meant.middle, makes.middle, _LIKE_SIZE):
        return None
    return Portion(share, part, whole, makes)


def prove_fraction(case: Case, found: Portion, code: str, kind: FindingKind) -> Finding:
    """Return the finding of *code* that the part and the whole make another share."""
    quotient = join((show_value(found.part.amount), show_value(found.whole.amount)), " / ")
    shown = join((quotient, show_percent(found.makes)), " = ")
    return prove(
        case,
        (found.share.claim, found.part.claim, found.whole.claim),
        (),
        code=code,
        kind=kind,
        severity="warning",
        message=say(
            "{heading}: {calculation}, not {stated}",
            heading=case.label(found.part.claim.attribute),
            calculation=shown,
            stated=show_value(found.share.amount),
        ),
        calculation=[shown],
    )

"""Figures of two neighbours in a list that another document gives the other way round.

'14.2 million on the school and 9.7 million on the bridge' and '9,7 Millionen für die Schule und 14,2 Millionen für die
Brücke' are one slip. Which word is whose figure's, only the order tells: each sentence has its figures before or behind
what they are of, and no order in which both sentences say the same may make sense of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, combinations, product

import msgspec

from crosscheck.findings.accounts.dated import are_news_together
from crosscheck.findings.accounts.passages import Figure, Passage
from crosscheck.findings.figures.quantities import in_any_language
from crosscheck.findings.proof import prove
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_value
from crosscheck.languages import load_terms
from crosscheck.messages import join, say, say_all
from crosscheck.records import CHANGE, Claim, Document, Finding, FindingKind, name_subject

_WORD = re.compile(r"[^\W\d_][\w-]*")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MARK = re.compile(r"[,;:)–—]")
_MOST = 12
"""A number that more sentences state is one of many things."""
_LONGEST = 20
"""Of how many shared numbers any two are looked at."""
_SMALL = 10
"""Two numbers below this are often the same by chance."""
_COMMON, _COMMON_OF_SMALL = 2, 4
"""How many terms two sentences have in common that tell of one thing, and where a figure is small."""
_KINDS = frozenset({"number", "money", "percent", "quantity"})

_Terms = frozenset[str]
_NONE: _Terms = frozenset()


class Listing(msgspec.Struct, frozen=True):
    """A sentence with figures: the terms of what stands before each and behind it, up to the next one.

    ``before`` and ``behind`` reach to the next mark, ``before`` beyond one right before the figure, and hold only terms
    that stand between two figures alone, ``before`` but names and the last word: what opens a sentence is of all its
    figures. ``years`` are those that it tells, ``spelled`` is how the text has the terms.
    """

    figures: tuple[Figure, ...]
    before: tuple[_Terms, ...]
    behind: tuple[_Terms, ...]
    terms: _Terms
    years: frozenset[str]
    spelled: Mapping[str, str]


class Pairing(msgspec.Struct, frozen=True):
    """Two bearers, each with what the one document says of it and what the other does.

    Without bearers where the order of the words does not show that figures have changed places.
    """

    bearers: tuple[str, ...]
    first: tuple[Figure, Figure]
    second: tuple[Figure, Figure]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Return the four claims, those of the first bearer first."""
        return tuple(figure.claim for pair in (self.first, self.second) for figure in pair)

    @property
    def crossed(self) -> tuple[frozenset[str], ...]:
        """Return the ids of the two claims of each bearer, which state different figures."""
        return tuple(frozenset(figure.claim.id for figure in pair) for pair in (self.first, self.second))

    @property
    def figures(self) -> frozenset[Fraction]:
        """Return the two numbers."""
        return frozenset(figure.stated for figure in self.first)

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of the four claims."""
        return frozenset(claim.id for claim in self.claims)


def find_pairings(case: Case) -> Iterator[Pairing]:
    """Yield any two figures that sentences of two documents both state of two bearers, exchanged or not.

    Work grows with the pairs of sentences that share two numbers.
    """
    held: dict[Fraction, list[Passage]] = {}
    for passages in case.passages.values():
        for passage in passages:
            listed = [figure for figure in passage.figures if _is_listed(figure)]
            for number in {figure.stated for figure in listed} if len(listed) > 1 else ():
                held.setdefault(number, []).append(passage)
    shared: dict[tuple[int, int], tuple[Passage, Passage, list[Fraction]]] = {}
    for number, several in held.items():
        for a, b in combinations(several, 2) if len(several) <= _MOST else ():
            if a.document != b.document:
                shared.setdefault((id(a), id(b)), (a, b, []))[2].append(number)
    for a, b, numbers in shared.values():
        if len(numbers) > 1 and are_news_together(a.figures[0].claim, b.figures[0].claim, case.documents):
            yield from _pairing(_listing(case, a), _listing(case, b), sorted(numbers))


def _is_listed(figure: Figure) -> bool:
    return figure.mention.kind in _KINDS and figure.stated > 0 and figure.claim.scope.part != CHANGE


def _listing(case: Case, passage: Passage) -> Listing:
    document = case.documents[passage.document]
    figures = tuple(sorted(passage.figures, key=lambda figure: figure.mention.span.start))
    ends = [passage.start, *(figure.mention.span.end for figure in figures)]
    starts = [*(figure.mention.span.start for figure in figures), passage.end]
    spelled: dict[str, str] = {}
    gaps = [_pieces(document, start, end, spelled) for start, end in zip(ends, starts, strict=True)]
    held = [frozenset(chain.from_iterable(chain.from_iterable(gap))) for gap in gaps]
    several = {term for a, b in combinations(held, 2) for term in a & b}
    names = in_any_language(n for f in figures if f.claim.context is not None for n in f.claim.context.names)
    last = [next((piece for piece in reversed(gap) if piece), []) for gap in gaps]
    leading = [frozenset().union(*piece) & names | frozenset().union(*piece[-1:]) for piece in last]
    trailing = [frozenset().union(*gap[0]) for gap in gaps]
    return Listing(
        figures,
        tuple(gap - several for gap in leading)[:-1],
        tuple(gap - several for gap in trailing)[1:],
        frozenset().union(*held),
        frozenset(_YEAR.findall(document.text[passage.start : passage.end])),
        spelled,
    )


def _pieces(document: Document, start: int, end: int, spelled: dict[str, str]) -> list[list[_Terms]]:
    """Return the terms of each word of a text, piece by piece between its marks; puts to *spelled* how it has them."""
    found: list[list[_Terms]] = []
    for piece in _MARK.split(document.text[start:end]):
        words = _WORD.findall(piece)
        terms = [in_any_language(told) for told in load_terms(document.language).of_all([w.lower() for w in words])]
        spelled |= {term: word for word, several in zip(words, terms, strict=True) for term in several}
        found.append(terms)
    return found


def _pairing(left: Listing, right: Listing, numbers: Sequence[Fraction]) -> Iterator[Pairing]:
    """Yield any two of *numbers* that both sentences state of two bearers."""
    common = left.terms & right.terms
    for pair in combinations(numbers[:_LONGEST], 2):
        here, there = (_places(listing, pair) for listing in (left, right))
        needed = _COMMON_OF_SMALL if min(pair) < _SMALL else _COMMON
        if here is None or there is None or len(common) < needed or not _are_alike(left, here, right, there):
            continue
        orders = [*product(_orders(left, here, common), _orders(right, there, common))]
        figures = [left.figures[place] for place in here], [right.figures[place] for place in there]
        crossed = (figures[0][0], figures[1][1]), (figures[0][1], figures[1][0])
        found = ((a[0] & b[1], a[1] & b[0]) for a, b in orders if not (a[0] & b[0] or a[1] & b[1]))
        first, second = next((each for each in found if all(each)), (_NONE, _NONE))
        is_kept = any(a[0] & b[0] and a[1] & b[1] for a, b in orders)
        bearers = (_spelled(left, first), _spelled(left, second)) if first and not is_kept else ()
        yield Pairing(bearers, *crossed)


def _places(listing: Listing, pair: Sequence[Fraction]) -> tuple[int, int] | None:
    """Return where the only figures stand that state the two numbers, None where one of them does so twice."""
    places = [[n for n, figure in enumerate(listing.figures) if figure.stated == number] for number in pair]
    return (places[0][0], places[1][0]) if all(len(several) == 1 for several in places) else None


def _are_alike(left: Listing, here: Sequence[int], right: Listing, there: Sequence[int]) -> bool:
    """Return whether all four figures may count or measure one thing, at one time; a noun may be left out."""
    figures = [*(left.figures[place] for place in here), *(right.figures[place] for place in there)]
    if any(not a.is_like(b) for a, b in combinations(figures, 2) if "number" not in {a.mention.kind, b.mention.kind}):
        return False
    if len({figure.mention.kind for figure in figures} - {"number"}) > 1:
        return False
    one, other = (
        {f.claim.context.counted for f in side if f.claim.context is not None} - {""}
        for side in (figures[:2], figures[2:])
    )
    is_of_one_year = not left.years or not right.years or left.years == right.years
    return bool(not one or not other or one & other) and is_of_one_year


def _orders(listing: Listing, places: Sequence[int], common: _Terms) -> list[tuple[_Terms, _Terms]]:
    """Return the terms of two figures in either order: what stands behind them, what stands before."""
    return [(side[places[0]] & common, side[places[1]] & common) for side in (listing.behind, listing.before)]


def _spelled(listing: Listing, terms: _Terms) -> str:
    """Return the first of *terms* as the text spells it, one with a capital before others."""
    words = sorted((listing.spelled[term] for term in terms), key=lambda word: (not word[0].isupper(), word))
    return words[0]


def prove_pairing(case: Case, pairing: Pairing, code: str, kind: FindingKind) -> Finding:
    """Return the finding of *code* that one document has exchanged two figures."""
    shown = []
    for bearer, (a, b) in zip(pairing.bearers, (pairing.first, pairing.second), strict=True):
        sides = say("{one} against {other}", one=show_value(a.amount), other=show_value(b.amount))
        shown.append(join((name_subject(bearer), sides), ": "))
    return prove(
        case,
        pairing.claims,
        (),
        code=code,
        kind=kind,
        severity="error",
        message=join(shown, "; "),
        calculation=[say("both documents state both figures, the other way round")],
        suggestion=say("figures of {bearers} exchanged in a list?", bearers=say_all(list(pairing.bearers))),
    )

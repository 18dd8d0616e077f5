"""What came about one after the other, by what the words mean, and is told the other way round: put out before it broke
out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Final

import msgspec

from crosscheck.domains import Succession
from crosscheck.findings.accounts.dated import Documents, is_plan, name_others
from crosscheck.findings.accounts.occurrences import NEWS, SLACK, Told, read_told
from crosscheck.languages import load_language
from crosscheck.records import SAID, Claim, Period

_MOST = 24
"""How many documents are compared pair by pair."""
_WEEKDAY: Final = "weekday"
"""The rule that reads a weekday without a date, as the last or the next one."""
_WORDS = re.compile(r"[^\W\d_]+")
_OPENING = 40
"""Within how many code points of the beginning of a sentence its subject stands: 'Der Bankier Ralf Kern'."""
_FRONT = 3
"""Within how many words of the beginning of a sentence a pronoun is its subject: 'Gelöscht war es'."""
_PHRASE = 5
"""Within how many words of a weekday stands of which week it is."""
_NEXT = 2
"""How many characters at most lie between a sentence and the next one of the same paragraph."""

_Steps = Mapping[str, Mapping[str, Sequence[Told]]]
"""When each step of a story came about, by the step, and by the documents that tell it."""


class Reversal(msgspec.Struct, frozen=True):
    """A step and a later one that is told to have come about before it; ``together`` where one document tells both."""

    earlier: Claim
    later: Claim
    steps: tuple[str, str]

    @property
    def is_of_one_document(self) -> bool:
        """Return whether one document tells both."""
        return self.earlier.document == self.later.document


def find_reversals(
    claims: Iterable[Claim], successions: Sequence[Succession], stories: Mapping[str, int], documents: Documents
) -> Iterator[Reversal]:
    """Yield the first reversal of each two steps of each story.

    A document that tells of several times of one step tells of several courses of things, and is left aside; so are two
    documents either of which tells both steps. The work is linear in the claims, and bounded for each story.
    """
    known = {step for succession in successions for step in succession.steps}
    by_story: dict[int, dict[str, dict[str, list[Told]]]] = {}
    for claim in claims:
        step = _step(claim, known)
        told = read_told(claim, documents) if step and claim.modality in SAID else None
        if told is not None and told.cycle == 0:
            steps = by_story.setdefault(stories.get(claim.document, 0), {})
            steps.setdefault(step, {}).setdefault(claim.document, []).append(told)
    for steps in by_story.values():
        for succession in successions:
            for pair in combinations(succession.steps, 2):
                if all(step in steps for step in pair):
                    yield from _first(pair, succession, steps, documents)


def _step(claim: Claim, known: Container[str]) -> str:
    """Return which of *known* steps came about on the date of *claim*, as concept or as happening, '' for none."""
    if not isinstance(claim.value, Period) or claim.context is None:
        return ""
    return next((step for step in (claim.concept, claim.context.happening) if step in known), "")


def _first(pair: tuple[str, str], succession: Succession, steps: _Steps, documents: Documents) -> Iterator[Reversal]:
    """Yield the first two dates of *pair* in the wrong order that are of one course of things."""
    earlier, later = (
        {key: told[0] for key, told in steps[step].items() if len({t.windows for t in told}) == 1} for step in pair
    )
    within = [(earlier[key], later[key]) for key in earlier if key in later]
    across = [
        (a, b)
        for a, b in product([*earlier.values()][:_MOST], [*later.values()][:_MOST])
        if a.claim.document not in later and b.claim.document not in earlier
    ]
    for a, b in (*within, *across):
        if _is_reversed(a, b, documents) and _are_of_one(a.claim, b.claim, succession, documents):
            yield Reversal(a.claim, b.claim, pair)
            return


def _is_reversed(a: Told, b: Told, documents: Documents) -> bool:
    """Return whether whatever both may mean, *b* was over before *a*; a bare weekday may be that of another week."""
    if (a.offset is None) != (b.offset is None):
        return False
    first, last = min(a.windows).first, max(window.last for window in b.windows)
    if a.claim.document == b.claim.document and a.is_to_the_minute and b.is_to_the_minute:
        first, last = first + SLACK, last - SLACK
    bare = [told for told in (a, b) if told.claim.mention is not None and told.claim.mention.rule == _WEEKDAY]
    if len(bare) > 1 and any(_is_of_same_week(told.claim, documents) for told in bare):
        return last.isoweekday() < first.isoweekday()
    return last < first and (not bare or last.date() == first.date())


def _is_of_same_week(claim: Claim, documents: Documents) -> bool:
    """Return whether words behind a weekday say that it is of the week named before: 'Monday of the same week'."""
    document = documents[claim.document]
    words = load_language(document.language).dates
    behind = document.text[claim.quote.start : claim.sentence.end].lower()
    told = _WORDS.findall(behind)[1:_PHRASE]
    weeks = [i for i, word in enumerate(told) if word in words.units["W"]]
    return any(i and told[i - 1].endswith(words.same) for i in weeks)


def _are_of_one(a: Claim, b: Claim, succession: Succession, documents: Documents) -> bool:
    """Return whether both steps are of one course of things, as *succession* says how to tell."""
    if is_plan(a, documents) and not is_plan(b, documents):
        return False
    if a.document == b.document and a.sentence == b.sentence:
        return _are_of_one_clause(a, b, documents) and (succession.of != "sentence" or a.quote < b.quote)
    if succession.of == "sentence":
        return _takes_up(a, b, documents)
    if name_others(a, b, documents):
        return False
    if succession.of == "story":
        return _are_news(a, documents) and _are_news(b, documents) and _are_linked(a, b)
    return _have_one_bearer(a, b, documents) or _takes_up(a, b, documents)


def _are_of_one_clause(a: Claim, b: Claim, documents: Documents) -> bool:
    """Return whether the later of two dates of a sentence is told of what the other is: no name comes in between."""
    first, second = (a, b) if a.quote < b.quote else (b, a)
    bearers = {c.context.bearer for c in (a, b) if c.context is not None and c.context.bearer}
    if len(bearers) > 1:
        return False
    text = documents[a.document].text
    head = text[first.sentence.start : first.quote.start]
    between = text[first.quote.end : second.quote.start]
    names = second.context.names.values() if second.context is not None else ()
    return ";" not in between and not any(name in between and name not in head for name in names)


def _are_news(claim: Claim, documents: Documents) -> bool:
    published = documents[claim.document].published
    return published is None or (isinstance(claim.value, Period) and claim.value.last >= published - NEWS)


def _are_linked(a: Claim, b: Claim) -> bool:
    """Return whether one document tells both, or their sentences have a name in common."""
    return a.document == b.document or not _names(a).isdisjoint(_names(b))


def _have_one_bearer(a: Claim, b: Claim, documents: Documents) -> bool:
    """Return whether the clauses of two dates are about the same, by name."""
    one, other = (claim.bearer or _opening_name(claim, documents) for claim in (a, b))
    return bool(one and other) and (one == other or (a.document != b.document and _is_short_for(one, other)))


def _takes_up(a: Claim, b: Claim, documents: Documents) -> bool:
    """Return whether the sentence of *b* follows that of *a* and begins with a pronoun for what that tells of."""
    if a.document != b.document or not 0 <= b.sentence.start - a.sentence.end <= _NEXT:
        return False
    if a.bearer and b.bearer and a.bearer != b.bearer:
        return False
    document = documents[b.document]
    language = load_language(document.language)
    owned = language.grammar.determiners | language.grammar.oblique
    pronouns = frozenset().union(*language.clauses.pronouns.values()) - owned
    return not pronouns.isdisjoint(_WORDS.findall(document.slice(b.sentence).lower())[:_FRONT])


def _opening_name(claim: Claim, documents: Documents) -> str:
    """Return the name that the sentence of a date opens with, '' where it does with none."""
    opening = documents[claim.document].slice(claim.sentence)[:_OPENING]
    names = claim.context.names.values() if claim.context is not None else ()
    return next((name for name in names if name in opening), "")


def _is_short_for(one: str, other: str) -> bool:
    """Return whether one name ends with the other: 'Ralf Kern' and 'Kern'."""
    short, long = sorted((one, other), key=len)
    return long.split()[-len(short.split()) :] == short.split()


def _names(claim: Claim) -> set[str]:
    return set() if claim.context is None else set(claim.context.names)

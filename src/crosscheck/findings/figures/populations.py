"""What rates, cases and people have in common: how sentences tell how many live where, of what, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from crosscheck.domains import TARGET, Rate, Templates
from crosscheck.findings.phrases import any_of
from crosscheck.findings.rule import Case
from crosscheck.records import Amount, Claim, Period

_TOKEN = re.compile(r"\{n\}|'s|[^\W_]+(?:[-.,][^\W_]+)*|\S")
_NEXT = 3
"""How many characters stand at most between one sentence and the next."""
_SEVEN = 7
_WEEK, _DAY = "week", "day"
_LEAST = 200
"""Of fewer people no rate is told."""


class Reader:
    """Reads the claims of a case as those of one kind of rates."""

    def __init__(self, case: Case, rate: Rate) -> None:
        self._case = case
        self._rate = rate

    @cached_property
    def _by_sentence(self) -> dict[object, list[Claim]]:
        found: dict[object, list[Claim]] = {}
        for claim in self._case.claims:
            found.setdefault((claim.document, claim.sentence), []).append(claim)
        return found

    def is_plain(self, claim: Claim) -> bool:
        """Return whether no word of the sentence makes a number one of other people or another time."""
        return any_of(self._rate.others.get(self._language(claim), ())).search(self._text(claim)) is None

    def is_population(self, claim: Claim) -> bool:
        """Return whether a number tells how many people live in a place."""
        context, value = claim.context, claim.value
        if context is None or not isinstance(value, Amount) or (value.stated or 0) < _LEAST:
            return False
        if claim.concept == self._rate.population:
            return not claim.scope.part
        if claim.scope.part or context.counted not in self._rate.people | {""}:
            return False
        start = claim.sentence.start
        text, at = self._text(claim), claim.mention.span if claim.mention is not None else claim.quote
        around = f"{text[: at.start - start]} {TARGET} {text[at.end - start :]}"
        return bool(_phrases(self._rate, self._language(claim)).meaning_in(" ".join(_TOKEN.findall(around.lower()))))

    def are_of_one_story(self, a: Claim, b: Claim) -> bool:
        """Return whether two claims are of one document, or of two of a story and the same day that name one thing."""
        if a.document == b.document:
            return True
        stories, documents = self._case.stories, self._case.documents
        same_day = documents[a.document].published == documents[b.document].published
        told = stories.get(a.document, a.document) == stories.get(b.document, b.document) or (
            (a.document, b.document) in self._case.together
        )
        return told and same_day and not self._names(a).isdisjoint(self._names(b))

    def are_of_one_place(self, a: Claim, b: Claim) -> bool:
        """Return whether the sentences of two claims name no different places, nor kinds of places."""
        if (a.document, a.sentence) == (b.document, b.sentence):
            return True
        here, there = self._names(a), self._names(b)
        if here and there and here.isdisjoint(there):
            return False
        kinds, others = (self._near(claim) & self._rate.places for claim in (a, b))
        return not (kinds and others and kinds.isdisjoint(others))

    def is_placed(self, rate: Claim, cases: Claim, people: Claim) -> bool:
        """Return whether what the sentence of a rate names, if anything, that of its cases or its people does."""
        named = self._names(rate)
        return not named or not named.isdisjoint(self._names(cases) | self._names(people))

    def are_of_one_thing(self, rate: Claim, cases: Claim) -> bool:
        """Return whether a rate is of what *cases* counts, as far as both sentences tell."""
        counted, of_rate = cases.counted, rate.counted
        if not counted or counted in self._rate.people:
            return False
        same = self._rate.same
        is_case = of_rate in same or rate.concept in self._rate.named
        told = is_case and counted in same if of_rate or is_case else False
        if not (told or counted == of_rate or (not of_rate and not is_case and counted in self._near(rate))):
            return False
        here, there = (self._near(claim) & self._rate.kinds for claim in (rate, cases))
        is_one = (rate.document, rate.sentence) == (cases.document, cases.sentence)
        return is_one or here == there or (is_case and rate.document == cases.document and not here)

    def are_of_one_time(self, rate: Claim, cases: Claim) -> bool:
        """Return whether a rate is of the time in which *cases* were counted, as far as both sentences tell."""
        if self._is_weekly(rate):
            return self._is_weekly(cases) and (cases.concept not in self._rate.totals or bool(cases.scope.time))
        if (rate.document, rate.sentence) == (cases.document, cases.sentence):
            return len({rate.scope.time, cases.scope.time} - {""}) < 2
        if self._is_weekly(cases):
            return False
        times = [claim.scope.time for claim in (rate, cases)]
        if all(times):
            return times[0] == times[1]
        here, there = ([*self._days(claim)] for claim in (rate, cases))
        if here and there and not any(a == b for a in here for b in there):
            return False
        return self._follows(rate, cases) or (cases.concept in self._rate.totals and rate.concept in self._rate.named)

    def _follows(self, rate: Claim, cases: Claim) -> bool:
        """Return whether the sentence of a rate stands beside that of its cases, or takes it up: 'that is'."""
        if rate.document != cases.document:
            return False
        first, second = sorted((rate.sentence, cases.sentence), key=lambda span: span.start)
        between = self._case.documents[rate.document].text[first.end : second.start]
        words = self._text(rate).lower()
        is_linked = any(words.startswith(phrase) for phrase in self._rate.linked.get(self._language(rate), ()))
        return len(between) <= _NEXT and (is_linked or rate.concept not in self._rate.named)

    def _is_weekly(self, claim: Claim) -> bool:
        beside = self._by_sentence[claim.document, claim.sentence]
        if claim.concept in self._rate.weekly or "-W" in claim.scope.time:
            return True
        lengths = (c.value for c in beside if isinstance(c.value, Amount) and c.value.unit in {_DAY, _WEEK})
        return _WEEK in self._near(claim) or any(v.stated == (_SEVEN if v.unit == _DAY else 1) for v in lengths)

    def _days(self, claim: Claim) -> Iterable[Period]:
        beside = self._by_sentence[claim.document, claim.sentence]
        return (c.value for c in beside if isinstance(c.value, Period))

    def _near(self, claim: Claim) -> frozenset[str]:
        return frozenset(claim.context.near) if claim.context is not None else frozenset()

    def _names(self, claim: Claim) -> frozenset[str]:
        return frozenset(claim.context.names.values()) if claim.context is not None else frozenset()

    def _text(self, claim: Claim) -> str:
        return self._case.documents[claim.document].slice(claim.sentence)

    def _language(self, claim: Claim) -> str:
        return self._case.documents[claim.document].language


@lru_cache(16)
def _phrases_of(phrases: tuple[str, ...]) -> Templates:
    return Templates({TARGET: phrases})


def _phrases(rate: Rate, language: str) -> Templates:
    return _phrases_of(rate.told.get(language, ()))

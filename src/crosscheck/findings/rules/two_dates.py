"""CC301 Two dates for the same event.

What it finds: statements of when the same thing happened, or is planned, that leave no day in common.

Why it matters: a wrong date moves everything that is reckoned from it.

When it stays silent: when a vague date holds the exact one ("at the start of October" and "October 9"); when a relative
date cannot be resolved because the document has no date of publication; when one is a plan that was changed; when the
days are linked by no more than their words and lie decades apart, or one is that on which somebody said it; when a
weekday alone, or the time of day, would have to be of another week. Where no day of publication tells the week or the
year, weekdays and days of the year are compared as such: a Tuesday is no Monday.

Example: "victory in Clacton on October 29" in one report, "at the start of October" in another.

Near miss: "letzten Monat" in a report of 21 November and "October 9"; "on Monday night" and "in der Nacht zum
Dienstag".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Final

import msgspec

from crosscheck.domains import EVENT
from crosscheck.findings.accounts.dated import have_changed, is_plan, name_others, tell_other_things
from crosscheck.findings.accounts.occurrences import HAPPENED, are_of_other_days
from crosscheck.findings.direct import compare_claims, fact_of_pair
from crosscheck.findings.rule import Case
from crosscheck.findings.telling.notation import show_value, show_weekday
from crosscheck.languages import load_changes, load_language
from crosscheck.messages import Phrase, Quoted, say
from crosscheck.records import (
    TREND,
    UNEVENTFUL,
    Amount,
    Claim,
    Fact,
    Finding,
    FindingKind,
    Link,
    Period,
    Value,
)
from crosscheck.values.calendar import ANY_YEAR, NO_YEAR
from crosscheck.values.elapsed import split_offset

CODE: Final = "CC301"
NAME: Final = say("two dates")
KIND: Final[FindingKind] = "date"

_FAR = 7305
"""Days, twenty years, beyond which a year and a day that only words link are those of two events."""
_DATELINE = 60
"""Within how many code points of the beginning of a line a dateline has its date."""
_YEAR = re.compile(r"\d{4}")
_DIGIT = re.compile(r"\d")
_DAY_OF_YEAR = re.compile(rf"{NO_YEAR}-(\d\d)-(\d\d)")


def find(case: Case) -> Iterator[Finding]:
    """Yield a finding for each contradicted fact whose values are days, then for dates of the event that none holds.

    Last come the days on which documents say that the same happened, unless these two were told already.
    """
    told = [*compare_claims(case, CODE, _is_date, lambda _: KIND, _calculate)]
    of_events = msgspec.structs.replace(case, facts=tuple(_facts_of_events(case)))
    told += compare_claims(of_events, CODE, _is_date, lambda _: KIND, _calculate)
    days = {claim.id: claim.value for claim in case.claims}
    seen = {frozenset((e.document, days.get(e.claim)) for e in finding.evidence) for finding in told}
    happened = (
        fact_of_pair(happening, "", (a, b), HAPPENED, case)
        for happening, a, b in case.clashes_of_time
        if are_of_other_days(a, b) and not any({(a.document, a.value), (b.document, b.value)} <= pair for pair in seen)
    )
    of_stories = msgspec.structs.replace(case, facts=tuple(happened))
    yield from told
    yield from compare_claims(of_stories, CODE, _is_date, lambda _: KIND, _calculate)


def _is_date(case: Case, fact: Fact) -> bool:
    """Return whether the fact's values are days; if but words link them, such as may well be of one event."""
    if not isinstance(fact.claims[0].value, Period):
        return False
    if not any(level.startswith("words ") for link in fact.links for level in link.levels):
        return True
    if not any(_share_what_happened(link) for link in fact.links):
        return False
    pairs = list(pairwise(fact.claims))
    if not all(_may_be_linked(*pair) for pair in pairs) or any(have_changed(*pair, case.documents) for pair in pairs):
        return False
    if any(is_plan(a, case.documents) != is_plan(b, case.documents) for a, b in pairs) and _share_no_word(fact):
        return False
    if any(_is_clock(c) or _is_dateline(c, case) or c.scope.part in UNEVENTFUL for c in fact.claims):
        return False
    if len({_begins_a_change(claim, case) for claim in fact.claims}) > 1:
        return False
    is_slip = any(level.startswith("slip: ") for link in fact.links for level in link.levels)
    if not is_slip and any(tell_other_things(*pair) for pair in pairs):
        return False
    return not any(_tell_other_values(*pair, case) or name_others(*pair, case.documents) for pair in pairs)


def _begins_a_change(claim: Claim, case: Case) -> bool:
    """Return whether it is a date since which something has risen or fallen: no day on which it did."""
    document = case.documents[claim.document]
    before = document.text[claim.sentence.start : claim.quote.start].lower().split()[-_ARTICLE:]
    if load_language(document.language).clauses.scope.since.isdisjoint(before):
        return False
    terms, near = load_changes(), claim.context.near if claim.context is not None else {}
    return not near.keys().isdisjoint({terms.rise, terms.fall}) or any(
        c.attribute == TREND and (c.document, c.sentence) == (claim.document, claim.sentence) for c in case.claims
    )


_ARTICLE = 2
"""How many words before a date may say since when it is: 'since the', 'seit dem'."""


def _share_no_word(fact: Fact) -> bool:
    """Return whether no word links two dates of *fact*: nothing says that one to come and one past are the same."""
    return any("words shared: 0" in link.levels for link in fact.links)


def _share_what_happened(link: Link) -> bool:
    """Return whether more than a name and one word, a concept, or a slip of one from the other, links two dates."""
    known = any(level.startswith(("concept: ", "slip: ")) for level in link.levels)
    return known or _ONE_WORD.isdisjoint(link.levels)


_ONE_WORD = frozenset({"words shared: 0", "words shared: 1"})
"""Of which dates nothing says that they are of one happening: 'both name Hull'."""


def _tell_other_values(a: Claim, b: Claim, case: Case) -> bool:
    """Return whether the sentences of two dates give values of one measure, and none in common: each tells its own day.

    '94 mm on Thursday' and '60 mm on Saturday' are two days of rain. Years and months that are but the times of such
    values need no common measure: 'visitors in 2030', 'guests in 2027'.
    """
    x, y = (_amounts_beside(claim, case) for claim in (a, b))
    measures = {measure for measure, _ in x} & {measure for measure, _ in y}
    if not measures and not (_is_time_of_value(a, case) and _is_time_of_value(b, case)):
        return False
    return not any(
        (m == n or not measures) and not p.charitable.meet(q.charitable).is_empty for m, p in x for n, q in y
    )


def _amounts_beside(claim: Claim, case: Case) -> list[tuple[str, Amount]]:
    """Return the counts and measures in the sentence of a date, each with what it counts or its unit."""
    return [
        (counted, c.value)
        for c in case.claims
        if (c.document, c.sentence) == (claim.document, claim.sentence)
        and isinstance(c.value, Amount)
        and (counted := c.counted or c.value.unit)
    ]


def _is_time_of_value(date: Claim, case: Case) -> bool:
    """Return whether a year or month only says when a count of its sentence was so, and not when something happened."""
    if not isinstance(date.value, Period) or _is_day(date.value) or date.concept:
        return False
    if date.context is not None and date.context.happening:
        return False
    here = (c for c in case.claims if (c.document, c.sentence) == (date.document, date.sentence))
    return any(isinstance(c.value, Amount) and c.scope.time == date.value.timex for c in here)


def _may_be_linked(a: Claim, b: Claim) -> bool:
    """Return whether two dates are as near as writers' errors lead: a weekday or 'yesterday' within the week.

    Nor is a year alone a slip of a day, but for one concept; and a night is named by the day on either side, as an hour
    of another zone is.
    """
    x, y = a.value, b.value
    if not isinstance(x, Period) or not isinstance(y, Period):
        return False
    reckoned = [c.mention is not None and not _DIGIT.search(c.mention.surface) and _is_day(c.value) for c in (a, b)]
    if len(x.timex) != len(y.timex) and min(len(x.timex), len(y.timex)) == _YEAR_ALONE and a.concept != b.concept:
        return False
    if _gap(x, y) <= 1 and any(each.timex.endswith(_NIGHT) or _tells_zone(each) for each in (x, y)):
        return False
    return not _are_far(x, y) and (not any(reckoned) or _gap(x, y) < _WEEK)


_NIGHT = "TNI"
"""How the TIMEX3 value of a night ends: the night to 12 May is that of the 11th."""
_WEEK = 7
_YEAR_ALONE = 4
"""How many characters the TIMEX3 value of a year has."""


def _is_day(value: Value) -> bool:
    return isinstance(value, Period) and value.first == value.last


def _tells_zone(value: Period) -> bool:
    return split_offset(value.timex)[1] is not None


def _is_clock(claim: Claim) -> bool:
    """Return whether a time of day names no day: its day is but the one that the text named last."""
    return claim.mention is not None and claim.mention.rule in {"clock", "clock of list", "part of day"}


def _are_far(a: Period, b: Period) -> bool:
    """Return whether two dates lie years apart and are not printed alike: a year beside a day."""
    return _gap(a, b) > _FAR and len(a.timex) != len(b.timex)


def _gap(a: Period, b: Period) -> int:
    """Return how many days lie between two dates; not above 0 where they overlap. Days of no year are of one."""
    days = [_DAY_OF_YEAR.match(each.timex) for each in (a, b)]
    if days[0] is not None and days[1] is not None:
        first, other = (date(ANY_YEAR, int(day[1]), int(day[2])) for day in days if day is not None)
        return abs((first - other).days)
    return max((b.first - a.last).days, (a.first - b.last).days)


def _is_dateline(claim: Claim, case: Case) -> bool:
    """Return whether a date is the day of its document, printed in full at the beginning of a line."""
    document, value = case.documents[claim.document], claim.value
    if not isinstance(value, Period) or (value.first, value.last) != (document.published, document.published):
        return False
    line = document.text.rfind("\n", 0, claim.quote.start) + 1
    return claim.quote.start - line <= _DATELINE and _YEAR.search(document.slice(claim.quote)) is not None


def _facts_of_events(case: Case) -> Iterator[Fact]:
    """Yield a fact for two dates of a concept of a story's event, in documents that date it once each."""
    linked = {frozenset((link.left, link.right)) for fact in case.facts for link in fact.links}
    dated: dict[tuple[str, str], dict[str, list[Claim]]] = {}
    for claim in case.claims:
        concept = case.concepts.get(claim.concept)
        of_event = concept is not None and concept.kind == "date" and claim.subject_kind == EVENT
        if of_event and not _is_dateline(claim, case):
            dated.setdefault((claim.concept, claim.subject), {}).setdefault(claim.document, []).append(claim)
    for (_, event), documents in dated.items():
        once = [claims[0] for claims in documents.values() if len({c.value for c in claims}) == 1]
        pairs = (pair for pair in combinations(once[:_MOST], 2) if _may_be_one(*pair, case))
        first = next(pairs, None)
        if first is not None and frozenset(claim.id for claim in first) not in linked:
            yield fact_of_pair(first[0].attribute, event, first, _LEVELS, case)


_MOST = 24
"""How many documents are compared pair by pair."""
_LEVELS = ("same concept of the same story", "each document dates it once")


def _may_be_one(a: Claim, b: Claim, case: Case) -> bool:
    """Return whether two dates of a concept may be of one event and not both right; both are plans or neither."""
    x, y = a.value, b.value
    if not isinstance(x, Period) or not isinstance(y, Period) or x.meets(y):
        return False
    scopes = [(c.scope.part, c.scope.place, c.scope.event) for c in (a, b)]
    if _are_far(x, y) or scopes[0] != scopes[1] or name_others(a, b, case.documents):
        return False
    dated = all(case.documents[claim.document].published for claim in (a, b))
    plans = [is_plan(claim, case.documents) for claim in (a, b)]
    return plans[0] == plans[1] and not (plans[0] and not dated) and not have_changed(a, b, case.documents)


def _calculate(case: Case, claims: Sequence[Claim]) -> Iterator[Phrase]:
    """Yield how the words of each date were read: 'letzten Monat' means 1 October 2014 to 31 October 2014.

    Beside a weekday that no day of publication tells more of, a day is given with its own.
    """
    by_week = any(isinstance(claim.value, Period) and claim.value.cycle == "week" for claim in claims)
    for claim in claims:
        document = case.documents[claim.document]
        quote = document.slice(claim.quote)
        day = show_value(claim.value)
        if by_week and isinstance(claim.value, Period) and _is_day(claim.value):
            day = say("{day}, a {weekday}", day=day, weekday=show_weekday(claim.value.first))
        yield _read(quote, day, document.published)


def _read(quote: str, day: Phrase, published: date | None) -> Phrase:
    """Return as which day *quote* was read, and where it prints no year, from which other and how surely."""
    quoted = Quoted(quote)
    if published is None or _YEAR.search(quote):
        return say("{quoted} means {day}", quoted=quoted, day=day)
    if _DIGIT.search(quote):
        return say("{quoted} means {day}, reckoned from {published}", quoted=quoted, day=day, published=published)
    return say(
        "{quoted} means {day}, reckoned from {published}: less sure than a printed date",
        quoted=quoted,
        day=day,
        published=published,
    )

"""How alike two claims are: a named level for each component, as probabilistic record linkage has it.

After Fellegi and Sunter, "A theory for record linkage" (1969): a level's weight is the logarithm of how much commoner
it is among pairs that speak of the same fact than among those that do not; the weights of a pair add up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set

from crosscheck.facts.bounds import breaks_alone
from crosscheck.facts.deeds import are_of_one_deed
from crosscheck.facts.lacks import lack_alike
from crosscheck.facts.rarity import ALIKE, RAREST, RARITY, Counts, Mentioned
from crosscheck.facts.scopes import compare_scopes
from crosscheck.facts.sides import Side
from crosscheck.facts.sizes import size_level, sizes
from crosscheck.facts.slips import TELLING, digits_slip, is_day_slip, is_slip_of_tens, printed_day, unit_slip
from crosscheck.facts.vetoes import number_one_noun
from crosscheck.languages import may_count_alike
from crosscheck.records import CLOSEST, OCCASION, PLACE, Amount, Claim, Context, Period, Value
from crosscheck.values.measures import dimension
from crosscheck.values.misprints import is_year_slip

_QUARTERS = (1, 2, 3, 4, 6, 8, 12)
"""Steps of the words beside both values, in quarters of one rare word that touches both."""
_BESIDE = tuple(f"words beside: {quarters}/4" for quarters in (0, *_QUARTERS))
_MOST_WORDS = 6
_SHARED = tuple(f"words shared: {words}" for words in range(_MOST_WORDS + 1))
_VALUES = (2, 4, 8, 16)
"""Steps of how many values the shorter text holds: a brief repeats the article, two articles choose."""
_HELD = tuple(f"values: {values}" for values in (*_VALUES, "many"))
_FEW = 3 * RAREST
"""Two sentences that share as much as this need no deed in common."""
_NUMBERED = 2
"""How many rare words two sentences must share that number one noun: the noun and another."""
_NEXT = CLOSEST // 2
"""How near a noun is to its number where hardly more than an adjective stands between."""
_PAIR = "transposed pair"
_TIME = "time^1"
_PERSON = "person"


def compare(left: Side, right: Side, here: Mentioned, there: Mentioned) -> tuple[str, ...]:
    """Return the level of each component, two claims given that nothing keeps apart; () where they share too little.

    *here* is what the document of *left* holds, *there* that of *right*.
    """
    x, y = left.context, right.context
    if x is None or y is None:
        return ()
    shared, beside = _weigh_words(x, y, here.counts, there.counts)
    is_elsewhere = _stands_elsewhere(left, right, here, there)
    slip = "" if is_elsewhere else _slip(left, right, here, there)
    if slip == _PAIR and _are_told_apart(left, right, here, there):
        return ()
    is_one_bound = left.is_bound != right.is_bound
    breaks = is_one_bound and breaks_alone(left, right, here, there, by_words=shared >= RAREST)
    is_deed = shared < _FEW and x.counted in here.nouns and _are_of_one_deed(left, right, x, y, there)
    if shared < RAREST and slip not in TELLING and not (breaks or is_deed or _have_one_bearer(left, right)):
        return ()
    levels = (
        _HELD[bisect_left(_VALUES, min(here.values, there.values))],
        _BESIDE[bisect_right(_QUARTERS, beside * 4 // (CLOSEST * RAREST))],
        _SHARED[min(shared // RAREST, _MOST_WORDS)],
        *_whose(left, right, x, y, here, there),
        "noun: one deed" if is_deed else _noun_level(left, right, x, y, here, there, shared),
        size_level(left, right),
        slip and f"slip: {slip}",
        "bound: broken alone" if breaks else "",
        "number: in both" if is_elsewhere else "",
        "measure: only ones" if _are_only_ones(left, here, there) else "",
        *(compare_scopes(left, right) if left.scope != right.scope else ()),
        "modality: differs" if left.modality != right.modality and not lack_alike(x, y) else "",
    )
    return tuple(filter(None, levels))


def _are_of_one_deed(left: Side, right: Side, x: Context, y: Context, there: Mentioned) -> bool:
    """Return whether *there*, too, a document counts the noun of *left* once, told of one deed by other words."""
    if x.counted != y.counted or x.counted not in there.nouns:
        return False
    if left.mention is None or left.mention.kind != "number" or (left.concept and left.concept == right.concept):
        return False
    return are_of_one_deed(left, right, x, y)


def _are_told_apart(left: Side, right: Side, here: Mentioned, there: Mentioned) -> bool:
    """Return whether two values count different things, and one document speaks of both: officers and protesters."""
    if left.context is None or right.context is None or (left.concept and left.concept == right.concept):
        return False
    noun, other = left.context.counted, right.context.counted
    if not (noun and other) or may_count_alike(noun, other):
        return False
    return noun in there.counts or other in here.counts


def _are_only_ones(claim: Side, here: Mentioned, there: Mentioned) -> bool:
    """Return whether both documents state one number alone of what the value of *claim* measures."""
    return claim.measure in here.measures and claim.measure in there.measures


def _slip(left: Side, right: Side, here: Mentioned, there: Mentioned) -> str:
    """Return which slip leads from one value to the other; of tens where neither document prints both days."""
    a, b = left.value, right.value
    if isinstance(a, Amount) or not (isinstance(a, Period) and isinstance(b, Period)):
        return _number_slip(left, right)
    if is_year_slip(a.timex, b.timex):
        return "of a year"
    if not is_day_slip(a, b):
        return ""
    day, other = printed_day(left), printed_day(right)
    is_telling = is_slip_of_tens(day, other) and day not in there.days and other not in here.days
    return "of tens" if is_telling else "of a day"


def _number_slip(left: Side, right: Side) -> str:
    """Return which slip of the digits or the unit leads from one number to the other."""
    (number, unit), (other, other_unit) = left.number, right.number
    if number == other:
        return unit_slip(left.value, right.value) if unit != other_unit else ""
    return digits_slip(left.digits, right.digits, is_one_unit=unit == other_unit)


def _stands_elsewhere(left: Side, right: Side, here: Mentioned, there: Mentioned) -> bool:
    """Return whether a number stands in the other document too, so that it is hardly the other value gone wrong."""
    if not (isinstance(left.value, Amount) and left.is_printed and right.is_printed):
        return False
    one, other = left.number, right.number
    return one[0] != other[0] and (one in there.numbers or other in here.numbers)


def _have_one_bearer(left: Claim, right: Claim) -> bool:
    """Return whether both claims are of one concept and one bearer, so that they need no words in common."""
    return left.subject == right.subject != "" and left.concept == right.concept != ""


def _weigh_words(x: Context, y: Context, here: Counts, there: Counts) -> tuple[int, int]:
    """Return how rare the words that two sentences share are, together, and weighed by how near both values they are.

    The first is in parts of ``RAREST``, the second in parts of ``RAREST`` times ``CLOSEST``. A compound counts once a
    part, as two words do where they are written apart: 'Hallenbad' is an 'indoor pool'.
    """
    shared = beside = 0
    near, others = x.near, y.near
    for term in near.keys() & others.keys():
        weight = RARITY[here.get(term, 1) * there.get(term, 1)]
        shared += weight
        nearness, other = near[term], others[term]
        beside += weight * (nearness if nearness < other else other)  # noqa: FURB136 - a third of the time of min
    return shared, beside


def _whose(left: Claim, right: Claim, x: Context, y: Context, here: Mentioned, there: Mentioned) -> tuple[str, ...]:
    """Return how those fit whose both values are, and what else their sentences name.

    Where no concept tells whose they are, their clauses do, and where these are not about the same, the names beside.
    """
    told = bool(left.bearer and right.bearer) and not (left.subject and right.subject)
    is_same = told and left.bearer == right.bearer
    if x.owners and y.owners and not is_same and _are_of_others(x, y, here, there):
        return ("owners: others",)
    bearer = "" if not told else "bearer: same" if is_same else "bearer: another"
    return _names(x, y, here, there), bearer


def _names(x: Context, y: Context, here: Mentioned, there: Mentioned) -> str:
    """Return how the names of both sentences fit; one that the other document knows but has not here is another."""
    if not (x.names and y.names):
        return ""
    if not x.names.keys().isdisjoint(y.names):
        return "names: shared"
    is_known = not (there.counts.keys().isdisjoint(x.names) and here.counts.keys().isdisjoint(y.names))
    return "names: others" if is_known else ""


def _are_of_others(x: Context, y: Context, here: Mentioned, there: Mentioned) -> bool:
    """Return whether names stand beside both values whose they may be, none in common, and both documents know one.

    People are compared with people alone: a body and who speaks for it may bear the same.
    """
    ours, theirs = dict(x.owners), dict(y.owners)
    if not ours.keys().isdisjoint(theirs):
        return False
    if {kind == _PERSON for kind in ours.values() if kind} != {kind == _PERSON for kind in theirs.values() if kind}:
        return False
    return not (here.names & there.names).isdisjoint(ours.keys() | theirs.keys())


def _noun_level(left: Side, right: Side, x: Context, y: Context, here: Mentioned, there: Mentioned, shared: int) -> str:
    """Return how what the values count fits, their documents *here* and *there*; '' where they count nothing.

    An ordinal of a noun is of the same thing where both sentences have another word or their subject in common;
    *shared* weighs the words.
    """
    noun, other = x.counted, y.counted
    if (concept := left.concept) and concept == right.concept:
        return _concept_level(left, right, here, there) if _have_one_bearer(left, right) else "concept: same"
    if left.kind == "ordinal":
        return _number_level(left, right, x, y, shared)
    if noun and noun == other:
        return _same_noun(left, right, x, y)
    if noun and other and may_count_alike(noun, other):
        return "noun: alike"
    if noun or other:
        return "noun: beside" if (noun in y.near if noun else other in x.near) else "noun: missing"
    if isinstance(left.value, Amount) and left.value.unit:
        return f"unit: {_unit_level(left.value, right.value, here.lengths & there.lengths)}"
    return ""


def _same_noun(left: Side, right: Side, x: Context, y: Context) -> str:
    """Return how much it says that both count one noun: little where they share nothing else, nor digits or a bound."""
    if bool(left.concept) != bool(right.concept):
        return "noun: same, one concept"
    says_more = _number_slip(left, right) or left.is_bound or right.is_bound
    return "noun: alone" if not says_more and _share_a_noun_alone(x, y) else "noun: same"


def _share_a_noun_alone(x: Context, y: Context) -> bool:
    """Return whether two sentences that count one noun have nothing in common but that and what stands before it."""
    noun, other = x.near.get(x.counted, 0), y.near.get(y.counted, 0)
    return all(
        term == x.counted or (x.near[term] > noun >= _NEXT and y.near[term] > other >= _NEXT and term not in x.names)
        for term in x.near.keys() & y.near.keys()
    )


def _concept_level(left: Side, right: Side, here: Mentioned, there: Mentioned) -> str:
    """Return how surely two values of one concept and bearer are the same: of which both documents state one alone.

    Where one of them states several counts, it is the only one of like size.
    """
    if left.modality != right.modality:
        return "concept: same, of one event"
    lone = left.concept, left.subject
    if lone in here.lone and lone in there.lone:
        return "concept: the one of the event"
    borne = left.borne
    if borne != right.borne:
        return "concept: same, of one event"
    if borne in here.lone and borne in there.lone:
        return "concept: the one of the event"
    if left.measure == "number" and (borne, left.number[0]) in here.single and (borne, right.number[0]) in there.single:
        low, high = sizes(left.number[0], right.number[0])
        if high <= ALIKE * low:
            return "concept: the like one of the event"
    return "concept: same, of one event"


def _number_level(left: Claim, right: Claim, x: Context, y: Context, shared: int) -> str:
    """Return how what two ordinals number fits; '' for superlatives, which have a series instead."""
    told = {x.counted, y.counted} - {""}
    if number_one_noun(left, right):
        is_told = shared >= _NUMBERED * RAREST or left.bearer == right.bearer != ""
        return "noun: numbered" if is_told else "noun: same"
    if left.series is not None or right.series is not None:
        return ""
    if x.counted == y.counted == OCCASION:
        return "noun: occasion"
    if told == {PLACE}:
        return "noun: place"
    return "noun: none" if len(told) <= 1 or told.isdisjoint({OCCASION, PLACE}) else ""


def _unit_level(a: Amount, b: Value, lengths: Set[str]) -> str:
    """Return how the units fit, which *a* has; two texts of anything at all speak of years, few of hours alone.

    *lengths* are the units in which either document tells one length.
    """
    if not isinstance(b, Amount) or a.unit != b.unit:
        return "other"
    if dimension(a.unit) != _TIME:
        return "same"
    return "only one of time" if a.unit in lengths else "of time"

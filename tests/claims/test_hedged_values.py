"""A hedge opens what a number may be, and never closes it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import Document, find_mentions
from crosscheck.claims.attributes.value import claim_value
from crosscheck.languages import load_language
from crosscheck.records import Amount
from crosscheck.values.interval import Interval

ENGLISH = load_language("en")
HEDGES = sorted(
    phrase
    for hedge in ENGLISH.numbers.hedges.values()
    for phrase in hedge.words
    if phrase[-1].isalpha() and float(hedge.below) and float(hedge.above)
)
PLACES = (Fraction(1), Fraction(10), Fraction(1_000))


def amount_of(number: str) -> Amount:
    """Return the value of the one number in a sentence."""
    document = Document.from_text(f"The fair in Tarvo drew {number} over the week.", id="d", language="en")
    (mention,) = (m for m in find_mentions(document) if m.kind in {"number", "percent"})
    value = claim_value(mention, ENGLISH)
    assert isinstance(value, Amount)
    return value


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 9_999),
    st.integers(0, 5),
    st.sampled_from(["", " million"]),
    st.sampled_from(["visitors", "per cent"]),
    st.sampled_from(HEDGES),
)
def test_a_hedged_number_may_be_all_that_the_same_digits_alone_may_be(
    digits: int, zeros: int, scale: str, noun: str, hedge: str
) -> None:
    printed = f"{digits * 10**zeros:,}{scale} {noun}"
    alone, hedged = amount_of(printed), amount_of(f"{hedge} {printed}")
    assert alone.interval.within(hedged.interval)
    assert alone.charitable.within(hedged.charitable)
    for place in PLACES:
        assert alone.rounded_to(place).within(hedged.rounded_to(place))


def test_a_hedge_that_opens_one_side_keeps_the_other() -> None:
    nearly = amount_of("nearly 20,000 visitors")
    assert nearly.charitable == Interval.of(15_000, 20_000)
    over = amount_of("just over 20,000 visitors")
    assert over.charitable == Interval.of(20_000, 25_000)


def test_a_bound_and_a_decimal_stay_what_they_are() -> None:
    assert amount_of("over 20,000 visitors").charitable.low == 20_000
    about = amount_of("about 3.2 per cent")
    assert about.rounded_to(Fraction(1)) == about.interval

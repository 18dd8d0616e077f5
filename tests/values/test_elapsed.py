"""Lengths of time: between days, clock times and months, and the births that an age allows."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.elapsed import births, elapsed, full_years, measures_time, moment, months_between, split_offset
from crosscheck.values.interval import Interval

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("timex", "first", "last"),
    [
        ("2031-05-14", datetime(2031, 5, 14), datetime(2031, 5, 14, 23, 59)),
        ("2031-05-14T14:12", datetime(2031, 5, 14, 14, 12), datetime(2031, 5, 14, 14, 12)),
        ("2031-05-14T02", datetime(2031, 5, 14, 1, 30), datetime(2031, 5, 14, 2, 59)),
        ("2031-05-14TNI", datetime(2031, 5, 14, 17), datetime(2031, 5, 15, 6)),
        ("2031-05-14TMO", datetime(2031, 5, 14, 4), datetime(2031, 5, 14, 12)),
        ("2031-05-14TMI", datetime(2031, 5, 14, 11), datetime(2031, 5, 14, 14)),
        ("2031-05-14TAF", datetime(2031, 5, 14, 12), datetime(2031, 5, 14, 19)),
        ("2031-05-14TEV", datetime(2031, 5, 14, 16), datetime(2031, 5, 15, 0)),
        ("2031-05-14TDT", datetime(2031, 5, 14, 6), datetime(2031, 5, 14, 20)),
        ("2031-05-14T24:00", datetime(2031, 5, 15), datetime(2031, 5, 15)),
        ("0001-01-01T01:00Z", datetime(1, 1, 1), datetime(1, 1, 1, 23, 59)),
        ("2031-05-14T01:00Z", datetime(2031, 5, 13), datetime(2031, 5, 15, 23, 59)),
        ("2031-05", datetime(2031, 5, 1), datetime(2031, 5, 31, 23, 59)),
    ],
)
def test_a_moment_is_as_wide_as_it_is_printed(timex: str, first: datetime, last: datetime) -> None:
    read = moment(timex)
    assert read is not None
    assert (read.first, read.last) == (first, last)


@pytest.mark.parametrize("timex", ["P3D", "XXXX-05-14", "PRESENT_REF", "2031-02-30"])
def test_what_names_no_day_of_a_year_is_no_moment(timex: str) -> None:
    assert moment(timex) is None


@pytest.mark.parametrize(
    ("timex", "clock", "minutes"),
    [
        ("2031-05-14T04:12Z", "2031-05-14T04:12", 0),
        ("2031-05-14T04:12+02:00", "2031-05-14T04:12", 120),
        ("T09-05:00", "T09", -300),
        ("2031-05-14T18:30+05:30", "2031-05-14T18:30", 330),
        ("2031-05-14T04:12", "2031-05-14T04:12", None),
        ("2031-05-14", "2031-05-14", None),
        ("2031-05-14TNI", "2031-05-14TNI", None),
    ],
)
def test_a_zone_is_told_apart_from_its_clock_time(timex: str, clock: str, minutes: int | None) -> None:
    assert split_offset(timex) == (clock, None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("timex", "mod", "clocked", "bounded"),
    [
        ("2031-05-14T14:12", "", True, True),
        ("2031-05-14TEV", "", True, True),
        ("2031-05-14", "", False, True),
        ("2031-05-14T14:12", "START", True, True),
        ("2031-05-14T14:12", "END", True, True),
        ("2031-05-14T14:12", "BEFORE", False, True),
        ("2031-05-14", "BEFORE", False, False),
        ("2031-05-14", "ON_OR_AFTER", False, False),
    ],
)
def test_what_a_moment_tells(timex: str, mod: str, clocked: bool, bounded: bool) -> None:
    read = moment(timex, mod)
    assert read is not None
    assert (read.is_clocked, read.is_bounded) == (clocked, bounded)


@pytest.mark.parametrize(
    ("start", "end", "unit", "low", "high"),
    [
        ("2031-05-14T14:12", "2031-05-14T14:51", "minute", 39, 39),
        ("2031-05-14T14:12", "2031-05-14T14:51", "second", 2340, 2340),
        ("2031-05-14T02:00", "2031-05-16T04:00", "hour", 50, 50),
        ("2031-05-05", "2031-05-07", "day", 2, 3),
        ("2031-05-05", "2031-05-19", "week", 2, Fraction(15, 7)),
        ("2031-01", "2031-03", "month", Fraction(32, 31), 3),
        ("2031-01-01", "2031-12-31", "quarter", Fraction(4) - Fraction(1, 93), 4),
        ("2001-01-01", "2100-12-31", "century", 1 - Fraction(1, 31 * 1200), 1),
        ("2001-01-01", "2010-12-31", "decade", 1 - Fraction(1, 31 * 120), 1),
        ("2024-04-09", "2031-04-09", "year", 7, 7 + Fraction(1, 360)),
    ],
)
def test_the_length_between_two_times(start: str, end: str, unit: str, low: Fraction, high: Fraction) -> None:
    first, last = moment(start), moment(end)
    assert first is not None
    assert last is not None
    assert elapsed(first, last, unit) == Interval.of(low, high)


def test_what_is_no_unit_of_time_is_not_reckoned_in() -> None:
    read = moment("2031-05-14")
    assert read is not None
    assert not measures_time("metre")
    with pytest.raises(ValueError, match="'metre' is no unit of time"):
        elapsed(read, read, "metre")


@given(DAYS, DAYS)
def test_months_between_are_the_same_both_ways(a: date, b: date) -> None:
    assert months_between(a, b) == -months_between(b, a)


@given(DAYS.filter(lambda day: day.month != 2), st.integers(min_value=0, max_value=110))
def test_the_births_that_an_age_allows_give_that_age_and_no_day_beside_them_does(day: date, years: int) -> None:
    first, last = births(Interval.point(years), day)
    ages = {full_years(first, day), full_years(last, day)}
    beside = {full_years(first - timedelta(days=1), day), full_years(last + timedelta(days=1), day)}
    assert ages == {years}
    assert years not in beside


def test_a_birthday_on_the_29th_of_february_may_be_kept_on_the_28th() -> None:
    assert births(Interval.point(3), date(2027, 2, 28)) == (date(2023, 3, 1), date(2024, 2, 29))
    assert births(Interval.point(2), date(2027, 2, 28)) == (date(2024, 2, 29), date(2025, 2, 28))


def test_an_age_without_bounds_tells_no_birth() -> None:
    with pytest.raises(ValueError, match="without bounds"):
        births(Interval.of(40, None), date(2031, 5, 14))

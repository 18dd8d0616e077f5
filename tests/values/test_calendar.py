"""The days that TIMEX3 values allow, and the arithmetic under them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.calendar import (
    add_months,
    easter,
    exists,
    feast,
    months,
    nearest_weekday,
    nth_weekday,
    period,
    week,
)

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))

PERIODS = [
    ("2014-11-20", "", "2014-11-20", "2014-11-20"),
    ("2014-11-20T07:00", "", "2014-11-20", "2014-11-20"),
    ("2014-11-20T01:42Z", "", "2014-11-20", "2014-11-20"),
    ("2014-11-20TEV", "", "2014-11-20", "2014-11-20"),
    ("2014-11-20", "START", "2014-11-20", "2014-11-20"),
    ("2014-10", "", "2014-10-01", "2014-10-31"),
    ("2014-10", "START", "2014-10-01", "2014-10-10"),
    ("2014-10", "MID", "2014-10-11", "2014-10-21"),
    ("2014-10", "END", "2014-10-22", "2014-10-31"),
    ("2014-10", "APPROX", "2014-10-01", "2014-10-31"),
    ("2014-11-06", "APPROX", "2014-11-03", "2014-11-09"),
    ("2012-02", "", "2012-02-01", "2012-02-29"),
    ("2014-W47", "", "2014-11-17", "2014-11-23"),
    ("2014-W47", "START", "2014-11-17", "2014-11-18"),
    ("2014-W47-WE", "", "2014-11-22", "2014-11-23"),
    ("2014-W47-4", "", "2014-11-20", "2014-11-20"),
    ("2015-W01", "", "2014-12-29", "2015-01-04"),
    ("2014-Q3", "", "2014-07-01", "2014-09-30"),
    ("2014-H2", "", "2014-07-01", "2014-12-31"),
    ("2014-SU", "", "2014-06-01", "2014-08-31"),
    ("2014-WI", "", "2014-12-01", "2015-02-28"),
    ("2015-WI", "", "2015-12-01", "2016-02-29"),
    ("2014-SP", "", "2014-03-01", "2014-05-31"),
    ("2014-FA", "", "2014-09-01", "2014-11-30"),
    ("2014", "", "2014-01-01", "2014-12-31"),
    ("2014", "MID", "2014-05-02", "2014-09-01"),
    ("201X", "", "2010-01-01", "2019-12-31"),
    ("199", "", "1990-01-01", "1999-12-31"),
    ("14", "", "1400-01-01", "1499-12-31"),
    ("2014", "APPROX", "2012-01-01", "2016-12-31"),
    ("9998", "APPROX", "9998-01-01", "9998-12-31"),
    ("2014", "BEFORE", "0001-01-01", "2013-12-31"),
    ("2014", "AFTER", "2015-01-01", "9999-12-31"),
    ("2014-05", "ON_OR_BEFORE", "0001-01-01", "2014-05-31"),
    ("2014-05-09", "ON_OR_AFTER", "2014-05-09", "9999-12-31"),
    ("2014-11-20T16", "BEFORE", "2014-11-20", "2014-11-20"),
]


@pytest.mark.parametrize(("timex", "mod", "first", "last"), PERIODS)
def test_a_value_allows_its_first_to_its_last_day(timex: str, mod: str, first: str, last: str) -> None:
    assert period(timex, mod) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("timex", "mod"),
    [
        ("XXXX-10-09", ""),
        ("XXXX-WXX-4", ""),
        ("P3D", ""),
        ("PRESENT_REF", ""),
        ("T07:00", ""),
        ("FY2014", ""),
        ("2015-02-29", ""),
        ("2014-13", ""),
        ("2014-W54", ""),
        ("0000", ""),
        ("", ""),
        ("0001", "BEFORE"),
        ("9999", "AFTER"),
        ("2014", "LESS_THAN"),
    ],
)
def test_a_value_without_a_year_or_an_end_allows_no_period(timex: str, mod: str) -> None:
    assert period(timex, mod) is None


@given(day=DAYS)
def test_a_day_lies_in_every_coarser_value_of_itself(day: date) -> None:
    year, number, weekday = day.isocalendar()
    coarser = [
        f"{day:%Y-%m}",
        f"{day.year}",
        f"{day.year}-Q{(day.month + 2) // 3}",
        f"{day.year}-H{(day.month + 5) // 6}",
        f"{day.year // 10}",
        f"{year}-W{number:02}",
        f"{year}-W{number:02}-{weekday}",
        week(day),
    ]
    for value in coarser:
        allowed = period(value)
        assert allowed is not None, value
        assert allowed[0] <= day <= allowed[1], value


@given(year=st.integers(1, 9998), month=st.integers(1, 12))
def test_thirds_of_a_month_follow_each_other_and_fill_it(year: int, month: int) -> None:
    value = f"{year:04}-{month:02}"
    start, middle, end = (period(value, mod) for mod in ("START", "MID", "END"))
    assert start is not None
    assert middle is not None
    assert end is not None
    assert start[1] + timedelta(days=1) == middle[0]
    assert middle[1] + timedelta(days=1) == end[0]
    assert (start[0], end[1]) == period(value) == months(year, month, 1)


@given(day=DAYS, count=st.integers(-2400, 2400))
def test_months_forth_and_back_come_home_but_for_the_shorter_month(day: date, count: int) -> None:
    there = add_months(day, count)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == count
    back = add_months(there, -count)
    assert (back.year, back.month) == (day.year, day.month)
    assert back.day == min(day.day, there.day)


def test_a_month_beyond_the_calendar_is_an_error() -> None:
    with pytest.raises(ValueError, match="outside the calendar"):
        add_months(date(9999, 12, 1), 1)


@given(day=DAYS, weekday=st.integers(1, 7))
def test_the_nearest_weekday_lies_within_a_week_on_its_side(day: date, weekday: int) -> None:
    back, ahead = nearest_weekday(day, weekday, -1), nearest_weekday(day, weekday, 1)
    assert back.isoweekday() == ahead.isoweekday() == weekday
    assert timedelta(0) <= day - back < timedelta(days=7)
    assert timedelta(0) <= ahead - day < timedelta(days=7)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        *[(1818, "03-22"), (1943, "04-25"), (2014, "04-20"), (2019, "04-21"), (2038, "04-25")],
        *[(1600, "04-02"), (1700, "04-11"), (1800, "04-13"), (1900, "04-15"), (2000, "04-23"), (2100, "03-28")],
        *[(2200, "04-06"), (2300, "04-08"), (2400, "04-16")],
        *[(1954, "04-18"), (1981, "04-19"), (2049, "04-18"), (2076, "04-19"), (2106, "04-18")],  # a week earlier
    ],
)
def test_easter_falls_where_the_tables_say(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{day}")


@given(year=st.integers(1583, 9999))
def test_easter_is_a_sunday_in_its_season(year: int) -> None:
    assert easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2014, "2014-12-25"),
        ("easter-2", 2014, "2014-04-18"),
        ("easter+49", 2022, "2022-06-05"),
        ("11-4#4", 2013, "2013-11-28"),
        ("11-4#4+1", 2010, "2010-11-26"),
        ("05--1#1", 2014, "2014-05-26"),
        ("12-25-4", 2014, "2014-11-30"),
        ("12-25-1", 2014, "2014-12-21"),
        ("12-25-1", 2016, "2016-12-18"),
        ("12-25+1", 2014, "2014-12-28"),
    ],
)
def test_a_feast_falls_on_the_day_of_its_rule(rule: str, year: int, day: str) -> None:
    assert feast(rule, year) == date.fromisoformat(day)


@pytest.mark.parametrize("rule", ["", "christmas", "13-01", "02-5#1"])
def test_a_rule_of_no_known_form_is_an_error(rule: str) -> None:
    with pytest.raises(ValueError, match=r"unknown feast|month must be|day is out|weekday"):
        feast(rule, 2015)


def test_the_nth_weekday_is_counted_from_either_end() -> None:
    assert nth_weekday(2014, 11, 4, 4) == date(2014, 11, 27)
    assert nth_weekday(2014, 11, 7, -1) == date(2014, 11, 30)
    with pytest.raises(ValueError, match="no weekday"):
        nth_weekday(2014, 11, 4, 5)


@pytest.mark.parametrize(
    ("year", "month", "day", "there"),
    [(2015, 2, 29, False), (2016, 2, 29, True), (None, 2, 29, True), (None, 2, 30, False), (2014, 13, 1, False)],
)
def test_a_day_exists_when_its_year_or_some_year_has_it(year: int | None, month: int, day: int, there: bool) -> None:
    assert exists(year, month, day) is there

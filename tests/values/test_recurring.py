"""Days without their week or year: where they lie in the cycle, and which of them may be one day."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.records import Period
from crosscheck.values.calendar import period
from crosscheck.values.recurring import Recurrence, cycle_of, read_recurrence


def _period(timex: str) -> Period:
    return Period(*(period(timex) or (date.min, date.max)), timex)


@pytest.mark.parametrize(
    ("timex", "cycle", "days"),
    [
        ("XXXX-WXX-2", "week", Recurrence(weekday=2)),
        ("XXXX-WXX-7TEV", "week", Recurrence(weekday=7)),
        ("XXXX-10-04T01:30", "year", Recurrence(month=10, day=4)),
        ("XXXX-02", "year", Recurrence(month=2)),
        ("XXXX-01", "year", Recurrence(month=1)),
        ("XXXX-12-31", "year", Recurrence(month=12, day=31)),
        ("XXXX-WXX", None, None),
        ("XXXX-XX-04", None, None),
        ("2031-10-04", None, None),
        ("T20:52", None, None),
    ],
)
def test_cycle_and_days(timex: str, cycle: str | None, days: Recurrence | None) -> None:
    assert (cycle_of(timex), read_recurrence(timex)) == (cycle, days)


@pytest.mark.parametrize("timex", ["XXXX-02-30", "XXXX-13-01", "XXXX-13", "XXXX-04-00"])
def test_a_day_that_no_year_has_is_in_no_cycle(timex: str) -> None:
    assert cycle_of(timex) is None


@pytest.mark.parametrize(
    ("left", "right", "meets"),
    [
        ("XXXX-WXX-2", "XXXX-WXX-2", True),
        ("XXXX-WXX-2", "XXXX-WXX-3", False),
        ("XXXX-WXX-2", "2031-06-10", True),
        ("XXXX-WXX-1", "2031-06-10", False),
        ("XXXX-WXX-1", "2031-06", True),
        ("XXXX-WXX-1", "2031-W24-WE", False),
        ("XXXX-WXX-7TNI", "XXXX-WXX-1", True),
        ("XXXX-WXX-7TNI", "XXXX-WXX-3", False),
        ("XXXX-WXX-1", "XXXX-10-04", True),
        ("XXXX-10-04", "XXXX-10", True),
        ("XXXX-10-04", "XXXX-10-14", False),
        ("XXXX-10-04", "2031-10-04", True),
        ("XXXX-10-04", "2031", True),
        ("XXXX-10-04", "2031-Q1", False),
        ("XXXX-12-31TNI", "XXXX-01-01", True),
        ("XXXX-01-31", "XXXX-01", True),
        ("XXXX-01-31", "XXXX-02", False),
        ("XXXX-01-03", "2031-WI", True),
        ("XXXX-02-29", "2031-03", False),
        ("2031-06-10", "2031-06-11", False),
    ],
)
def test_periods_meet_by_their_place_in_the_cycle(left: str, right: str, meets: bool) -> None:
    assert _period(left).meets(_period(right)) is meets
    assert _period(right).meets(_period(left)) is meets

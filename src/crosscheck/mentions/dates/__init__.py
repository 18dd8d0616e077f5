"""Dates, times, durations and frequencies, as TIMEX3."""

from crosscheck.mentions.dates.find import find_dates

__all__ = ["find_dates"]

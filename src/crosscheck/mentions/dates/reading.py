"""What a temporal expression says before it is held against the calendar."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from crosscheck.records import MentionKind

Origin = Literal["", "published", "text", "hence", "nearest"]


class Reading(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One expression at code points *start* to *end*, its parts as printed, nothing filled in.

    ``literal`` is a finished TIMEX3 value ('P3D', 'PRESENT_REF'). Else the parts of a date: ``year``, ``month``,
    ``day``, ``weekday`` (Monday 1), ``part_of_year`` ('SU', 'Q3', 'H1'), ``feast`` (a rule of
    `crosscheck.values.calendar.feast`). Or a shift: ``steps`` times ``unit`` (a TIMEX3 letter: D, W, M, Y, ...; TH, TM,
    TS for hours, minutes, seconds) from ``origin``: the publication, a day named before in the text, or 'hence', which
    is the publication unless the sentence is in the past. ``direction`` is -1 for 'last', 0 for 'this', 1 for 'next'.
    'nearest' is the unit before or after the publication, by the tense. ``nth`` is a unit of the whole that the rest
    names ('the last week of July': ``(-1, "W")``; 'its first Monday': ``(1, "1")``).
    ``shifts`` are distances from the date itself ('three days after October 9': ``(("D", 3),)``).
    ``clock`` ('T07:30') and ``part`` ('EV') are the time of day, ``mod`` is TIMEX3's.
    ``side`` says which end of a range it is, ``after`` the day on which that range begins, once it is known.
    ``week`` says that the whole week of the day is meant, ``prefix`` is what TIMEX3 puts before a year that is not the
    calendar's ('FY').
    """

    kind: MentionKind
    start: int
    end: int
    rule: str
    literal: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part_of_year: str = ""
    feast: str = ""
    unit: str = ""
    steps: int = 0
    origin: Origin = ""
    direction: int | None = None
    shifts: tuple[tuple[str, int], ...] = ()
    nth: tuple[int, str] | None = None
    clock: str = ""
    part: str = ""
    mod: str = ""
    after: date | None = None
    side: Literal["", "first", "last"] = ""
    prefix: str = ""
    week: bool = False
    low: int | Decimal | None = None
    high: int | Decimal | None = None
    unit_name: str = ""
    precision: int | Decimal | None = None

    @property
    def is_time_alone(self) -> bool:
        """True for a time of day that names no day."""
        return bool(self.clock or self.part) and not self.names_day

    @property
    def names_day(self) -> bool:
        """True where a day is named, by date, weekday, feast or distance."""
        nth_day = self.nth is not None and self.nth[1].isdigit()
        return bool(self.day or self.weekday or self.feast or nth_day or (self.unit == "D" and self.origin))

"""The drawing of ranges: a strip of SVG a row, all on one scale, and beside each the exact numbers as text."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from crosscheck.reports.html.allowed import Comparison, Range
from crosscheck.reports.html.markup import EMPTY, Content, Html, element
from crosscheck.reports.html.places import Scale, percent
from crosscheck.reports.words import Words
from crosscheck.values.interval import Interval


def set_drawing(comparison: Comparison, words: Words) -> Html:
    """Return the ranges of *comparison* drawn below each other; nothing where all have the same single end."""
    ends = [end for each in comparison.ranges for end in (each.interval.low, each.interval.high) if end is not None]
    if not ends or min(ends) == max(ends):
        return EMPTY
    scale = Scale(min(ends), max(ends))
    return element(
        "table",
        element("caption", *_caption(comparison, words)),
        *(_row(each, comparison.gap, scale) for each in comparison.ranges),
    )


def _caption(comparison: Comparison, words: Words) -> Iterator[Content]:
    yield words.allowed_in.format(unit=comparison.unit) if comparison.unit else words.allowed
    if comparison.gap:
        yield "; "
        yield element("b", words.apart.format(gap=comparison.apart))


def _row(each: Range, gap: Interval | None, scale: Scale) -> Html:
    parts = [_bar(gap, scale)] if gap else []  # in the style sheet, what is not last is the gap
    parts.append(_point(each.interval, scale) if each.interval.is_point else _bar(each.interval, scale))
    return element(
        "tr",
        element("th", ", ".join(each.sources)),
        element("td", element("svg", *parts, role="none")),
        element("td", each.text),
    )


def _bar(interval: Interval, scale: Scale) -> Html:
    """Return a stretch of the strip; one without an end reaches the strip's."""
    start = Fraction(0) if interval.low is None else scale.place(interval.low)
    end = Fraction(100) if interval.high is None else scale.place(interval.high)
    return element("rect", x=percent(start), width=percent(end - start))


def _point(interval: Interval, scale: Scale) -> Html:
    return element("circle", cx=percent(scale.place(interval.low or Fraction(0))))

"""A document's text cut where claims begin and end, so that claims which overlap can all be marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from crosscheck.records import Span


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text and the mark that it shows: an index into the marks, -1 for none."""

    span: Span
    mark: int


def cut_runs(whole: Span, marks: Sequence[Span], gravity: Sequence[int]) -> tuple[Run, ...]:
    """Return *whole* in runs, in order and without gaps.

    Where marks overlap, the one with the least *gravity* shows, the shortest of equals, else the first.
    """
    bounds = {whole.start, whole.end}
    for mark in marks:
        bounds.update(end for end in (mark.start, mark.end) if whole.start < end < whole.end)
    edges = sorted(bounds)
    shown = dict.fromkeys(edges[:-1], -1)
    order = sorted(range(len(marks)), key=lambda n: (gravity[n], marks[n].end - marks[n].start, n), reverse=True)
    positions = {edge: number for number, edge in enumerate(edges)}
    for number in order:
        mark = marks[number]
        first, last = positions.get(max(mark.start, whole.start)), positions.get(min(mark.end, whole.end))
        if first is not None and last is not None:
            shown.update(dict.fromkeys(edges[first:last], number))
    return _merge(edges, shown)


def _merge(edges: Sequence[int], shown: Mapping[int, int]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for start, end in pairwise(edges):
        if runs and runs[-1].mark == shown[start]:
            runs[-1] = Run(Span(runs[-1].span.start, end), shown[start])
        else:
            runs.append(Run(Span(start, end), shown[start]))
    return tuple(runs)

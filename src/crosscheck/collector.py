"""The interpreter's search for cycles of records, which a run makes none of: each search visits all that is alive."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SURVIVORS = 1_000_000
"""After how many new records the interpreter searches, at least."""


@contextmanager
def patient_collector() -> Iterator[None]:
    """Let the interpreter search seldom, and then as often as before; also decorates a function.

    With a large text half of the time goes into searches else. Memory that cycles hold is freed later.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], _SURVIVORS) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)

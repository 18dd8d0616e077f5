"""The time that code takes for itself: what else the machine does meanwhile must not fail a test of growth."""

from __future__ import annotations

import time
from collections.abc import Callable


def least_seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Return the seconds of the processor that the fastest of so many runs of *work* takes.

    The fastest is the run that was disturbed least. *work* runs once before, unmeasured: what is loaded or compiled at
    first use is not its own.
    """
    work()
    times = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)

"""A progress bar that appears only when the work takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TextIO

Progress = Callable[[int, int], None]
"""Called with how many steps are done and how many there are."""


@contextmanager
def show_progress(stream: TextIO, clock: Callable[[], float], task: str, patience_s: float = 1.0) -> Iterator[Progress]:
    """Yield a function that draws a bar for *task* on the terminal *stream*, from *patience_s* seconds of *clock* on.

    The bar is wiped at the end.
    """
    began = clock()
    bar: Progress | None = None
    with ExitStack() as stack:

        def advance(done: int, total: int) -> None:
            nonlocal bar
            if bar is None and clock() - began >= patience_s:
                bar = stack.enter_context(_open_bar(stream, task))
            if bar is not None:
                bar(done, total)

        yield advance


@contextmanager
def _open_bar(stream: TextIO, task: str) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(file=stream, force_terminal=True, _environ={}), transient=True) as bar:
        shown = bar.add_task(task)
        yield lambda done, total: bar.update(shown, completed=done, total=total)

"""Parts of a page to text, by rich, without asking the environment anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from crosscheck.reports.layout import Layout

_HEIGHT = 25
"""Lines of the room; a page has any number, but where none is given each line asks the terminal."""


def render(parts: Iterable[RenderableType], layout: Layout) -> str:
    """Return *parts*, one below the other, in the room of *layout*, as ``render_each`` does."""
    return "".join(render_each(parts, layout))


def render_each(parts: Iterable[RenderableType], layout: Layout) -> Iterator[str]:
    """Yield *parts*, each as soon as it is set, in the room of *layout*. No line ends in a space.

    A text that must not be wrapped may be wider than the room.
    """
    page = StringIO()
    console = Console(
        file=page,
        width=layout.width,
        height=_HEIGHT,
        color_system="standard" if layout.color else None,
        force_terminal=layout.color,
        force_jupyter=False,
        legacy_windows=False,
        safe_box=not layout.unicode,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text) and bool(part.no_wrap))
        yield "".join(f"{line.rstrip()}\n" for line in page.getvalue().split("\n")[:-1])
        page.seek(0)
        page.truncate()

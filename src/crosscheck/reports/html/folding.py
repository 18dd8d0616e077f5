"""What a long page folds away: parts that a browser with scripts reads only when they are called for.

Such a part stands in ``noscript``: a browser without scripts shows it like the rest, one with scripts keeps it as text
until the page's script sets it. That makes a page of ten thousand findings usable at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from crosscheck.reports.html.markup import Attribute, Content, Html, element

ROWS = 100
"""How many findings, rows or days are set before the rest waits."""

Row = TypeVar("Row")


def wait(content: Content, **attributes: Attribute) -> Html:
    """Return *content*, to be set when it is called for; must not stand inside another that waits."""
    return element("noscript", content, **attributes)


def fold(summary: Content, content: Content, **attributes: Attribute) -> Html:
    """Return *content* folded away under *summary* until it is opened."""
    return element("details", element("summary", summary), wait(content), **attributes)


def fold_rest(
    rows: Sequence[Row], set_rows: Callable[[Sequence[Row]], Content], summary: Callable[[int], str]
) -> Content:
    """Return *rows* as *set_rows* sets them; those beyond ``ROWS`` folded away under the *summary* of their number."""
    first, rest = rows[:ROWS], rows[ROWS:]
    return [set_rows(first), fold(summary(len(rest)), set_rows(rest), class_="rest") if rest else None]

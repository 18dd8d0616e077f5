"""The text that a page shows, character by character, each with its place in the HTML source."""

from __future__ import annotations

import html
import re

import msgspec

BLOCK, LINE, CELL = "\n", "\r", "\t"
"""What stands in the text between two blocks, behind a <br> and between two cells of a table; all else is one line."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"""|<(?P<slash>/?)(?P<tag>[a-z][^\s/>]*+)(?:[^"'>]++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*(?:>|\Z)"""
    r"|<[!?/][^>]*+(?:>|\Z)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});?)"
    r"|(?P<space>[ \t\n\f\r]+)"
    r"|(?P<words>[^<& \t\n\f\r]+|.)",
    re.IGNORECASE | re.DOTALL,
)
# fmt: off
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "section", "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})
_HIDDEN = frozenset({
    "nav", "footer", "button", "select", "title", "template", "noscript", "textarea", "svg", "math", "iframe", "object",
})
# fmt: on
_BREAKS = {"br": LINE, "td": CELL, "th": CELL} | dict.fromkeys(_BLOCKS, BLOCK)
_RANK = {" ": 0, CELL: 1, LINE: 2, BLOCK: 3}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Visible(msgspec.Struct, frozen=True):
    """The characters shown, and for each the offset in the source where it, or the mark-up for it, begins."""

    text: str
    origins: tuple[int, ...]


def read_visible(source: str) -> Visible:
    """Return what *source* shows outside navigation, footers, controls and pictures.

    White space is folded as a browser folds it. Raised digits become superscripts, so that the 6 of 10<sup>6</sup> and
    the mark of a footnote stay out of the number before them.
    """
    page = _Page()
    for token in _TOKEN.finditer(source):
        if token["tag"]:
            page.tag(token["tag"].lower(), closes=bool(token["slash"]))
        elif token["space"]:
            page.space(token["space"], token.start())
        elif token["words"]:
            page.words(token["words"], range(token.start(), token.end()))
        elif token["entity"]:
            decoded = html.unescape(token["entity"])
            same = decoded == token["entity"]
            page.words(decoded, range(token.start(), token.end()) if same else [token.start()] * len(decoded))
    return page.close()


class _Page:
    def __init__(self) -> None:
        self._text: list[str] = []
        self._origins: list[int] = []
        self._open: dict[str, list[int]] = {}

    def words(self, text: str, origins: range | list[int]) -> None:
        """Append *text*, whose characters come from *origins*."""
        if self._open.get("sup") and self._text and self._text[-1].isalnum():
            text = text.translate(_RAISED)
        self._text += text
        self._origins += origins

    def space(self, text: str, origin: int) -> None:
        """Append one space, unless there is one; where the source is set line by line, its line breaks."""
        if self._open.get("pre"):
            for offset, character in enumerate(text, start=origin):
                self._put(LINE if character == "\n" else " ", offset)
        else:
            self._put(" ", origin)

    def tag(self, name: str, *, closes: bool) -> None:
        """Append the break that the tag makes; where it closes a hidden element, take back what stands in it.

        An element that never closes hides nothing.
        """
        if name in _HIDDEN or name in ("sup", "pre"):
            if not closes:
                self._open.setdefault(name, []).append(len(self._text))
            elif self._open.get(name):
                start = self._open[name].pop()
                if name in _HIDDEN:
                    del self._text[start:], self._origins[start:]
        if name in _BREAKS:
            self._put(_BREAKS[name], -1)

    def close(self) -> Visible:
        """Return what is shown, without white space at the end."""
        text = "".join(self._text).rstrip(" \t\n\r")
        return Visible(text, tuple(self._origins[: len(text)]))

    def _put(self, mark: str, origin: int) -> None:
        """Append white space; of several in a row the strongest stays, and two line breaks part two blocks."""
        if not self._text:
            return
        last = self._text[-1]
        if last not in _RANK:
            self._text.append(mark)
            self._origins.append(origin)
        elif _RANK[mark] > _RANK[last] or mark == last == LINE:
            self._text[-1] = BLOCK if mark == last else mark
            self._origins[-1] = origin

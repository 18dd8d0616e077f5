r"""Markdown: the words without their markup, each still at its place in the file.

Headings, list points and table rows become paragraphs of their own, so that none is glued to the sentence behind it.
The title of the front matter is read as the headline that it is, unless the text begins with it once more.
Left out are what a reader does not see (front matter, comments, link targets, tags) and code and pictures, which are
no statements. The numbers of ordered lists stay: '25. September' at the start of a line looks just like one.
"""

from __future__ import annotations

import html
import re

from crosscheck.documents.frontmatter import read_front_matter
from crosscheck.documents.ignores import BLANK_LINE, read_ignores
from crosscheck.documents.mapping import Transcript
from crosscheck.documents.reading import Reading
from crosscheck.records import Span

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*(?:\n.*?^ {0,3}(?P=fence)[^\n]*$|.*\Z)",
    re.MULTILINE | re.DOTALL,
)
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*+){3,}|(?:-[ \t]*+)+|(?:_[ \t]*+){3,}|=++[ \t]*+)")
_TABLE_RULE = re.compile(r"[ \t]*+(?:\|[ \t]*+)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*(?:\|[ \t]*+)?")
_TARGET = re.compile(r""" {0,3}\[[^\]^][^\]]*+\]:[ \t]++(?=\S*[/:#.])\S++(?:[ \t]+["'(].*)?[ \t]*""")
_OPENING = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ \t]?)*)"
    r"(?:(?P<heading>[ ]{0,3}\#{1,6}(?:[ \t]+|$))"
    r"|(?P<point>[ \t]*[-*+](?:[ \t]+|$))"
    r"|(?P<number>[ \t]*(?=\d{1,9}[.)][ \t]))"
    r"|(?P<note>[ ]{0,3}\[\^[^\]]+\]:[ \t]+)"
    r"|(?P<row>[ \t]*\|[ \t]*))?"
)
_CLOSING = {"heading": "#", "row": "|"}
"""The blocks that end with their line, and the mark that may close them."""
_BLANK = " \t\0"

# Between two marks that belong together stand at most 1000 code points, so that no text takes quadratic time.
_LABEL = r"[^\[\]]{1,1000}+"
_ADDRESS = r"\([^()]{0,1000}+(?:\([^()]{0,1000}+\)[^()]{0,1000}+)?\)"
_INLINE = re.compile(
    r"(?=[\0\\&!\[<`*_~])(?:"  # quick where none of the marks begins
    r"\0+|\\(?=\n)|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    rf"|!\[(?:{_LABEL})?\]{_ADDRESS}|\[\^{_LABEL}\]"
    rf"|\[(?P<link>{_LABEL})\](?:{_ADDRESS}|\[(?:{_LABEL})?\])"
    r"|<(?P<address>(?:https?|mailto):[^<>\s]*+)>|(?P<break><br\b[^<>]*+>)|</?[A-Za-z][^<>]{0,1000}+>"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,1000}?)(?<!`)(?P=ticks)(?!`)"
    r"|(?<!\w)(?P<stars>\*{1,3})(?=[^\s*])(?P<strong>.{0,1000}?[^\s*])(?P=stars)(?!\*)(?:(?<=\*\*)|(?!\w))"
    r"|(?<!\w)(?P<bars>_{1,3})(?=[^\s_])(?P<emphasis>.{0,1000}?[^\s_])(?P=bars)(?!\w)"
    r"|~~(?P<struck>[^~]{1,1000}+)~~)",
    re.DOTALL,
)
_WITH_MARKUP = frozenset({"link", "strong", "emphasis", "struck"})


def read_markdown(source: str, place: str) -> Reading:
    """Return the text of *source*, with what its front matter says; without a title there, the first heading is it.

    Raises:
        DocumentError: the front matter is broken.
    """
    front = read_front_matter(source, place)
    visible = _HIDDEN.sub(lambda hidden: _NOT_BREAKS.sub(_MASK, hidden[0]), source)
    comments = (Span(*hidden.span()) for hidden in _HIDDEN.finditer(source) if hidden["fence"] is None)
    blocks = _Blocks(visible)
    if front.title and not visible[front.end :].lstrip("# \n").startswith(front.title):
        blocks.put_headline(front.title, front.title_at)
    start = blocks.transcript.length
    blocks.read(front.end)
    text, anchors = blocks.transcript.close()
    if not text[start:].strip():
        return Reading(text="")
    return Reading(
        text=text,
        anchors=anchors,
        title=front.title or blocks.title,
        source=front.source,
        published=front.published,
        language=front.language,
        ignores=read_ignores(source, comments, BLANK_LINE),
    )


_NOT_BREAKS = re.compile(r"[^\n]")
_MASK = "\0"
"""Stands for each hidden character: no text has it."""


class _Blocks:
    """Copies a source block by block: paragraphs, headings, list points, rows."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.transcript = Transcript(source)
        self.title: str | None = None
        self._paragraph = -1  # where the open paragraph starts in the source
        self._quoted = False
        self._apart = True  # the next block begins a new paragraph of the text

    def put_headline(self, title: str, at: int) -> None:
        """Begin the text with *title*, which stands in the source at *at*."""
        if self._source.startswith(title, at):
            self.transcript.copy(at, at + len(title))
        else:
            self.transcript.replace(at, at + 1, title)

    def read(self, start: int) -> None:
        """Copy everything from *start* on."""
        while start < len(self._source):
            end = self._source.find("\n", start)
            end = len(self._source) if end < 0 else end
            self._read_line(start, end)
            start = end + 1
        self._close_paragraph(len(self._source))

    def _read_line(self, start: int, end: int) -> None:
        line = self._source[start:end]
        if not line.strip(_BLANK):
            self._close_paragraph(start)
            self.transcript.copy(end, end + 1 if self.transcript.length else end)
        elif _RULE.fullmatch(line) or _TABLE_RULE.fullmatch(line) or _TARGET.fullmatch(line):
            self._close_paragraph(start)
            self._apart = True
        else:
            opening = _OPENING.match(self._source, start, end)
            if opening is not None and (opening.lastgroup != "quote" or opening["quote"] or self._paragraph < 0):
                self._open_block(opening, start, end)

    def _open_block(self, opening: re.Match[str], start: int, end: int) -> None:
        """Begin a paragraph, with a mark or without; a heading and a row end with their line."""
        self._close_paragraph(start)
        kind = opening.lastgroup if opening.lastgroup != "quote" else None
        quoted = bool(opening["quote"])
        self._apart = self._apart or kind is not None or quoted != self._quoted
        self._quoted = quoted
        self._paragraph = opening.end()
        if kind in _CLOSING:
            first = self.transcript.length
            self._close_paragraph(self._without_closing(opening.end(), end, _CLOSING[kind]))
            self._apart = True
            if kind == "heading" and self.title is None:
                self.title = self.transcript.since(first).strip() or None

    def _without_closing(self, start: int, end: int, mark: str) -> int:
        """Return where the words of a line end that may be closed by *mark*, a heading's only behind a space."""
        words = self._source[start:end].rstrip(_BLANK)
        bare = words.rstrip(mark)
        if mark == "|" or not bare or bare[-1] in _BLANK:
            words = bare.rstrip(_BLANK)
        return start + len(words)

    def _close_paragraph(self, end: int) -> None:
        """Copy the open paragraph, which goes up to *end*."""
        if self._paragraph < 0:
            return
        if self._apart:
            while not self.transcript.ends_with("\n\n"):
                self.transcript.insert("\n")
            self._apart = False
        self._copy_inline(self._paragraph, end)
        self._paragraph = -1

    def _copy_inline(self, start: int, end: int) -> None:
        """Copy words, and leave the marks between them out."""
        for mark in _INLINE.finditer(self._source, start, end):
            self.transcript.copy(start, mark.start())
            start = mark.end()
            name = next((name for name, text in mark.groupdict().items() if text is not None and name in _KEPT), None)
            if name == "break":
                self.transcript.insert("\n")
            elif name == "entity":
                self.transcript.replace(mark.start(), start, html.unescape(mark[0]))
            elif name in _WITH_MARKUP:
                self._copy_inline(*mark.span(name))
            elif name:
                self.transcript.copy(*mark.span(name))
        self.transcript.copy(start, end)


_KEPT = _WITH_MARKUP | {"escaped", "entity", "address", "break", "code"}

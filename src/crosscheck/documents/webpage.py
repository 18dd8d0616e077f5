"""HTML: the article of a page, without navigation and footer, each word at its place in the source.

trafilatura decides what the article is; the words themselves are the source's own, verbatim.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from copy import deepcopy

from crosscheck.documents.alignment import locate_lines
from crosscheck.documents.ignores import ELEMENT_END, MARKUP_COMMENT, read_ignores
from crosscheck.documents.language import find_pack
from crosscheck.documents.mapping import Transcript
from crosscheck.documents.metadata import HtmlTree, Metadata, read_metadata
from crosscheck.documents.reading import Reading
from crosscheck.documents.visible import BLOCK, CELL, LINE, Visible, read_visible
from crosscheck.messages import say
from crosscheck.records import Anchor, Span

_LOGGER = logging.getLogger("trafilatura")
_SILENCE = logging.NullHandler()
"""Without a handler Python prints the extractor's warnings; a note says what matters of them."""
_GAPS = {BLOCK: "\n\n", LINE: "\n", CELL: "\t"}
_NO_ARTICLE = say("no article found in the page: everything it shows is read")


def read_webpage(source: str, place: str) -> Reading:  # noqa: ARG001 - every reader gets the place
    """Return the article of *source*, blocks a blank line apart, with what the page's metadata say of it."""
    import trafilatura

    _LOGGER.addHandler(_SILENCE)
    visible = read_visible(source)
    tree = trafilatura.load_html(source)
    metadata = Metadata() if tree is None else read_metadata(tree)
    article = None if tree is None else trafilatura.extract(_narrow(tree), include_comments=False)
    ranges, lost = locate_lines((article or "").split("\n"), visible.text)
    text, anchors = _transcribe(source, visible, ranges or [(0, len(visible.text))])
    missed = say("pieces of the article that could not be found in the page and are left out: {number}", number=lost)
    return Reading(
        text=text,
        anchors=anchors,
        title=metadata.title,
        source=metadata.source,
        published=metadata.published,
        suggested_language=find_pack(metadata.language),
        ignores=read_ignores(source, (Span(*hit.span()) for hit in MARKUP_COMMENT.finditer(source)), ELEMENT_END),
        notes=(() if ranges else (_NO_ARTICLE,)) + ((missed,) if lost else ()),
    )


def _narrow(tree: HtmlTree) -> HtmlTree:
    """Return the page's one <article>, where it has one that holds most of its paragraphs, else the whole page.

    Of short pages the extractor would otherwise take everything.
    """
    articles = tree.xpath("//article[not(ancestor::article)]")
    if len(articles) != 1:
        return tree
    inside, everywhere = (sum(len("".join(p.itertext())) for p in top.xpath(".//p")) for top in (articles[0], tree))
    if inside * 2 <= everywhere:
        return tree
    page, body = tree.makeelement("html"), tree.makeelement("body")
    page.append(body)
    body.append(deepcopy(articles[0]))
    return page


def _transcribe(source: str, visible: Visible, ranges: list[tuple[int, int]]) -> tuple[str, tuple[Anchor, ...]]:
    """Return the visible text of *ranges* with its anchors."""
    transcript = Transcript(source)
    before = 0
    for start, end in ranges:
        if transcript.length:
            gap = visible.text[before:start]
            transcript.insert(next((_GAPS[mark] for mark in (BLOCK, LINE, CELL) if mark in gap), " "))
        for first, last in _runs(source, visible, start, end):
            character, origin = visible.text[first], visible.origins[first]
            if character in _GAPS:
                transcript.insert(_GAPS[character])
            elif source[origin] == character:
                transcript.copy(origin, origin + last - first)
            else:
                transcript.replace(origin, origin + 1, character)
        before = end
    return transcript.close()


def _runs(source: str, visible: Visible, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges between *start* and *end* that the source shows as they are, and each other character."""
    text, origins = visible.text, visible.origins
    first = start
    for index in range(start, end):
        origin = origins[index]
        if text[index] in _GAPS or source[origin] != text[index]:
            if first < index:
                yield first, index
            yield index, index + 1
            first = index + 1
        elif first < index and origin != origins[index - 1] + 1:
            yield first, index
            first = index
    if first < end:
        yield first, end

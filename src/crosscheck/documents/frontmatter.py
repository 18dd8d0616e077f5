"""YAML front matter: what a Markdown file says of itself between two lines of three dashes."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from crosscheck.config.tree import Tree, parse_tree, read_tree
from crosscheck.documents.dateline import parse_date
from crosscheck.documents.language import find_pack
from crosscheck.errors import ConfigError, DocumentError
from crosscheck.languages.pack import available_languages
from crosscheck.messages import join, say

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TIMESTAMP = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ]+\d.*")


class FrontMatter(msgspec.Struct, frozen=True):
    """What the file says of itself, and the offset of the text behind it.

    ``title_at`` is the offset of the title; where it is quoted with escapes or folded over lines, of its first quote.
    """

    title: str | None = None
    title_at: int = 0
    source: str | None = None
    published: date | None = None
    language: str = ""
    end: int = 0


class _Keys(msgspec.Struct, frozen=True):
    """The keys that are read, as they are written; all others are other programs'."""

    title: str | None = None
    source: str | None = None
    date: str | None = None
    lang: str | None = None


def read_front_matter(source: str, place: str) -> FrontMatter:
    """Return the front matter of *source*; an empty one where the first line does not open any.

    Raises:
        DocumentError: it never ends, is not YAML, or has a date or language that cannot be read.
    """
    opened = _FENCE.match(source)
    if opened is None:
        return FrontMatter()
    closed = _CLOSE.search(source, opened.end())
    if closed is None:
        what = say("front matter that never ends")
        raise DocumentError(what, remedy=say("close it with a line of three dashes"), place=f"{place}:1:1")
    try:
        tree = parse_tree(source[opened.end() : closed.start()], place, first_line=2)
        keys = read_tree(tree, _Keys)
    except ConfigError as error:
        what = say("front matter: {problem}", problem=error.what)
        raise DocumentError(what, remedy=error.remedy, place=error.place) from error
    published, language = _read_day(tree, keys.date), _read_language(tree, keys.lang)
    title_at = 0 if keys.title is None else _offset_of_title(source, tree, keys.title, opened.end())
    return FrontMatter(keys.title, title_at, keys.source, published, language, closed.end())


def _offset_of_title(source: str, tree: Tree, title: str, start: int) -> int:
    """Return where *title* stands in *source*, whose YAML starts at *start*."""
    at = start + tree.at("title").start_mark.index
    return at + (source[at] in "'\"" and source.startswith(title, at + 1))


def _read_day(tree: Tree, text: str | None) -> date | None:
    if text is None:
        return None
    timestamp = _TIMESTAMP.fullmatch(text)
    day = parse_date(timestamp[1] if timestamp else text)
    if day is None:
        what = say("front matter: {text} is no date", text=repr(text))
        raise DocumentError(what, remedy=say("write it as YYYY-MM-DD"), place=tree.place(tree.at("date")))
    return day


def _read_language(tree: Tree, tag: str | None) -> str:
    if tag is None:
        return ""
    code = find_pack(tag)
    if not code:
        remedy = say("use one of {names}, or leave it out", names=join(available_languages()))
        what = say("front matter: no language pack for {language}", language=repr(tag))
        raise DocumentError(what, remedy=remedy, place=tree.place(tree.at("lang")))
    return code

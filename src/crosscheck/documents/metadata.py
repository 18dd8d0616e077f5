"""What a page's head says of the article: JSON-LD, Open Graph, meta tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from crosscheck.documents.dateline import parse_date

_ARTICLE = re.compile("article|posting|report|page", re.IGNORECASE)
_DAY = re.compile(r"\s*(\d{4}-\d\d-\d\d)(?:[Tt ].*)?", re.DOTALL)
_DATE_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
_PUBLISHED = '//time[@itemprop="datePublished" or @pubdate or ancestor::header/parent::article]/@datetime'
_HEADLINES = ("//article//h1", "//main//h1", "//h1", "//title[not(ancestor::svg)]")
_TITLE_KEYS = ("og:title", "twitter:title", "dc.title")
_SITE_KEYS = ("og:site_name", "application-name", "dc.publisher")
HtmlTree = Any
"""An lxml element, which has no types."""


class Metadata(msgspec.Struct, frozen=True):
    """What the page says of itself; ``language`` is the tag as written."""

    title: str | None = None
    source: str | None = None
    published: date | None = None
    language: str = ""


def read_metadata(tree: HtmlTree) -> Metadata:
    """Return what the page *tree* says of itself: JSON-LD first, then meta tags, then <time>, <h1> and <title>.

    A day is taken as the page writes it, in the publisher's own time zone.
    """
    articles = [thing for thing in _linked_data(tree) if _ARTICLE.search(_text(thing.get("@type")) or "")]
    metas = _meta_tags(tree)
    days = [thing.get("datePublished") for thing in articles] + [metas.get(key) for key in _DATE_KEYS]
    days += tree.xpath(_PUBLISHED)
    titles = [thing.get("headline") for thing in articles] + [metas.get(key) for key in _TITLE_KEYS]
    sources = [_name(thing.get("publisher")) for thing in articles] + [metas.get(key) for key in _SITE_KEYS]
    return Metadata(
        title=_first([*titles, *(text for path in _HEADLINES for text in _contents(tree, path))]),
        source=_first(sources),
        published=next((day for text in days if (day := _day(_text(text)))), None),
        language=_first(tree.xpath("/html/@lang")) or "",
    )


def _linked_data(tree: HtmlTree) -> Iterator[dict[str, object]]:
    """Yield the things that the page's JSON-LD describes on its top level; what is no JSON is passed over."""
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        try:
            waiting = [msgspec.json.decode(str(script))]
        except (msgspec.DecodeError, RecursionError):  # broken, or nested to break readers
            continue
        while waiting:
            thing = waiting.pop(0)
            if isinstance(thing, list):
                waiting += thing
            elif isinstance(thing, dict):
                yield thing
                waiting += [thing.get("@graph"), thing.get("mainEntity")]


def _meta_tags(tree: HtmlTree) -> dict[str, str]:
    """Return the content of the page's meta tags by name, property or itemprop, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        found.setdefault(key.strip().lower(), meta.get("content"))
    return found


def _contents(tree: HtmlTree, path: str) -> list[str]:
    return ["".join(element.itertext()) for element in tree.xpath(path)[:1]]


def _first(texts: list[object]) -> str | None:
    """Return the first of *texts* that says anything, white space folded."""
    folded = (" ".join((_text(text) or "").split()) for text in texts)
    return next((text for text in folded if text), None)


def _text(value: object) -> str | None:
    """Return *value* if it is text, or the first text of a list."""
    if isinstance(value, list):
        return next((text for text in value if isinstance(text, str)), None)
    return str(value) if isinstance(value, str) else None


def _name(value: object) -> object:
    """Return the name of an organisation, which may also stand as bare text."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value.get("name") if isinstance(value, dict) else value


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    timestamp = _DAY.fullmatch(text)
    return parse_date(timestamp[1] if timestamp else text)

"""Series of names with a figure each: 'Ann Marlowe polled 3,117 votes, Guy Selwyn 452 and Rita Orme 24'.

A number right behind a name is part of it ('Channel 4', 'Boeing 737'); in a series it is what the name has, and two
make one behind a label: 'Aces: Marlowe 11, Selwyn 4'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

_REACH = 160
"""Within how many code points on either side the items of a series are looked for."""
_ITEMS = 3
"""From how many items on names with figures are a series."""
_LABELLED = re.compile(r"[a-zäöüß)]:\s+$")
_LABEL_REACH = 4
"""How many code points before a series may show that a label leads to it."""
_ITEM_WORDS = 10
"""How many words before a figure show whether an item ends there: a name, an article, a link, a figure, its name."""
_SHORTEST_ITEM = 2
"""Words of a name with its figure."""
_MARKS = ",;"
_GROUPED = re.compile(r"[.,]?\d")
"""What goes on with a figure."""
_SMALL = 2
"""Up to how many digits a figure behind a label or count has, unless grouped: 'Types: Boeing 737, Airbus 320'."""
_FIGURE = r"(?:\d{1,3}(?:[.,]\d{3})+|\d{1,6}|[a-zäöüß]{3,12})"
_NAME = r"(?:[A-ZÄÖÜ][\w'’&.-]*\s){0,3}[A-ZÄÖÜ][\w'’&-]*"
_COUNT = r"\d[\d.,]*\s[a-zA-ZÄÖÜäöüß]+"


class SeriesPattern(msgspec.Struct, frozen=True, gc=False):
    """How a series of names with a figure each looks in one language; ``item`` is one of its items.

    ``following`` is another item with what links it to the one before; ``articles`` may stand before a name,
    ``coordinators`` before the last item.
    """

    whole: re.Pattern[str]
    item: re.Pattern[str]
    following: re.Pattern[str]
    articles: frozenset[str]
    coordinators: frozenset[str]


def compile_series(articles: Iterable[str], coordinators: Iterable[str]) -> SeriesPattern:
    """Return how a series looks whose names may follow one of *articles* and whose last item one of *coordinators*."""
    before, links = frozenset(articles), frozenset(coordinators)
    article, coordinator = (rf"(?:(?:{'|'.join(map(re.escape, sorted(words)))})\s)" for words in (before, links))
    item = rf"{article}?(?P<name>{_NAME})\s(?P<figure>{_FIGURE})"
    plain = re.sub(r"\?P<\w+>", "?:", item)
    link = rf"(?:[,;]\s{coordinator}?|\s{coordinator})"
    whole = rf"(?:{_COUNT}|{plain})(?:{link}{plain})+(?=[,;.)\s]|$)"
    return SeriesPattern(re.compile(whole), re.compile(item), re.compile(link + plain), before, links)


def is_in_series(pattern: SeriesPattern, text: str, start: int, end: int) -> bool:
    """Return whether the digits from *start* to *end* are the figure of a name in a series of three items or more.

    One of the names must be of two words or a plural: 'Boeing 737, Airbus 320 and Embraer 190' are names alone. Or a
    count leads to figures as small: 'stellt 41 Abgeordnete, die CDU 36 und die Grünen 25'.
    """
    if not _has_neighbour(pattern, text, start, end):
        return False
    first = max(0, start - _REACH)
    for series in pattern.whole.finditer(text, first, min(len(text), end + _REACH)):
        if series.end() < end:
            continue
        if series.start() > start:
            return False
        items = [*pattern.item.finditer(text, series.start(), series.end())]
        counts = not pattern.item.match(text, series.start(), series.end())
        inside = any(item.start("figure") <= start and end <= item.end("figure") for item in items)
        told = _names_things(items) or (counts and all(len(item["figure"]) <= _SMALL for item in items))
        return inside and (_is_labelled(text, items) or (len(items) + counts >= _ITEMS and told))
    return False


def _has_neighbour(pattern: SeriesPattern, text: str, start: int, end: int) -> bool:
    """Return whether another item may follow the figure from *start* to *end*, or end before the name it follows."""
    if _GROUPED.match(text, end) or pattern.following.match(text, end):
        return True
    words = text[max(0, start - _REACH) : start].split()[-_ITEM_WORDS:]
    while words and words[-1][0].isupper() and words[-1][-1] not in _MARKS:
        words.pop()  # the name of this figure
    if words and words[-1] in pattern.articles:
        words.pop()
    is_linked = bool(words) and words[-1] in pattern.coordinators
    if is_linked:
        words.pop()
    if len(words) < _SHORTEST_ITEM or not (is_linked or words[-1][-1] in _MARKS):
        return False
    return not (words[-2].isalpha() and words[-2].islower())  # a name or digits


def _names_things(items: Sequence[re.Match[str]]) -> bool:
    """Return whether one of the names is of two words or a plural."""
    return any(" " in item["name"] or item["name"].endswith("s") for item in items)


def _is_labelled(text: str, items: Sequence[re.Match[str]]) -> bool:
    """Return whether a word with a colon leads to *items*, and their figures are none that names have."""
    start = items[0].start()
    if _LABELLED.search(text, max(0, start - _LABEL_REACH), start) is None:
        return False
    return any(len(item["figure"]) <= _SMALL or not item["figure"].isdigit() for item in items)

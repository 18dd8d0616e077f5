"""Series of names with a figure each: 'Ann Marlowe polled 3,117 votes, Guy Selwyn 452 and Rita Orme 24'.

A number right behind a name is part of it ('Channel 4', 'Boeing 737'); in a series it is what the name has.
"""

from __future__ import annotations

import re

_REACH = 160
"""Within how many code points on either side the items of a series are looked for."""
_ITEMS = 3
"""From how many items on names with figures are a series."""
_FIGURE = r"(?:\d{1,3}(?:[.,]\d{3})+|\d{1,6}|[a-zäöüß]{3,12})"
_NAME = r"(?:[A-ZÄÖÜ][\w'’&.-]*\s){0,3}[A-ZÄÖÜ][\w'’&-]*"
_COUNT = r"\d[\d.,]*\s[a-zA-ZÄÖÜäöüß]+"
_ITEM = rf"(?:(?:the|die|der|das|den)\s)?(?P<name>{_NAME})\s(?P<figure>{_FIGURE})"
_ITEM_PLAIN = re.sub(r"\?P<\w+>", "?:", _ITEM)
_LINK = r"(?:[,;]\s(?:(?:and|und|or|oder)\s)?|\s(?:and|und|or|oder)\s)"
_SERIES = re.compile(rf"(?:{_COUNT}|{_ITEM_PLAIN})(?:{_LINK}{_ITEM_PLAIN})+(?=[,;.)\s]|$)")
_EACH = re.compile(_ITEM)


def is_in_series(text: str, start: int, end: int) -> bool:
    """Return whether the digits from *start* to *end* are the figure of a name in a series of three items or more.

    One of the names must be of two words or a plural: 'Boeing 737, Airbus 320 and Embraer 190' are names alone.
    """
    first = max(0, start - _REACH)
    for series in _SERIES.finditer(text, first, min(len(text), end + _REACH)):
        if series.end() < end:
            continue
        if series.start() > start:
            return False
        items = [*_EACH.finditer(text, series.start(), series.end())]
        count = len(items) + (not _EACH.match(text, series.start(), series.end()))
        names = [item["name"] for item in items]
        return (
            count >= _ITEMS
            and any(item.start("figure") <= start and end <= item.end("figure") for item in items)
            and any(" " in name or name.endswith("s") for name in names)
        )
    return False

"""The days that the head of an article bears: a dateline or byline dates the article, and nothing that it tells.

LEEDS, 5 June 2030 (Agency) - Text       names, a mark, the date, perhaps an agency, a dash: text may follow
By Jana Beispiel, 5 June 2030            a line that holds nothing but names, a mark and the date
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from crosscheck.records import Annotated, Mention

_LINES = 8
_REACH = 1500
"""The head of an article: so many printed lines within so many code points."""
_PREFIX = 80
"""The most that stands before a date in its line."""
_MARKS = ",|–—-/·•("
"""What may end the names before the date; a colon ends the label of a fact as well."""
_RANGE = 4
"""How far the end of a range may be from its start: 'Jana Beispiel, 5 May 1961 – 3 June 2030' dates a life."""
_AGENCY = r"(?:\s*[(/][^()\d]{2,30}\)?)?"
_OPENS_TEXT = re.compile(rf"{_AGENCY}\s*(?:[–—]|--?\s)")
_CLOSES = re.compile(rf"{_AGENCY}\W*")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def heading_dates(annotated: Annotated) -> Iterator[Mention]:
    """Yield the dates of *annotated* that stand in its head as the article's own."""
    text = annotated.document.text
    head = [m for m in annotated.mentions if m.kind in {"date", "time"} and m.span.start <= _REACH]
    for mention, after_it in zip_longest(head, head[1:]):
        if after_it is not None and after_it.span.start - mention.span.end <= _RANGE:
            continue
        start = text.rfind("\n", 0, mention.span.start) + 1
        end = text.find("\n", mention.span.end)
        before = text[start : mention.span.start].rstrip()
        after = text[mention.span.end : end if end >= 0 else len(text)]
        if _heads(before, after):
            if sum(map(bool, map(str.strip, text[:start].splitlines()))) >= _LINES:
                return
            yield mention


def _heads(before: str, after: str) -> bool:
    """Return whether a date between these two parts of its line is the article's own."""
    if not before:
        return _CLOSES.fullmatch(after) is not None
    opens = _OPENS_TEXT.match(after) or _CLOSES.fullmatch(after)
    return bool(opens) and before[-1] in _MARKS and len(before) <= _PREFIX and _are_names(before)


def _are_names(text: str) -> bool:
    """Return whether *text* is names, the words of a byline among them: it begins one, and most words do."""
    words = _WORD.findall(text)
    small = sum(not word[0].isupper() for word in words)
    return bool(words) and words[0][0].isupper() and 2 * small < len(words) and not any(c.isdigit() for c in text)

"""Four digits that are a part of a greater number, and so no year: '1914 der 2150 Mitglieder'."""

from __future__ import annotations

import re
from collections.abc import Container

_WHOLE = re.compile(r"[ \t\xa0]([^\W\d_]+(?: [^\W\d_]+)?) (\d{1,3}(?:[.,]\d{3})+|\d{4,7})\b")


def is_part_of_more(text: str, end: int, number: int, wholes: Container[str]) -> bool:
    """Return whether one of *wholes* and a greater number follow *number*, which ends at *end* of *text*."""
    whole = _WHOLE.match(text, end) if wholes else None
    return whole is not None and whole[1] in wholes and int(re.sub(r"\D", "", whole[2])) > number

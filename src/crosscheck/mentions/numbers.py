"""Numbers, ordinals, percentages, money and quantities."""

from __future__ import annotations

from crosscheck.languages import LanguagePack
from crosscheck.records import Mention


def find_numbers(text: str, pack: LanguagePack) -> list[Mention]:
    """Return the numeric mentions of *text* in text order, none overlapping another."""
    return []

"""Names of people, parties, places and organisations, as they stand in the text."""

from __future__ import annotations

from crosscheck.languages import LanguagePack
from crosscheck.records import Mention


def find_names(text: str, pack: LanguagePack) -> list[Mention]:
    """Return the name mentions of *text* in text order, none overlapping another."""
    return []

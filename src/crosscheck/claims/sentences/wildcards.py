"""Words that packs tell by patterns: 'said', '*ed'."""

from __future__ import annotations

import re
from fnmatch import translate
from functools import lru_cache

_REMEMBERED = 1 << 6
"""How many lists of patterns are kept ready: those of some languages."""


def is_like(word: str, *lists: tuple[str, ...]) -> bool:
    """Return whether *word* fits a pattern of one of *lists*, in which ``*`` stands for any letters."""
    return any(_any_of(patterns).match(word) for patterns in lists)


@lru_cache(_REMEMBERED)
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, patterns)) or "(?!)")

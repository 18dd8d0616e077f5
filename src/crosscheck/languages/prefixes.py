"""Verbs parted from their prefix, and other phrases apart: how far behind, and what may stand between."""

from __future__ import annotations

from collections.abc import Sequence

REACH = 24
"""How many words a prefix may stand behind its verb: 'trat nach der Niederlage am Sonntag zurück'."""
_BREAKS = frozenset(',;:()–—"“”„«»')


def is_break(word: str) -> bool:
    """Return whether a token parts two clauses, so that no verb has its prefix behind it: a comma, no '%'."""
    return word in _BREAKS


def closes_clause(words: Sequence[str], end: int) -> bool:
    """Return whether a clause ends before token *end*: a mark or nothing stands there."""
    return end == len(words) or not words[end][0].isalnum()

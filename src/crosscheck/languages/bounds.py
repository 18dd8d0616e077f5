"""The section ``bounds`` of a language pack: how a sentence says that nothing, or everything, lies beyond a value."""

from __future__ import annotations

import msgspec


class BoundWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a bounded value ('more than 90'); all lower case, a final ``*`` stands for any ending.

    ``none`` stands before the noun of those of which none lies there ('no', 'none of'), ``never`` says it of all times
    or places ('nowhere'). ``each`` stands before the noun of those that all do ('every'), ``always`` says it of all
    times or places. ``anywhere`` widens a 'not' to all of them ('at any point'). ``over`` and ``under`` are verbs that
    put a value beyond another, before it or behind it ('exceeded').
    """

    none: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    anywhere: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    under: frozenset[str] = frozenset()

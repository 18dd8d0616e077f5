"""The section ``aspects`` of a language pack: the words beside a value that say of what kind of measure it is."""

from __future__ import annotations

import msgspec

Phrases = dict[str, frozenset[str]]


class AspectWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases by the aspect that they tell, which all languages share; all lower case.

    Those of ``before`` stand right before the value ('height of'), those of ``behind`` right behind it, or behind what
    it counts ('high', 'tickets remain'). Those of ``paced`` say anywhere in the clause how often it comes to that much,
    keyed by TIMEX3's sets ('P1D': 'day after day'); keys of that form among ``behind`` do so there ('visitors a day').
    """

    before: Phrases = {}
    behind: Phrases = {}
    paced: Phrases = {}

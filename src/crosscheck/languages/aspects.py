"""The section ``aspects`` of a language pack: the words beside a value that say of what kind of measure it is."""

from __future__ import annotations

import msgspec

Phrases = dict[str, frozenset[str]]


class AspectWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases by the aspect that they tell, which all languages share; all lower case.

    Those of ``before`` stand right before the value ('height of'), those of ``behind`` right behind it, or behind what
    it counts ('high', 'tickets remain').
    """

    before: Phrases = {}
    behind: Phrases = {}

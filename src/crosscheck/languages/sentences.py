"""The section ``sentences`` of a language pack."""

from __future__ import annotations

import msgspec


class SentenceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that decide whether a full stop ends a sentence. Each is written as in the text, without its last stop.

    ``closed_abbreviations`` never end a sentence ('Dr', 'z.B'); ``numbered_abbreviations`` do not where a digit follows
    ('No', 'Nr'); ``open_abbreviations`` end one only where a starter follows ('U.S', 'Mio').
    ``starters`` are capitalised words that open a sentence and hardly ever stand inside one.
    ``ordinal_stop`` says that a stop makes an ordinal ('3. Platz'); ``before_ordinal`` and ``before_cardinal`` are the
    words in front of a number that tell which of both it is, ``after_ordinal`` those behind one that can be that of a
    day ('21. März'). ``speech_verbs`` carry on the sentence of a quotation
    that ended in '?' or '!'.
    """

    closed_abbreviations: frozenset[str] = frozenset()
    numbered_abbreviations: frozenset[str] = frozenset()
    open_abbreviations: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinal_stop: bool = False
    before_ordinal: frozenset[str] = frozenset()
    before_cardinal: frozenset[str] = frozenset()
    after_ordinal: frozenset[str] = frozenset()
    speech_verbs: frozenset[str] = frozenset()

"""The section ``ranks`` of a language pack: superlatives, and the words that say among what they rank."""

from __future__ import annotations

import msgspec


class PluralForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a superlative that ends in ``superlative`` shows that it stands before a plural; '' shows nothing.

    By one of ``articles`` right before it ('die größten'), or by the ending ``noun`` of what is behind it ('largest
    towns'), unless that is the one of a singular ('largest bus').
    """

    superlative: str = ""
    articles: frozenset[str] = frozenset()
    noun: str = ""
    singular: tuple[str, ...] = ()

    def show(self, superlative: str, before: str, head: str) -> bool:
        """Return whether a superlative between the word *before* and the noun *head*, '' if none, is of several."""
        if not self.superlative or not superlative.endswith(self.superlative):
            return False
        plural = bool(self.noun) and head.endswith(self.noun) and not head.endswith(self.singular)
        return plural or before in self.articles


class PeakWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that call a figure the most or the least of all times, or since a year; all lower case.

    Those ``*_before`` stand before the figure ('a record 41,000'), the others behind it. ``*`` stands for any ending,
    ``…`` for up to three words, ``YYYY`` for the year from which is counted, a final ``.`` for the end of a clause.
    ``vetoes`` are words of a sentence that calls none a peak of years ('previous', 'day'), ``plain`` those that narrow
    nothing ('drew'). Each text with a phrase has one of ``stems``.
    """

    most_before: tuple[str, ...] = ()
    most: tuple[str, ...] = ()
    least_before: tuple[str, ...] = ()
    least: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()


class RankWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a superlative; all lower case.

    ``superlatives`` are the forms of the highest degree by what they measure, a key that all languages share ('size');
    a final ``*`` stands for any of ``endings``. An ordinal may stand in front of one, or begin its word.
    ``comparatives``, and adjectives behind 'so', are the most with one of ``never`` in their clause ('never been
    higher', 'never so high'), unless one of ``than`` follows, or before a phrase of ``ever``. ``measured`` are nouns
    for the measure itself, among which nothing ranks ('the highest level'). ``among`` are phrases before one that make
    the thing one of several ('one of the'), ``doubts`` words beside one that leave the rank open ('perhaps'). ``since``
    begins the time from which is counted; ``always`` says that all of it is ('ever', 'on record'). ``extents`` name
    among what is counted without a name, from the widest to the narrowest, by keys that all languages share ('world',
    'country'), ``spans`` the time within which ('this year').
    ``places`` are nouns of which an ordinal tells nothing but a place ('third place', 'third overall'), ``occasions``
    those of which it tells how often ('the third time').
    ``plural`` says how a superlative shows that several share its rank.
    ``interim`` are words right behind a place that say that it was one on the way ('third after the first run'),
    ``moves`` verbs of a change of places ('climbed'). ``peaks`` call a figure the most or the least.
    """

    superlatives: dict[str, frozenset[str]] = {}
    endings: tuple[str, ...] = ()
    comparatives: dict[str, frozenset[str]] = {}
    never: frozenset[str] = frozenset()
    than: frozenset[str] = frozenset()
    ever: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    extents: dict[str, frozenset[str]] = {}
    spans: dict[str, frozenset[str]] = {}
    places: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    plural: PluralForms = PluralForms()
    interim: frozenset[str] = frozenset()
    moves: frozenset[str] = frozenset()
    peaks: PeakWords = PeakWords()

"""The section ``names`` of a language pack."""

from __future__ import annotations

import msgspec


class NameWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell names from other capitalised words, and people, places and organisations from each other.

    Single words, in the case in which they are printed, unless said otherwise.
    ``nouns_capitalised`` says that every noun is capitalised, so that a capital alone tells nothing.
    ``possessive_s`` says that a bare final s marks the owner ('Merkels'); an apostrophe with s is known anyhow.
    ``titles`` stand before a person's name without being part of it, ``roles`` are lower-case or common nouns that do;
    ``particles`` are lower-case parts of surnames ('von', 'de'). ``connectors`` join the parts of an organisation's
    name ('of', 'für'), ``articles`` may follow them. ``organisation_heads`` and ``place_heads`` are nouns that name
    the kind of thing ('Council', 'River'), ``leading_heads`` those of them that come first ('Lake');
    ``organisation_endings`` and ``place_endings`` end such nouns, in lower case; ``settlement_endings`` end names of
    towns more often than nouns; ``town_adjective`` makes an adjective of a town's name ('Leipziger');
    ``legal_forms`` close a company's name.
    ``organisations`` and ``places`` are names that look like common words or stand in no list ('Labour', 'Britain').
    ``adjective_endings`` end adjectives, which are part of a name where they have a capital before a head noun
    ('Rotes Kreuz').
    ``place_prepositions`` stand before places, ``inside_prepositions`` hardly before anything else; ``seat_leads``
    stand before the name of a constituency, ``conjunctions`` between two names; ``singular_verbs`` show that what
    stands before them is one thing.
    ``demonyms`` are words for nationalities, which are no names but begin some ('British Airways').
    ``never`` are other capitalised words that are no names: weekdays, months, polite pronouns.
    """

    nouns_capitalised: bool = False
    possessive_s: bool = False
    titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    connectors: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    organisation_heads: frozenset[str] = frozenset()
    leading_heads: frozenset[str] = frozenset()
    organisation_endings: tuple[str, ...] = ()
    place_heads: frozenset[str] = frozenset()
    place_endings: tuple[str, ...] = ()
    settlement_endings: tuple[str, ...] = ()
    town_adjective: str = ""
    legal_forms: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    inside_prepositions: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    seat_leads: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    singular_verbs: frozenset[str] = frozenset()
    demonyms: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()

"""The section ``clauses`` of a language pack: the small words that say who, whether and by whom."""

from __future__ import annotations

import msgspec


class ModalityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that make a clause more or less than an assertion; the clause is asserted where none stands.

    ``denied`` negates ('not'); ``refuted`` says that what was claimed is false ('proved false'); ``conditional`` opens
    a clause that only supposes ('if', 'whether').
    """

    planned: frozenset[str] = frozenset()
    predicted: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    refuted: frozenset[str] = frozenset()


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Function words by what they do in a clause; all lower case.

    ``boundaries`` open a new segment of the sentence ('while', 'compared to'), ``coordinators`` do not ('and');
    ``bearers`` are the prepositions between
    a value and the one that bears it ('349 votes for Juby'); ``infinitives`` the marks before a verb that only says
    what is to be done ('to win'); ``differences`` the words before a value that is a change
    or lead ('by 12'); ``agents`` those between a passive or a noun and the one that acts ('won by');
    ``places`` those before a place; ``of`` those between a share and its whole.
    ``pronouns`` lists, per kind of thing ('person', 'thing'), the words that take up a name; ``articles`` the definite
    ones that make 'the party' an anaphor.
    """

    boundaries: frozenset[str]
    coordinators: frozenset[str]
    bearers: frozenset[str]
    infinitives: frozenset[str]
    differences: frozenset[str]
    agents: frozenset[str]
    places: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    pronouns: dict[str, frozenset[str]]
    modality: ModalityWords
    speech: frozenset[str]
    sources: frozenset[str]

"""Labelled lines of releases and tables: 'Aces: Vrbova 11, Renner 4', 'Mitarbeiter: 640'."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.passage import Passage, ValueAt

_COLON = ":"
_LINKS = frozenset({",", ";", "/", "-", "–"})
_LONGEST = 4
"""How many words a label has at most."""


def label_words(value: ValueAt, passage: Passage) -> Sequence[str]:
    """Return the words of the label that *value* stands behind, in their order; () where it stands behind none.

    Between it and the colon stand only names and other values. A clause is no label: it has a value or a verb before
    the colon, and is longer.
    """
    words = passage.tokens.words
    if _COLON not in words:
        return ()
    stand = (*(name.at for name in passage.names), *(other.at for other in passage.values))
    listed = {i for at in stand for i in range(at.first, at.end)}
    linked = listed.union(at.first for at in passage.parts("coordinator"))
    colon = value.at.first - 1
    while colon > 0 and words[colon] != _COLON and (colon in linked or words[colon] in _LINKS):
        colon -= 1
    if colon <= 0 or words[colon] != _COLON:
        return ()
    first = colon
    while first > 0 and colon - first <= _LONGEST and words[first - 1][0].isalpha():
        first -= 1
    label = words[first:colon]
    opens = first == 0 or words[first - 1] in {_COLON, "•", "*", "|", "(", "–", "-", ";"}
    return label if label and len(label) <= _LONGEST and opens and listed.isdisjoint(range(first, colon)) else ()

"""What those that a figure counts lack: '60 pupils have no laptop', '14 Kitas konnten nicht öffnen'.

There the negation is part of what is told of them, and the figure itself is stated; 'not 14, but 17' denies it.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.claims.attributes.fitting import SHARE_RULES
from crosscheck.claims.scopes.modality import said
from crosscheck.claims.sentences.passage import COUNTED, At, Passage, ValueAt
from crosscheck.claims.sentences.signs import ClausePart
from crosscheck.records import AGAINST, OUTRIGHT

_COUNTS = frozenset({"number", "percent"})
_PARTS: tuple[ClausePart, ...] = ("denied", "lacking", "undone")
_NOUN = 4
"""How many tokens behind 'no' or 'against' the noun for what is meant stands at most."""


def tells_lack(passage: Passage) -> bool:
    """Return whether a word of the sentence may tell that those whom it counts lack something."""
    words = passage.words
    return "denied" in words or "lacking" in words or "undone" in words or "against" in words


def find_lacks(value: ValueAt, passage: Passage) -> tuple[str, ...] | None:
    """Return the terms of what those that *value* counts lack, none where it is not told what; None if they do not.

    The word for it stands behind the count, in its clause or in one about what is counted, and no other count between
    them; a second such word turns it round. A share that is ``AGAINST`` something begins with that,
    and what those lack who are said to have none with ``OUTRIGHT``.
    """
    if value.mention.kind not in _COUNTS:
        return None
    if "against" in passage.words and (against := _against(value, passage)) is not None:
        return AGAINST, *(_objects(against, passage) if against.first >= value.at.end else ())
    found = {at for at in said(passage, *_PARTS) if _is_of(value.at, at, passage)}
    turns = [at for at in found if not any(o != at and o.first <= at.first and at.end <= o.end for o in found)]
    if len(turns) != 1:
        return None
    if turns[0] not in passage.parts("lacking"):
        return ()
    is_outright = turns[0].end - turns[0].first > 1
    return (*(OUTRIGHT,) * is_outright, *_objects(turns[0], passage))


def _against(value: ValueAt, passage: Passage) -> At | None:
    """Return the word beside a share that says what those who have it are against; None without one."""
    if value.mention.kind != "percent" and value.mention.rule not in SHARE_RULES:
        return None
    for at in passage.words["against"]:
        between = passage.between(value.at, at)
        is_beside = passage.crossed(value.at, at) <= passage.begins(at.first, "boundary")
        if is_beside and not any(v.at.first in between for v in passage.values):
            return at
    return None


def _is_of(value: At, word: At, passage: Passage) -> bool:
    """Return whether a word behind a count may tell what those counted lack."""
    if word.first < value.end:
        return False
    between = passage.between(value, word)
    crossed = passage.crossed(value, word)
    if crossed and not (crossed == 1 and any(passage.begins(i, "relative") for i in between)):
        return False
    if any(at.first in between for at in passage.parts("coordinator")):
        return False
    return not any(v.mention.kind in COUNTED and v.at.first in between for v in passage.values)


def _objects(word: At, passage: Passage) -> Iterator[str]:
    """Yield the terms of the phrase behind 'no' or 'against'."""
    for i in range(word.end, min(word.end + _NOUN, len(passage.terms))):
        if passage.crossed(word, At(i, i + 1)) or passage.begins(i, "place", "infinitive"):
            return
        yield from passage.terms[i]

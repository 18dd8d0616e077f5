"""Who says it: the one a sentence quotes, carried through quotations of several sentences."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.claims.sentences.passage import Passage
from crosscheck.claims.subjects.find import Scene, find_antecedent, proforms

_SOMEBODY = ""
"""A speaker whom only a pronoun names: the last one before."""
_REACH = 8
_PRONOUN_GAP = 2
_OPENING = frozenset("„")
_CLOSING = frozenset("”")
_TURNING = frozenset('"“«»')
"""Marks that open a quotation or close it, as languages and keyboards have it."""
_BEGINNING = _OPENING | _TURNING
_MARKS = _OPENING | _CLOSING | _TURNING


def find_speakers(passages: Sequence[Passage], scenes: Sequence[Scene]) -> tuple[str | None, ...]:
    """Return, per sentence, who says what it says, None for the document itself.

    A sentence without a verb of speech that stands in a quotation belongs to the one who is named where the quotation
    ends, else to the last one quoted, when that quotation was the sentence before.
    """
    named = [_named_speaker(passage, scene) for passage, scene in zip(passages, scenes, strict=True)]
    quoted = _quotations(passages)
    ends = _speakers_at_the_end(named, quoted)
    speakers: list[str | None] = []
    for i, own in enumerate(named):
        if own is None and quoted[i][0]:
            speakers.append(ends[i] or _speaker_before(i, speakers, quoted))
        else:
            speakers.append(next((s for s in reversed(speakers) if s), None) if own == _SOMEBODY else own)
    return tuple(speakers)


def _speakers_at_the_end(named: Sequence[str | None], quoted: Sequence[tuple[bool, bool]]) -> list[str | None]:
    """Return, per sentence, who is named in the one in which a quotation ends that goes on in it."""
    ends: list[str | None] = []
    for own, (_, is_open) in zip(reversed(named), reversed(quoted), strict=True):
        ends.append(ends[-1] if ends and is_open and own is None else own or None)
    return ends[::-1]


def _speaker_before(at: int, speakers: Sequence[str | None], quoted: Sequence[tuple[bool, bool]]) -> str | None:
    """Return who said the sentence before, where that was a quotation too or led up to this one."""
    return speakers[-1] if at and (any(quoted[at - 1]) or speakers[-1]) else None


def _named_speaker(passage: Passage, scene: Scene) -> str | None:
    """Return who is named by a verb of speech or 'according to': a name, what a pronoun takes up, or _SOMEBODY.

    A noun takes nobody up there: 'the returning officer said' speaks of somebody else than the winner just named.
    """
    if "speech" not in passage.words and "source" not in passage.words:
        return None
    people = [n for n in passage.names if n.kind != "place"]
    for at in passage.parts("speech", "source"):
        near = [n for n in people if n.at.gap(at) <= _REACH and not passage.crossed(n.at, at)]
        if near:
            return min(near, key=lambda n: (n.kind != "person", n.at.gap(at))).name
        for proform, meant in proforms(passage, scene.lexicon):
            is_pronoun = passage.tokens.words[proform.first] in scene.lexicon.pronouns
            if is_pronoun and "person" in meant and proform.gap(at) <= _PRONOUN_GAP:
                antecedent = find_antecedent(proform, {"person"}.__contains__, passage, scene)
                return antecedent.name if antecedent else _SOMEBODY
    return None


def _quotations(passages: Sequence[Passage]) -> list[tuple[bool, bool]]:
    """Return, per sentence, whether it begins in a quotation and whether one is still open at its end."""
    states = []
    is_open = False
    for passage in passages:
        words = passage.tokens.words
        begins = is_open or words[0] in _BEGINNING
        for i in () if _MARKS.isdisjoint(words) else passage.tokens.places_of(_MARKS):
            word = words[i]
            if word in _OPENING or (i == 0 and word in _TURNING):
                is_open = True
            elif word in _CLOSING:
                is_open = False
            elif word in _TURNING:
                is_open = not is_open
        states.append((begins, is_open))
    return states

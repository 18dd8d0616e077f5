"""Two names joined by 'and' that are one: 'Rochester and Strood', where the document shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from crosscheck.mentions.names.spans import Run
from crosscheck.mentions.names.vocabulary import bare
from crosscheck.mentions.names.words import Text

_MARKS = frozenset({" & ", "\xa0&\xa0"})


def join_coordinations(text: Text, runs: Sequence[Run]) -> list[Run]:
    """Return *runs* with those pairs made one that the document treats as one name.

    A pair is one where the second name never stands without the first, and where the pair is printed at least twice,
    or stands behind what leads to a constituency's name ('MP for'), or has a verb in the singular.
    """
    pairs = [
        index
        for index, (left, right) in enumerate(pairwise(runs))
        if right.first == left.last + 2 and _is_pair(text, left, right)
    ]
    if not pairs:
        return list(runs)
    joined = _names_in_pairs(text, runs, pairs)
    result: list[Run] = []
    skipped = -1
    for index, run in enumerate(runs):
        if index == skipped:
            continue
        if index in joined:
            skipped = index + 1
            result.append(Run(run.first, runs[index + 1].last))
        else:
            result.append(run)
    return result


def _is_pair(text: Text, left: Run, right: Run) -> bool:
    """Return whether the one word between two names is a conjunction, and the first is no owner's."""
    if bare(text.words[left.last]) != text.words[left.last]:
        return False
    between = text.gaps[left.last + 1].isspace() and text.gaps[right.first].isspace()
    return between and text.words[left.last + 1] in text.vocabulary.names.conjunctions


def _names_in_pairs(text: Text, runs: Sequence[Run], pairs: Sequence[int]) -> set[int]:
    """Return those of *pairs* that are one name."""
    printed = [text.known[run.first].plain if run.first == run.last else _bare_name(text, run) for run in runs]
    together = Counter((printed[index], printed[index + 1]) for index in pairs)
    for name in printed:
        if " & " in name:
            left, _, right = name.partition(" & ")
            together[left, right] += 1
    alone = Counter(printed)
    inside = Counter(printed[index + 1] for index in pairs)
    shown = {
        (printed[index], printed[index + 1])
        for index in pairs
        if together[printed[index], printed[index + 1]] > 1 or _shows_unity(text, runs[index], runs[index + 1])
    }
    return {
        index
        for index in pairs
        if (printed[index], printed[index + 1]) in shown and alone[printed[index + 1]] == inside[printed[index + 1]]
    }


def _bare_name(text: Text, run: Run) -> str:
    """Return the words of a name of several and the marks between them."""
    pieces = [text.words[run.first]]
    for index in range(run.first + 1, run.last + 1):
        pieces += [" & " if text.gaps[index] in _MARKS else " ", text.words[index]]
    pieces[-1] = bare(text.words[run.last])
    return "".join(pieces)


def _shows_unity(text: Text, left: Run, right: Run) -> bool:
    """Return whether the words around a pair show that it is one: 'MP for A and B', 'A and B is a safe seat'."""
    names = text.vocabulary.names
    lead = text.before(left.first)
    if lead and f"{text.before(left.first - 1)} {lead}" in names.seat_leads:
        return True
    return not lead and text.after(right.last) in names.singular_verbs

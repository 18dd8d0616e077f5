"""Name mentions: words are judged, joined to runs, coordinated, and given a kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscheck.languages import LanguagePack
from crosscheck.mentions.names.coordination import join_coordinations
from crosscheck.mentions.names.decide import decide
from crosscheck.mentions.names.evidence import Evidence
from crosscheck.mentions.names.kinds import Form, Kind, name_kinds, read_forms
from crosscheck.mentions.names.spans import Run, find_runs
from crosscheck.mentions.names.words import Text, read_words
from crosscheck.records import Mention, Span

_SKIPPED = frozenset({"of", "the", "and", "for", "der", "die", "das", "des", "für", "und"})


def find_names(text: str, pack: LanguagePack) -> list[Mention]:
    """Return the name mentions of *text* in text order, none overlapping another.

    The surface is the name alone, without titles, articles and the owner's ending. ``unit`` is 'person', 'place' or
    'organisation' where the words show it, else ''. ``rule`` is what told the kind: 'title', 'first name', 'surname',
    'speech', 'head noun', 'legal form', 'known', 'gazetteer', 'dateline', 'preposition', 'classifier', 'again' (told
    elsewhere in the document), 'acronym' (in brackets after the long form), 'capital' where nothing told it.
    """
    words = read_words(text, pack)
    evidence = Evidence(words)
    runs = join_coordinations(words, find_runs(words, evidence, decide(words, evidence)))
    forms = read_forms(words, runs)
    kinds = _with_acronyms(words, runs, forms, name_kinds(words, evidence, runs, forms))
    return list(_mentions(text, words, runs, forms, kinds))


def _mentions(
    text: str, words: Text, runs: Sequence[Run], forms: Sequence[Form], kinds: Sequence[Kind]
) -> Iterator[Mention]:
    """Yield *runs* as mentions of their *kinds*."""
    at, start = 0, len(words.gaps[0])
    for run, form, (kind, rule) in zip(runs, forms, kinds, strict=True):
        at, start = run.first, start + words.length(at, run.first)
        if run.first == run.last:
            end = start + len(form.printed)
        else:
            end = start + words.length(run.first, run.last) + len(form.last)
        yield Mention(span=Span(start, end), surface=text[start:end], kind="name", unit=kind, rule=rule)


def _with_acronyms(text: Text, runs: Sequence[Run], forms: Sequence[Form], kinds: Sequence[Kind]) -> list[Kind]:
    """Return *kinds* where each acronym in brackets, and its later uses, has the kind of the long form before it."""
    found = list(kinds)
    known: dict[str, Kind] = {}
    for at, (long, short) in enumerate(pairwise(runs)):
        if (
            short.first == long.last + 1
            and short.first == short.last
            and text.gaps[short.first] == " ("
            and _abbreviates(text, long, text.words[short.first])
        ):
            kind = found[at][0] or "organisation"
            found[at] = (kind, found[at][1])
            known[text.words[short.first]] = (kind, "acronym")
    if not known:
        return found
    return [
        known.get(form.last, kind) if run.first == run.last else kind
        for run, form, kind in zip(runs, forms, found, strict=True)
    ]


def _abbreviates(text: Text, long: Run, acronym: str) -> bool:
    """Return whether *acronym* has the initials of the words of *long*, small words left out or in."""
    words = text.words[long.first : long.last + 1]
    initials = ["".join(word[0] for word in words), "".join(word[0] for word in words if word.lower() not in _SKIPPED)]
    letters = [letter for letter in acronym.upper() if letter.isalpha()]
    if len(letters) < 2 or not acronym[:1].isupper():
        return False
    return any(initial.upper() == "".join(letters) for initial in initials) or _spelt(letters, "".join(words).upper())


def _spelt(letters: Sequence[str], words: str) -> bool:
    """Return whether *letters* occur in *words* in this order, the first one at the start."""
    at = -1
    for letter in letters:
        at = words.find(letter, at + 1)
        if at < 0:
            return False
    return words.startswith(letters[0])

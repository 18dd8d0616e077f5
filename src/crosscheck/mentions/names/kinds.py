"""What kind of thing each name names, from the words in and around it and from the rest of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from crosscheck.mentions.names.evidence import Evidence
from crosscheck.mentions.names.heads import head_words, is_dateline
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME
from crosscheck.mentions.names.spans import Run, owner_base
from crosscheck.mentions.names.vocabulary import bare
from crosscheck.mentions.names.words import Text

Kind = tuple[str, str]
"""The kind ('person', 'place', 'organisation' or '') and the rule that told it."""

_HEARD = 3
"""How many occurrences of a name are heard on its kind."""

_UNKNOWN: Kind = ("", "capital")


def name_kinds(text: Text, evidence: Evidence, runs: Sequence[Run]) -> list[Kind]:
    """Return the kind of each of *runs*; a surname alone takes the person's whose full name the document gives."""
    printed = [_printed(text, run) for run in runs]
    kinds = [_kind(text, evidence, run, name) for run, name in zip(runs, printed, strict=True)]
    inside = {name for name, kind in zip(printed, kinds, strict=True) if kind[1] == "preposition"}
    kinds = [
        _UNKNOWN if kind[1] == "speech" and name in inside else kind for name, kind in zip(printed, kinds, strict=True)
    ]
    known = _known_kinds(text, runs, printed, kinds)
    kinds = [kind if kind[0] else known.get(name.casefold(), kind) for name, kind in zip(printed, kinds, strict=True)]
    votes = _seeming_kinds(text, evidence, runs, printed, kinds)
    return [kind if kind[0] else votes.get(name, kind) for name, kind in zip(printed, kinds, strict=True)]


def _known_kinds(text: Text, runs: Sequence[Run], printed: Sequence[str], kinds: Sequence[Kind]) -> dict[str, Kind]:
    """Return what is told of each name somewhere in the document, by its case-folded form; surnames with it."""
    known: dict[str, Kind] = {}
    for run, name, kind in zip(runs, printed, kinds, strict=True):
        if kind[0]:
            known.setdefault(name.casefold(), (kind[0], "again"))
            if kind[0] == "person" and run.last > run.first:
                known.setdefault(bare(text.words[run.last]).casefold(), ("person", "surname"))
    return known


def _seeming_kinds(
    text: Text, evidence: Evidence, runs: Sequence[Run], printed: Sequence[str], kinds: Sequence[Kind]
) -> dict[str, Kind]:
    """Return for names without a kind the one that their words most often seem to have, if one leads."""
    votes: dict[str, list[str]] = {}
    for run, name, kind in zip(runs, printed, kinds, strict=True):
        if kind[0]:
            continue
        heard = votes.setdefault(name, [])
        if len(heard) < _HEARD:
            seems = evidence.seeming(run.first, run.last)
            heard.append(seems if seems != "person" or not text.words[run.last].isupper() else "")
    return {name: (leading, "classifier") for name, heard in votes.items() if (leading := _leading(heard))}


def _leading(heard: Sequence[str]) -> str:
    """Return the commonest of the kinds, '' where another is as common."""
    if heard.count(heard[0]) == len(heard):
        return heard[0]
    (first, most), (_, next_most) = Counter(heard).most_common(2)
    return first if next_most < most else ""


def _printed(text: Text, run: Run) -> str:
    """Return the words of *run* with a blank between, without the owner's ending."""
    last = bare(text.words[run.last])
    return " ".join([*text.words[run.first : run.last], owner_base(text, last) or last])


def _kind(text: Text, evidence: Evidence, run: Run, printed: str) -> Kind:
    """Return the kind of one name from its words and neighbours."""
    names = text.vocabulary.names
    first, last = text.words[run.first], bare(text.words[run.last])
    before = text.before(run.first)
    if last in names.legal_forms:
        return "organisation", "legal form"
    if printed in names.organisations:
        return "organisation", "known"
    if printed in names.places:
        return "place", "known"
    heads = head_words(text, run.first, run.last)
    if any(map(text.vocabulary.is_organisation_head, heads)):
        return "organisation", "head noun"
    if (before in names.titles or before in names.roles) and not first.isupper() and last == text.words[run.last]:
        return "person", "title"
    if any(map(text.vocabulary.is_place_head, heads)):
        return "place", "head noun"
    if run.last > run.first and (text.vocabulary.classes(first) & FIRST or len(first) == 1):
        return "person", "first name"
    if is_dateline(text, run.first, run.last):
        return "place", "dateline"
    return _kind_by_neighbours(text, evidence, run, printed)


def _kind_by_neighbours(text: Text, evidence: Evidence, run: Run, printed: str) -> Kind:
    before, last = text.before(run.first), bare(text.words[run.last])
    classes = text.vocabulary.classes(last if run.first == run.last else printed)
    if last.isupper() and run.first == run.last:
        classes |= text.vocabulary.classes(last.capitalize()) & PLACE
    if classes & PLACE and (
        before.lower() in text.vocabulary.names.place_prepositions or not classes & (FIRST | SURNAME)
    ):
        return "place", "gazetteer"
    is_inside = before in text.vocabulary.names.inside_prepositions and not last.isupper()
    if is_inside and evidence.seeming(run.first, run.last) in {"", "place"}:
        return "place", "preposition"
    speech = text.vocabulary.sentences.speech_verbs
    speaks = (
        (before in speech or text.after(run.last) in speech)
        and not text.vocabulary.is_common(last)
        and not text.words[run.last].isupper()
    )
    if speaks and not classes & PLACE and evidence.seeming(run.first, run.last) in {"", "person"}:
        return "person", "speech"
    return _UNKNOWN

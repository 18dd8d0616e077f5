"""What kind of thing each name names, from the words in and around it and from the rest of the document."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.mentions.names.heads import head_words, is_organisation_head, is_place_head
from crosscheck.mentions.names.labels import Judge
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME
from crosscheck.mentions.names.spans import Run, owner_base
from crosscheck.mentions.names.words import Text, bare

Kind = tuple[str, str]
"""The kind ('person', 'place', 'organisation' or '') and the rule that told it."""

_UNKNOWN: Kind = ("", "capital")


def name_kinds(text: Text, judge: Judge, runs: Sequence[Run]) -> list[Kind]:
    """Return the kind of each of *runs*; a surname alone takes the person's whose full name the document gives."""
    kinds = [_kind(text, judge, run) for run in runs]
    known: dict[str, Kind] = {}
    for run, kind in zip(runs, kinds, strict=True):
        if kind[0]:
            known.setdefault(_printed(text, run), (kind[0], "again"))
            if kind[0] == "person" and run.last > run.first:
                known.setdefault(bare(text.words[run.last]), ("person", "surname"))
    return [kind if kind[0] else known.get(_printed(text, run), kind) for run, kind in zip(runs, kinds, strict=True)]


def _printed(text: Text, run: Run) -> str:
    last = bare(text.words[run.last])
    return " ".join([*text.words[run.first : run.last], owner_base(text, last) or last])


def _kind(text: Text, judge: Judge, run: Run) -> Kind:
    """Return the kind of one name from its own words and its neighbours."""
    names = text.pack.names
    first, last = text.words[run.first], bare(text.words[run.last])
    before = text.before(run.first)
    if last in names.legal_forms:
        return "organisation", "legal form"
    printed = _printed(text, run)
    if printed in names.organisations:
        return "organisation", "known"
    if printed in names.places:
        return "place", "known"
    heads = head_words(text, run.first, run.last)
    if any(is_organisation_head(text, head) for head in heads):
        return "organisation", "head noun"
    if (before in names.titles or before in names.roles) and not first.isupper() and last == text.words[run.last]:
        return "person", "title"
    if any(is_place_head(text, head) for head in heads):
        return "place", "head noun"
    if run.last > run.first and (judge.classes(first) & FIRST or len(first) == 1):
        return "person", "first name"
    return _kind_by_neighbours(text, judge, run, last, before)


def _kind_by_neighbours(text: Text, judge: Judge, run: Run, last: str, before: str) -> Kind:
    classes = judge.classes(last if run.first == run.last else _printed(text, run))
    if last.isupper() and run.first == run.last:
        classes |= judge.classes(last.capitalize()) & PLACE
    if classes & PLACE and (before.lower() in text.pack.names.place_prepositions or not classes & (FIRST | SURNAME)):
        return "place", "gazetteer"
    speech = text.pack.sentences.speech_verbs
    single = run.first == run.last and not text.words[run.last].isupper()
    if single and (before in speech or text.after(run.last) in speech) and not classes & PLACE:
        return "person", "speech"
    return _UNKNOWN

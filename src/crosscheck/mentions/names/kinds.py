"""What kind of thing each name names, from the words in and around it and from the rest of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, partial

import msgspec

from crosscheck.memo import Memo
from crosscheck.mentions.names.evidence import Evidence
from crosscheck.mentions.names.heads import head_words, is_dateline
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME
from crosscheck.mentions.names.spans import Run, owner_base
from crosscheck.mentions.names.vocabulary import Vocabulary, bare
from crosscheck.mentions.names.words import Text

Kind = tuple[str, str]
"""The kind ('person', 'place', 'organisation' or '') and the rule that told it."""

_HEARD = 3
"""How many occurrences of a name are heard on its kind."""

_REMEMBERED = 1 << 14

UNKNOWN: Kind = ("", "capital")


class Form(msgspec.Struct, frozen=True, gc=False):
    """What the words of a name tell by themselves, wherever it stands.

    ``printed`` are the words with a blank between, without the owner's ending, ``last`` is the last one without it.
    ``certain`` is the kind that nothing around the name changes, ``likely`` that of a name without a title; UNKNOWN
    where the words tell none.
    """

    printed: str
    folded: str
    last: str
    certain: Kind
    likely: Kind


def read_forms(text: Text, runs: Sequence[Run]) -> list[Form]:
    """Return the form of each of *runs*; one that recurs is read once."""
    forms, found = _forms(text.vocabulary), []
    for run in runs:
        words = (*text.words[run.first : run.last + 1],)
        found.append(forms[words, owner_base(text, bare(words[-1]))])
    return found


@cache
def _forms(vocabulary: Vocabulary) -> Memo[tuple[tuple[str, ...], str], Form]:
    """Return the forms of names by their words and the name that the last of these is the owner form of, '' if none."""
    return Memo(partial(_form, vocabulary), _REMEMBERED)


def _form(vocabulary: Vocabulary, name: tuple[tuple[str, ...], str]) -> Form:
    (words, owner), names = name, vocabulary.names
    last = bare(words[-1])
    printed = " ".join([*words[:-1], owner or last])
    heads = head_words(names, words)
    certain = likely = UNKNOWN
    if last in names.legal_forms:
        certain = "organisation", "legal form"
    elif printed in names.organisations:
        certain = "organisation", "known"
    elif printed in names.places:
        certain = "place", "known"
    elif any(map(vocabulary.is_organisation_head, heads)):
        certain = "organisation", "head noun"
    elif any(map(vocabulary.is_place_head, heads)):
        likely = "place", "head noun"
    elif len(words) > 1 and (vocabulary.classes(words[0]) & FIRST or len(words[0]) == 1):
        likely = "person", "first name"
    return Form(printed, printed.casefold(), last, certain, likely)


def name_kinds(text: Text, evidence: Evidence, runs: Sequence[Run], forms: Sequence[Form]) -> list[Kind]:
    """Return the kind of each of *runs*; a surname alone takes the person's whose full name the document gives."""
    kinds = [_kind(text, evidence, run, form) for run, form in zip(runs, forms, strict=True)]
    inside = {form.printed for form, kind in zip(forms, kinds, strict=True) if kind[1] == "preposition"}
    kinds = [
        UNKNOWN if kind[1] == "speech" and form.printed in inside else kind
        for form, kind in zip(forms, kinds, strict=True)
    ]
    known = _known_kinds(runs, forms, kinds)
    kinds = [kind if kind[0] else known.get(form.folded, kind) for form, kind in zip(forms, kinds, strict=True)]
    votes = _seeming_kinds(text, evidence, runs, forms, kinds)
    return [kind if kind[0] else votes.get(form.printed, kind) for form, kind in zip(forms, kinds, strict=True)]


def _known_kinds(runs: Sequence[Run], forms: Sequence[Form], kinds: Sequence[Kind]) -> dict[str, Kind]:
    """Return what is told of each name somewhere in the document, by its case-folded form; surnames with it."""
    known: dict[str, Kind] = {}
    for run, form, (kind, _) in zip(runs, forms, kinds, strict=True):
        if kind:
            known.setdefault(form.folded, (kind, "again"))
            if kind == "person" and run.last > run.first:
                known.setdefault(form.last.casefold(), ("person", "surname"))
    return known


def _seeming_kinds(
    text: Text, evidence: Evidence, runs: Sequence[Run], forms: Sequence[Form], kinds: Sequence[Kind]
) -> dict[str, Kind]:
    """Return for names without a kind the one that their words most often seem to have, if one leads."""
    votes: dict[str, list[str]] = {}
    for run, form, kind in zip(runs, forms, kinds, strict=True):
        if kind[0]:
            continue
        heard = votes.setdefault(form.printed, [])
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


def _kind(text: Text, evidence: Evidence, run: Run, form: Form) -> Kind:
    """Return the kind of one name from its words and neighbours."""
    if form.certain[0]:
        return form.certain
    names, first, before = text.vocabulary.names, text.words[run.first], text.before(run.first)
    is_led = before in names.titles or before in names.roles
    if is_led and not first.isupper() and form.last == text.words[run.last]:
        return "person", "title"
    if form.likely[0]:
        return form.likely
    if text.gaps[run.last + 1] != " " and is_dateline(text, run.first, run.last):
        return "place", "dateline"
    return _kind_by_neighbours(text, evidence, run, form, before)


def _kind_by_neighbours(text: Text, evidence: Evidence, run: Run, form: Form, before: str) -> Kind:
    vocabulary, last = text.vocabulary, form.last
    classes = vocabulary.classes(last if run.first == run.last else form.printed)
    is_loud = last.isupper()
    if is_loud and run.first == run.last:
        classes |= vocabulary.classes(last.capitalize()) & PLACE
    if classes & PLACE and (not classes & (FIRST | SURNAME) or before.lower() in vocabulary.names.place_prepositions):
        return "place", "gazetteer"
    is_inside = before in vocabulary.names.inside_prepositions and not is_loud
    if is_inside and evidence.seeming(run.first, run.last) in {"", "place"}:
        return "place", "preposition"
    speech = vocabulary.sentences.speech_verbs
    if (
        (before in speech or text.after(run.last) in speech)
        and not classes & PLACE
        and not text.words[run.last].isupper()
        and not vocabulary.is_common(last)
        and evidence.seeming(run.first, run.last) in {"", "person"}
    ):
        return "person", "speech"
    return UNKNOWN

"""What kind of thing each name names, from the words in and around it and from the rest of the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.mentions.names.classifier import Judgement
from crosscheck.mentions.names.heads import head_words
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME
from crosscheck.mentions.names.spans import Run, owner_base
from crosscheck.mentions.names.words import Text, bare

Kind = tuple[str, str]
"""The kind ('person', 'place', 'organisation' or '') and the rule that told it."""

_CLEAR = 100
"""The classifier's lead over the next kind from which on a kind is given; for words that stand in no list the next."""
_CLEAR_FOR_STRANGERS = 200
_DASHES = frozenset("-–—:")
_AFTER_DATELINE = frozenset({", ", " (", "/", *(f" {dash} " for dash in _DASHES)})
_UNKNOWN: Kind = ("", "capital")


def name_kinds(text: Text, runs: Sequence[Run], marked: Mapping[int, Judgement]) -> list[Kind]:
    """Return the kind of each of *runs*; a surname alone takes the person's whose full name the document gives."""
    kinds = [_kind(text, run, _seeming(text, marked, run)) for run in runs]
    known: dict[str, Kind] = {}
    for run, kind in zip(runs, kinds, strict=True):
        if kind[0]:
            known.setdefault(_printed(text, run).casefold(), (kind[0], "again"))
            if kind[0] == "person" and run.last > run.first:
                known.setdefault(bare(text.words[run.last]).casefold(), ("person", "surname"))
    kinds = [
        kind if kind[0] else known.get(_printed(text, run).casefold(), kind)
        for run, kind in zip(runs, kinds, strict=True)
    ]
    seeming = _seeming_kinds(text, runs, marked)
    return [kind if kind[0] else seeming.get(_printed(text, run), kind) for run, kind in zip(runs, kinds, strict=True)]


def _seeming_kinds(text: Text, runs: Sequence[Run], marked: Mapping[int, Judgement]) -> dict[str, Kind]:
    """Return for each printed name the kind that its words most often seem to have, if one leads."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for run in runs:
        kind = _seeming(text, marked, run)
        if kind and not (kind == "person" and text.words[run.last].isupper()):
            votes[_printed(text, run)][kind] += 1
    ranked = {name: counts.most_common(2) for name, counts in votes.items()}
    return {
        name: (first[0], "classifier")
        for name, (first, *others) in ranked.items()
        if not others or others[0][1] < first[1]
    }


def _seeming(text: Text, marked: Mapping[int, Judgement], run: Run) -> str:
    """Return the kind that the classifier clearly takes all words of *run* for, '' where there is none."""
    seen = [marked[index] for index in range(run.first, run.last + 1) if index in marked]
    kinds = {judgement.kind for judgement in seen}
    if len(kinds) != 1 or "other" in kinds:
        return ""
    listed = any(text.vocabulary.classes(bare(text.words[index])) for index in range(run.first, run.last + 1))
    lead = sum(judgement.lead for judgement in seen)
    return kinds.pop() if lead >= (_CLEAR if listed else _CLEAR_FOR_STRANGERS) else ""


def _printed(text: Text, run: Run) -> str:
    last = bare(text.words[run.last])
    return " ".join([*text.words[run.first : run.last], owner_base(text, last) or last])


def _kind(text: Text, run: Run, seeming: str) -> Kind:
    """Return the kind of one name from its words and neighbours; *seeming* is what the classifier takes it for."""
    names = text.vocabulary.names
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
    if any(text.vocabulary.is_organisation_head(head) for head in heads):
        return "organisation", "head noun"
    if (before in names.titles or before in names.roles) and not first.isupper() and last == text.words[run.last]:
        return "person", "title"
    if any(text.vocabulary.is_place_head(head) for head in heads):
        return "place", "head noun"
    if run.last > run.first and (text.vocabulary.classes(first) & FIRST or len(first) == 1):
        return "person", "first name"
    if _is_dateline(text, run):
        return "place", "dateline"
    return _kind_by_neighbours(text, run, seeming)


def _is_dateline(text: Text, run: Run) -> bool:
    """Return whether the name opens a line as the place of a report does: 'LONDON, 21 Nov', 'Leeds (pa) -'."""
    opens = run.first == 0 or "\n" in text.gaps[run.first]
    gap = text.gaps[run.last + 1]
    if not opens or run.last + 2 >= len(text.gaps):
        return False
    if text.words[run.last].isupper():
        return len(text.words[run.last]) > 3 and gap in _AFTER_DATELINE
    return gap == " (" and text.gaps[run.last + 2].startswith(") ") and text.gaps[run.last + 2].strip(") ") in _DASHES


def _kind_by_neighbours(text: Text, run: Run, seeming: str) -> Kind:
    before, last = text.before(run.first), bare(text.words[run.last])
    classes = text.vocabulary.classes(last if run.first == run.last else _printed(text, run))
    if last.isupper() and run.first == run.last:
        classes |= text.vocabulary.classes(last.capitalize()) & PLACE
    if classes & PLACE and (
        before.lower() in text.vocabulary.names.place_prepositions or not classes & (FIRST | SURNAME)
    ):
        return "place", "gazetteer"
    speech = text.vocabulary.sentences.speech_verbs
    speaks = (before in speech or text.after(run.last) in speech) and not text.words[run.last].isupper()
    if speaks and seeming in {"", "person"} and not classes & PLACE:
        return "person", "speech"
    return _UNKNOWN

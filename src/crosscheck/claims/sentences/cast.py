"""Who and what a document names: its names gathered into entities, each occurrence with the entity it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from crosscheck.claims.sentences.lexicon import ORGANISATION, PERSON, PLACE, Lexicon
from crosscheck.claims.sentences.shown import shown_kind, without_title
from crosscheck.claims.sentences.signs import Signs
from crosscheck.claims.sentences.tokens import At, Tokens
from crosscheck.languages.grammar import gender_of
from crosscheck.records import Annotated, Entity, Mention, Span
from crosscheck.values.names import fold_name, initials

_GENERIC = frozenset({PLACE, ORGANISATION})
"""Kinds that any other kind, once shown, makes more exact."""
_OPENING = 3
"""How many sentences behind the headline open a document."""
_OFTEN = 2
"""How often a document names the organisation it is about, at least."""


class Named(msgspec.Struct, frozen=True, gc=False):
    """One occurrence of a name: the entity's canonical name and kind ('' where unknown); ``at`` is in its sentence."""

    span: Span
    name: str
    kind: str
    at: At


class Cast(msgspec.Struct, frozen=True, gc=False, eq=False):
    """The entities of a document and their occurrences in text order; like nothing but itself.

    ``event`` is what the document is about, of ``event_kind``; ``body`` the organisation that it speaks of where it
    names none, None where it is of several. ``people`` are the occurrences of persons. ``ranked`` are the names with
    their kinds, those named most often first, then those named first; ``called`` the entity of each folded name.
    """

    entities: tuple[Entity, ...]
    named: tuple[Named, ...]
    event: str
    event_kind: str
    body: Named | None
    people: tuple[Named, ...]
    ranked: tuple[tuple[str, str, int], ...]
    called: Mapping[str, Entity]

    def last_people(self, offset: int, number: int) -> Sequence[Named]:
        """Return the last *number* occurrences of persons that end at *offset* at the latest."""
        end = bisect_right(self.people, offset, key=lambda named: named.span.end)
        return self.people[max(end - number, 0) : end]


class _Occurrence(msgspec.Struct, frozen=True, gc=False):
    """One place of a name: the kind it has there, the pack's name for it, whether the words around show it."""

    span: Span
    at: At
    kind: str
    known: str
    shown: bool


class _Form(msgspec.Struct, frozen=True, gc=False):
    """One surface of a name with all that its occurrences tell about it."""

    key: str
    occurrences: Sequence[_Occurrence]
    surface: str
    kind: str
    known: str
    shown: bool


def gather_names(annotated: Annotated, tokens: Sequence[Tokens], signs: Sequence[Signs], lexicon: Lexicon) -> Cast:
    """Return the cast of a document; *tokens* and *signs* are those of its sentences, in order.

    A form takes the kind that the packs know, else the one that an event's words, a title or the mention shows.
    Forms are one entity when a pack or a bracketed acronym says so, when one is the surname of exactly one person of
    the document, or the beginning of exactly one event's name.
    """
    spans = _occurrences(annotated, tokens, signs)
    forms = _forms(annotated.document.text, spans, list(zip(annotated.sentences, tokens, signs, strict=True)), lexicon)
    canonical = _canonical_names(forms, _acronyms(annotated.mentions, forms), lexicon)
    kinds = _kinds(forms, canonical)
    named = sorted(
        [Named(o.span, canonical[f.key], kinds[canonical[f.key]], o.at) for f in forms for o in f.occurrences],
        key=lambda occurrence: occurrence.span,
    )
    sentences, entities = annotated.sentences, _entities(forms, canonical, kinds)
    by_name = {entity.name: entity for entity in entities}
    event = _main_event(named, sentences, lexicon)
    return Cast(
        entities,
        tuple(named),
        event,
        kinds.get(event, ""),
        _main_body(named, sentences, lexicon),
        tuple([occurrence for occurrence in named if occurrence.kind == PERSON]),
        tuple([(name, kinds[name], count) for name, count in Counter(n.name for n in named).most_common()]),
        {form.key: by_name[canonical[form.key]] for form in forms},
    )


def _occurrences(
    annotated: Annotated, tokens: Sequence[Tokens], signs: Sequence[Signs]
) -> dict[Span, tuple[str, Mention | None]]:
    """Return the places of names, with the pack's name for it ('' where no pack knows it) and the mention, if any."""
    text = annotated.document.text
    names = [mention for mention in annotated.mentions if mention.kind == "name"]
    found: dict[Span, tuple[str, Mention | None]] = {}
    starts, taken = [name.span.start for name in names], 0
    for sentence, told in zip(tokens, signs, strict=True):
        end = bisect_left(starts, sentence.ends[-1], taken) if sentence.ends else taken
        if end == taken and not told.known:
            continue
        here: dict[Span, tuple[str, Mention | None]] = {mention.span: ("", mention) for mention in names[taken:end]}
        taken = end
        for at, several in told.known:
            span = sentence.span(at.first, at.end - 1)
            if text[span.start].isupper():
                for known in several:
                    _place_known(here, span, known.name)
        found.update(here)
    return found


def _place_known(here: dict[Span, tuple[str, Mention | None]], span: Span, known: str) -> None:
    """Put a known name among the occurrences of a sentence, unless it is only a part of a longer name."""
    rivals = [other for other in here if other.overlaps(span)]
    if any(other != span and span in other and here[other][0] != known for other in rivals):
        return
    mention = here.get(span, ("", None))[1]
    for rival in rivals:
        del here[rival]
    here[span] = (known, mention)


def _forms(
    text: str,
    found: Mapping[Span, tuple[str, Mention | None]],
    sentences: Sequence[tuple[Span, Tokens, Signs]],
    lexicon: Lexicon,
) -> list[_Form]:
    known_kinds, fold = lexicon.known_kinds, cache(fold_name)
    by_key: dict[str, list[_Occurrence]] = {}
    group: Span | None = None
    at = 0
    for named in sorted(found):
        known, mention = found[named]
        while at + 1 < len(sentences) and sentences[at][0].end <= named.start:
            at += 1
        _, tokens, signs = sentences[at]
        inside, span = At(*tokens.inside(named)), named
        if not known and (name := without_title(inside, tokens, signs, lexicon)) != inside:
            inside, span = name, tokens.span(name.first, name.end - 1)
        shown = known_kinds.get(known) or shown_kind(inside, tokens, signs, lexicon)
        if not known and _is_native(inside, tokens, lexicon):
            continue
        kind = shown or (mention.unit if mention else "") or _kind_of_full_name(text, group, span)
        group = span if lexicon.general.get(known_kinds.get(known, "")) == "organisation" else None
        by_key.setdefault(fold(known or text[span.start : span.end]), []).append(
            _Occurrence(span, inside, kind, known, shown != "")
        )
    return [_form(text, key, occurrences) for key, occurrences in by_key.items()]


def _is_native(at: At, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Return whether a word behind an article tells where somebody is from, and is no name: 'the Swede'."""
    is_native = at.first + 1 == at.end and tokens.words[at.first] in lexicon.natives
    return is_native and at.first > 0 and tokens.words[at.first - 1] in lexicon.language.clauses.articles


def _kind_of_full_name(text: str, group: Span | None, name: Span) -> str:
    """Return PERSON for several words that a first name begins, or that stand right behind an organisation's name:
    'Labours Naushabah Khan'; '' for others.
    """
    surface = text[name.start : name.end]
    if " " not in surface:
        return ""
    is_member = group is not None and text[group.end : name.start].strip(" \u00a0'’s") == ""
    return PERSON if is_member or gender_of(surface) else ""


def _form(text: str, key: str, occurrences: Sequence[_Occurrence]) -> _Form:
    """Return the form with the kind that most of its occurrences tell; what the words around one show counts first."""
    if len(occurrences) == 1:
        span, kind, known = occurrences[0].span, occurrences[0].kind, occurrences[0].known
        return _Form(key, occurrences, known or text[span.start : span.end], kind, known, occurrences[0].shown)
    shown = [occurrence.kind for occurrence in occurrences if occurrence.shown]
    kinds = shown or [occurrence.kind for occurrence in occurrences if occurrence.kind]
    told = [kind for kind in kinds if kind not in _GENERIC] or kinds
    known = next((occurrence.known for occurrence in occurrences if occurrence.known), "")
    surface = _commonest([text[occurrence.span.start : occurrence.span.end] for occurrence in occurrences])
    return _Form(key, occurrences, known or surface, _commonest(told) if told else "", known, bool(shown))


def _commonest(told: Sequence[str]) -> str:
    """Return which of *told* stands there most often, the first of several."""
    return told[0] if len(told) == 1 else Counter(told).most_common(1)[0][0]


def _acronyms(mentions: Iterable[Mention], forms: Sequence[_Form]) -> dict[str, str]:
    """Return acronym key -> key of the long form, where the text brackets one behind the other or initials fit."""
    keys = {form.key for form in forms}
    by_initials: dict[str, list[str]] = {}
    for form in forms if any(form.surface.isupper() for form in forms) else ():
        if " " in form.key:
            by_initials.setdefault(initials(form.surface), []).append(form.key)
    pairs = {
        form.key: _only(by_initials[form.surface])
        for form in forms
        if form.surface.isupper() and len(form.surface) > 1 and form.surface in by_initials
    }
    for long, acronym in pairwise(m for m in mentions if m.kind == "name"):
        if acronym.rule == "acronym" and fold_name(long.surface) in keys:
            pairs[fold_name(acronym.surface)] = fold_name(long.surface)
    return pairs


def _canonical_names(forms: Sequence[_Form], acronyms: Mapping[str, str], lexicon: Lexicon) -> dict[str, str]:
    """Return form key -> canonical name of its entity."""
    by_key = {form.key: form for form in forms}
    by_first: dict[str, list[_Form]] = {}
    by_last: dict[str, list[_Form]] = {}
    for form in forms:
        words = form.key.split()
        if len(words) > 1:
            by_first.setdefault(words[0], []).append(form)
            by_last.setdefault(words[-1], []).append(form)
    canonical: dict[str, str] = {}
    for form in forms:
        longer = acronyms.get(form.key, "")
        if not longer and not form.known:
            begun = [f for f in by_first.get(form.key, ()) if lexicon.general.get(f.kind, f.kind) in _GENERIC]
            longer = _fuller_form(form, begun, by_last.get(form.key, ()))
        canonical[form.key] = by_key.get(longer, form).surface
    return canonical


def _fuller_form(form: _Form, begun: Sequence[_Form], ended: Sequence[_Form]) -> str:
    """Return the key of the one fuller name that *form* is short for, '' where none or several.

    A surname stands for the person among *ended*; where it is nobody's, the first word of the name of a place or an
    organisation among *begun* for that: 'Norvik' for Norvik Group, unless there is a Norvik Bank, too. That it looks
    like a person's alone does not make it one.
    """
    people = [other.key for other in ended if other.kind in {PERSON, ""}]
    return _only(people if people or (form.kind == PERSON and form.shown) else [other.key for other in begun])


def _only(keys: Sequence[str]) -> str:
    return keys[0] if len(keys) == 1 else ""


def _kinds(forms: Sequence[_Form], canonical: Mapping[str, str]) -> dict[str, str]:
    """Return canonical name -> kind: that of its fullest form that has one."""
    kinds: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: -len(form.key)):
        name = canonical[form.key]
        kinds[name] = kinds.get(name) or form.kind
    return kinds


def _entities(forms: Sequence[_Form], canonical: Mapping[str, str], kinds: Mapping[str, str]) -> tuple[Entity, ...]:
    aliases: dict[str, list[str]] = {}
    for form in forms:
        listed = aliases.setdefault(canonical[form.key], [])
        if form.surface != canonical[form.key]:
            listed.append(form.surface)
    return tuple(Entity(name, kinds[name], tuple(forms_of)) for name, forms_of in aliases.items())


def _main_event(named: Sequence[Named], sentences: Sequence[Span], lexicon: Lexicon) -> str:
    """Return the event that is named most, '' unless it is named twice or in the opening: a name in passing is none."""
    events = Counter(occurrence.name for occurrence in named if occurrence.kind in lexicon.event_names.kinds)
    if not events:
        return ""
    name, count = events.most_common(1)[0]
    first = next(occurrence.span for occurrence in named if occurrence.name == name)
    return name if count > 1 or first.end <= sentences[: _OPENING + 1][-1].end else ""


def _main_body(named: Sequence[Named], sentences: Sequence[Span], lexicon: Lexicon) -> Named | None:
    """Return the organisation that opens the document, where it is named at least twice as often as any other.

    A name whose kind nothing shows may be one.
    """
    bodies = [n for n in named if lexicon.general.get(n.kind, n.kind) in {ORGANISATION, ""}]
    counts = Counter(n.name for n in bodies).most_common(2)
    if not counts or counts[0][1] < _OFTEN or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    first = next(n for n in bodies if n.name == counts[0][0])
    return first if first.span.end <= sentences[: _OPENING + 1][-1].end else None

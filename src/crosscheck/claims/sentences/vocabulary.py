"""The phrases of a run in one language, each with what it tells: what the index of a lexicon is filled with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, product

from crosscheck.claims.sentences.signs import (
    Anaphor,
    BoundPart,
    BoundWord,
    ClausePart,
    Cue,
    CuePart,
    Label,
    LabelTable,
    PartWord,
    Sense,
    SmallWord,
    Title,
    Topic,
    Veto,
)
from crosscheck.domains import Concept, DomainPack, KnownName, Words
from crosscheck.languages import LanguagePack
from crosscheck.languages.clauses import ClauseWords, ModalityWords, PostWords, ScopeWords


def read_phrases(
    language: LanguagePack,
    packs: Sequence[DomainPack],
    concepts: Mapping[str, Concept],
    topic_of: Mapping[str, str],
    names: Sequence[KnownName],
) -> Iterator[tuple[str, Sense]]:
    """Yield every phrase of *language* with what it tells; *topic_of* gives the domain of a concept's name.

    Of several senses of a phrase the order is kept: topics, cues, vetoes, small words, names, anaphors, titles, parts,
    words for bounds.
    """
    code = language.code
    covers = {pack.name: pack.covers.get(code, ()) for pack in packs}
    yield from _topic_phrases(packs, code)
    yield from _cue_phrases(concepts, topic_of, covers, code)
    yield from _compound_phrases(concepts, topic_of, language)
    yield from _veto_phrases(concepts, code)
    yield from _small_words(language)
    yield from _label_phrases(language)
    yield from ((form, known) for known in names for form in (known.name, *known.aliases))
    yield from ((word, Anaphor(kind)) for word, kind in _by_kind(code, _anaphors(language, packs)))
    yield from ((word, Title(kind)) for word, kind in _by_kind(code, (pack.titles for pack in packs)))
    yield from ((word, PartWord(pack.name)) for pack in packs for word in pack.parts.get(code, ()))
    yield from _bound_phrases(language)


def _topic_phrases(packs: Iterable[DomainPack], code: str) -> Iterator[tuple[str, Topic]]:
    for pack in packs:
        yield from ((word, Topic(pack.name, decides=True)) for word in pack.topic.get(code, ()))
        yield from ((word, Topic(pack.name, decides=False)) for word in pack.hints.get(code, ()))


def _anaphors(language: LanguagePack, packs: Iterable[DomainPack]) -> Iterator[Mapping[str, Words]]:
    """Yield the nouns that take up a name, those of the language before those of the domains."""
    yield {kind: {language.code: tuple(sorted(nouns))} for kind, nouns in language.clauses.anaphors.items()}
    told = language.clauses.anaphors.get("person", frozenset())
    yield {"person": {language.code: tuple(sorted(language.grammar.people() - told))}}
    yield from (pack.anaphors for pack in packs)


def _by_kind(code: str, tables: Iterable[Mapping[str, Words]]) -> Iterator[tuple[str, str]]:
    for table in tables:
        for kind, words in table.items():
            for word in words.get(code, ()):
                yield word, kind


def _cue_phrases(
    concepts: Mapping[str, Concept], topic_of: Mapping[str, str], covers: Mapping[str, Sequence[str]], code: str
) -> Iterator[tuple[str, Cue]]:
    """Yield the cues of all concepts; each concept that counts something gets the covers of its domain."""
    for name, concept in concepts.items():
        domain = topic_of.get(name, "")
        parts: tuple[tuple[CuePart, Words], ...] = (
            ("noun", concept.nouns),
            ("count", concept.counts),
            ("cue", concept.cues),
            ("verb", concept.verbs),
            ("of", concept.of),
            ("head", concept.heads),
            ("by", concept.by),
            ("does", concept.does),
            ("acts", concept.acts),
            ("done", concept.done),
            ("at", concept.at),
            ("placed", concept.placed),
            ("after", concept.after),
            ("deals", concept.deals),
            ("dealt", concept.dealt),
            ("yields", concept.yields),
            ("until", concept.until),
        )
        for part, words in parts:
            cue = Cue(name, part, domain=domain)
            yield from ((phrase, cue) for phrase in words.get(code, ()))
        if concept.nouns or concept.counts:
            cover = Cue(name, "cover", domain=domain)
            yield from ((phrase, cover) for phrase in covers.get(domain, ()))
        scales: tuple[tuple[CuePart, Mapping[str, Words]], ...] = (
            ("step", concept.steps),
            ("outright", concept.outright),
        )
        for part, scale in scales:
            for step, words in scale.items():
                outcome = Cue(name, part, step, domain)
                yield from ((phrase, outcome) for phrase in words.get(code, ()))


def _compound_phrases(
    concepts: Mapping[str, Concept], topic_of: Mapping[str, str], language: LanguagePack
) -> Iterator[tuple[str, Cue]]:
    """Yield the names of posts that a noun for the body and one for its head make: 'museum chief', 'Museumschef'."""
    code = language.code
    joints = ("", "-") if language.names.nouns_capitalised else (" ",)
    for name, concept in concepts.items():
        cue = Cue(name, "cue", domain=topic_of.get(name, ""))
        for body, joint, head in product(concept.of.get(code, ()), joints, concept.heads.get(code, ())):
            yield f"{body}{joint}{head}", cue


def _veto_phrases(concepts: Mapping[str, Concept], code: str) -> Iterator[tuple[str, Veto]]:
    ruled_out: dict[str, list[str]] = {}
    for name, concept in concepts.items():
        for phrase in concept.vetoes.get(code, ()):
            ruled_out.setdefault(phrase, []).append(name)
    return ((phrase, Veto(frozenset(names))) for phrase, names in ruled_out.items())


_SmallWords = Iterable[tuple[ClausePart, frozenset[str]]]


def _small_words(language: LanguagePack) -> Iterator[tuple[str, SmallWord]]:
    clauses = language.clauses
    tables = (_clause_words(clauses), _modality_words(clauses.modality), _scope_words(clauses.scope))
    for part, phrases in chain(*tables, _post_words(clauses.posts)):
        yield from ((phrase, SmallWord(part)) for phrase in sorted(phrases))


def _clause_words(words: ClauseWords) -> _SmallWords:
    return (
        ("boundary", words.boundaries),
        ("bearer", words.bearers),
        ("infinitive", words.infinitives),
        ("coordinator", words.coordinators),
        ("difference", words.differences),
        ("distance", words.distances),
        ("agent", words.agents),
        ("place", words.places),
        ("of", words.of),
        ("article", words.articles),
        ("speech", words.speech),
        ("source", words.sources),
        ("complement", words.complements),
        ("relative", words.relatives),
    )


def _modality_words(words: ModalityWords) -> _SmallWords:
    return (
        ("planned", words.planned),
        ("demanded", words.demanded),
        ("predicted", words.predicted),
        ("conditional", words.conditional),
        ("denied", words.denied),
        ("lacking", words.lacking),
        ("undone", words.undone),
        ("against", words.against),
        ("affirmed", words.affirmed),
        ("likened", words.likened),
        ("attributive", words.attributive),
        ("given", words.given),
        ("corrected", words.corrected),
        ("refuted", words.refuted),
        ("hearsay", words.hearsay),
        ("rebuttal", words.rebuttals),
        ("retraction", words.retractions),
    )


def _scope_words(words: ScopeWords) -> _SmallWords:
    return (
        ("inside", words.inside),
        ("as_of", words.as_of),
        ("status", words.status),
        ("since", words.since),
        ("until", words.until),
        ("when", words.when),
        ("origin", words.origins),
        ("dated", words.dated),
        ("rising", words.rising),
        ("ongoing", words.ongoing),
        ("last_time", words.last_time),
        ("first_time", words.first_time),
        ("earlier", words.earlier),
        ("outcome", frozenset(words.starts.values())),
        ("number_of", words.number_of),
        ("aftermath", words.aftermath),
        ("average", words.averages),
        ("counting", words.counting),
        ("member", words.members),
        ("other", words.others),
        ("than", words.than),
        ("total", words.totals),
    )


def _post_words(words: PostWords) -> _SmallWords:
    return (
        ("turnover", words.turnover),
        ("entering", words.entering),
        ("naming", words.namings),
        ("led_by", words.led_by),
        ("led", words.led),
        ("leads", words.leads | words.once_led),
    )


def _label_phrases(language: LanguagePack) -> Iterator[tuple[str, Label]]:
    scope = language.clauses.scope
    tables: tuple[tuple[LabelTable, Mapping[str, frozenset[str]]], ...] = (
        ("extent", scope.extents),
        ("period", scope.periods),
        ("group", scope.groups),
        ("before", language.aspects.before),
        ("behind", language.aspects.behind),
        ("paced", language.aspects.paced),
    )
    for table, keys in tables:
        for key, phrases in keys.items():
            yield from ((phrase, Label(table, key)) for phrase in sorted(phrases))


def _bound_phrases(language: LanguagePack) -> Iterator[tuple[str, BoundWord]]:
    told = language.bounds
    parts: tuple[tuple[BoundPart, frozenset[str]], ...] = (
        ("none", told.none),
        ("never", told.never),
        ("each", told.each),
        ("always", told.always),
        ("anywhere", told.anywhere),
        ("over", told.over),
        ("under", told.under),
    )
    for part, phrases in parts:
        yield from ((phrase, BoundWord(part)) for phrase in sorted(phrases))

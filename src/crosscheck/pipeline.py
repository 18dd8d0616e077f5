"""The whole line on one page: documents -> mentions -> claims -> facts -> findings -> report."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Protocol

from crosscheck.claims import (
    Declaration,
    Declared,
    Extraction,
    Lexicon,
    declare,
    extract_claims,
)
from crosscheck.collector import patient_collector
from crosscheck.config import FILE_NAME, Config, apply_settings
from crosscheck.domains import Concept, Domains
from crosscheck.facts import Cast, link_claims
from crosscheck.findings import judge, keep_ledger
from crosscheck.languages import load_opposites
from crosscheck.mentions import annotate_all
from crosscheck.messages import SOURCE, Locale, load_locale
from crosscheck.reading import extract_all, load_domains, load_lexicons
from crosscheck.records import REVISED, Annotated, Claim, Document, Report
from crosscheck.spot import with_language

Progress = Callable[[int, int], None]
"""Called after each document with how many are read and how many there are."""
Extractor = Callable[[Sequence[Document]], Generator[Extraction, None, None]]
"""Yields what each of some documents claims, in their order."""


class Cache(Protocol):
    """What was extracted from documents before, with the same program and settings."""

    def find(self, document: Document) -> Extraction | None:
        """Return what was extracted from *document*, None where that is not known."""

    def keep(self, document: Document, told: Extraction) -> None:
        """Take note of what was extracted from *document*."""


@patient_collector()
def check(
    documents: Iterable[Document],
    config: Config | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    workers: int = 1,
    language: str = SOURCE,
) -> Report:
    """Return what *documents* claim, which claims speak of the same fact, and what cannot all be true.

    Truths that *config* declares stand last among the documents. What *cache* knows, which must be of *config* too, is
    not read again. Reads no file and no environment but through that, prints nothing; the same documents and config
    give the same report, with a cache or without. Findings are told in *language*, 'en' or 'de', quotations as they
    stand; fingerprints, codes and confidence are the same in each. Many documents are read by so many processes as
    *workers* says, with the same outcome: a script that asks for several must be safe to import.

    Raises:
        ConfigError: *config* names a domain or language that there is not, or the program does not speak *language*.
    """
    settings, locale = config or Config(), load_locale(language)
    domains = load_domains(settings)
    texts = _prepare(documents, settings)
    lexicons = load_lexicons({text.language for text in texts}, settings)
    extractions = _read(texts, lambda unread: extract_all(unread, settings, workers), progress, cache)
    read = list(zip(texts, extractions, strict=True))
    return _compare(read, _declare(settings, domains.concepts, lexicons.values()), domains, locale)


def _compare(
    read: Sequence[tuple[Document, Extraction]], declared: Sequence[Declared], domains: Domains, locale: Locale
) -> Report:
    """Return what documents jointly claim, as they were *read*, and what is *declared*, told in that of *locale*."""
    casts = [_cast(text, told) for text, told in read]
    casts += [Cast(known.document.key, known.entities, "") for known in declared]
    sources = (*(text for text, _ in read), *(known.document for known in declared))
    claims = (*(c for _, told in read for c in told.claims), *(c for known in declared for c in known.claims))
    facts, loose, stories = link_claims(claims, casts, domains.concepts, domains.kinds, load_opposites(), locale)
    by_key = {source.key: source for source in sources}
    statements = tuple(statement for _, told in read for statement in told.statements)
    judgement = judge(facts, by_key, domains, locale, loose, stories, statements)
    skipped = {text.key: told.skipped for text, told in read}
    coverage = keep_ledger(sources, skipped, judgement.facts, loose, judgement.withdrawn)
    revised = (c for fact in judgement.facts if fact.attribute.startswith(REVISED) for c in fact.claims)
    return Report(
        documents=sources,
        claims=(*claims, *judgement.told, *revised),
        facts=judgement.facts,
        findings=judgement.findings,
        coverage=coverage,
    )


@patient_collector()
def extract(
    documents: Iterable[Document], config: Config | None = None
) -> tuple[tuple[Annotated, ...], tuple[Claim, ...]]:
    """Return what stands in *documents* and what they claim, before anything is compared.

    Raises:
        ConfigError: as ``check``.
    """
    settings = config or Config()
    texts = _prepare(documents, settings)
    lexicons = load_lexicons({text.language for text in texts}, settings)
    annotated = tuple(annotate_all(texts))
    return annotated, tuple(c for a in annotated for c in extract_claims(a, lexicons[a.document.language]).claims)


def _prepare(documents: Iterable[Document], settings: Config) -> tuple[Document, ...]:
    """Return the documents with what *settings* says of them, and with their language."""
    return tuple(with_language(apply_settings(d, settings), settings.enabled_languages) for d in documents)


def _read(
    texts: Sequence[Document], extract_unread: Extractor, progress: Progress | None, cache: Cache | None
) -> Iterator[Extraction]:
    """Yield what each document claims: what *cache* knows, and else what *extract_unread* finds."""
    known = [None if cache is None else cache.find(text) for text in texts]
    with closing(extract_unread([text for text, told in zip(texts, known, strict=True) if told is None])) as found:
        for number, (text, told) in enumerate(zip(texts, known, strict=True), 1):
            extraction = next(found) if told is None else told
            if told is None and cache is not None:
                cache.keep(text, extraction)
            if progress is not None:
                progress(number, len(texts))
            yield extraction


def _declare(settings: Config, concepts: Mapping[str, Concept], lexicons: Iterable[Lexicon]) -> tuple[Declared, ...]:
    """Return the truths that *settings* declares as one document, or nothing."""
    if not settings.known:
        return ()
    declarations, file = [], ""
    for fact, place in zip(settings.known, settings.known_places or [":1:1"] * len(settings.known), strict=True):
        file, line, column = place.rsplit(":", 2)
        declarations.append(Declaration(fact.subject, fact.attribute, fact.value, fact.source, int(line), int(column)))
    patterns = [pattern for lexicon in lexicons for pattern in lexicon.event_names.patterns]
    return (declare(declarations, file or FILE_NAME, concepts, patterns),)


def _cast(document: Document, told: Extraction) -> Cast:
    """Return what the claims of *document* are about."""
    return Cast(
        document.key,
        told.entities,
        told.event,
        document.published,
        document.text,
        told.sections,
        told.sentences,
        document.language,
    )

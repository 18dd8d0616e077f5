"""The whole line on one page: documents -> mentions -> claims -> facts -> findings -> report."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import msgspec

from crosscheck.claims import (
    Declaration,
    Declared,
    Extraction,
    Lexicon,
    declare,
    extract_claims,
)
from crosscheck.config import FILE_NAME, Config, apply_settings
from crosscheck.domains import Concept, DomainPack, Formula, KnownName, load_domain
from crosscheck.facts import Cast, link_claims
from crosscheck.findings import judge, keep_ledger
from crosscheck.languages import load_language, load_opposites
from crosscheck.mentions import annotate
from crosscheck.records import Annotated, Claim, Document, Report
from crosscheck.spot import with_language

Progress = Callable[[int, int], None]
"""Called after each document with how many are read and how many there are."""

_LEXICONS = 8
"""Vocabularies that are kept for the next call: building one takes longer than reading a document."""


class Cache(Protocol):
    """What was extracted from documents before, with the same program and settings."""

    def find(self, document: Document) -> Extraction | None:
        """Return what was extracted from *document*, None where that is not known."""

    def keep(self, document: Document, told: Extraction) -> None:
        """Take note of what was extracted from *document*."""


def check(
    documents: Iterable[Document],
    config: Config | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Report:
    """Return what *documents* claim, which claims speak of the same fact, and what cannot all be true.

    Truths that *config* declares stand last among the documents. What *cache* knows, which must be of *config* too, is
    not read again. Reads no file and no environment but through that, prints nothing; the same documents and config
    give the same report, with a cache or without.

    Raises:
        ConfigError: *config* names a domain or language that there is not.
    """
    settings = config or Config()
    packs, concepts = _vocabulary(settings)
    texts = _prepare(documents, settings)
    lexicons = _lexicons({text.language for text in texts}, settings)
    read = list(zip(texts, _read(texts, lexicons, progress, cache), strict=True))
    declared = _declare(settings, concepts, lexicons.values())
    casts = [_cast(text, e) for text, e in read]
    casts += [Cast(known.document.key, known.entities, "") for known in declared]
    sources = (*texts, *(known.document for known in declared))
    claims = (*(c for _, e in read for c in e.claims), *(c for known in declared for c in known.claims))
    general = {kind: of for pack in packs for kind, of in pack.kinds.items()}
    facts, loose = link_claims(claims, casts, concepts, general, load_opposites())
    formulas = (*(formula for pack in packs for formula in pack.formulas), *map(Formula, settings.constraints))
    partitions = tuple(partition for pack in packs for partition in pack.partitions)
    judgement = judge(facts, {source.key: source for source in sources}, concepts, formulas, loose, partitions)
    return Report(
        documents=sources,
        claims=claims,
        facts=judgement.facts,
        findings=judgement.findings,
        coverage=keep_ledger(
            sources, {text.key: e.skipped for text, e in read}, judgement.facts, loose, judgement.withdrawn
        ),
    )


def extract(
    documents: Iterable[Document], config: Config | None = None
) -> tuple[tuple[Annotated, ...], tuple[Claim, ...]]:
    """Return what stands in *documents* and what they claim, before anything is compared.

    Raises:
        ConfigError: as ``check``.
    """
    settings = config or Config()
    texts = _prepare(documents, settings)
    lexicons = _lexicons({text.language for text in texts}, settings)
    annotated = tuple(map(annotate, texts))
    return annotated, tuple(c for a in annotated for c in extract_claims(a, lexicons[a.document.language]).claims)


def _vocabulary(settings: Config) -> tuple[tuple[DomainPack, ...], dict[str, Concept]]:
    """Return the domain packs in use, and every concept by name."""
    packs = tuple(load_domain(name) for name in settings.enabled_domains)
    return packs, {name: c for pack in packs for name, c in pack.concepts.items()} | settings.attributes


def _prepare(documents: Iterable[Document], settings: Config) -> tuple[Document, ...]:
    """Return the documents with what *settings* says of them, and with their language."""
    return tuple(with_language(apply_settings(d, settings), settings.enabled_languages) for d in documents)


def _lexicons(languages: Iterable[str], settings: Config) -> dict[str, Lexicon]:
    own = msgspec.msgpack.encode((settings.attributes, settings.entities))
    return {code: _lexicon(code, settings.enabled_domains, own) for code in sorted(languages)}


@functools.lru_cache(maxsize=_LEXICONS)
def _lexicon(code: str, domains: tuple[str, ...], own: bytes) -> Lexicon:
    """Return the vocabulary of the packs and of *own*, the settings' attributes and entities as msgpack."""
    attributes, entities = msgspec.msgpack.decode(own, type=tuple[dict[str, Concept], tuple[KnownName, ...]])
    return Lexicon(load_language(code), tuple(map(load_domain, domains)), attributes, entities)


def _read(
    texts: Sequence[Document], lexicons: Mapping[str, Lexicon], progress: Progress | None, cache: Cache | None
) -> Iterator[Extraction]:
    """Yield what each document claims."""
    for number, text in enumerate(texts, 1):
        told = None if cache is None else cache.find(text)
        if told is None:
            told = extract_claims(annotate(text), lexicons[text.language])
            if cache is not None:
                cache.keep(text, told)
        if progress is not None:
            progress(number, len(texts))
        yield told


def _declare(settings: Config, concepts: Mapping[str, Concept], lexicons: Iterable[Lexicon]) -> tuple[Declared, ...]:
    """Return the truths that *settings* declares as one document, or nothing."""
    if not settings.known:
        return ()
    declarations, file = [], ""
    for fact, place in zip(settings.known, settings.known_places or [":1:1"] * len(settings.known), strict=True):
        file, line, column = place.rsplit(":", 2)
        declarations.append(Declaration(fact.subject, fact.attribute, fact.value, fact.source, int(line), int(column)))
    patterns = [pattern for lexicon in lexicons for pattern in lexicon.events]
    return (declare(declarations, file or FILE_NAME, concepts, patterns),)


def _cast(document: Document, told: Extraction) -> Cast:
    """Return what the claims of *document* are about."""
    return Cast(document.key, told.entities, told.event, document.published, document.text, told.sections)

"""The whole line on one page: documents -> mentions -> claims -> facts -> findings -> report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import structs

from crosscheck.claims import HEAD_NOUN, Extraction, Lexicon, extract_claims
from crosscheck.config import Config, apply_settings
from crosscheck.documents.language import detect_language
from crosscheck.domains import DomainPack, Formula, load_domain
from crosscheck.facts import Cast, link_claims
from crosscheck.findings import judge
from crosscheck.languages import load_language
from crosscheck.mentions import annotate
from crosscheck.mentions import find_mentions as _find_mentions
from crosscheck.records import Claim, Coverage, Document, Fact, Mention, Report

Progress = Callable[[int, int], None]
"""Called after each document with how many are read and how many there are."""


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Return every value in *document* in text order, none overlapping another."""
    return _find_mentions(with_language(document))


def check(documents: Iterable[Document], config: Config | None = None, progress: Progress | None = None) -> Report:
    """Return what *documents* claim, which claims speak of the same fact, and what cannot all be true.

    Reads no file and no environment, prints nothing; the same documents and config give the same report.

    Raises:
        ConfigError: *config* names a domain, language or formula that there is not.
    """
    settings = config or Config()
    texts = tuple(
        with_language(apply_settings(document, settings), settings.enabled_languages) for document in documents
    )
    packs = tuple(load_domain(name) for name in settings.enabled_domains)
    lexicons = {code: _lexicon(code, packs, settings) for code in sorted({text.language for text in texts})}
    extractions = []
    for number, document in enumerate(texts, 1):
        extractions.append(extract_claims(annotate(document), lexicons[document.language]))
        if progress is not None:
            progress(number, len(texts))
    return _judged(texts, extractions, packs, settings)


def with_language(document: Document, languages: tuple[str, ...] = ()) -> Document:
    """Return *document* with its language: its own where it has one, else the one of *languages* its words tell."""
    if document.language:
        return document
    return structs.replace(document, language=detect_language(document.text, languages)[0])


def _lexicon(language: str, packs: Sequence[DomainPack], settings: Config) -> Lexicon:
    return Lexicon(load_language(language), packs, settings.attributes, settings.entities)


def _judged(
    texts: tuple[Document, ...], extractions: Sequence[Extraction], packs: Sequence[DomainPack], settings: Config
) -> Report:
    claims = tuple(claim for extraction in extractions for claim in extraction.claims)
    casts = [
        Cast(text.key, extraction.entities, extraction.event)
        for text, extraction in zip(texts, extractions, strict=True)
    ]
    concepts = {name: concept for pack in packs for name, concept in pack.concepts.items()} | settings.attributes
    facts, loose = link_claims(claims, casts, concepts)
    formulas = (*(f for pack in packs for f in pack.formulas), *map(Formula, settings.constraints))
    judgement = judge(facts, {text.key: text for text in texts}, concepts, formulas)
    return Report(
        documents=texts,
        claims=claims,
        facts=judgement.facts,
        findings=judgement.findings,
        coverage=_coverage(extractions, judgement.facts, loose),
    )


def _coverage(extractions: Sequence[Extraction], facts: Sequence[Fact], loose: Sequence[Claim]) -> Coverage:
    """Return where every value mention ended; the counts add up."""
    skipped = Counter(reason for extraction in extractions for _, reason in extraction.skipped)
    skipped.update(_reason(claim) for claim in loose if claim.mention is not None)
    compared = single = 0
    for fact in facts:
        stated = sum(claim.mention is not None for claim in fact.claims)
        if fact.verdict == "single":
            single += stated
        else:
            compared += stated
    return Coverage(compared + single + skipped.total(), compared, single, dict(sorted(skipped.items())))


def _reason(claim: Claim) -> str:
    return "no concept knows it" if claim.why_attribute == HEAD_NOUN else "no subject found"

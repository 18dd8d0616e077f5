"""The documents of a folder held against each other, again and again while one of them is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec

from crosscheck.cache import MemoryCache, fingerprint_circumstances
from crosscheck.config import Config, known_concepts
from crosscheck.domains import Concept
from crosscheck.editor.folder import Buffers, Folder
from crosscheck.errors import CrosscheckError
from crosscheck.findings import RULES
from crosscheck.gate.accepted import pass_accepted
from crosscheck.gate.ignored import pass_ignored
from crosscheck.pipeline import check
from crosscheck.records import Claim, Document, Fact, Finding, Report


class Review(msgspec.Struct, frozen=True, dict=True):
    """What documents say of each other: the report, the findings nobody decided on, and mistakes in files.

    ``language`` is the one that all is told in, ``concepts`` are the attributes by name.
    """

    report: Report
    findings: tuple[Finding, ...]
    errors: tuple[CrosscheckError, ...] = ()
    language: str = "en"
    concepts: Mapping[str, Concept] = {}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Return the claims by id."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Return the documents by key."""
        return {document.key: document for document in self.report.documents}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Return the fact of each claim, by the claim's id."""
        return {claim.id: fact for fact in self.report.facts for claim in fact.claims}

    def findings_in(self, path: str) -> tuple[Finding, ...]:
        """Return the findings that quote the document *path*."""
        return tuple(f for f in self.findings if any(evidence.document == path for evidence in f.evidence))


class Desk:
    """Holds the documents of a folder against each other; reads only what has changed since it was asked last.

    Args:
        root: the folder.
        today: tells the day, on which acceptances may have run out.
        language: what all is told in.
    """

    def __init__(self, root: Path, today: Callable[[], date], language: str) -> None:
        self._folder, self._today, self._language = Folder(root), today, language
        self._cache, self._circumstances = MemoryCache(), b""

    @property
    def config_path(self) -> str:
        """Return the absolute path of the claims.yaml that decisions are written to."""
        return self._folder.config_path

    def review(self, buffers: Buffers) -> Review:
        """Return what the documents say, those that *buffers* has as they stand there."""
        config, mistake = self._folder.read_config(buffers)
        documents, errors = self._folder.read(config, buffers)
        report = check(documents, config, cache=self._cache_for(config), language=self._language)
        self._cache.keep_only({document.key for document in documents})
        if mistake is not None:
            errors = (mistake, *errors)
        return self._settle(report, config, errors)

    def _settle(self, report: Report, config: Config, errors: tuple[CrosscheckError, ...]) -> Review:
        """Return the review with the findings that no comment and no entry of claims.yaml lets pass."""
        left = report.findings
        try:
            left = pass_ignored(left, report.documents, tuple(rule.code for rule in RULES)).left
        except CrosscheckError as error:
            errors = (*errors, error)
        accepted = pass_accepted(left, config, self._today())
        mistakes = (*errors, *accepted.mistakes)
        return Review(report, accepted.left, mistakes, self._language, known_concepts(config))

    def _cache_for(self, config: Config) -> MemoryCache:
        """Return the cache, an empty one where *config* reads documents otherwise than the last one did."""
        circumstances = fingerprint_circumstances(config)
        if circumstances != self._circumstances:
            self._cache, self._circumstances = MemoryCache(), circumstances
        return self._cache

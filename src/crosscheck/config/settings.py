"""The records of claims.yaml."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from crosscheck.domains.pack import Concept, KnownName, available_domains
from crosscheck.languages.pack import available_languages

FailOn = Literal["never", "info", "warning", "error"]


class DocumentSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What documents do not say themselves, for every file that ``path`` names.

    ``path`` is a file or a glob, relative to the folder of claims.yaml; ``**`` stands for any folders.
    """

    path: str
    source: str | None = None
    published: date | None = None
    title: str | None = None
    language: str | None = None


class KnownFact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A declared truth that every document is held against.

    ``value`` is as written in the file: an ISO date for a date, a name for a role, else a plain decimal number whose
    printed digits are its precision.
    """

    subject: str
    attribute: str
    value: str
    source: str = ""


class Gate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least severity that fails the gate."""

    fail_on: FailOn = "error"


class Acceptance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A decision to live with a finding: why, who decided, and the last day it holds (None: for good).

    ``finding`` is the finding's fingerprint or the beginning of it.
    """

    finding: str
    reason: str
    by: str
    until: date | None = None


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """claims.yaml as it is written. Everything is optional; no languages or no domains means all there are."""

    documents: tuple[DocumentSettings, ...] = ()
    languages: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    entities: tuple[KnownName, ...] = ()
    attributes: dict[str, Concept] = {}
    constraints: tuple[str, ...] = ()
    known: tuple[KnownFact, ...] = ()
    gate: Gate = Gate()
    accepted: tuple[Acceptance, ...] = ()


class Config(Settings, frozen=True, kw_only=True):
    """The settings of a run: checked, and with the folder that the paths in them start from.

    ``document_places`` say where the path of each entry of ``documents`` stands, for messages, and ``known_places``
    where the value of each entry of ``known`` does, ``accepted_places`` the fingerprint of each of ``accepted``:
    'file:line:column'.
    """

    folder: str = ""
    known_places: tuple[str, ...] = ()
    document_places: tuple[str, ...] = ()
    accepted_places: tuple[str, ...] = ()

    @property
    def enabled_languages(self) -> tuple[str, ...]:
        """Return the codes of the languages that documents may be in, sorted."""
        return tuple(sorted(self.languages)) or available_languages()

    @property
    def enabled_domains(self) -> tuple[str, ...]:
        """Return the names of the domain packs in use, sorted."""
        return tuple(sorted(self.domains)) or available_domains()

"""The types of SARIF 2.1.0 that a log of ours is made of; names and meanings are the standard's.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import Literal

from msgspec import Raw, Struct

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
COLUMN_KIND = "unicodeCodePoints"
Level = Literal["error", "warning", "note"]


class _Part(Struct, frozen=True, rename="camel", omit_defaults=True):
    """What all types share: names in camel case, and no member that says nothing."""


class Message(_Part, frozen=True):
    """A text, in Markdown too where there is one."""

    text: str
    markdown: str = ""


class ArtifactLocation(_Part, frozen=True):
    """A file; ``uri`` is relative to what ``uri_base_id`` stands for, else absolute."""

    uri: str
    uri_base_id: str = ""


class Region(_Part, frozen=True):
    """A piece of a file: 1-based, columns in ``COLUMN_KIND``, the end exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    snippet: Message | None = None


class PhysicalLocation(_Part, frozen=True):
    """A piece of which file."""

    artifact_location: ArtifactLocation
    region: Region


class Location(_Part, frozen=True):
    """A place, with a number where a message links to it."""

    physical_location: PhysicalLocation
    id: int = -1
    message: Message | None = None


class ReportingDescriptor(_Part, frozen=True):
    """A rule."""

    id: str
    name: str
    short_description: Message
    full_description: Message
    help: Message


class Properties(_Part, frozen=True):
    """What the standard has no member for."""

    confidence: Raw
    explanation: tuple[str, ...]
    suggestion: str = ""


class Result(_Part, frozen=True):
    """A finding; ``rank`` is from 0 to 100."""

    rule_id: str
    rule_index: int
    level: Level
    message: Message
    locations: tuple[Location, ...]
    related_locations: tuple[Location, ...]
    partial_fingerprints: dict[str, str]
    rank: Raw
    properties: Properties

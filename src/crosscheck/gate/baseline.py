"""Findings that were there before: a baseline is a file of their fingerprints, one finding a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from crosscheck.config.faults import place_json_fault
from crosscheck.config.tree import parse_tree, read_tree
from crosscheck.errors import ConfigError
from crosscheck.gate.passed import Passed
from crosscheck.messages import Phrase, say
from crosscheck.records import Finding

_REMEDY = say("write it anew with 'crosscheck baseline write'")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding of before: its fingerprint; the rest is for people who read the file."""

    fingerprint: str
    code: str
    document: str
    message: str


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The findings of before, ordered by document, code and fingerprint, no two with one fingerprint."""

    schema: Literal[1]
    findings: tuple[Entry, ...]


class _Spelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A baseline as text, to find the place of a mistake in it."""

    schema: Literal["1"]
    findings: tuple[Entry, ...]


def make_baseline(findings: Iterable[Finding]) -> Baseline:
    """Return the baseline of *findings*."""
    entries = {f.fingerprint: Entry(f.fingerprint, f.code, f.evidence[0].document, f.message) for f in findings}
    return Baseline(1, tuple(sorted(entries.values(), key=lambda e: (e.document, e.code, e.fingerprint))))


def write_baseline(baseline: Baseline) -> str:
    """Return *baseline* as JSON, a line a finding, so that two versions of it compare and merge well."""
    lines = ",".join(f"\n    {msgspec.json.encode(entry).decode()}" for entry in baseline.findings)
    end = "\n  ]" if lines else "]"
    return f'{{\n  "schema": 1,\n  "findings": [{lines}{end}\n}}\n'


def read_baseline(text: bytes, name: str) -> Baseline:
    """Return the baseline that *text* spells, the content of the file *name*.

    Raises:
        ConfigError: it is none.
    """
    try:
        return msgspec.json.decode(text, type=Baseline)
    except msgspec.ValidationError as error:
        read_tree(parse_tree(text.decode(), name), _Spelled)
        raise ConfigError(say("no baseline: {problem}", problem=str(error)), remedy=_REMEDY, place=name) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        what = say("no JSON: {problem}", problem=str(error))
        raise ConfigError(what, remedy=_REMEDY, place=place_json_fault(text, name)) from error


def pass_known(findings: Sequence[Finding], baseline: Baseline, name: str) -> Passed:
    """Return *findings* without those of *baseline*, the content of the file *name*; note how many of it are gone."""
    known = {entry.fingerprint for entry in baseline.findings}
    gone = len(known - {finding.fingerprint for finding in findings})
    left = tuple(finding for finding in findings if finding.fingerprint not in known)
    return Passed(left, len(findings) - len(left), (_note(name, gone, len(known)),) if gone else ())


def _note(name: str, gone: int, known: int) -> Phrase:
    return say(
        "{file}: {gone} of {known} are found no more; run 'crosscheck baseline prune'",
        file=name,
        gone=gone,
        known=known,
    )


def prune(baseline: Baseline, findings: Iterable[Finding]) -> Baseline:
    """Return *baseline* without what is not among *findings* any more; nothing new comes in."""
    found = {finding.fingerprint for finding in findings}
    return Baseline(1, tuple(entry for entry in baseline.findings if entry.fingerprint in found))

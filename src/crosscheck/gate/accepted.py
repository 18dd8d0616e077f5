"""Findings that claims.yaml accepts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crosscheck.config import FILE_NAME, Acceptance, Config
from crosscheck.errors import ConfigError
from crosscheck.gate.passed import Passed
from crosscheck.messages import Phrase, say
from crosscheck.records import Finding


def pass_accepted(findings: Sequence[Finding], config: Config, today: date) -> Passed:
    """Return *findings* without those that *config* accepts on the day *today*.

    An entry that matches none is noted. One that has run out is a mistake: its finding counts again, and somebody has
    to decide anew.
    """
    expired = [entry for entry in config.accepted if entry.until is not None and entry.until < today]
    starts = {entry.finding for entry in config.accepted if entry not in expired}
    lengths = sorted({len(start) for start in starts})
    met = [{finding.fingerprint[:length] for length in lengths} & starts for finding in findings]
    matched = frozenset[str]().union(*met)
    left = tuple(finding for finding, entries in zip(findings, met, strict=True) if not entries)
    places = config.accepted_places or (FILE_NAME,) * len(config.accepted)
    placed = tuple(zip(config.accepted, places, strict=True))
    return Passed(
        left,
        len(findings) - len(left),
        notes=tuple(_note(entry, place) for entry, place in placed if entry.finding in starts - matched),
        mistakes=tuple(_complain(entry, place) for entry, place in placed if entry in expired),
    )


def _note(entry: Acceptance, place: str) -> Phrase:
    return say(
        "{place}: no finding has the accepted fingerprint {digits}; remove the entry", place=place, digits=entry.finding
    )


def _complain(entry: Acceptance, place: str) -> ConfigError:
    what = say(
        "the acceptance of {finding} by {owner} ran out on {day}",
        finding=entry.finding,
        owner=entry.by,
        day=str(entry.until),
    )
    return ConfigError(what, remedy=say("decide anew: a later 'until', or remove it"), place=place)

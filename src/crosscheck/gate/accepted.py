"""Findings that claims.yaml accepts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from crosscheck.config import FILE_NAME, Config
from crosscheck.errors import ConfigError
from crosscheck.gate.passed import Passed
from crosscheck.records import Finding


def pass_accepted(findings: Sequence[Finding], config: Config, today: date) -> Passed:
    """Return *findings* without those that *config* accepts on the day *today*.

    An entry that matches none is noted. One that has run out is a mistake: its finding counts again, and somebody has
    to decide anew.
    """
    notes: list[str] = []
    mistakes: list[ConfigError] = []
    in_force = []
    for number, entry in enumerate(config.accepted):
        place = config.accepted_places[number] if number < len(config.accepted_places) else FILE_NAME
        if entry.until is not None and entry.until < today:
            what = f"the acceptance of {entry.finding} by {entry.by} ran out on {entry.until}"
            mistakes.append(ConfigError(what, remedy="decide anew: a later 'until', or remove it", place=place))
            continue
        in_force.append(entry)
        if not any(entry.covers(finding.fingerprint, today) for finding in findings):
            notes.append(f"{place}: no finding has the accepted fingerprint {entry.finding}; remove the entry")
    left = tuple(f for f in findings if not any(entry.covers(f.fingerprint, today) for entry in in_force))
    return Passed(left, len(findings) - len(left), tuple(notes), tuple(mistakes))

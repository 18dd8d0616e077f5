"""From all findings to those that the gate counts: what lets the others pass, said on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.commands.git import find_base, find_changes
from crosscheck.commands.surroundings import say, today
from crosscheck.errors import ConfigError

if TYPE_CHECKING:
    from crosscheck.commands.git import Base
    from crosscheck.commands.inputs import Piped
    from crosscheck.config import Config
    from crosscheck.gate.baseline import Baseline
    from crosscheck.gate.passed import Passed
    from crosscheck.records import Finding, Report


class Gate(NamedTuple):
    """What is asked of findings: codes in capitals, none for all; a baseline and its file; a commit to compare with."""

    chosen: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    baseline: tuple[Baseline, Path] | None = None
    base: Base | None = None


def open_gate(select: Sequence[str], ignore: Sequence[str], baseline: Path | None, revision: str | None) -> Gate:
    """Return the gate that the options ask for, before any document is read.

    Raises:
        CrosscheckError: an unknown code, a broken baseline, no repository, or no such revision.
    """
    from crosscheck.gate.codes import check_codes

    return Gate(
        chosen=check_codes(select, known_codes(), "--select"),
        ignored=check_codes(ignore, known_codes(), "--ignore"),
        baseline=None if baseline is None else (load_baseline(baseline), baseline),
        base=None if revision is None else find_base(revision),
    )


def pass_gate(gate: Gate, report: Report, config: Config, piped: Piped | None) -> tuple[Report, bool]:
    """Return *report* with the findings that count, and whether all decisions about the others still hold.

    Raises:
        CrosscheckError: a comment in a document is wrong, or git fails.
    """
    from msgspec.structs import replace

    from crosscheck.gate.baseline import pass_known
    from crosscheck.gate.changes import keep_changed
    from crosscheck.gate.codes import select

    left, mended = settle(report, config)
    if gate.baseline is not None:
        known = pass_known(report.findings, gate.baseline[0], str(gate.baseline[1]))
        _tell(known, f"in {gate.baseline[1]}")
        left = _both(left, known.left)
    left = select(left, gate.chosen, gate.ignored)
    if gate.base is not None:
        changed = keep_changed(left, find_changes(gate.base, report.documents, config, piped))
        if len(changed) < len(left):
            say(f"on unchanged lines: {len(left) - len(changed)}")
        left = changed
    return replace(report, findings=left), mended


def settle(report: Report, config: Config) -> tuple[tuple[Finding, ...], bool]:
    """Return the findings that nobody decided to live with, and whether all those decisions still hold.

    Raises:
        CrosscheckError: a comment in a document is wrong.
    """
    from crosscheck.gate.accepted import pass_accepted
    from crosscheck.gate.ignored import pass_ignored

    ignored = pass_ignored(report.findings, report.documents, known_codes())
    accepted = pass_accepted(report.findings, config, today())
    _tell(ignored, "ignored in documents")
    _tell(accepted, "accepted in claims.yaml")
    return _both(ignored.left, accepted.left), not accepted.mistakes


def load_baseline(path: Path) -> Baseline:
    """Return the baseline in the file *path*.

    Raises:
        ConfigError: it cannot be read, or is none.
    """
    from crosscheck.gate.baseline import read_baseline

    try:
        return read_baseline(path.read_bytes(), str(path))
    except OSError as error:
        remedy = "check the path, or make it with 'crosscheck baseline write'"
        raise ConfigError(f"cannot be read: {error.strerror}", remedy=remedy, place=str(path)) from error


def say_statistics(findings: Iterable[Finding], language: str) -> None:
    """Say how many findings there are of each code, its name in *language*."""
    from crosscheck.findings import RULES
    from crosscheck.gate.statistics import count_codes
    from crosscheck.messages import load_locale

    locale = load_locale(language)
    for line in count_codes(findings, {rule.code: rule.name.said_in(locale) for rule in RULES}):
        say(line)


def say_summary(report: Report, language: str) -> None:
    """Say in *language* how much was read and what was found."""
    from crosscheck.reports.wording import word_summary
    from crosscheck.reports.words import words_of

    say(word_summary(report, words_of(language)))


def known_codes() -> tuple[str, ...]:
    """Return the codes of all rules."""
    from crosscheck.findings import RULES

    return tuple(rule.code for rule in RULES)


def _both(left: Sequence[Finding], other: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that both have, in the order of *left*."""
    kept = {id(finding) for finding in other}
    return tuple(finding for finding in left if id(finding) in kept)


def _tell(passed: Passed, where: str) -> None:
    if passed.count:
        say(f"{where}: {passed.count}")
    for note in passed.notes:
        say(note)
    for mistake in passed.mistakes:
        say(str(mistake))

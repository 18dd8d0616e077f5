"""From all findings to those that the gate counts: what lets the others pass, said on standard error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from crosscheck.commands.git import find_base, find_changes
from crosscheck.commands.surroundings import Language, print_note, tell, today
from crosscheck.errors import ConfigError

if TYPE_CHECKING:
    from crosscheck.commands.git import Base
    from crosscheck.commands.inputs import Piped
    from crosscheck.config import Config
    from crosscheck.gate.baseline import Baseline
    from crosscheck.gate.passed import Passed
    from crosscheck.messages import Phrase
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


def pass_gate(
    gate: Gate, report: Report, config: Config, piped: Piped | None, language: Language
) -> tuple[Report, bool]:
    """Return *report* with the findings that count, and whether all decisions about the others still hold.

    What lets the others pass is said on stderr in *language*.

    Raises:
        CrosscheckError: a comment in a document is wrong, or git fails.
    """
    from msgspec.structs import replace

    from crosscheck.gate.baseline import pass_known
    from crosscheck.gate.changes import keep_changed
    from crosscheck.gate.codes import select
    from crosscheck.messages import say

    left, mended = settle(report, config, language)
    if gate.baseline is not None:
        file = str(gate.baseline[1])
        known = pass_known(report.findings, gate.baseline[0], file)
        _tell_passed(known, say("in {file}", file=file), language)
        left = _both(left, known.left)
    left = select(left, gate.chosen, gate.ignored)
    if gate.base is not None:
        changed = keep_changed(left, find_changes(gate.base, report.documents, config, piped))
        if len(changed) < len(left):
            tell(say("on unchanged lines: {number}", number=len(left) - len(changed)), language)
        left = changed
    return replace(report, findings=left), mended


def settle(report: Report, config: Config, language: Language) -> tuple[tuple[Finding, ...], bool]:
    """Return the findings that nobody decided to live with, and whether all those decisions still hold.

    What is to be known of the others is said on stderr in *language*.

    Raises:
        CrosscheckError: a comment in a document is wrong.
    """
    from crosscheck.gate.accepted import pass_accepted
    from crosscheck.gate.ignored import pass_ignored
    from crosscheck.messages import say

    ignored = pass_ignored(report.findings, report.documents, known_codes())
    accepted = pass_accepted(report.findings, config, today())
    _tell_passed(ignored, say("ignored in documents"), language)
    _tell_passed(accepted, say("accepted in claims.yaml"), language)
    return _both(ignored.left, accepted.left), not accepted.mistakes


def load_baseline(path: Path) -> Baseline:
    """Return the baseline in the file *path*.

    Raises:
        ConfigError: it cannot be read, or is none.
    """
    from crosscheck.gate.baseline import read_baseline
    from crosscheck.messages import say, say_failure

    try:
        return read_baseline(path.read_bytes(), str(path))
    except OSError as error:
        what = say("cannot be read: {reason}", reason=say_failure(error))
        remedy = say("check the path, or make it with 'crosscheck baseline write'")
        raise ConfigError(what, remedy=remedy, place=str(path)) from error


def tell_statistics(findings: Iterable[Finding], language: Language) -> None:
    """Say how many findings there are of each code, its name in *language*."""
    from crosscheck.findings import RULES
    from crosscheck.gate.statistics import count_codes
    from crosscheck.messages import load_locale

    locale = load_locale(language)
    for line in count_codes(findings, {rule.code: rule.name.said_in(locale) for rule in RULES}):
        print_note(line)


def tell_summary(report: Report, language: Language) -> None:
    """Say in *language* how much was read and what was found."""
    from crosscheck.reports.wording import word_summary
    from crosscheck.reports.words import words_of

    print_note(word_summary(report, words_of(language)))


def known_codes() -> tuple[str, ...]:
    """Return the codes of all rules."""
    from crosscheck.findings import RULES

    return tuple(rule.code for rule in RULES)


def _both(left: Sequence[Finding], other: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the findings that both have, in the order of *left*."""
    kept = {id(finding) for finding in other}
    return tuple(finding for finding in left if id(finding) in kept)


def _tell_passed(passed: Passed, where: Phrase, language: Language) -> None:
    from crosscheck.messages import join

    if passed.count:
        tell(join((where, passed.count), ": "), language)
    for note in passed.notes:
        tell(note, language)
    for mistake in passed.mistakes:
        tell(mistake, language)

"""What two lists of findings have differently, by fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from crosscheck.messages import Phrase, say
from crosscheck.records import Finding
from crosscheck.reports.lines import word_finding
from crosscheck.reports.wording import SEVERITIES


class Difference(msgspec.Struct, frozen=True):
    """Findings that came, that went, that have another severity now (each as before and after), and that stayed."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]
    same: tuple[Finding, ...]

    @property
    def worse(self) -> tuple[Finding, ...]:
        """Return what is new or graver than before."""
        graver = (
            after
            for before, after in self.changed
            if SEVERITIES.index(after.severity) < SEVERITIES.index(before.severity)
        )
        return (*self.new, *graver)

    @property
    def summary(self) -> Phrase:
        """Return the counts in one line."""
        return say(
            "{new} new, {gone} gone, {changed} changed, {same} the same",
            new=len(self.new),
            gone=len(self.gone),
            changed=len(self.changed),
            same=len(self.same),
        )


def compare_findings(before: Iterable[Finding], after: Iterable[Finding]) -> Difference:
    """Return how *after* differs from *before*; of several findings with one fingerprint the first stands for all."""
    old = {finding.fingerprint: finding for finding in reversed(tuple(before))}
    new = {finding.fingerprint: finding for finding in reversed(tuple(after))}
    both = [(old[key], finding) for key, finding in reversed(new.items()) if key in old]
    return Difference(
        new=tuple(finding for key, finding in reversed(new.items()) if key not in old),
        gone=tuple(finding for key, finding in reversed(old.items()) if key not in new),
        changed=tuple((was, now) for was, now in both if was.severity != now.severity),
        same=tuple(now for was, now in both if was.severity == now.severity),
    )


def word_difference(difference: Difference) -> Iterator[str]:
    """Yield a line a finding with its line break: '+' for new, '-' for gone, '~' for another severity."""
    yield from (f"+ {word_finding(finding)}\n" for finding in difference.new)
    yield from (f"~ {word_finding(after)} [was {before.severity}]\n" for before, after in difference.changed)
    yield from (f"- {word_finding(finding)}\n" for finding in difference.gone)

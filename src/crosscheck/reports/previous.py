"""What came and went since an earlier run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from crosscheck.records import Finding

Since = Literal["new", "unchanged"]


class Previous(msgspec.Struct, frozen=True):
    """The findings of an earlier run, and the name that the reader knows it by."""

    name: str
    findings: tuple[Finding, ...]


class Difference(msgspec.Struct, frozen=True):
    """How the findings of a run differ from an earlier one's.

    ``name`` is what the earlier run is called, ``known`` the fingerprints of its findings, ``gone`` those of them that
    the run no longer has.
    """

    name: str
    known: frozenset[str]
    gone: tuple[Finding, ...]

    def state_of(self, finding: Finding) -> Since:
        """Return whether the earlier run had *finding* already."""
        return "unchanged" if finding.fingerprint in self.known else "new"


def compare(previous: Previous, findings: Sequence[Finding]) -> Difference:
    """Return how *findings* differ from those of *previous*."""
    present = {finding.fingerprint for finding in findings}
    return Difference(
        name=previous.name,
        known=frozenset(finding.fingerprint for finding in previous.findings),
        gone=tuple(finding for finding in previous.findings if finding.fingerprint not in present),
    )

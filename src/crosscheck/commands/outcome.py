"""Exit codes, and which of them findings make."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.records import Finding

FINDINGS, TROUBLE = 1, 2
"""Exit codes: findings that fail the gate; a bad option, bad configuration or unreadable input."""


class FailOn(StrEnum):
    """The least severity that makes a command exit with 1."""

    never = "never"
    info = "info"
    warning = "warning"
    error = "error"


def exit_code(findings: Sequence[Finding], fail_on: FailOn) -> int:
    """Return 1 where one of *findings* is at least as grave as *fail_on*, else 0."""
    grave = list(FailOn)[list(FailOn).index(fail_on) :] if fail_on is not FailOn.never else []
    return FINDINGS if any(finding.severity in grave for finding in findings) else 0

"""What wrote a report."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

from crosscheck.reports.schema1 import Tool

DISTRIBUTION: Final = "crosscheck-claims"
"""The name that this program is installed under."""
HOME: Final = f"pkg:pypi/{DISTRIBUTION}"
"""The package URL of the distribution."""


def tool() -> Tool:
    """Return this program in the version that is installed."""
    return Tool("crosscheck", version(DISTRIBUTION))

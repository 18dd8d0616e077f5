"""What is left of findings after some were let pass."""

from __future__ import annotations

import msgspec

from crosscheck.errors import CrosscheckError
from crosscheck.messages import Phrase
from crosscheck.records import Finding


class Passed(msgspec.Struct, frozen=True):
    """Findings that still count, how many were let pass, what to note about it, and mistakes that must be mended."""

    left: tuple[Finding, ...]
    count: int = 0
    notes: tuple[Phrase, ...] = ()
    mistakes: tuple[CrosscheckError, ...] = ()

"""The section ``numbers`` of a language pack."""

from __future__ import annotations

import msgspec


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Vocabulary of the section; keys are documented in CONTRIBUTING.md."""

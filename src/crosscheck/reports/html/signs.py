"""The signs that stand beside every colour."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crosscheck.records import Severity, Verdict

SEVERITY_SIGNS: Mapping[Severity, str] = MappingProxyType({"error": "✗", "warning": "!", "info": "i"})
VERDICT_SIGNS: Mapping[Verdict, str] = MappingProxyType(
    {"contradicted": "✗", "changed": "→", "compatible": "≈", "agree": "✓", "single": "·"}
)
"""Gravest first."""

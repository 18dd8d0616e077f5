"""Signs and styles of verdicts and severities. A sign stands beside its word, a style only adds to both."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from crosscheck.records import Severity, Verdict
from crosscheck.reports.layout import Layout

_VERDICTS: Mapping[Verdict, tuple[str, str, str]] = MappingProxyType(
    {
        "agree": ("✓", "+", "green"),
        "compatible": ("≈", "~", "green"),
        "contradicted": ("✗", "x", "bold red"),
        "changed": ("→", ">", "cyan"),
        "single": ("·", "-", "dim"),
    }
)
_SEVERITIES: Mapping[Severity, tuple[str, str, str]] = MappingProxyType(
    {
        "error": ("✗", "x", "bold red"),
        "warning": ("!", "!", "bold yellow"),
        "info": ("i", "i", "cyan"),
    }
)


def sign_verdict(verdict: Verdict, layout: Layout) -> str:
    """Return sign and word: '✗ contradicted'."""
    sign, plain, _ = _VERDICTS[verdict]
    return f"{sign if layout.unicode else plain} {layout.words.verdict[verdict]}"


def style_verdict(verdict: Verdict) -> str:
    """Return the style of *verdict*."""
    return _VERDICTS[verdict][2]


def sign_severity(severity: Severity, layout: Layout) -> str:
    """Return sign and word: '! warning'."""
    sign, plain, _ = _SEVERITIES[severity]
    return f"{sign if layout.unicode else plain} {layout.words.severity[severity]}"


def style_severity(severity: Severity) -> str:
    """Return the style of *severity*."""
    return _SEVERITIES[severity][2]

"""crosscheck: holds the facts that several documents state against each other, by exact arithmetic.

The public face. Names are loaded when first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.document import Document
    from crosscheck.errors import ConfigError, CrosscheckError, DocumentError
    from crosscheck.pipeline import check
    from crosscheck.records import Finding, Mention, Report
    from crosscheck.spot import find_mentions

__all__ = [
    "Config",
    "ConfigError",
    "CrosscheckError",
    "Document",
    "DocumentError",
    "Finding",
    "Mention",
    "Report",
    "check",
    "find_mentions",
]

_HOMES: Final = {
    "Config": "config",
    "ConfigError": "errors",
    "CrosscheckError": "errors",
    "Document": "document",
    "DocumentError": "errors",
    "Finding": "records",
    "Mention": "records",
    "Report": "records",
    "check": "pipeline",
    "find_mentions": "spot",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("crosscheck-claims")
    if name not in _HOMES:
        raise AttributeError(f"module 'crosscheck' has no attribute {name!r}")
    return getattr(import_module(f"crosscheck.{_HOMES[name]}"), name)

"""``crosscheck rule``: the manual pages."""

from __future__ import annotations

from typing import Annotated

import typer

from crosscheck.commands.options import LanguageOption
from crosscheck.commands.surroundings import deliver, environment_language
from crosscheck.errors import ConfigError


def rule(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="The rule's code, else all are listed.")] = None,
    language: LanguageOption = None,
) -> None:
    """Print the manual page of a rule, or list all."""
    from crosscheck.config.tree import suggest
    from crosscheck.findings import RULES
    from crosscheck.messages import load_locale

    if code is None:
        locale = load_locale(language or environment_language())
        deliver("".join(f"{known.code}  {known.name.said_in(locale)}\n" for known in RULES))
        return
    pages = {known.code: known.page for known in RULES}
    if code.upper() not in pages:
        raise ConfigError(f"unknown rule {code!r}", remedy=suggest(code.upper(), pages), place="CODE")
    deliver(f"{pages[code.upper()].strip()}\n")

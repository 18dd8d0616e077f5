"""``crosscheck rule``: the manual pages."""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from crosscheck.commands.options import LanguageOption
from crosscheck.commands.surroundings import deliver, page_width, reader_language
from crosscheck.errors import ConfigError


def rule(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="The rule's code, else all are listed.")] = None,
    language: LanguageOption = None,
) -> None:
    """Print the manual page of a rule, or list all."""
    from crosscheck.config.tree import suggest
    from crosscheck.findings import RULES
    from crosscheck.messages import load_locale, say

    locale = load_locale(reader_language(language))
    if code is None:
        deliver("".join(f"{known.code}  {known.name.said_in(locale)}\n" for known in RULES))
        return
    pages = {known.code: known for known in RULES}
    if code.upper() not in pages:
        what = say("unknown rule {code}", code=repr(code))
        raise ConfigError(what, remedy=suggest(code.upper(), pages), place="CODE")
    width = page_width()
    filled = (textwrap.fill(paragraph, width) for paragraph in pages[code.upper()].said_in(locale))
    deliver("\n\n".join(filled) + "\n")

"""A module a command: what it takes, what it calls, how it ends."""

from collections.abc import Callable

import typer

from crosscheck.commands.baseline import baseline
from crosscheck.commands.check import check
from crosscheck.commands.diff import diff
from crosscheck.commands.explain import explain
from crosscheck.commands.extract import extract
from crosscheck.commands.init import init
from crosscheck.commands.lsp import lsp
from crosscheck.commands.report import report
from crosscheck.commands.rule import rule

COMMANDS: tuple[Callable[..., None], ...] = (report, check, extract, explain, rule, diff, init, lsp)
"""Every command, in the order of the help; each is called as its function is."""
GROUPS: dict[str, typer.Typer] = {"baseline": baseline}
"""Commands of two words, by the first."""

__all__ = ["COMMANDS", "GROUPS"]

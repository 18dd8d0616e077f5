"""A module a command: what it takes, what it calls, how it ends."""

from collections.abc import Callable

from crosscheck.commands.check import check
from crosscheck.commands.extract import extract
from crosscheck.commands.report import report
from crosscheck.commands.rule import rule

COMMANDS: tuple[Callable[..., None], ...] = (report, check, extract, rule)
"""Every command, in the order of the help; each is called as its function is."""

__all__ = ["COMMANDS"]

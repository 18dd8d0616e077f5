"""A module a command: what it takes, what it calls, how it ends."""

from collections.abc import Callable
from typing import NamedTuple

from crosscheck.commands.baseline import prune, write
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


class Group(NamedTuple):
    """Commands of two words: the first, what they are for, and the functions that the second ones are."""

    name: str
    help: str
    commands: tuple[Callable[..., None], ...]


GROUPS = (Group("baseline", "Keep a file of findings to live with.", (write, prune)),)

__all__ = ["COMMANDS", "GROUPS", "Group"]

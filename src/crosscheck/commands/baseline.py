"""``crosscheck baseline``: the findings of today, to be left out tomorrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crosscheck.commands.caching import open_cache
from crosscheck.commands.gate import load_baseline, settle
from crosscheck.commands.inputs import compare, load_settings, read_inputs
from crosscheck.commands.options import BaselineFile, CacheDir, ConfigFile, Documents, NoCache
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import deliver, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from crosscheck.records import Finding

FILE = Path("crosscheck-baseline.json")

baseline = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Keep a file of findings to live with.")


def _offer(keep: Callable[[Path, Callable[[], tuple[Finding, ...]]], None]) -> None:
    """Make *keep*, which gets the file and what finds the findings of today, a command under its own name."""

    @baseline.command(keep.__name__, help=keep.__doc__)
    def run(
        documents: Documents = None,
        file: BaselineFile = FILE,
        config: ConfigFile = None,
        cache_dir: CacheDir = None,
        no_cache: NoCache = False,
    ) -> None:
        keep(file, lambda: _find(documents, config, cache_dir, no_cache))


@_offer
def write(file: Path, find: Callable[[], tuple[Finding, ...]]) -> None:
    """Write the findings of today, but for those that are ignored or accepted."""
    from crosscheck.gate.baseline import make_baseline, write_baseline

    made = make_baseline(find())
    deliver(write_baseline(made), file)
    say(f"{file}: {len(made.findings)} written")


@_offer
def prune(file: Path, find: Callable[[], tuple[Finding, ...]]) -> None:
    """Take out what is found no more; nothing new comes in."""
    from crosscheck.gate import baseline as baselines

    before = load_baseline(file)
    left = baselines.prune(before, find())
    deliver(baselines.write_baseline(left), file)
    say(f"{file}: {len(before.findings) - len(left.findings)} taken out, {len(left.findings)} left")


def _find(names: list[str] | None, config: Path | None, cache_dir: Path | None, no_cache: bool) -> tuple[Finding, ...]:
    """Return the findings that nobody decided to live with; end the command where a document cannot be read."""
    settings = load_settings(config)
    cache = open_cache(settings, cache_dir, off=no_cache)
    texts, complete = read_inputs(names, settings)
    if not complete:
        raise typer.Exit(TROUBLE)
    left, mended = settle(compare(texts, settings, cache), settings)
    if not mended:
        raise typer.Exit(TROUBLE)
    return left

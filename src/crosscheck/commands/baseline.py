"""``crosscheck baseline``: the findings of today, to be left out tomorrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crosscheck.commands.caching import open_cache
from crosscheck.commands.gate import load_baseline, settle
from crosscheck.commands.inputs import compare, load_settings, read_inputs
from crosscheck.commands.options import BaselineFile, CacheDir, ConfigFile, Documents, LanguageOption, NoCache
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import Language, deliver, reader_language, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from crosscheck.records import Finding

    Find = Callable[[], tuple[Finding, ...]]

FILE = Path("crosscheck-baseline.json")


def _offer(keep: Callable[[Path, Find, Language], None]) -> Callable[..., None]:
    """Return *keep*, which gets the file, what finds the findings of today and the reader's language, as a command."""

    def run(
        documents: Documents = None,
        file: BaselineFile = FILE,
        language: LanguageOption = None,
        config: ConfigFile = None,
        cache_dir: CacheDir = None,
        no_cache: NoCache = False,
    ) -> None:
        reader = reader_language(language)
        keep(file, lambda: _find(documents, config, cache_dir, no_cache, reader), reader)

    run.__name__, run.__doc__ = keep.__name__, keep.__doc__
    return run


@_offer
def write(file: Path, find: Find, reader: Language) -> None:
    """Write the findings of today, but for those that are ignored or accepted."""
    from crosscheck.gate.baseline import make_baseline, write_baseline
    from crosscheck.messages import say

    made = make_baseline(find())
    deliver(write_baseline(made), file)
    tell(say("{file}: {number} written", file=str(file), number=len(made.findings)), reader)


@_offer
def prune(file: Path, find: Find, reader: Language) -> None:
    """Take out what is found no more; nothing new comes in."""
    from crosscheck.gate import baseline as baselines
    from crosscheck.messages import say

    before = load_baseline(file)
    left = baselines.prune(before, find())
    deliver(baselines.write_baseline(left), file)
    gone, kept = len(before.findings) - len(left.findings), len(left.findings)
    tell(say("{file}: {gone} taken out, {kept} left", file=str(file), gone=gone, kept=kept), reader)


def _find(
    names: list[str] | None, config: Path | None, cache_dir: Path | None, no_cache: bool, reader: Language
) -> tuple[Finding, ...]:
    """Return the findings that nobody decided to live with; end the command where a document cannot be read."""
    settings = load_settings(config)
    cache = open_cache(settings, cache_dir, off=no_cache)
    texts, complete = read_inputs(names, settings, reader)
    if not complete:
        raise typer.Exit(TROUBLE)
    left, mended = settle(compare(texts, settings, cache, reader, Language.en), settings, reader)
    if not mended:
        raise typer.Exit(TROUBLE)
    return left

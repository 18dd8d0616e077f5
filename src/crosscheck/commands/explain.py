"""``crosscheck explain``: one finding with its proof, and how to accept it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck.commands.caching import open_cache
from crosscheck.commands.inputs import compare, load_settings, read_inputs
from crosscheck.commands.options import CacheDir, ConfigFile, Documents, LanguageOption, NoCache
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import deliver, lay_out, reader_language
from crosscheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.records import Finding

_ENTRY = """
accepted:
  - {{finding: {fingerprint}, reason: "...", by: "...", until: YYYY-MM-DD}}
"""
_PLACE = "FINGERPRINT"


def explain(
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT", help="A finding's fingerprint, or its start.")],
    documents: Documents = None,
    language: LanguageOption = None,
    config: ConfigFile = None,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
) -> None:
    """Show one finding with its proof."""
    from crosscheck.messages import load_locale, say
    from crosscheck.reports.terminal import write_finding

    settings = load_settings(config)
    cache = open_cache(settings, cache_dir, off=no_cache)
    reader = reader_language(language)
    texts, complete = read_inputs(documents, settings, reader)
    report = compare(texts, settings, cache, reader, reader)
    finding = _choose(report.findings, fingerprint.lower())
    deliver(write_finding(report, finding, lay_out(settings, None, verbose=True, language=reader)))
    lead = say("To live with it, in claims.yaml:").said_in(load_locale(reader))
    deliver(f"\n{lead}\n{_ENTRY.format(fingerprint=finding.fingerprint)}")
    raise typer.Exit(0 if complete else TROUBLE)


def _choose(findings: Sequence[Finding], start: str) -> Finding:
    """Return the finding whose fingerprint begins with *start*.

    Raises:
        ConfigError: there is none, or several with different fingerprints.
    """
    from crosscheck.config.tree import suggest
    from crosscheck.messages import join, say

    meant = {finding.fingerprint: finding for finding in findings if finding.fingerprint.startswith(start)}
    if len(meant) == 1:
        return next(iter(meant.values()))
    if meant:
        what = say("{digits} begins several fingerprints", digits=repr(start))
        raise ConfigError(what, remedy=say("give more digits: {digits}", digits=join(sorted(meant))), place=_PLACE)
    known = sorted({finding.fingerprint for finding in findings})
    what = say("no finding with the fingerprint {digits}", digits=repr(start))
    remedy = suggest(start, known) if known else say("these documents have no findings")
    raise ConfigError(what, remedy=remedy, place=_PLACE)

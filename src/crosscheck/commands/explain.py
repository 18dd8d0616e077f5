"""``crosscheck explain``: one finding with its proof, and how to accept it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck.commands.caching import open_cache
from crosscheck.commands.inputs import compare, load_settings, read_inputs
from crosscheck.commands.options import CacheDir, ConfigFile, Documents, LanguageOption, NoCache
from crosscheck.commands.outcome import TROUBLE
from crosscheck.commands.surroundings import deliver, environment_language, lay_out
from crosscheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crosscheck.records import Finding

_ACCEPT = """
To live with it, in claims.yaml:

accepted:
  - {{finding: {fingerprint}, reason: "...", by: "...", until: YYYY-MM-DD}}
"""


def explain(
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT", help="A finding's fingerprint, or its start.")],
    documents: Documents = None,
    language: LanguageOption = None,
    config: ConfigFile = None,
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
) -> None:
    """Show one finding with its proof."""
    from crosscheck.reports.terminal import write_finding

    settings = load_settings(config)
    cache = open_cache(settings, cache_dir, off=no_cache)
    texts, complete = read_inputs(documents, settings)
    spoken = language or environment_language()
    report = compare(texts, settings, cache, spoken)
    finding = _choose(report.findings, fingerprint.lower())
    deliver(write_finding(report, finding, lay_out(settings, None, verbose=True, language=spoken)))
    deliver(_ACCEPT.format(fingerprint=finding.fingerprint))
    raise typer.Exit(0 if complete else TROUBLE)


def _choose(findings: Sequence[Finding], start: str) -> Finding:
    """Return the finding whose fingerprint begins with *start*.

    Raises:
        ConfigError: there is none, or several with different fingerprints.
    """
    from crosscheck.config.tree import suggest

    meant = {finding.fingerprint: finding for finding in findings if finding.fingerprint.startswith(start)}
    if len(meant) == 1:
        return next(iter(meant.values()))
    if meant:
        remedy = f"give more digits: {', '.join(sorted(meant))}"
        raise ConfigError(f"{start!r} begins several fingerprints", remedy=remedy, place="FINGERPRINT")
    known = sorted({finding.fingerprint for finding in findings})
    remedy = suggest(start, known) if known else "these documents have no findings"
    raise ConfigError(f"no finding with the fingerprint {start!r}", remedy=remedy, place="FINGERPRINT")

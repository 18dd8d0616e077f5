"""``crosscheck check``: the gate, a line a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck.commands.inputs import compare, load_settings, read_inputs
from crosscheck.commands.options import ConfigFile, Documents
from crosscheck.commands.outcome import TROUBLE, FailOn, exit_code
from crosscheck.commands.surroundings import deliver, lay_out, say, today
from crosscheck.reports import WRITERS

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.records import Report


def check(
    documents: Documents = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 1 from this severity on, else from the one in claims.yaml: error.")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    config: ConfigFile = None,
) -> None:
    """Print a line a finding; fail if one is grave."""
    from crosscheck.reports.wording import word_summary

    settings = load_settings(config)
    texts, complete = read_inputs(documents, settings)
    result = _without_accepted(compare(texts, settings), settings)
    deliver(WRITERS["lines"](result, lay_out(settings, None)))
    say(word_summary(result))
    least = FailOn.never if exit_zero else fail_on or FailOn(settings.gate.fail_on)
    raise typer.Exit(exit_code(result.findings, least) if complete else TROUBLE)


def _without_accepted(result: Report, config: Config) -> Report:
    """Return the report without the findings that claims.yaml accepts today; say on stderr how many these are."""
    from msgspec.structs import replace

    day = today()
    left = tuple(f for f in result.findings if not any(a.covers(f.fingerprint, day) for a in config.accepted))
    if len(left) < len(result.findings):
        say(f"accepted in claims.yaml: {len(result.findings) - len(left)}")
    return replace(result, findings=left)

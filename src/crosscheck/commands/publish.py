"""A report to where it is wanted: standard output, a file, the summary of a continuous integration job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.commands.surroundings import Language, append_summary, deliver, lay_out, reader_language
from crosscheck.reports import TRANSLATED, WRITERS

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.records import Report
    from crosscheck.reports.previous import Previous


def choose_language(file_format: str, asked: Language | None) -> Language:
    """Return the language of a report: the one *asked* for, else the environment's where people read the format."""
    return reader_language(asked) if file_format in TRANSLATED else asked or Language.en


def publish(
    report: Report,
    file_format: str,
    config: Config,
    output: Path | None,
    *,
    verbose: bool = False,
    language: Language = Language.en,
    previous: Previous | None = None,
) -> None:
    """Write *report*; as annotations, the job's summary too, where the runner offers a file for one.

    *language* is the one that its findings are told in, *previous* is the layout's.

    Raises:
        CrosscheckError: a file cannot be written.
    """
    layout = lay_out(config, output, verbose=verbose, language=language, previous=previous)
    deliver(WRITERS[file_format](report, layout), output)
    if file_format == "github":
        append_summary(WRITERS["markdown"](report, layout))

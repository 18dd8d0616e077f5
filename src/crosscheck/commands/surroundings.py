"""What surrounds the process: the terminal, the environment, the clock. No other module asks them anything."""

from __future__ import annotations

import getpass
import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from crosscheck.config import Config
    from crosscheck.errors import Sayable
    from crosscheck.reports.layout import Layout
    from crosscheck.reports.previous import Previous
    from crosscheck.reports.progress import Progress

_FILE_WIDTH, _WIDEST = 100, 160


class Language(StrEnum):
    """A language that interfaces speak."""

    en = "en"
    de = "de"


def reader_language(asked: Language | None) -> Language:
    """Return the language of whoever runs the command: *asked*, else the environment's, else English."""
    return asked or _environment_language()


def _environment_language() -> Language:
    """Return the language that the environment asks for, English where it asks for none that interfaces speak."""
    asked = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return next((language for language in Language if asked.lower().startswith(language)), Language.en)


def today() -> date:
    """Return the day on which the command runs."""
    return date.today()


def user_name() -> str:
    """Return who runs the command, as the system calls them; 'desk' where it does not say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "desk"


def count_processors() -> int:
    """Return how many processors the machine has, 1 where it does not say."""
    return os.cpu_count() or 1


def cache_folder() -> Path:
    """Return where the platform wants caches of the program."""
    from platformdirs import user_cache_path

    return user_cache_path("crosscheck", appauthor=False)


def print_note(text: str) -> None:
    """Print *text*, a line for whoever runs the command, on standard error."""
    typer.echo(text, err=True)


def tell(said: Sayable, language: Language) -> None:
    """Print *said*, a note or an error, on standard error in *language*."""
    from crosscheck.messages import load_locale

    print_note(said.said_in(load_locale(language)))


def deliver(text: str | Iterable[str], output: Path | None = None) -> None:
    """Write *text*, one piece after the other, to the file, or to stdout.

    There, letters that the encoding lacks become question marks. A reader who closes the pipe early has had enough: no
    error, and the exit code stays what was found.
    """
    pieces = (text,) if isinstance(text, str) else text
    if output is not None:
        from crosscheck.reports.delivery import write_file

        write_file(output, pieces)
        return
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.buffer.writelines(piece.encode(encoding, "replace") for piece in pieces)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def append_summary(pieces: Iterable[str]) -> None:
    """Append *pieces* to the file that a GitHub runner shows as the job's summary; nothing where there is no runner.

    Raises:
        CrosscheckError: the file cannot be written.
    """
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8") as stream:
            stream.writelines(pieces)
    except OSError as error:
        from crosscheck.messages import say, say_failure

        what = say("cannot be written: {reason}", reason=say_failure(error))
        raise CrosscheckError(what, remedy=say("correct or unset GITHUB_STEP_SUMMARY"), place=name) from error


def open_progress(stack: ExitStack, language: Language) -> Progress | None:
    """Return what draws a progress bar in *language* until *stack* closes; None where nobody looks."""
    from crosscheck.messages import load_locale, say
    from crosscheck.reports.progress import show_progress

    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    task = say("reading documents").said_in(load_locale(language))
    return stack.enter_context(show_progress(sys.stderr, time.monotonic, task))


def lay_out(
    config: Config,
    output: Path | None,
    *,
    verbose: bool = False,
    language: Language = Language.en,
    previous: Previous | None = None,
) -> Layout:
    """Return the room and means of the terminal, or of a file, and the words for attributes and rules."""
    from crosscheck.config import known_concepts
    from crosscheck.findings import RULES
    from crosscheck.messages import load_locale
    from crosscheck.reports.layout import Layout, RulePage

    locale = load_locale(language)
    labels = {name: concept.label for name, concept in known_concepts(config).items() if concept.label}
    is_file = output is not None
    return Layout(
        width=_FILE_WIDTH if is_file else min(shutil.get_terminal_size().columns, _WIDEST),
        color=not is_file and _takes_color(sys.stdout, os.environ),
        unicode=is_file or _takes_unicode(sys.stdout),
        verbose=verbose,
        labels={name: known.get(language.value) or known.get("en", "") for name, known in labels.items()},
        rules=tuple(RulePage(rule.code, rule.name.said_in(locale), rule.said_in(locale)[1:]) for rule in RULES),
        language=language.value,
        previous=previous,
    )


def page_width() -> int:
    """Return how many columns a page of running text takes: those of the terminal, and no more than can be read."""
    return min(shutil.get_terminal_size().columns, _FILE_WIDTH)


def _takes_color(stream: TextIO, environment: Mapping[str, str]) -> bool:
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (stream.isatty() and environment.get("TERM") != "dumb")


def _takes_unicode(stream: TextIO) -> bool:
    try:
        "✗✓≈→·…".encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True

"""Help, and what is wrong with arguments, in the language of the reader."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import Run, commands_in
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.main import get_command

from crosscheck.cli import app
from crosscheck.commands.options import asked_language
from crosscheck.commands.usage import COMPLAINTS, SpeakingCommand, SpeakingGroup
from crosscheck.translations import load_translations, recognise

GOLDEN = Path(__file__).parents[1] / "golden" / "help-report-de.txt"
HEADINGS = ("Usage:", "Arguments:", "Options:", "Commands:", "[OPTIONS]", "COMMAND", "[ARGS]", "Show this", "[default")


def find_commands(*path: str) -> Iterator[tuple[str, ...]]:
    """Yield the words that name each command below *path*, and *path* itself."""
    yield path
    command = get_command(app)
    for name in path:
        assert isinstance(command, TyperGroup)
        command = command.commands[name]
    if isinstance(command, TyperGroup):
        for name in command.commands:
            yield from find_commands(*path, name)


EVERY_COMMAND = tuple(find_commands())
each_command = pytest.mark.parametrize("path", EVERY_COMMAND, ids=lambda path: "-".join(path) or "root")


def texts_of(path: tuple[str, ...]) -> list[str]:
    """Return what the program says of a command, of its parameters and of the commands below it, in English."""
    command = get_command(app)
    for name in path:
        assert isinstance(command, TyperGroup)
        command = command.commands[name]
    described = [param.help for param in command.params if isinstance(param, TyperArgument | TyperOption)]
    below = [each.help for each in command.commands.values()] if isinstance(command, TyperGroup) else []
    return [text for text in (command.help, *described, *below) if text]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run commands in an empty folder, where the environment is German."""
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    return commands_in(tmp_path, monkeypatch, capsys)


def test_every_command_is_among_those_whose_help_is_read() -> None:
    assert {("report",), ("lsp",), ("baseline",), ("baseline", "prune")} < set(EVERY_COMMAND)


@each_command
def test_help_in_german_leaves_nothing_in_english(
    run: Run, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    page = run(*path, "-h")
    assert (page.code, page.err) == (0, "")
    assert page.out.startswith(f"Aufruf: {' '.join(('crosscheck', *path))} [OPTIONEN]")
    assert [heading for heading in HEADINGS if heading in page.out] == []
    shown = " ".join(page.out.split())
    catalogue = load_translations("de")
    for text in texts_of(path):
        german = catalogue.gettext(text)
        assert german != text
        assert german[:50] in shown
        assert text not in shown


@each_command
def test_help_in_english_is_what_the_library_writes(
    run: Run, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    ours = run(*path, "-h")
    for own in (SpeakingCommand, SpeakingGroup):
        monkeypatch.delattr(own, "format_help")
        monkeypatch.delattr(own, "format_usage")
    assert run(*path, "-h") == ours


def test_a_german_page_reads_as_it_should(run: Run) -> None:
    assert run("report", "-h").out == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("environment", "arguments", "first"),
    [
        ("C.UTF-8", ("--lang", "de", "-h"), "Aufruf: "),
        ("C.UTF-8", ("--lang=de", "--help"), "Aufruf: "),
        ("C.UTF-8", ("-h", "--lang", "de"), "Aufruf: "),
        ("C.UTF-8", ("--lang", "fr", "-h"), "Usage: "),
        ("fr_FR.UTF-8", ("-h",), "Usage: "),
        ("de_DE.UTF-8", ("--lang", "en", "-h"), "Usage: "),
        ("de_DE.UTF-8", ("--lang", "fr", "-h"), "Aufruf: "),
        ("de_DE.UTF-8", ("--lang", "en", "--lang", "de", "-h"), "Aufruf: "),
    ],
)
def test_help_is_in_the_language_asked_for_else_the_environments(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: str, arguments: tuple[str, ...], first: str
) -> None:
    monkeypatch.setenv("LC_ALL", environment)
    assert run("check", *arguments).out.startswith(f"{first}crosscheck check ")


def test_a_language_that_is_not_given_is_not_asked_for() -> None:
    assert asked_language(()) is None
    assert asked_language(("report", "--lang")) is None
    assert asked_language(("report", "--language", "de")) is None


FORMATS = "terminal, html, json, lines, markdown, sarif, github, gitlab, junit, rdjson"
ROOT, REPORT = ("", "[OPTIONS] COMMAND [ARGS]..."), (" report", "[OPTIONS] [DOC]")
WRONG = [
    ("report --colour", REPORT, "No such option: --colour", "Die Option --colour gibt es nicht."),
    (
        "report --outputt x",
        REPORT,
        "No such option: --outputt (Possible options: --output)",
        "Die Option --outputt gibt es nicht. (Mögliche Optionen: --output)",
    ),
    ("report --output", REPORT, "Option '--output' requires an argument.", "Die Option '--output' braucht einen Wert."),
    (
        "report --no-cache=no",
        REPORT,
        "Option '--no-cache' does not take a value.",
        "Die Option '--no-cache' nimmt keinen Wert an.",
    ),
    (
        "report --fail-on fatal",
        REPORT,
        "Invalid value for '--fail-on': 'fatal' is not one of 'never', 'info', 'warning', 'error'.",
        "Ungültiger Wert für '--fail-on': 'fatal' ist keiner von diesen: 'never', 'info', 'warning', 'error'.",
    ),
    (
        "report --format docx:x",
        REPORT,
        f"Invalid value for '--format': unknown format 'docx:x'; use one of {FORMATS}",
        f"Ungültiger Wert für '--format': unbekanntes Format 'docx:x'; eines von diesen angeben: {FORMATS}",
    ),
    (
        "explain",
        (" explain", "[OPTIONS] {FINGERPRINT} [DOC]"),
        "Missing argument 'FINGERPRINT'.",
        "Das Argument 'FINGERPRINT' fehlt.",
    ),
    (
        "rule CC101 Options Usage",
        (" rule", "[OPTIONS] [CODE]"),
        "Got unexpected extra argument(s) (Options Usage)",
        "Überzählige Argumente: Options Usage",
    ),
    ("audit", ROOT, "No such command 'audit'.", "Den Befehl 'audit' gibt es nicht."),
    (
        "baseline wrte",
        (" baseline", "[OPTIONS] COMMAND [ARGS]..."),
        "No such command 'wrte'. Did you mean 'write'?",
        "Den Befehl 'wrte' gibt es nicht. Meinten Sie 'write'?",
    ),
    ("--", ROOT, "Missing command.", "Der Befehl fehlt."),
]
each_mistake = pytest.mark.parametrize(
    ("arguments", "usage", "english", "german"), WRONG, ids=[arguments for arguments, *_ in WRONG]
)


@each_mistake
def test_what_is_wrong_with_arguments_is_told_in_german(
    run: Run, arguments: str, usage: tuple[str, str], english: str, german: str
) -> None:
    command, pieces = usage
    for own, foreign in (("OPTIONEN", "OPTIONS"), ("BEFEHL [ARGUMENTE]", "COMMAND [ARGS]"), ("DOKUMENT", "DOC")):
        pieces = pieces.replace(foreign, own)
    ended = run(*arguments.split())
    assert (ended.code, ended.out) == (2, "")
    hint = f"Hilfe gibt es mit 'crosscheck{command} -h'."
    assert ended.err == f"Aufruf: crosscheck{command} {pieces}\n{hint}\n\nFehler: {german}\n"
    assert english not in ended.err


@each_mistake
def test_what_is_wrong_with_arguments_is_told_in_english_elsewhere(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: str, usage: tuple[str, str], english: str, german: str
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    command, pieces = usage
    ended = run(*arguments.split())
    assert (ended.code, ended.out) == (2, "")
    hint = f"Try 'crosscheck{command} -h' for help."
    assert ended.err == f"Usage: crosscheck{command} {pieces}\n{hint}\n\nError: {english}\n"
    assert german not in ended.err


def test_a_path_that_cannot_be_read_is_told_in_german(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("desk.yaml").touch()
    monkeypatch.setattr(os, "access", lambda *_: False)
    ended = run("report", "--config", "desk.yaml")
    assert ended.code == 2
    assert ended.err.endswith("\n\nFehler: Ungültiger Wert für '--config': 'desk.yaml' ist nicht lesbar.\n")


def test_every_complaint_is_one_of_the_library() -> None:
    german = load_translations("de")
    heard = {f"Error: {english}" for _, _, english, _ in WRONG}
    heard |= {"Try 'crosscheck -h' for help.", "Error: Path 'desk.yaml' is not readable."}
    said = {recognise(text, COMPLAINTS, german) for text in heard}
    for template in COMPLAINTS:
        others = [other for other in COMPLAINTS if other != template]
        is_missed = {recognise(text, others, german) for text in heard} != said
        assert is_missed or f"Error: {template}" in heard, template


@pytest.mark.parametrize("path", [(), ("baseline",)])
def test_a_group_without_a_command_tells_its_help_and_ends_with_2(run: Run, path: tuple[str, ...]) -> None:
    page = run(*path, "-h")
    bare = run(*path)
    assert (bare.code, bare.out, bare.err) == (2, "", page.out)


def test_a_bad_value_of_the_language_is_told_in_the_environments(run: Run) -> None:
    assert "Ungültiger Wert für '--lang': 'fr' ist keiner von diesen: 'en', 'de'." in run("report", "--lang", "fr").err


def test_german_help_imports_nothing_heavy() -> None:
    heavy = ("rich", "msgspec", "yaml", "babel", "pint", "re2", "rapidfuzz", "trafilatura")
    script = (
        "import sys\nfrom crosscheck.cli import main\ntry:\n    main(['report', '--lang', 'de', '-h'])\n"
        f"except SystemExit:\n    pass\nprint([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Aufruf: crosscheck report ")
    assert done.stderr.strip() == "[]"

"""Arguments in, exit code out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import Run, commands_in

from crosscheck.records import REPORT_MARK

DRAFT = "Mark Reckless won the by-election in Rochester with 16,867 votes on Thursday.\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line in an empty folder."""
    return commands_in(tmp_path, monkeypatch, capsys)


def test_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    commands = [line.split()[0] for line in outcome.out.partition("Commands:\n")[2].splitlines()]
    assert commands == ["report", "check", "extract", "explain", "rule", "diff", "init", "lsp", "baseline"]


def test_help_imports_nothing_heavy() -> None:
    heavy = ("rich", "msgspec", "yaml", "babel", "pint", "re2", "rapidfuzz", "trafilatura")
    script = (
        "import sys\nfrom crosscheck.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run([sys.executable, "-m", "crosscheck", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("crosscheck ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["report", "--format", "docx", "a.txt"], "unknown format 'docx'; use one of terminal, html, json"),
        (["report", "--fail-on", "fatal", "a.txt"], "fatal"),
        (["report", "--colour"], "No such option: --colour"),
        (["audit"], "audit"),
        (["rule", "CC1O1"], "unknown rule 'CC1O1'; did you mean 'CC101'?"),
    ],
)
def test_a_bad_option_is_named_and_exits_with_2(run: Run, arguments: list[str], message: str) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""


@pytest.mark.parametrize("command", ["report", "check", "extract"])
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("gone.txt", None, "gone.txt: no such file; check the path\n"),
        ("empty.txt", b"", "empty.txt: the file is empty; give it text or leave it out\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture.txt: "),
        ("draft.pages", b"text", "draft.pages: no reader for .pages files; use one of .txt"),
        ("folder/.keep", b"", "folder: no documents in this folder; "),
        ("broken.md", b"---\ntitle: [a\ndate: 2014-11-20\n---\nText.\n", "broken.md:"),
    ],
)
def test_an_unreadable_document_is_one_message_and_exits_with_2(
    run: Run, command: str, name: str, content: bytes | None, message: str
) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    if content is not None:
        path.write_bytes(content)
    outcome = run(command, name.removesuffix("/.keep"))
    assert outcome.code == 2
    assert outcome.err.startswith(message)
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""


def test_a_guessed_encoding_is_a_note_and_no_error(run: Run) -> None:
    text = "Die Wahlbeteiligung in München betrug 50,7 Prozent, wie die Behörde für Wahlen erklärte.\n"
    Path("draft.txt").write_bytes(text.encode("cp1252"))
    outcome = run("report", "draft.txt", "--format", "json")
    assert outcome.code == 0
    assert outcome.err.startswith("draft.txt: ")
    assert outcome.err.count("\n") == 1
    assert "München" in json.loads(outcome.out)["claims"][0]["sentence"]


def test_no_documents_at_all_is_an_error_with_its_remedy(run: Run) -> None:
    outcome = run("report")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "no documents; name files, or list them as 'documents' in claims.yaml\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("document: []\n", "claims.yaml:1:1: "),
        ("gate: {fail_on: fatal}\n", "claims.yaml:1:"),
        ("a: [\n", "claims.yaml:2:"),
    ],
)
def test_a_mistake_in_claims_yaml_has_its_place(run: Run, text: str, place: str) -> None:
    Path("claims.yaml").write_text(text, encoding="utf-8")
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = run("report", "draft.txt")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(place)
    assert outcome.err.count("\n") == 1
    assert run("report", "--config", "other.yaml", "draft.txt").err.startswith("other.yaml: ")


def test_other_documents_are_still_reported_when_one_is_unreadable(run: Run) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = run("report", "draft.txt", "gone.txt")
    assert outcome.code == 2
    assert "draft.txt" in outcome.out
    assert outcome.err == "gone.txt: no such file; check the path\n"


def test_documents_come_from_the_nearest_claims_yaml_upwards(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("wire").mkdir()
    Path("wire/draft.txt").write_text(DRAFT, encoding="utf-8")
    Path("claims.yaml").write_text("documents:\n  - {path: wire/*.txt, source: The Desk}\n", encoding="utf-8")
    monkeypatch.chdir("wire")
    outcome = run("report", "--format", "json")
    assert outcome.code == 0
    assert [document["source"] for document in json.loads(outcome.out)["documents"]] == ["The Desk"]


def test_a_dash_is_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    outcome = run("report", "--format", "json", "-")
    assert [document["path"] for document in json.loads(outcome.out)["documents"]] == [None]


def test_output_goes_to_the_file_alone(run: Run) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = run("report", "draft.txt", "--format", "json", "--output", "report.json")
    assert (outcome.code, outcome.out) == (0, "")
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["schema"] == 1
    assert sorted(str(path) for path in Path().iterdir()) == ["draft.txt", "report.json"]


def test_an_output_that_cannot_be_written_leaves_nothing_behind(run: Run) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    Path("folder").mkdir()
    for output in ("gone/report.json", "folder"):
        outcome = run("report", "draft.txt", "--output", output)
        assert (outcome.code, outcome.out) == (2, "")
        assert outcome.err.startswith(f"{output}: cannot be written: ")
    assert sorted(str(path) for path in Path().iterdir()) == ["draft.txt", "folder"]


def test_an_error_keeps_the_output_of_the_run_before(run: Run) -> None:
    Path("report.json").write_text("before", encoding="utf-8")
    assert run("report", "gone.txt", "--output", "report.json").code == 2
    assert Path("report.json").read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
    ],
)
def test_colour_is_the_environments_choice(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], colour: bool
) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in run("report", "draft.txt").out) is colour


def test_rules_are_listed_and_each_has_its_page(run: Run) -> None:
    listed = [line.split()[0] for line in run("rule").out.splitlines()]
    assert listed == sorted(listed)
    assert "CC201" in listed
    for code in listed:
        page = run("rule", code.lower())
        assert (page.code, page.err) == (0, "")
        assert len(page.out.splitlines()) > 3


def test_a_manual_page_is_told_in_the_language_of_the_reader(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("COLUMNS", "60")
    page = run("rule", "CC302").out
    assert page.startswith("CC302 Reihenfolge von Daten.\n\nWas sie findet: Daten zusammenhängender Ereignisse")
    assert max(map(len, page.splitlines())) <= 60
    assert run("rule", "CC302", "--lang", "en").out.startswith("CC302 Order of dates.\n\nWhat it finds: ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "weg.md"], "weg.md: keine solche Datei; Pfad prüfen"),
        (["check"], "keine Dokumente; Dateien nennen oder in claims.yaml unter 'documents' aufführen"),
        (["check", "--select", "CC1O1", "draft.txt"], "--select: unbekannter Code 'CC1O1'; meinten Sie 'CC101'?"),
        (["check", "--changed-since", "HEAD", "draft.txt"], "--changed-since: dieser Ordner gehört zu keinem Git-Repo"),
        (["check", "--baseline", "weg.json", "draft.txt"], "weg.json: nicht lesbar: Datei oder Ordner nicht gefunden;"),
        (["report", "--output", "ordner", "draft.txt"], "ordner: nicht beschreibbar: ist ein Ordner; eine Datei in"),
        (
            ["explain", "ffff", "draft.txt"],
            "FINGERPRINT: kein Befund mit dem Fingerabdruck 'ffff'; zu diesen Dokumenten",
        ),
        (
            ["extract", "ordner"],
            "ordner: keine Dokumente in diesem Ordner; einen Ordner mit Dateien nennen, die auf .txt",
        ),
        (["diff", "draft.txt", "draft.txt"], "draft.txt:1:1: kein JSON: "),
        (["init", "leer.txt"], "leer.txt: die Datei ist leer; mit Text füllen oder weglassen"),
        (["baseline", "prune", "draft.txt"], "crosscheck-baseline.json: nicht lesbar: "),
        (["rule", "CC1O1"], "CODE: unbekannte Prüfregel 'CC1O1'; meinten Sie 'CC101'?"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_an_error_is_told_in_the_language_of_the_reader(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    Path("leer.txt").touch()
    Path("ordner").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    for environment, options in (("de_DE.UTF-8", []), ("C.UTF-8", ["--lang", "de"])):
        monkeypatch.setenv("LC_ALL", environment)
        ended = run(*arguments, *options)
        assert ended.code == 2
        assert message in ended.err


def test_an_extraction_is_told_in_the_language_of_the_reader(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("Der Umbau der Halle in Kirchau dauerte fast drei Jahre.\n", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    german, english = run("extract", "a.txt").out, run("extract", "a.txt", "--lang", "en").out
    assert german.startswith("a.txt: 1 Satz, ")
    assert english.startswith("a.txt: 1 sentence, ")
    assert ("Dauer" in german, "duration" in english) == (True, True)


def test_notes_and_counts_are_told_in_the_language_of_the_reader(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    Path("a.txt").write_text("Leeds 3 York 2", encoding="utf-8")
    for file_format in ("lines", "json"):
        assert run("check", "a.txt", "--format", file_format).err == (
            "a.txt: die Wörter verraten die Sprache nicht: gelesen als en\n"
            "1 Dokument, 0 Fakten: nichts ließ sich vergleichen\n"
        )


@pytest.mark.parametrize(
    ("environment", "options", "language"),
    [
        ({"LANG": "de_AT.UTF-8"}, [], "de"),
        ({"LANG": "de_AT.UTF-8", "LC_ALL": "C.UTF-8"}, [], "en"),
        ({"LANG": "de_AT.UTF-8"}, ["--lang", "en"], "en"),
        ({"LANG": "fi_FI.UTF-8"}, ["--lang", "de"], "de"),
        ({}, [], "en"),
    ],
)
def test_a_report_speaks_the_language_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], options: list[str], language: str
) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run("report", "draft.txt", "--format", "html", *options).out.startswith(
        f'<!doctype html>{REPORT_MARK}\n<html lang="{language}">'
    )
    alone = {"en": "Stated by one document only", "de": "Nur von einem Dokument genannt"}
    assert alone[language] in run("report", "draft.txt", *options).out


def test_an_earlier_report_that_is_none_is_an_error_before_anything_is_written(run: Run) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    Path("before.json").write_text("{}", encoding="utf-8")
    for name, message in {"before.json": "no report of schema 1", "gone.json": "cannot be read"}.items():
        outcome = run("report", "draft.txt", "--format", "html", "--previous", name, "--output", "page.html")
        assert outcome.code == 2
        assert outcome.err.startswith(f"{name}: {message}")
        assert not Path("page.html").exists()


def test_the_language_server_names_the_packages_it_needs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    ended = run("lsp")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("lsp: the language server needs pygls, which is not installed; run: pip install ")

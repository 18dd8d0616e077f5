"""The commands beside the gate: explain, diff, init."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from command import Run, commands_in
from desk import FIRST, set_up


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line beside two reports that disagree."""
    set_up(tmp_path)
    return commands_in(tmp_path, monkeypatch, capsys)


def fingerprint_of(run: Run) -> str:
    """Return the fingerprint of the one finding."""
    (finding,) = json.loads(run("report", ".", "--format", "json").out)["findings"]
    return str(finding["fingerprint"])


def test_a_finding_is_explained_and_how_to_accept_it(run: Run) -> None:
    fingerprint = fingerprint_of(run)
    done = run("explain", fingerprint[:6].upper(), ".")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("#1 ✗ error  CC101 value, ")
    assert all(words in done.out for words in ("first.md:1:57", "second.md:3:14", "12,431 - 12,341 = 90"))
    snippet = done.out.partition("in claims.yaml:\n")[2].replace("YYYY-MM-DD", "2999-12-31")
    assert yaml.safe_load(snippet)["accepted"][0]["finding"] == fingerprint
    Path("claims.yaml").write_text(snippet, encoding="utf-8")
    assert run("check", ".").code == 0


def test_an_unknown_fingerprint_is_an_error(run: Run) -> None:
    fingerprint = fingerprint_of(run)
    wrong = f"{fingerprint[:-1]}{'0' if fingerprint[-1] != '0' else '1'}"
    done = run("explain", wrong, ".")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"FINGERPRINT: no finding with the fingerprint {wrong!r}; did you mean {fingerprint!r}?\n"
    for name, figure in (("third.md", "5,212"), ("fourth.md", "5,121")):
        text = f"Ben Okafor won the by-election in Marl. Okafor polled {figure} votes.\n"
        Path(name).write_text(text, encoding="utf-8")
    several = run("explain", "", ".")
    assert several.code == 2
    assert several.err.startswith("FINGERPRINT: '' begins several fingerprints; give more digits: ")
    assert run("explain", "00", "first.md").err.endswith("; these documents have no findings\n")


def test_two_reports_differ_by_their_findings(run: Run) -> None:
    run("report", ".", "--format", "json", "--output", "a.json")
    Path("second.md").write_text(FIRST, encoding="utf-8")
    run("report", ".", "--format", "json", "--output", "b.json")
    message = "Anna Weiss, votes: 12,431 against 12,341"
    line = f"first.md:1:57: CC101 error: {message} (second.md:3:14)"
    gone = run("diff", "a.json", "b.json", "--fail-on", "info")
    assert (gone.code, gone.out, gone.err) == (0, f"- {line}\n", "0 new, 1 gone, 0 changed, 0 the same\n")
    new = run("diff", "b.json", "a.json")
    assert (new.code, new.out, new.err) == (0, f"+ {line}\n", "1 new, 0 gone, 0 changed, 0 the same\n")
    assert run("diff", "b.json", "a.json", "--fail-on", "error").code == 1
    same = run("diff", "a.json", "a.json", "--fail-on", "info")
    assert (same.code, same.out, same.err) == (0, "", "0 new, 0 gone, 0 changed, 1 the same\n")


def test_a_finding_of_another_severity_is_told(run: Run) -> None:
    run("report", ".", "--format", "json", "--output", "a.json")
    text = Path("a.json").read_text(encoding="utf-8")
    Path("b.json").write_text(text.replace('"severity": "error"', '"severity": "warning"'), encoding="utf-8")
    milder = run("diff", "a.json", "b.json", "--fail-on", "info")
    assert milder.code == 0
    assert milder.out.startswith("~ first.md:1:57: CC101 warning: ")
    assert milder.out.endswith(" [was error]\n")
    assert run("diff", "b.json", "a.json", "--fail-on", "error").code == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "b.json: cannot be read: No such file or directory; check the path\n"),
        (b'{"schema": 1,\n', "b.json:2:1: no JSON: "),
        (b"\xff", "b.json: no JSON: "),
        (b"{}", "b.json: no report of schema 1: "),
        (b'{"schema": 2}', "b.json: no report of schema 1: "),
    ],
)
def test_a_broken_report_is_an_error_with_its_place(run: Run, content: bytes | None, said: str) -> None:
    run("report", ".", "--format", "json", "--output", "a.json")
    if content is not None:
        Path("b.json").write_bytes(content)
    done = run("diff", "a.json", "b.json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(said)


def test_a_first_claims_yaml_lists_the_documents_and_is_valid(run: Run) -> None:
    Path("wire").mkdir()
    Path("wire/a [1].md").write_text(
        "---\ndate: 2014-11-20\nsource: AFP\n---\nDie Wahl war am Donnerstag.\n", encoding="utf-8"
    )
    done = run("init")
    assert (done.code, done.out, done.err) == (0, "", "claims.yaml: 3 documents listed\n")
    text = Path("claims.yaml").read_text(encoding="utf-8")
    assert "    # source: AFP\n    # published: 2014-11-20\n" in text
    settings = yaml.safe_load(text)
    assert [entry["path"] for entry in settings["documents"]] == ["first.md", "second.md", "wire/a [[]1].md"]
    assert settings["languages"] == ["de", "en"]
    assert run("check").code == 1


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_comment_of_a_first_claims_yaml_can_be_switched_on(run: Run, language: str) -> None:
    run("init", "--lang", language)
    lines = Path("claims.yaml").read_text(encoding="utf-8").partition("\nlanguages")[2].splitlines()
    keys = [line.removeprefix("# ") for line in lines if line.startswith(("# -", "#   ")) or line.endswith(":")]
    text = "\n".join(line for line in keys if not line.endswith(".") and "crosscheck" not in line)
    text = text.replace("accepted:\n", "accepted:\n").replace("until: 2027", "until: 2999")
    Path("claims.yaml").write_text(f"{text}\n", encoding="utf-8")
    assert {"entities", "attributes", "constraints", "known", "accepted"} <= set(yaml.safe_load(text))
    done = run("check", ".")
    assert done.code == 1
    assert "no finding has the accepted fingerprint 3f2a9c41" in done.err


def test_the_comments_of_a_first_claims_yaml_are_told_in_the_language_of_the_reader(run: Run) -> None:
    assert run("init", "--lang", "de").err == "claims.yaml: 2 Dokumente eingetragen\n"
    german = Path("claims.yaml").read_text(encoding="utf-8")
    assert "\n    # source: wer es sagt\n" in german
    run("init", "--force", "--lang", "en")
    english = Path("claims.yaml").read_text(encoding="utf-8")
    assert "\n    # source: who says it\n" in english
    assert yaml.safe_load(german) == yaml.safe_load(english)
    assert max(map(len, german.splitlines())) <= max(map(len, english.splitlines()))


def test_many_documents_are_listed_by_folder(run: Run) -> None:
    Path("wire").mkdir()
    for number in range(40):
        Path(f"wire/{number:02}.txt").write_text(FIRST, encoding="utf-8")
    assert run("init").code == 0
    settings = yaml.safe_load(Path("claims.yaml").read_text(encoding="utf-8"))
    assert settings["documents"] == [{"path": "*.md"}, {"path": "wire/*.txt"}]


def test_a_claims_yaml_is_overwritten_only_by_force(run: Run) -> None:
    Path("claims.yaml").write_text("gate: {fail_on: never}\n", encoding="utf-8")
    done = run("init")
    assert (done.code, done.out) == (2, "")
    assert done.err == "claims.yaml: there is one already; edit it, or overwrite it with --force\n"
    assert Path("claims.yaml").read_text(encoding="utf-8") == "gate: {fail_on: never}\n"
    assert run("init", "--force").code == 0
    assert "first.md" in Path("claims.yaml").read_text(encoding="utf-8")


def test_nothing_to_list_writes_nothing(run: Run) -> None:
    Path("empty").mkdir()
    assert run("init", "empty").code == 2
    assert not Path("claims.yaml").exists()

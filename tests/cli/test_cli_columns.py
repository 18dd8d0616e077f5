"""Places that each format gives, held against the files: letters of every width stand before the figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from command import Run, commands_in

FILES = {
    "blog.html": (
        "<!doctype html>\n<html lang='de'><body><article><h1>Nachwahl in Carford</h1>\n"
        "<p>Die Grüne Anna Weiss &ndash; 🌻 &ndash; hat die Nachwahl in Carford gewonnen. "
        "Anna Weiss erhielt <b>12.413</b> Stimmen.</p>\n</article></body></html>\n"
    ),
    "draft.md": "Anna Weiss won the by-election in Carford. 👩‍🌾 Voilà 🎉: Weiss polled **12,431** votes.\n",
    "wire.txt": "Anna Weiss won the by-election in Carford.\nCafe\u0301 — “Zürich”: Weiss polled 12,341 votes.\n",
}
QUOTES = {"blog.html": "12.413</b> Stimmen", "draft.md": "12,431** votes", "wire.txt": "12,341 votes"}
Place = tuple[str, int, int, int]
"""File, line, first column, the column behind the last."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command line beside three files that disagree."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return commands_in(tmp_path, monkeypatch, capsys)


def of_json(text: str) -> list[Place]:
    """Return the places of every quotation in a report."""
    sides = [side for finding in json.loads(text)["findings"] for side in finding["evidence"]]
    return [(side["document"], side["line"], side["column"], side["end_column"]) for side in sides]


def of_sarif(text: str) -> list[Place]:
    """Return the places of a SARIF log."""
    places = []
    for result in json.loads(text)["runs"][0]["results"]:
        for location in (*result["locations"], *result["relatedLocations"]):
            physical = location["physicalLocation"]
            region = physical["region"]
            name = unquote(physical["artifactLocation"]["uri"])
            places.append((name, region["startLine"], region["startColumn"], region["endColumn"]))
    return places


def of_gitlab(text: str) -> list[Place]:
    """Return the places of a code quality list."""
    sides = [side for issue in json.loads(text) for side in (issue["location"], *issue["other_locations"])]
    return [
        (
            side["path"],
            side["positions"]["begin"]["line"],
            side["positions"]["begin"]["column"],
            side["positions"]["end"]["column"],
        )
        for side in sides
    ]


def of_rdjson(text: str) -> list[Place]:
    """Return the places of reviewdog's diagnostics, in bytes."""
    sides = [
        side
        for found in json.loads(text)["diagnostics"]
        for side in (found["location"], *(other["location"] for other in found["related_locations"]))
    ]
    return [
        (
            side["path"],
            side["range"]["start"]["line"],
            side["range"]["start"]["column"],
            side["range"]["end"]["column"],
        )
        for side in sides
    ]


@pytest.mark.parametrize(("file_format", "read"), [("json", of_json), ("sarif", of_sarif), ("gitlab", of_gitlab)])
def test_every_place_is_that_of_the_figure_in_its_file(
    run: Run, file_format: str, read: Callable[[str], list[Place]]
) -> None:
    places = read(run("check", ".", "--format", file_format).out)
    assert {name for name, *_ in places} == set(FILES)
    for name, line, first, behind in places:
        assert FILES[name].split("\n")[line - 1][first - 1 : behind - 1] == QUOTES[name]


def test_bytes_lead_to_the_same_figures(run: Run) -> None:
    places = of_rdjson(run("check", ".", "--format", "rdjson").out)
    assert {name for name, *_ in places} == set(FILES)
    for name, line, first, behind in places:
        assert FILES[name].split("\n")[line - 1].encode()[first - 1 : behind - 1].decode() == QUOTES[name]


def test_lines_name_the_same_places(run: Run) -> None:
    printed = run("check", ".").out
    for name, text in FILES.items():
        before = text[: text.index(QUOTES[name])].split("\n")
        assert f"{name}:{len(before)}:{len(before[-1]) + 1}" in printed

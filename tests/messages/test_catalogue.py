"""The catalogues hold what the code says, all of it and no more, with the placeholders of the English."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

_SAYING = {"say": 1, "say_count": 3}
"""The functions that say something, and how many arguments stand before those for the placeholders."""


def _load_tool() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "messages.py"
    spec = importlib.util.spec_from_file_location("messages_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = _load_tool()
CATALOGUES = tool.catalogue_paths()


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for name, path in tool.speaking_modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAYING:
                yield f"{name}:{node.lineno}", node


CALLS = list(_calls())


def _placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_there_is_a_german_catalogue() -> None:
    assert [path.stem for path in CATALOGUES] == ["de"]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_holds_the_messages_of_the_code_and_no_others(path: Path) -> None:
    held = {message.id for message in tool.read_catalogue(path) if message.id}
    assert held == set(tool.extract_messages()), "run 'make messages'"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_is_translated(path: Path) -> None:
    assert not [*tool.missing(tool.read_catalogue(path))]
    assert not [message.id for message in tool.read_catalogue(path) if message.id and message.fuzzy]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_has_the_placeholders_of_the_message(path: Path) -> None:
    for message in tool.read_catalogue(path):
        if message.id:
            several = (message.id,) if isinstance(message.id, str) else message.id
            forms = (message.string,) if isinstance(message.string, str) else message.string
            assert {frozenset(_placeholders(text)) for text in (*several, *forms)} == {
                frozenset(_placeholders(several[0]))
            }, message.id


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_compiled_catalogue_is_up_to_date(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as stream:
        compiled = GNUTranslations(stream)
    for message in tool.read_catalogue(path):
        if message.id and isinstance(message.id, str):
            assert compiled.gettext(message.id) == message.string, "run 'make messages'"
        elif message.id:
            assert [compiled.ngettext(message.id[0], message.id[1], n) for n in (1, 2)] == [*message.string], (
                "run 'make messages'"
            )


@pytest.mark.parametrize(("place", "call"), CALLS, ids=[place for place, _ in CALLS])
def test_what_is_said_is_written_out_with_its_placeholders(place: str, call: ast.Call) -> None:
    assert isinstance(call.func, ast.Name)
    templates = call.args[: 2 if call.func.id == "say_count" else 1]
    assert len(call.args) == _SAYING[call.func.id], place
    for template in templates:
        assert isinstance(template, ast.Constant)
        assert _placeholders(str(template.value)) == {keyword.arg for keyword in call.keywords}, place


def test_no_message_is_out_of_reach_of_the_extraction() -> None:
    taken = set(tool.extract_messages())
    for place, call in CALLS:
        templates = [part.value for part in call.args if isinstance(part, ast.Constant)]
        words = re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", str(templates[0])))
        assert not words or (templates[0] if len(templates) == 1 else tuple(templates)) in taken, place


@pytest.mark.parametrize(("place", "call"), CALLS, ids=[place for place, _ in CALLS])
def test_no_words_stand_in_a_placeholder(place: str, call: ast.Call) -> None:
    for keyword in call.keywords:
        for node in ast.walk(keyword.value):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _SAYING:
                break
            assert not isinstance(node, ast.JoinedStr), place
            words = isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"\w \w", node.value)
            assert not words, place

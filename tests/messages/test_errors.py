"""Errors: in English for programs, in the reader's language on the command line, and never in words of their own."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator

import pytest
from test_catalogue import tool

from crosscheck.errors import ConfigError, CrosscheckError, DocumentError, FormulaError, Verbatim
from crosscheck.messages import Quoted, load_locale, say, say_failure

_ERRORS = {kind.__name__ for kind in (CrosscheckError, ConfigError, DocumentError, FormulaError)}
_SPEECHLESS = {"packfile.py", "messages/locale.py"}
"""Modules that messages rest on; what they complain of is read by authors of packs alone."""


def _raised() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(tool.ROOT.rglob("*.py")):
        name = path.relative_to(tool.ROOT).as_posix()
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ERRORS:
                yield f"{name}:{node.lineno}", node


RAISED = list(_raised())


@pytest.mark.parametrize(("place", "call"), RAISED, ids=[place for place, _ in RAISED])
def test_an_error_is_made_of_messages(place: str, call: ast.Call) -> None:
    said = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "remedy")]
    assert said, place
    for part in said:
        is_verbatim = isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id == "Verbatim"
        assert not is_verbatim or place.partition(":")[0] in _SPEECHLESS
        assert not isinstance(part, ast.Constant | ast.JoinedStr)


def test_an_error_is_english_for_programs_and_in_the_language_of_the_reader() -> None:
    error = DocumentError(say("the file is empty"), remedy=say("give it text or leave it out"), place="a.txt")
    assert str(error) == "a.txt: the file is empty; give it text or leave it out"
    assert error.said_in(load_locale("de")) == "a.txt: die Datei ist leer; mit Text füllen oder weglassen"
    assert str(ConfigError(say("no documents"))) == "no documents"


def test_an_error_comes_whole_from_another_process() -> None:
    made = FormulaError(
        say("unexpected {letter}", letter=Quoted("ü")), remedy=say("name a file"), place="a:1", offset=3
    )
    error = pickle.loads(pickle.dumps(made))  # noqa: S301 - our own
    assert (str(error), error.offset) == ("a:1: unexpected “ü”; name a file", 3)


@pytest.mark.parametrize(
    ("error", "english", "german"),
    [
        (PermissionError(13, "Permission denied"), "Permission denied", "keine Berechtigung"),
        (OSError(5, "Input/output error"), "Input/output error", "Input/output error"),
        (OSError("odd"), "odd", "odd"),
    ],
)
def test_the_reason_of_the_system_is_said_where_it_is_known(error: OSError, english: str, german: str) -> None:
    reason = say_failure(error)
    assert (str(reason), reason.said_in(load_locale("de"))) == (english, german)


def test_verbatim_text_is_the_same_in_every_language() -> None:
    assert {Verbatim("{x}").said_in(load_locale(language)) for language in ("en", "de")} == {"{x}"}

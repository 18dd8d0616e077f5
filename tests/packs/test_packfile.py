"""Packs are read alike from YAML and from their compiled form, and every compiled form is up to date."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import crosscheck
from crosscheck.errors import ConfigError
from crosscheck.packfile import compile_pack, compiled_path, load_pack

PACKS = sorted(Path(crosscheck.__path__[0]).rglob("*.yaml"))
COMPILED = [path for path in PACKS if compiled_path(path).is_file()]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A small pack."""

    words: tuple[str, ...]
    flag: bool = False


@pytest.mark.parametrize("path", COMPILED, ids=lambda path: path.name)
def test_compiled_forms_are_up_to_date(path: Path) -> None:
    assert compiled_path(path).read_bytes() == compile_pack(path), "run 'make packs'"


def test_every_pack_is_compiled() -> None:
    assert {path.parent.name for path in PACKS} == {"languages", "glossary", "domains", "values", "messages", "words"}
    assert COMPILED == PACKS


def test_on_and_no_are_words_and_a_day_is_no_date(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text("words: [on, off, yes, no, 2014-11-20]\nflag: true\n", encoding="utf-8")
    assert load_pack(path, Words) == Words(("on", "off", "yes", "no", "2014-11-20"), flag=True)


def test_an_edited_pack_is_read_from_its_yaml(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text("words: [old]\n", encoding="utf-8")
    compiled_path(path).write_bytes(compile_pack(path))
    assert load_pack(path, Words) == Words(("old",))
    path.write_text("words: [new]\n", encoding="utf-8")
    assert load_pack(path, Words) == Words(("new",))


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("words: 3\n", "Expected `array`"),
        ("wrods: []\n", "unknown field `wrods`"),
        ("words: [a\n", "expected ',' or ']'"),
    ],
)
def test_a_wrong_pack_is_an_error_with_its_place(tmp_path: Path, source: str, what: str) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load_pack(path, Words)
    assert str(error.value).startswith(f"{path}: ")
    assert what in str(error.value)

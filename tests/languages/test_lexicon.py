"""The lexicons are compiled from the glossary as it stands, and made anew where they are out of date."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.languages import lexicon
from crosscheck.languages.glossary import load_glossary
from crosscheck.languages.lexicon import compile_lexicon, lexicon_path, load_lexicon

CODES = load_glossary().codes()


@pytest.mark.parametrize("code", CODES)
def test_compiled_lexicons_are_up_to_date(code: str) -> None:
    assert lexicon_path(code).read_bytes() == compile_lexicon(code), "run 'make packs'"


def test_one_that_is_out_of_date_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    lexicon_path("en").write_bytes(b"00000000 1\n" + b'{"forms": {"ferry": "wrong"}}')
    assert load_lexicon("en").forms["ferry"] == "ferry"


def test_one_without_a_compiled_form_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = load_lexicon("de")
    monkeypatch.setattr(lexicon, "_FOLDER", tmp_path)
    assert load_lexicon("de") == compiled


def test_a_language_without_a_column_has_an_empty_one() -> None:
    assert "fr" not in CODES
    assert load_lexicon("fr") == lexicon.Lexicon()


def test_the_last_word_of_a_phrase_may_have_an_ending() -> None:
    found = [rest for rest, term in load_lexicon("en").phrases["fire"] if term == "fire_extinguisher"]
    assert found == [("extinguisher",), ("extinguishers",), ("extinguisheres",)]

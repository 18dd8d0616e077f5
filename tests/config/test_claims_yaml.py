"""claims.yaml: what it may say, and one message with place and remedy for each mistake."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscheck.config import (
    Acceptance,
    Config,
    DocumentSettings,
    Gate,
    KnownFact,
    apply_settings,
    configured_paths,
    find_config,
    known_concepts,
    load_config,
    parse_config,
    settings_for,
)
from crosscheck.domains.pack import Concept, KnownName
from crosscheck.errors import ConfigError
from crosscheck.languages.pack import available_languages
from crosscheck.messages import load_locale
from crosscheck.records import Document

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load((ROOT / "tests/cases/documents/claims_yaml.yaml").read_text(encoding="utf-8"))
Case = dict[str, Any]
_QUOTED = re.compile(r"'[^']*'")

EVERYTHING = """
documents:
  - {path: seeds/000_*.txt, source: AFP, published: 2014-11-20}
languages: [en, de]
domains: [elections]
entities:
  - {name: UK Independence Party, kind: party, aliases: [UKIP]}
attributes:
  target_rank: {kind: ordinal, cues: {en: [target], de: [gewinnbringendster Sitz]}}
constraints:
  - vote_share = votes / ballots_cast
known:
  - {subject: Clacton, attribute: polling_day, value: 2014-10-09, source: returning officer}
  - {subject: Clacton, attribute: turnout, value: 51.20}
gate: {fail_on: warning}
accepted:
  - {finding: 3f2a, reason: spoilt ballots counted, by: desk, until: 2027-01-31}
"""


def cases(section: str) -> list[Any]:
    return [pytest.param(case, id=case["id"]) for case in CASES[section]]


@pytest.mark.parametrize("case", cases("broken"))
def test_a_mistake_is_one_message_with_place_and_remedy(case: Case) -> None:
    with pytest.raises(ConfigError) as error:
        parse_config(case["source"])
    assert str(error.value) == case["error"]


@pytest.mark.parametrize("case", cases("broken"))
def test_a_mistake_is_told_in_german_with_the_same_place_and_names(case: Case) -> None:
    with pytest.raises(ConfigError) as error:
        parse_config(case["source"])
    mistake, german = error.value, load_locale("de")
    assert mistake.said_in(german).startswith(f"{mistake.place}: ")
    what, english = mistake.what.said_in(german), str(mistake.what)
    assert what != english
    assert _QUOTED.findall(what) == _QUOTED.findall(english)
    assert mistake.remedy is not None
    assert mistake.remedy.said_in(german) != str(mistake.remedy)


@pytest.mark.parametrize("case", cases("right"))
def test_the_right_form_is_read(case: Case) -> None:
    assert isinstance(parse_config(case["source"]), Config)


def test_everything_that_can_be_said_is_kept() -> None:
    assert parse_config(EVERYTHING, folder="/press") == Config(
        folder="/press",
        document_places=("claims.yaml:3:12",),
        accepted_places=("claims.yaml:17:15",),
        known_places=("claims.yaml:13:55", "claims.yaml:14:51"),
        documents=(DocumentSettings(path="seeds/000_*.txt", source="AFP", published=date(2014, 11, 20)),),
        languages=("en", "de"),
        domains=("elections",),
        entities=(KnownName("UK Independence Party", "party", ("UKIP",)),),
        attributes={
            "target_rank": Concept(kind="ordinal", cues={"en": ("target",), "de": ("gewinnbringendster Sitz",)})
        },
        constraints=("vote_share = votes / ballots_cast",),
        known=(
            KnownFact(subject="Clacton", attribute="polling_day", value="2014-10-09", source="returning officer"),
            KnownFact(subject="Clacton", attribute="turnout", value="51.20"),
        ),
        gate=Gate("warning"),
        accepted=(Acceptance(finding="3f2a", reason="spoilt ballots counted", by="desk", until=date(2027, 1, 31)),),
    )


def test_without_settings_all_packs_are_on() -> None:
    assert parse_config("").enabled_languages == available_languages()
    assert "elections" in parse_config("").enabled_domains
    assert parse_config("languages: [de]").enabled_languages == ("de",)


def test_own_attributes_stand_beside_those_of_the_packs_and_win() -> None:
    concepts = known_concepts(parse_config("attributes: {votes: {kind: ordinal}, seats_won: {kind: number}}"))
    assert (concepts["votes"].kind, concepts["seats_won"].kind, concepts["turnout"].kind) == (
        "ordinal",
        "number",
        "percent",
    )


@pytest.mark.parametrize("case", cases("globs"))
def test_a_glob_names_files_below_the_folder(case: Case, tmp_path: Path) -> None:
    config = parse_config(f"documents: [{{path: '{case['glob']}', title: T}}]", folder=str(tmp_path))
    told = settings_for(str(tmp_path / case["file"]), config)
    assert (told.title == "T") is case["matches"]


@pytest.mark.parametrize("case", [case for case in CASES["globs"] if case["matches"]], ids=lambda case: case["id"])
def test_the_files_of_a_glob_are_found(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / case["file"]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("Text")
    monkeypatch.chdir(tmp_path)
    config = parse_config(f"documents: [{{path: '{case['glob']}'}}]", folder=str(tmp_path))
    assert configured_paths(config) == (Path(case["file"]),)


def test_the_later_entry_wins_field_by_field(tmp_path: Path) -> None:
    config = parse_config(
        "documents: [{path: '*.txt', source: AFP, title: T}, {path: a.txt, source: dpa}]", folder=str(tmp_path)
    )
    document = Document(id="a", path=str(tmp_path / "a.txt"), text="x", source="own", language="de")
    applied = apply_settings(document, config)
    assert (applied.source, applied.title, applied.language) == ("dpa", "T", "de")


def test_a_document_that_is_no_file_is_left_alone(tmp_path: Path) -> None:
    document = Document(id="a.txt", text="x")
    assert (
        apply_settings(document, parse_config("documents: [{path: a.txt, title: T}]", folder=str(tmp_path))) is document
    )


def test_a_path_that_names_no_file_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    path.write_text("documents:\n  - source: AFP\n    path: wire/*.txt\n")
    with pytest.raises(ConfigError) as error:
        configured_paths(load_config(path))
    assert (
        str(error.value) == f"{path}:3:11: no file matches 'wire/*.txt'; correct the path, which starts at {tmp_path}"
    )


def test_the_nearest_file_upwards_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    (tmp_path / "claims.yaml").write_text("")
    assert find_config(Path()) == Path("../../claims.yaml")
    (deep / "claims.yaml").write_text("")
    assert find_config(Path()) == Path("claims.yaml")


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load_config(tmp_path / "claims.yaml")
    assert str(error.value) == f"{tmp_path}/claims.yaml: cannot be read: No such file or directory; check the path"
    (tmp_path / "claims.yaml").write_bytes(b"# caf\xe9")
    with pytest.raises(ConfigError) as error:
        load_config(tmp_path / "claims.yaml")
    assert str(error.value) == f"{tmp_path}/claims.yaml:1:6: not UTF-8; save it as UTF-8"


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "claims.yaml").write_bytes("\ufefflanguages: [en]\r\n".encode())
    assert load_config(tmp_path / "claims.yaml").languages == ("en",)


def test_the_projects_own_file_is_right() -> None:
    config = load_config(ROOT / "claims.yaml")
    told = [settings_for(str(path), config) for path in sorted((ROOT / "seeds").iterdir())]
    assert [(entry.source, str(entry.published)) for entry in told] == [
        ("AFP", "2014-11-20"),
        (None, "2014-11-21"),
        (None, "2014-11-21"),
    ]

"""A cache changes how long a run takes and nothing else."""

from __future__ import annotations

import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from crosscheck import Config, Document, check
from crosscheck.cache import FolderCache, MemoryCache, fingerprint_circumstances
from crosscheck.claims import Extraction
from crosscheck.config import parse_config
from crosscheck.errors import CrosscheckError
from crosscheck.records import Document as Text

FIRST = Document.from_text(
    "Anna Weiss won the by-election in Carford. Weiss polled 12,431 votes, 42.1 % of 29,527, on 3 May 2031. "
    "A third of the electorate stayed at home. Turnout rose from 46.1 % to 53.2 %.",
    id="first",
    language="en",
)
SECOND = Document.from_text(
    "Anna Weiß gewann die Nachwahl in Carford. Weiß erhielt 12.341 Stimmen.", id="second", language="de"
)
CIRCUMSTANCES = b"circumstances"


class Watched:
    """A cache that tells which documents it knew and which it was given."""

    def __init__(self, cache: FolderCache | MemoryCache) -> None:
        self.cache = cache
        self.found: list[str] = []
        self.kept: list[str] = []

    def find(self, document: Text) -> Extraction | None:
        told = self.cache.find(document)
        if told is not None:
            self.found.append(document.key)
        return told

    def keep(self, document: Text, told: Extraction) -> None:
        self.kept.append(document.key)
        self.cache.keep(document, told)


def files_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.extraction"))


@pytest.mark.parametrize("in_memory", [True, False])
def test_the_report_is_the_same_and_only_what_changed_is_read(tmp_path: Path, in_memory: bool) -> None:
    cache = Watched(MemoryCache() if in_memory else FolderCache(tmp_path, CIRCUMSTANCES))
    plain = check([FIRST, SECOND])
    assert check([FIRST, SECOND], cache=cache) == plain
    assert (cache.found, cache.kept) == ([], ["first", "second"])
    assert check([FIRST, SECOND], cache=cache) == plain
    assert (cache.found, cache.kept) == (["first", "second"], ["first", "second"])
    changed = replace(SECOND, text=SECOND.text.replace("12.341", "12.431"))
    assert check([FIRST, changed], cache=cache) == check([FIRST, changed])
    assert cache.kept[2:] == ["second"]


def test_numbers_come_back_as_the_types_they_were(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path, CIRCUMSTANCES)
    check([FIRST], cache=cache)
    told = cache.find(FIRST)
    assert told is not None
    numbers = {type(claim.mention.low) for claim in told.claims if claim.mention and claim.mention.low is not None}
    assert numbers == {int, Decimal, Fraction}


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda stored: stored[:-1], id="cut off"),
        pytest.param(lambda stored: stored[:60] + bytes([stored[60] ^ 1]) + stored[61:], id="a bit turned"),
        pytest.param(lambda stored: b"another program 1\n" + stored, id="foreign"),
        pytest.param(lambda stored: stored.replace(b"extraction 1", b"extraction 0", 1), id="another form"),
    ],
)
def test_a_spoilt_file_is_read_anew_and_replaced(tmp_path: Path, spoil: object) -> None:
    cache = Watched(FolderCache(tmp_path, CIRCUMSTANCES))
    check([FIRST], cache=cache)
    (file,) = files_in(tmp_path)
    sound = file.read_bytes()
    assert callable(spoil)
    file.write_bytes(spoil(sound))
    assert check([FIRST], cache=cache) == check([FIRST])
    assert cache.found == []
    assert file.read_bytes() == sound


def test_what_was_made_of_another_document_is_not_believed(tmp_path: Path) -> None:
    cache = Watched(FolderCache(tmp_path, CIRCUMSTANCES))
    check([FIRST, SECOND], cache=cache)
    one, other = files_in(tmp_path)
    one.write_bytes(other.read_bytes())
    check([FIRST, SECOND], cache=cache)
    assert len(cache.found) == 1


def test_places_outside_the_document_are_not_believed(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path, CIRCUMSTANCES)
    longer = replace(FIRST, text=f"Yesterday {FIRST.text}")
    memory = MemoryCache()
    check([longer], cache=memory)
    forged = memory.find(longer)
    assert forged is not None
    cache.keep(FIRST, forged)
    assert len(files_in(tmp_path)) == 1
    assert cache.find(FIRST) is None


def test_other_circumstances_have_other_files(tmp_path: Path) -> None:
    check([FIRST], cache=FolderCache(tmp_path, CIRCUMSTANCES))
    assert FolderCache(tmp_path, b"others").find(FIRST) is None


def test_settings_that_change_what_is_read_are_circumstances_and_others_are_not() -> None:
    plain = fingerprint_circumstances(Config())
    assert fingerprint_circumstances(parse_config("gate: {fail_on: warning}")) == plain
    assert fingerprint_circumstances(parse_config("domains: [elections]")) != plain
    assert fingerprint_circumstances(parse_config("entities: [{name: Carford Rovers, kind: organisation}]")) != plain


def test_files_are_bounded_and_those_used_longest_ago_go_first(tmp_path: Path) -> None:
    documents = [replace(FIRST, id=f"{number}") for number in range(6)]
    check(documents, cache=FolderCache(tmp_path, CIRCUMSTANCES))
    size = files_in(tmp_path)[0].stat().st_size
    for age, file in enumerate(files_in(tmp_path), 1):
        os.utime(file, (age, age))
    used = FolderCache(tmp_path, CIRCUMSTANCES, bound=5 * size)
    assert used.find(documents[0]) is not None
    check([replace(FIRST, id="last")], cache=used)
    used.prune()
    assert len(files_in(tmp_path)) == 3
    assert used.find(documents[0]) is not None
    assert used.find(replace(FIRST, id="last")) is not None


def test_a_draft_that_a_dead_run_left_is_removed(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path, CIRCUMSTANCES)
    old = tmp_path / "ab" / "cd.extraction.7.draft"
    old.parent.mkdir()
    old.write_bytes(b"half")
    os.utime(old, (1, 1))
    check([FIRST], cache=cache)
    cache.prune()
    assert not old.exists()
    assert len(files_in(tmp_path)) == 1


def test_a_number_beyond_64_bits_is_read_every_time(tmp_path: Path) -> None:
    document = Document.from_text("The count was 123456789012345678901234567890 votes.", id="long", language="en")
    cache = FolderCache(tmp_path, CIRCUMSTANCES)
    check([document], cache=cache)
    assert files_in(tmp_path) == []
    assert list(tmp_path.rglob("*.draft")) == []


def test_a_folder_that_cannot_be_made_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(CrosscheckError, match=r"no folder for a cache: .*--cache-dir"):
        FolderCache(tmp_path / "file" / "below", CIRCUMSTANCES)

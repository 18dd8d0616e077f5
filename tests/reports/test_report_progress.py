"""The progress bar, and files written whole or not at all."""

import io
from pathlib import Path

import pytest

from crosscheck.errors import CrosscheckError
from crosscheck.reports.delivery import write_file
from crosscheck.reports.progress import show_progress


def drawn(seconds: list[float]) -> str:
    """Return what the bar draws when it is advanced once at each of *seconds* after the start."""
    stream, times = io.StringIO(), iter([0.0, *seconds])
    with show_progress(stream, lambda: next(times), "reading documents") as advance:
        for done in range(len(seconds)):
            advance(done + 1, len(seconds))
    return stream.getvalue()


def test_a_short_run_draws_nothing() -> None:
    assert drawn([0.2, 0.5, 0.99]) == ""


def test_a_long_run_draws_a_bar_and_wipes_it() -> None:
    page = drawn([0.5, 1.0])
    assert "reading documents" in page
    assert page.endswith("\x1b[2K")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("before", encoding="utf-8")
    write_file(path, "after ✓\n")
    assert path.read_bytes() == "after ✓\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    path, link = tmp_path / "report.txt", tmp_path / "latest.txt"
    path.write_text("before", encoding="utf-8")
    link.symlink_to(path)
    write_file(link, "after")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "after"


def test_a_folder_in_the_way_is_an_error_with_place_and_remedy(tmp_path: Path) -> None:
    with pytest.raises(CrosscheckError, match=r"cannot be written: .*; name a file in a folder"):
        write_file(tmp_path, "text")
    assert list(tmp_path.iterdir()) == []

"""Every command that a page shows prints what the page shows, and every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from repository import DOCS, ROOT, copy_example, run

PAGES = sorted(DOCS.glob("*.md"))
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
SESSIONS = [
    pytest.param(session, id=f"{page.stem}:{page.read_text(encoding='utf-8')[: hit.start()].count(chr(10)) + 1}")
    for page in PAGES
    for hit in SESSION.finditer(page.read_text(encoding="utf-8"))
    for session in (hit[1],)
]


def play(folder: Path, session: str) -> str:
    """Return *session* as it goes in *folder*: each command, what it prints, and its exit code unless that is 0."""
    said = ""
    for line in session.splitlines():
        if line.startswith("$ "):
            done = run(folder, "bash", "-o", "pipefail", "-c", f"{{ {line[2:]}; }} 2> .notes")
            notes = (folder / ".notes").read_text(encoding="utf-8")
            code = f"[{done.returncode}]\n" if done.returncode else ""
            said += f"{line}\n{done.stdout}{notes}{code}"
    return said


@pytest.mark.parametrize("session", SESSIONS)
def test_a_page_shows_what_the_program_prints(session: str, tmp_path: Path) -> None:
    copy_example(tmp_path)
    assert play(tmp_path, session) == session


@pytest.mark.parametrize("page", [ROOT / "README.md", *PAGES], ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (page.parent / link).exists()] == []


def test_every_format_is_described() -> None:
    from crosscheck.reports import WRITERS

    text = (DOCS / "formats.md").read_text(encoding="utf-8")
    assert [name for name in WRITERS if f"| `{name}` |" not in text] == []

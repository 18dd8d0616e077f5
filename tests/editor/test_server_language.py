"""The language of the server: what was asked for, else that of the editor, else that of the environment."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from datetime import date

import pytest
import pytest_lsp
from editor_client import Desk, Editor, make_client
from lsprotocol import types
from pytest_lsp import ClientServerConfig, client_capabilities

from crosscheck.editor.server import make_server

DRAFT = "Anna Brühl gewann die Nachwahl in Carford. Brühl erhielt 12.341 Stimmen.\n"
WIRE = "Anna Brühl gewann die Nachwahl in Carford. Brühl erhielt 12.431 Stimmen.\n"
CONFIG = ClientServerConfig(server_command=[sys.executable, "-m", "crosscheck", "lsp"], client_factory=make_client)


@pytest_lsp.fixture(config=CONFIG)  # type: ignore[untyped-decorator] # pytest-lsp does not say
async def client(lsp_client: Editor, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[None]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    lsp_client.desk = Desk(lsp_client, folder)
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"),
            workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "desk")],
            root_uri=folder.as_uri(),
            locale="de-AT",
        )
    )
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
async def test_all_is_told_in_the_language_of_the_editor(client: Editor) -> None:
    desk = client.desk
    desk.open("draft.txt", DRAFT)
    (found,) = await desk.told("draft.txt")
    assert found.message.startswith("Anna Brühl, Stimmen: 12.431 gegen 12.341\nWahrscheinlich")
    shown = await desk.hover("draft.txt", found.range.start)
    assert shown.startswith("CC101 Fehler, ")
    assert "wire.txt:1: „Brühl erhielt 12.431 Stimmen.“" in shown
    fitting, accepting = await desk.actions("draft.txt", found.range)
    assert fitting.title == "„12.341“ durch „12.431“ ersetzen (wire.txt:1)"
    assert accepting.title == "CC101 mit Begründung hinnehmen, in claims.yaml"
    assert accepting.command is not None
    assert accepting.command.title == "Begründung angeben"
    desk.write("draft.txt", WIRE)
    assert await desk.told("draft.txt") == []
    assert "Stimmen, Carford: 12.431, einig" in await desk.hover("draft.txt", found.range.start)
    desk.open("claims.yaml", "languages: [dee]\n")
    (mistake,) = await desk.told("claims.yaml")
    assert mistake.message == "unbekannte Sprache 'dee'; meinten Sie 'de'?"


@pytest.mark.parametrize(
    ("asked", "environment", "locale", "language"),
    [
        (None, "en", "de", "de"),
        (None, "en", "DE_at", "de"),
        (None, "de", None, "de"),
        (None, "de", "", "de"),
        (None, "de", "fr-FR", "en"),
        ("en", "de", "de", "en"),
        ("de", "en", "en-GB", "de"),
    ],
)
def test_what_was_asked_for_wins_over_the_editor_and_that_over_the_environment(
    asked: str | None, environment: str, locale: str | None, language: str
) -> None:
    server = make_server(lambda: date(2031, 5, 4), "desk", asked, environment)
    server.greet(locale)
    assert server.language == language

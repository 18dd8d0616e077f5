"""The language server over standard input and output, as an editor speaks to it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import pytest_lsp
from editor_client import Desk, Editor, apply, make_client, read_range
from lsprotocol import types
from pytest_lsp import ClientServerConfig, client_capabilities

from crosscheck.config import parse_config

pytestmark = pytest.mark.asyncio(loop_scope="module")

# An umlaut as one code point and as two, a family of emoji, and a letter beyond 16 bits.
HEAD = "Größe, Gro\u0308ße, 👩‍👩‍👧 und 𝔄:"
GERMAN = f"{HEAD} Anna Brühl gewann die Nachwahl in Carford. Brühl erhielt 12.341 Stimmen.\n"
ENGLISH = (
    "---\ntitle: Carford\n---\n\nAnna Brühl won the by-election in Carford.\n\n😀 Brühl polled **12,431 votes**.\n"
)
CLAIMS = "# Ä 😀\ndomains: [elections]\n"
CONFIG = ClientServerConfig(server_command=[sys.executable, "-m", "crosscheck", "lsp"], client_factory=make_client)


@pytest_lsp.fixture(config=CONFIG, scope="module")  # type: ignore[untyped-decorator] # pytest-lsp does not say
async def client(lsp_client: Editor, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[None]:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "wire.md").write_text(ENGLISH, encoding="utf-8")
    (folder / "draft.txt").write_text(GERMAN, encoding="utf-8")
    lsp_client.desk = Desk(lsp_client, folder)
    where = [types.WorkspaceFolder(folder.as_uri(), "desk")]
    capabilities = client_capabilities("visual-studio-code")
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=capabilities, workspace_folders=where, root_uri=folder.as_uri())
    )
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def desk(client: Editor) -> AsyncIterator[Desk]:
    """Give the folder with the draft open in the editor, and close it afterwards."""
    desk = client.desk
    desk.open("draft.txt", GERMAN)
    await desk.told("draft.txt")
    yield desk
    desk.close("draft.txt")
    assert await desk.told("draft.txt") == []


async def test_a_figure_is_marked_where_the_editor_has_it_and_leads_to_the_other_side(desk: Desk) -> None:
    (found,) = await desk.told("draft.txt")
    assert (found.code, found.source, found.severity) == ("CC101", "crosscheck", types.DiagnosticSeverity.Error)
    assert found.message.startswith("Anna Brühl, votes: 12,341 against 12,431\nProbably: ")
    assert read_range(GERMAN, found.range) == "12.341 Stimmen"
    (other,) = found.related_information or ()
    assert other.location.uri == desk.uri("wire.md")
    assert read_range(ENGLISH, other.location.range) == "12,431 votes"
    assert other.message == "😀 Brühl polled 12,431 votes."


async def test_hover_shows_the_calculation_and_nothing_elsewhere(desk: Desk) -> None:
    (found,) = await desk.told("draft.txt")
    for place in (found.range.start, found.range.end):
        shown = await desk.hover("draft.txt", place)
        assert "- 12,431 - 12,341 = 90" in shown
        assert "wire.md:7: “😀 Brühl polled 12,431 votes.”" in shown
    assert await desk.hover("draft.txt", types.Position(0, 3)) == ""


async def test_the_fitting_value_comes_in_the_texts_own_spelling(desk: Desk) -> None:
    (found,) = await desk.told("draft.txt")
    fitting, _ = await desk.actions("draft.txt", found.range)
    assert fitting.title == "Replace “12.341” by “12.431” (wire.md:7)"
    assert fitting.edit is not None
    (edit,) = (fitting.edit.changes or {})[desk.uri("draft.txt")]
    changed = apply(GERMAN, edit)
    assert changed == GERMAN.replace("12.341", "12.431")
    desk.write("draft.txt", changed)
    assert await desk.told("draft.txt") == []
    shown = await desk.hover("draft.txt", found.range.start)
    assert "votes, Carford: 12,431, agree" in shown
    assert "- wire.md:7: 12,431" in shown


async def test_accepting_needs_a_reason(desk: Desk) -> None:
    (found,) = await desk.told("draft.txt")
    *_, accepting = await desk.actions("draft.txt", found.range)
    assert accepting.title == "Accept CC101 with a reason, in claims.yaml"
    assert accepting.edit is not None
    made, change = accepting.edit.document_changes or ()
    assert isinstance(made, types.CreateFile)
    assert isinstance(change, types.TextDocumentEdit)
    claims = apply("", change.edits[0])
    assert accepting.command is not None
    await desk.run(accepting.command)
    (shown,) = desk.client.shown_documents
    assert shown.uri == made.uri == desk.uri("claims.yaml")
    assert shown.selection is not None
    line, column = shown.selection.start.line, shown.selection.start.character
    assert claims.split("\n")[line][column - 1 : column + 1] == '""'
    desk.open("claims.yaml", claims)
    (missing,) = await desk.told("claims.yaml")
    assert missing.message == "an acceptance without 'reason'; say why, and who decided"
    assert missing.range.start == types.Position(line, column - 1)
    desk.write("claims.yaml", claims.replace('reason: ""', 'reason: "recounted"'))
    assert await desk.told("draft.txt") == []
    desk.close("claims.yaml")
    assert len(await desk.told("draft.txt")) == 1


async def test_a_client_that_asks_for_the_reason_itself_gives_it(desk: Desk) -> None:
    (found,) = await desk.told("draft.txt")
    desk.open("claims.yaml", CLAIMS)
    await desk.told("claims.yaml")
    assert isinstance(found.data, dict)
    fingerprint = found.data["fingerprint"]
    await desk.run(types.Command("", "crosscheck.accept", arguments=[fingerprint, 'the "other" count: ß']))
    (change,) = desk.edits.pop().document_changes or ()
    assert isinstance(change, types.TextDocumentEdit)
    (entry,) = parse_config(apply(CLAIMS, change.edits[0])).accepted
    assert (entry.finding, entry.reason) == (fingerprint, 'the "other" count: ß')
    desk.close("claims.yaml")
    await desk.told("draft.txt")


async def test_what_is_open_counts_as_it_stands_there(desk: Desk) -> None:
    desk.open("wire.md", ENGLISH)
    assert len(await desk.told("wire.md")) == 1
    desk.write("wire.md", ENGLISH.replace("12,431", "12,341"))
    assert await desk.told("draft.txt") == []
    desk.close("wire.md")
    assert len(await desk.told("draft.txt")) == 1


async def test_what_changes_on_disk_is_read_again(desk: Desk) -> None:
    assert desk.registered == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    desk.change_on_disk("wire.md", ENGLISH.replace("12,431", "12,341"))
    assert await desk.told("draft.txt") == []
    desk.change_on_disk("wire.md", ENGLISH)
    assert len(await desk.told("draft.txt")) == 1


async def test_a_mistake_in_a_document_is_shown_in_it(desk: Desk) -> None:
    desk.open("wire.md", ENGLISH)
    await desk.told("wire.md")
    desk.write("wire.md", "---\ntitle: [\n---\n\nText.\n")
    (mistake,) = await desk.told("wire.md")
    assert mistake.message.startswith("front matter: not YAML")
    assert mistake.range.start.line == 2
    desk.close("wire.md")
    await desk.told("draft.txt")

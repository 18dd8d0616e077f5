"""An editor for tests: a client of the language server, and a folder that is open in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

PATIENCE_S = 20
"""Seconds to wait for the server, which may start slowly on a busy machine."""


def utf16(text: str) -> int:
    """Return how many code units *text* takes: what an editor counts."""
    return len(text.encode("utf-16-le")) // 2


def read_range(text: str, where: types.Range) -> str:
    """Return what stands at *where*, which lies on one line, as an editor reads it."""
    assert where.start.line == where.end.line
    units = text.split("\n")[where.start.line].encode("utf-16-le")
    return units[2 * where.start.character : 2 * where.end.character].decode("utf-16-le")


def apply(text: str, edit: object) -> str:
    """Return *text* with *edit* made."""
    assert isinstance(edit, types.TextEdit)
    lines = text.split("\n")
    offsets = [
        sum(utf16(line) + 1 for line in lines[: at.line]) + at.character for at in (edit.range.start, edit.range.end)
    ]
    units = text.encode("utf-16-le")
    return (units[: 2 * offsets[0]] + edit.new_text.encode("utf-16-le") + units[2 * offsets[1] :]).decode("utf-16-le")


class Desk:
    """A folder with two reports, open in an editor, and what the server asked the editor to do."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client, self.folder = client, folder
        self.edits: list[types.WorkspaceEdit] = []
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.opened: set[str] = set()
        self.registered: list[str] = []
        self.changed = asyncio.Event()
        self.version = 0

        def take(params: types.PublishDiagnosticsParams) -> None:
            self.published[params.uri] = params
            self.changed.set()

        def make(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.edits.append(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

        def register(params: types.RegistrationParams) -> None:
            self.registered += (registration.method for registration in params.registrations)

        client.feature(types.CLIENT_REGISTER_CAPABILITY)(register)
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(take)
        client.feature(types.WORKSPACE_APPLY_EDIT)(make)

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        self.published.clear()
        self.opened.add(self.uri(name))
        opened = types.TextDocumentItem(self.uri(name), "markdown", 0, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(opened))

    def write(self, name: str, text: str) -> None:
        self.published.clear()
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(uri=self.uri(name), version=self.version)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    def change_on_disk(self, name: str, text: str) -> None:
        self.published.clear()
        (self.folder / name).write_text(text, encoding="utf-8")
        event = types.FileEvent(self.uri(name), types.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))

    def close(self, name: str) -> None:
        self.published.clear()
        self.opened.discard(self.uri(name))
        identifier = types.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    async def told(self, name: str) -> list[types.Diagnostic]:
        """Return what is published of the file *name*, once it is of all that are open: all are told at one time."""
        async with asyncio.timeout(PATIENCE_S):
            while not {*self.opened, self.uri(name)} <= self.published.keys():
                self.changed.clear()
                await self.changed.wait()
        return list(self.published[self.uri(name)].diagnostics)

    async def hover(self, name: str, place: types.Position) -> str:
        identifier = types.TextDocumentIdentifier(self.uri(name))
        shown = await self.client.text_document_hover_async(types.HoverParams(identifier, place))
        if shown is None:
            return ""
        assert isinstance(shown.contents, types.MarkupContent)
        return shown.contents.value

    async def actions(self, name: str, where: types.Range) -> list[types.CodeAction]:
        context = types.CodeActionContext([])
        parameters = types.CodeActionParams(types.TextDocumentIdentifier(self.uri(name)), where, context)
        offered = await self.client.text_document_code_action_async(parameters)
        return [action for action in offered or () if isinstance(action, types.CodeAction)]

    async def run(self, command: types.Command) -> None:
        parameters = types.ExecuteCommandParams(command.command, command.arguments)
        await self.client.workspace_execute_command_async(parameters)


class Editor(LanguageClient):
    """A client with a folder open."""

    desk: Desk


def make_client() -> Editor:
    """Return a client that tells actions with a command from commands, which both have a field of that name."""

    def converter() -> Any:
        made = default_converter()  # type: ignore[no-untyped-call] # pygls does not say

        def read(raw: Any, _type: object) -> object:
            return made.structure(raw, types.Command if isinstance(raw.get("command"), str) else types.CodeAction)

        made.register_structure_hook(types.Command | types.CodeAction, read)
        return made

    client = Editor(converter_factory=converter)
    own = types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS  # which the desk listens to itself
    register_lsp_features(client, {name: of for name, of in DEFAULT_CLIENT_FEATURES.items() if name != own})
    return client

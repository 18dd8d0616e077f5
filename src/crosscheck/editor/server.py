"""The server: what the client says, and what it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from crosscheck.config import FILE_NAME
from crosscheck.documents import READERS
from crosscheck.editor.actions import ACCEPT, GIVE_REASON, accept, find_evidence, offer_acceptance, offer_fittings
from crosscheck.editor.desk import Desk, Review
from crosscheck.editor.diagnostics import list_diagnostics, place_of
from crosscheck.editor.hover import explain_place
from crosscheck.editor.positions import Lines
from crosscheck.errors import ConfigError, Sayable
from crosscheck.messages import SOURCE, load_locale, locales, say

PAUSE_S = 0.15
"""Seconds without a change after which documents are read: between two keystrokes nothing is."""


class Server(LanguageServer):
    """One folder, open in one editor.

    Args:
        today: tells the day, on which acceptances may have run out.
        owner: who accepts findings here.
        asked: the language that all is told in; None for that of the editor.
        environment: the language where the editor does not tell its own.
    """

    def __init__(self, today: Callable[[], date], owner: str, asked: str | None, environment: str) -> None:
        super().__init__(
            "crosscheck", version("crosscheck-claims"), text_document_sync_kind=types.TextDocumentSyncKind.Full
        )
        self.owner, self.language = owner, asked or environment
        self._asked = asked
        self._today = today
        self._desk: Desk | None = None
        self._latest: Review | None = None
        self._pending: asyncio.Task[None] | None = None
        self._told: set[str] = set()
        self._worker = ThreadPoolExecutor(1, "review")

    def greet(self, locale: str | None) -> None:
        """Speak as an editor whose interface is in *locale* does ('de-AT'), unless another language was asked for."""
        if locale and not self._asked:
            language = locale[:2].lower()
            self.language = language if language in locales() else SOURCE

    def review_soon(self) -> None:
        """Hold the documents against each other once nothing has changed for a moment, and publish what is found."""
        if self._pending is not None:
            self._pending.cancel()
        self._pending = asyncio.get_running_loop().create_task(self._review())
        self._pending.add_done_callback(self._tell_failure)

    def review_of(self, uri: str) -> tuple[Review, str, Lines] | None:
        """Return the latest review, the path of *uri* and its lines; None where nothing was read yet."""
        path = uris.to_fs_path(uri)
        return None if self._latest is None or path is None else (self._latest, path, self.lines_of(path))

    def lines_of(self, path: str) -> Lines:
        """Return the lines of the file *path*: as it is open, else as it was read, else none."""
        text = self._buffers().get(path)
        return Lines.of(self._read(path) or "" if text is None else text, self._encoding())

    def address_of(self, path: str) -> str:
        """Return the URI of *path*: the one that the client uses, where the file is open."""
        opened = (document.uri for document in self.workspace.text_documents.values())
        return next((uri for uri in opened if uris.to_fs_path(uri) == path), uris.from_fs_path(path) or path)

    def decide(self) -> tuple[str, str | None, str]:
        """Return URI and text of the claims.yaml that decisions go to, None where there is none, and the encoding."""
        path = self.desk().config_path
        text = self._buffers().get(path)
        return self.address_of(path), self._read(path) if text is None else text, self._encoding()

    def desk(self) -> Desk:
        """Return the desk of the folder that is open, or of the first open document."""
        if self._desk is None:
            root = self.workspace.root_path
            opened = next(iter(self._buffers()), None)
            folder = Path(root) if root else Path(opened).parent if opened else Path.cwd()
            self._desk = Desk(folder, self._today, self.language)
        return self._desk

    async def _review(self) -> None:
        await asyncio.sleep(PAUSE_S)
        buffers = self._buffers()
        versions = {document.uri: document.version for document in self.workspace.text_documents.values()}
        desk = self.desk()
        self._latest = await asyncio.get_running_loop().run_in_executor(self._worker, desk.review, buffers)
        self._publish(self._latest, versions)

    def _tell_failure(self, task: asyncio.Task[None]) -> None:
        """Say that a review failed: silence would look like nothing found."""
        error = None if task.cancelled() else task.exception()
        if error is not None:
            self.complain(say("crosscheck failed: {problem}", problem=repr(error)))

    def complain(self, said: Sayable) -> None:
        """Show *said* as an error."""
        text = said.said_in(load_locale(self.language))
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    def _publish(self, review: Review, versions: dict[str, int | None]) -> None:
        """Publish what is known of each open file and of each with a mistake; take back what no longer holds."""
        mistaken = {self.address_of(place_of(error)[0]) for error in review.errors if error.place}
        current = {*versions, *mistaken}
        lines_of = cache(self.lines_of)
        for uri in sorted({*current, *self._told}):
            path = uris.to_fs_path(uri) if uri in current else None
            found = list(list_diagnostics(review, path, lines_of, self.address_of)) if path else []
            params = types.PublishDiagnosticsParams(uri, found, version=versions.get(uri))
            self.text_document_publish_diagnostics(params)
        self._told = current

    def _buffers(self) -> dict[str, str]:
        """Return the texts of the open files that may be documents or a claims.yaml, by absolute path."""
        texts: dict[str, str] = {}
        for document in self.workspace.text_documents.values():
            path = uris.to_fs_path(document.uri)
            if path and (Path(path).suffix.lower() in READERS or Path(path).name == FILE_NAME):
                texts[path] = document.source
        return texts

    def _read(self, path: str) -> str | None:
        """Return the text of a file that is not open, None where there is none."""
        if self._latest is not None and path in self._latest.documents:
            document = self._latest.documents[path]
            if not document.anchors:
                return document.text
        try:
            return Path(path).read_bytes().decode("utf-8-sig", "replace")
        except OSError:
            return None

    def _encoding(self) -> str:
        return self.workspace.position_encoding or types.PositionEncodingKind.Utf16


def serve(today: Callable[[], date], owner: str, asked: str | None, environment: str) -> None:
    """Speak the Language Server Protocol on standard input and output until the client leaves."""
    make_server(today, owner, asked, environment).start_io()


def make_server(today: Callable[[], date], owner: str, asked: str | None, environment: str) -> Server:
    """Return a server that answers what the protocol calls diagnostics, hover and code action."""
    server = Server(today, owner, asked, environment)

    def on_change(ls: Server, _params: Any) -> None:  # noqa: ANN401 - each notification has its own
        ls.review_soon()

    for name in (
        types.TEXT_DOCUMENT_DID_OPEN,
        types.TEXT_DOCUMENT_DID_CHANGE,
        types.TEXT_DOCUMENT_DID_CLOSE,
        types.TEXT_DOCUMENT_DID_SAVE,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
    ):
        server.feature(name)(on_change)
    server.feature(types.INITIALIZE)(_greet)
    server.feature(types.INITIALIZED)(_start)
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_offer)
    server.command(GIVE_REASON)(_give_reason)
    server.command(ACCEPT)(_accept)
    return server


def _greet(ls: Server, params: types.InitializeParams) -> None:
    ls.greet(params.locale)


async def _start(ls: Server, _params: types.InitializedParams) -> None:
    """Ask to be told of files that change on disk, where the client can, and read the folder."""
    ls.review_soon()
    asked = ls.client_capabilities.workspace
    if asked and asked.did_change_watched_files and asked.did_change_watched_files.dynamic_registration:
        endings = ",".join(ending.removeprefix(".") for ending in READERS)
        watchers = [types.FileSystemWatcher(f"**/*.{{{endings}}}"), types.FileSystemWatcher(f"**/{FILE_NAME}")]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        name = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        await ls.client_register_capability_async(types.RegistrationParams([types.Registration(name, name, options)]))


def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    known = ls.review_of(params.text_document.uri)
    if known is None:
        return None
    review, path, lines = known
    asked = ls.client_capabilities.text_document
    formats = (asked.hover.content_format if asked and asked.hover else None) or [types.MarkupKind.Markdown]
    markdown = types.MarkupKind.Markdown in formats
    text = explain_place(review, path, lines.place(params.position), markdown=markdown)
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    return types.Hover(types.MarkupContent(kind, text)) if text else None


def _offer(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    known = ls.review_of(params.text_document.uri)
    if known is None:
        return []
    review, path, lines = known
    first, last = lines.place(params.range.start), lines.place(params.range.end)
    found = list(find_evidence(review, path, first, last))
    offered = [
        action
        for finding, evidence in found
        for action in offer_fittings(finding, evidence, review, params.text_document.uri, lines)
    ]
    (uri, text, encoding), locale = ls.decide(), load_locale(ls.language)
    for finding in {finding.fingerprint: finding for finding, _ in found}.values():
        try:
            offered.append(offer_acceptance(finding, ls.owner, locale, uri, text, encoding))
        except ConfigError:
            break  # its diagnostic says what to mend first
    return offered


async def _give_reason(ls: Server, uri: str, line: int, character: int) -> None:
    start = types.Position(line, character)
    params = types.ShowDocumentParams(uri, take_focus=True, selection=types.Range(start, start))
    await ls.window_show_document_async(params)


async def _accept(ls: Server, fingerprint: str, reason: str) -> None:
    uri, text, encoding = ls.decide()
    try:
        edit, _ = accept(fingerprint, reason, ls.owner, uri, text, encoding)
    except ConfigError as error:
        ls.complain(error)
        return
    label = say("Accept a finding").said_in(load_locale(ls.language))
    await ls.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label=label))

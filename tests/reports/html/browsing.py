"""A browser that is watched: what its pages say, ask for and pop up."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

from crosscheck.records import Report
from crosscheck.reports.html import write
from crosscheck.reports.layout import Layout

_ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield the Chromium of this machine; without one the test fails.

    It runs an event loop, and ends with the module: other tests have loops of their own.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.fail("no Chromium on this machine: apt-get install chromium", pytrace=False)
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*_ARGUMENTS, *sandbox])
        yield started
        started.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Yield a function that opens a report from a file; at the end, no page may have complained or asked for more.

    Its options are those of a browser context; ``fragment`` is what stands behind '#' in the address.
    """
    troubles: list[str] = []
    contexts = []

    def open_report(report: Report, layout: Layout | None = None, *, fragment: str = "", **options: object) -> Page:
        path = tmp_path / "report.html"
        path.write_text("".join(write(report, layout or Layout())), encoding="utf-8")
        context = browser.new_context(**options)  # type: ignore[arg-type] # handed on as they come
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5_000)
        _watch(page, path.as_uri(), troubles)
        page.goto(path.as_uri() + fragment)
        return page

    yield open_report
    for context in contexts:
        context.close()
    assert troubles == []


def _watch(page: Page, own: str, troubles: list[str]) -> None:
    """Note in *troubles* whatever the page at the address *own* says to the console, pops up, or asks for."""

    def note_dialog(dialog: Dialog) -> None:
        troubles.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def note_request(request: Request) -> None:
        if request.url.partition("#")[0] != own and not request.url.startswith("blob:null/"):
            troubles.append(f"request: {request.url}")

    page.on("console", lambda message: troubles.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    page.on("dialog", note_dialog)
    page.on("request", note_request)

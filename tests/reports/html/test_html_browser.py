"""The page in a real browser, from a file: what scripts add to it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Open, browser, open_page
from hostile_report import PAYLOADS, hostile_layout, hostile_mixture
from large_report import large_report
from playwright.sync_api import Page, expect
from sample_report import LABELS, REPORT

from crosscheck.config import parse_config
from crosscheck.gate.accepted import pass_accepted
from crosscheck.reports.html.folding import ROWS
from crosscheck.reports.layout import Layout

__all__ = ["browser", "open_page"]  # fixtures, which pytest looks for among this module's names

LAYOUT = Layout(labels=LABELS)
RANK, SHARE = "f-3f2a9c0d1e4b5a67", "f-77b1d2c3e4f50617"


def _shown(page: Page) -> list[str]:
    return [str(found.get_attribute("id")) for found in page.locator("#list > details").all()]


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.closest('details')?.id ?? document.activeElement.id"))


def test_a_line_opens_to_its_proof(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT)
    proof = page.locator(f"#{RANK} blockquote").first
    assert not proof.is_visible()
    page.click(f"#{RANK} > summary")
    assert proof.is_visible()
    sides = page.locator(f"#{RANK} figure").all()
    boxes = [side.bounding_box() for side in sides]
    assert len({box["y"] for box in boxes if box}) == 1
    gap = page.locator(f"#{RANK} svg rect").first.bounding_box()
    assert gap is not None
    assert gap["width"] > 100


def test_an_opened_finding_shows_the_paragraph_that_the_page_holds_once(open_page: Open) -> None:
    page = open_page(large_report(1_000))
    line = page.locator("#list > details").nth(40)
    quotation = line.locator("blockquote").first
    mark = str(line.locator("figcaption a").first.get_attribute("href"))
    short = str(quotation.text_content())
    assert short.endswith(" …")
    line.locator("summary").click()
    expect(quotation).not_to_have_text(short)
    pieces = "[...document.querySelector(mark).closest('p').childNodes].map((piece) => piece.firstChild ?? piece)"
    paragraph = page.evaluate(f"(mark) => {pieces}.map((piece) => piece.data).join('')", mark)
    assert quotation.text_content() == paragraph
    assert paragraph.startswith(short.removesuffix(" …"))
    assert quotation.locator("mark").count() == 1


def test_nothing_of_the_report_is_missing_without_scripts(open_page: Open) -> None:
    page = open_page(large_report(ROWS + 20), java_script_enabled=False)
    assert page.locator(".findings details").count() == ROWS + 20
    last = page.locator(".findings details").last
    last.locator("summary").click()
    assert last.locator("blockquote").first.is_visible()
    assert not page.locator("#filters").is_visible()
    assert not page.locator("#theme").is_visible()


FILTERS: tuple[tuple[str, str, list[str]], ...] = (
    ("severity", "warning", [SHARE]),
    ("severity", "info", []),
    ("kind", "rank", [RANK]),
    ("document", "1", [RANK]),
    ("document", "2", [RANK, SHARE]),
    ("entity", "reckless", [SHARE]),
    ("search", "medway prints", [SHARE]),
    ("search", "42.05", [SHARE]),
    ("search", "goodwin", [RANK]),
    ("search", "3f2a9c0d", [RANK]),
    ("search", "no such words", []),
    ("decided", "accepted", []),
    ("decided", "open", [RANK, SHARE]),
)
"""Field, value, and the findings that fit."""


def test_filters_leave_what_fits(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT)
    for field, value, shown in FILTERS:
        if field in {"search", "entity"}:
            page.fill(f"#{field}", value)
        else:
            page.select_option(f"#{field}", value)
        assert _shown(page) == shown, (field, value)
        told = f"{len(shown)} of 2 shown" if shown else "No finding matches."
        assert page.locator("#shown").text_content() == told
        page.click("button[type=reset]")
        expect(page.locator("#shown")).to_have_text("2 of 2 shown")


def test_findings_are_put_in_order(open_page: Open) -> None:
    report = large_report(12)
    confident = sorted(report.findings, key=lambda finding: finding.confidence, reverse=True)
    page = open_page(report)
    for order, findings in {"confidence": confident, "gravity": report.findings, "place": report.findings}.items():
        page.select_option("#sort", order)
        assert _shown(page) == [f"f-{finding.fingerprint}" for finding in findings], order
    page.select_option("#sort", "name")
    towns = [found.text_content() for found in page.locator("#list summary > span").all()]
    assert [str(town).partition(",")[0] for town in towns] == [f"Ostrau {number}" for number in range(12)]


def test_the_keyboard_walks_opens_searches_and_lists_its_keys(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT)
    page.keyboard.press("j")
    assert _focused(page) == RANK
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert _focused(page) == SHARE
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert page.locator(f"#{RANK} blockquote").first.is_visible()
    page.keyboard.press("/")
    assert _focused(page) == "search"
    page.keyboard.type("jk?")
    assert page.locator("#search").input_value() == "jk?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#help").is_visible()


def test_keys_of_one_letter_can_be_turned_off(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT)
    page.click("#keys")
    page.uncheck("#letters")
    page.click("#help button")
    page.keyboard.press("j")
    assert _focused(page) != RANK


def test_a_deep_link_opens_its_finding_and_links_lead_both_ways(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT, fragment=f"#{SHARE}")
    summary = page.locator(f"#{SHARE} > summary")
    expect(summary).to_be_focused()
    expect(page.locator(f"#{SHARE} blockquote").first).to_be_visible()
    expect(page.locator(f"#{SHARE}").get_by_role("link", name="Link", exact=True)).to_have_attribute(
        "href", f"#{SHARE}"
    )
    page.locator(f"#{SHARE} figcaption a").first.click()
    mark = page.locator(".text a").filter(has_text="16,867 votes")
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    expect(summary).to_be_focused()


def test_a_link_to_what_waits_or_is_filtered_out_sets_it(open_page: Open) -> None:
    report = large_report(ROWS + 30)
    last = f"f-{report.findings[-1].fingerprint}"
    row = f"#t{ROWS + 30}"
    page = open_page(report, fragment=f"#{last}")
    assert page.locator(f"[id='{last}'] blockquote").first.is_visible()
    page.select_option("#severity", "info")
    page.evaluate("fragment => { location.hash = fragment }", row)
    expect(page.locator(row)).to_be_visible()
    page.evaluate("fragment => { location.hash = fragment }", f"#{last}")
    expect(page.locator("#severity")).to_have_value("")
    expect(page.locator(f"[id='{last}'] blockquote").first).to_be_visible()


def test_a_long_list_comes_in_steps(open_page: Open) -> None:
    page = open_page(large_report(ROWS + 30))
    assert page.locator("#list > details").count() == ROWS
    assert page.locator("#more").text_content() == "Show 30 more"
    page.click("#more")
    assert page.locator("#list > details").count() == ROWS + 30
    assert not page.locator("#more").is_visible()
    assert _focused(page) == page.locator("#list > details").nth(ROWS).get_attribute("id")


def test_decisions_are_written_as_claims_yaml_reads_them(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT)
    reason = 'spoilt ballots: "counted" \\ # [x] \u2028 é 😀'
    page.click(f"#{SHARE} > summary")
    page.fill(f"#{SHARE} form input", reason)
    page.click(f"#{SHARE} button[value=accepted]")
    page.click(f"#{RANK} > summary")
    page.fill(f"#{RANK} form input", "two lists")
    page.click(f"#{RANK} button[value=dismissed]")
    page.fill("#by", "desk")
    page.fill("#until", "2027-01-31")
    with page.expect_download() as downloaded:
        page.click("#download")
    assert downloaded.value.suggested_filename == "accepted.yaml"
    text = Path(downloaded.value.path()).read_text(encoding="utf-8")
    config = parse_config(text)
    assert pass_accepted(REPORT.findings, config, date(2026, 1, 1)).left == ()
    accepted = {entry.finding: entry for entry in config.accepted}
    assert accepted["77b1d2c3e4f50617"].reason == reason
    assert accepted["3f2a9c0d1e4b5a67"].reason == "no contradiction: two lists"
    assert {(entry.by, entry.until) for entry in accepted.values()} == {("desk", date(2027, 1, 31))}
    page.select_option("#decided", "accepted")
    assert _shown(page) == [SHARE]
    page.reload()
    assert page.locator("#yaml").input_value() == text.replace("    until: 2027-01-31\n", "")


def test_a_decision_needs_a_reason_and_an_owner_and_can_be_taken_back(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT)
    page.click(f"#{SHARE} > summary")
    page.fill(f"#{SHARE} form input", "   ")
    page.click(f"#{SHARE} button[value=accepted]")
    assert page.locator(f"#{SHARE} form p").text_content() == "A decision needs a reason."
    assert not page.locator("#decisions").is_visible()
    page.fill(f"#{SHARE} form input", "old base")
    page.keyboard.press("Enter")
    assert page.locator("#decisions").is_visible()
    page.click("#copy")
    assert page.locator("#copied").text_content() == ""
    page.click(f"#{SHARE} button:has-text('Take back')")
    assert not page.locator("#decisions").is_visible()


def test_the_theme_can_be_turned_and_stays(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.click("#theme")
    light = page.evaluate(paper)
    assert light != dark
    page.reload()
    assert page.evaluate(paper) == light


def test_hostile_text_does_nothing_in_a_browser(open_page: Open) -> None:
    opened = open_page(hostile_mixture(), hostile_layout(PAYLOADS["closing"]))
    for number, payload in enumerate(PAYLOADS.values()):
        shown = re.sub("[\x00\x1b\u202e\u202c]", "\ufffd", payload)
        line = opened.locator("#list summary").nth(number)
        assert line.locator("span").text_content() == shown
        line.click()
        proof = opened.locator("#list > details").nth(number)
        proof.locator("figcaption a").first.hover()
        proof.locator("form input").fill(shown)
        proof.locator("form button[value=accepted]").click()
        opened.fill("#search", shown)
        assert opened.locator("#shown").text_content() != "No finding matches."
        opened.fill("#search", "")
    opened.click("#more")
    opened.locator("#list summary").last.click()
    expect(opened.locator("#list blockquote").last).to_be_visible()
    elements = "script, style, img, iframe, base, svg[onload], meta[http-equiv=refresh]"
    assert opened.locator(elements).count() == len({"style", "script"})


def test_on_paper_every_proof_is_open_and_no_tool_is_left(open_page: Open) -> None:
    page = open_page(large_report(ROWS + 10))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("#list > details[open]").count() == ROWS + 10
    assert page.locator("#list blockquote").last.is_visible()
    assert page.locator(".text").last.is_visible()
    for tool in ("#filters", "nav", "#decisions", "#list form"):
        assert not page.locator(tool).first.is_visible()


def test_the_page_never_scrolls_sideways(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT)
    page.click("#expand")
    for width in (320, 400, 900, 1400):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 400)])
def test_the_page_is_accessible(open_page: Open, scheme: str, width: int) -> None:
    size = {"width": width, "height": 900}
    page = open_page(REPORT, LAYOUT, color_scheme=scheme, viewport=size, bypass_csp=True)
    page.click("#expand")
    page.fill(f"#{RANK} form input", "two lists")
    page.click(f"#{RANK} button[value=accepted]")
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": levels, "rules": {"target-size": {"enabled": True}}})
    assert found.violations_count == 0, found.generate_report()


def test_the_list_of_keys_is_accessible(open_page: Open) -> None:
    page = open_page(REPORT, LAYOUT, bypass_csp=True)
    page.click("#keys")
    found = Axe().run(page, context="#help")
    assert found.violations_count == 0, found.generate_report()


def test_thousands_of_findings_are_usable_at_once(open_page: Open) -> None:
    page = open_page(large_report(3_000))
    assert page.locator("#shown").text_content() == f"{ROWS} of 3000 shown"
    assert page.evaluate("document.getElementsByTagName('*').length") < 15_000
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})  # what other programs do counts nothing
    page.reload()
    metrics = session.send("Performance.getMetrics")["metrics"]
    assert next(metric["value"] for metric in metrics if metric["name"] == "ThreadTime") < 1  # seconds
    page.fill("#search", "ostrau 2999")
    assert _shown(page) == [f"f-{3_299:016x}"]
    page.locator("#list > details > summary").click()
    expect(page.locator("#list blockquote").first).to_be_visible()

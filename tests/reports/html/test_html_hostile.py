"""Hostile text stays text, as a parser reads it; what a browser makes of it is tested with the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hostile_report import PAYLOADS, hostile_layout, hostile_report
from parsed_page import markup, parsed

from crosscheck.reports.html import page

_ELEMENTS = re.compile(
    "html|head|meta|title|style|script|body|a|header|h1|h2|h3|div|p|span|svg|rect|circle|ul|ol|li|nav|button|main|section|"
    "form|label|input|select|option|datalist|details|summary|b|i|small|figure|figcaption|cite|blockquote|mark|dl|dt|dd|"
    "table|caption|thead|tbody|tr|th|td|br|strong|time|sup|noscript|template|textarea|footer|dialog|kbd"
)
_ATTRIBUTES = re.compile(
    r"charset|http-equiv|content|name|type|lang|class|id|href|hidden|open|for|value|list|rows|readonly|required|checked|"
    r"tabindex|role|title|scope|colspan|datetime|method|autocomplete|spellcheck|x|cx|width|aria-[a-z]+|data-[a-z]+"
)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_hostile_text_adds_no_element_and_no_attribute(payload: str) -> None:
    tree = parsed(hostile_report(payload), hostile_layout(payload))
    harmless = parsed(hostile_report("x"), hostile_layout("x"))
    assert [found.tag for found in tree.iter()] == [found.tag for found in harmless.iter()]
    for found, known in zip(tree.iter(), harmless.iter(), strict=True):
        assert _ELEMENTS.fullmatch(found.tag)
        assert found.keys() == known.keys()
        assert all(_ATTRIBUTES.fullmatch(name) for name in found.attrib)
        assert found.get("href", "#").startswith("#")


@pytest.mark.parametrize("name", [name for name in PAYLOADS if name != "direction"])
def test_hostile_text_is_shown_as_it_was_written(name: str) -> None:
    tree = parsed(hostile_report(PAYLOADS[name]), hostile_layout(PAYLOADS[name]))
    assert tree.cssselect("#list summary span")[0].text_content() == PAYLOADS[name]
    assert PAYLOADS[name] in tree.cssselect("blockquote")[0].text_content()
    assert PAYLOADS[name] in tree.cssselect(".text")[0].text_content()


def test_letters_that_turn_lines_round_do_not_reach_the_page() -> None:
    assert not re.search("[\x00\x1b\u202e\u202c]", markup(hostile_report(PAYLOADS["direction"])))


def test_no_other_module_makes_markup_of_text() -> None:
    folder = Path(page.__file__).parent
    makers = [path.name for path in folder.glob("*.py") if "Html(" in path.read_text(encoding="utf-8")]
    assert makers == ["markup.py"]

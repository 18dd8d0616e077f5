"""Text never becomes markup, and markup never carries a script, a style or a way out."""

import pytest

from crosscheck.reports.html.markup import element, enclose, inline, join


def test_text_is_escaped_wherever_it_stands() -> None:
    assert element("p", "a < b & c > d").text == "<p>a &lt; b &amp; c &gt; d</p>"
    assert element("p", title="\"'<&>").text == '<p title="&quot;&#x27;&lt;&amp;&gt;"></p>'
    assert element("p", ["a", [element("b", "<i>"), None]]).text == "<p>a<b>&lt;i&gt;</b></p>"


def test_only_finished_markup_goes_through_as_it_is() -> None:
    assert join(["<b>", element("b", "x")]).text == "&lt;b&gt;<b>x</b>"


def test_letters_that_turn_a_line_round_are_replaced() -> None:
    assert element("p", "1\u202e2\x003\ud8004").text == "<p>1\ufffd2\ufffd3\ufffd4</p>"
    assert element("p", "tab\tand\nline, é and 😀").text == "<p>tab\tand\nline, é and 😀</p>"


def test_attributes_are_left_out_bare_or_named_by_their_value() -> None:
    assert (
        element("details", open=True, hidden=False, id=None, data_line=7).text
        == '<details open data-line="7"></details>'
    )
    assert element("label", for_="a", class_="b").text == '<label for="a" class="b"></label>'


@pytest.mark.parametrize(
    ("name", "attributes"),
    [
        ("p", {"onclick": "x"}),
        ("p", {"style": "x"}),
        ("a", {"href": "javascript:alert(1)"}),
        ("a", {"href": "https://example.org"}),
        ("img", {"src": "x"}),
        ("form", {"action": "x"}),
        ("p", {"x onclick": "x"}),
        ("p", {"data_ü": "x"}),
        ("script", {}),
        ("style", {}),
        ("iframe", {}),
        ("base", {}),
        ("p><script", {}),
    ],
)
def test_what_could_run_or_leave_is_refused(name: str, attributes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"no (element|attribute) of a report|leaves the page"):
        element(name, **attributes)


def test_a_script_cannot_be_ended_from_within() -> None:
    assert inline("script", "a < b", type="module").text == '<script type="module">a < b</script>'
    for source in ("x</SCRIPT>", "<!-- x"):
        with pytest.raises(ValueError, match="ends the script"):
            inline("script", source)


def test_a_long_element_is_written_in_pieces() -> None:
    assert list(enclose("main", ["<p>a</p>", "b"], id="m")) == ['<main id="m">', "<p>a</p>", "b", "</main>"]

"""What is said in English, in another language: messages as they are, and what fills a template."""

from __future__ import annotations

from gettext import NullTranslations

import pytest

from crosscheck.translations import SOURCE, load_translations, recognise

TEMPLATES = ("lost {thing} ({place})", "lost {thing}", "why: {message}")


class Danish(NullTranslations):
    """A catalogue of five messages."""

    def gettext(self, message: str) -> str:
        return {
            "lost": "mistet",
            "desk": "skrivebord",
            "lost {thing}": "{thing} er mistet",
            "lost {thing} ({place})": "{thing} er mistet, {place}",
            "why: {message}": "fordi: {message}",
        }.get(message, message)


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("lost", "mistet"),
        ("lost key", "key er mistet"),
        ("lost desk", "desk er mistet"),
        ("lost key (desk)", "key er mistet, desk"),
        ("lost two\nlines", "two\nlines er mistet"),
        ("why: lost", "fordi: mistet"),
        ("why: why: lost key", "fordi: fordi: key er mistet"),
        ("why: desk: lost key", "fordi: desk: lost key"),
        ("lost ", "lost "),
        ("get lost key", "get lost key"),
        ("", ""),
    ],
)
def test_a_text_is_a_message_or_fills_a_template_or_stays(english: str, danish: str) -> None:
    assert recognise(english, TEMPLATES, Danish()) == danish


def test_the_first_template_that_a_text_fills_counts() -> None:
    assert recognise("lost key (desk)", TEMPLATES[::-1], Danish()) == "key (desk) er mistet"


def test_the_source_language_translates_nothing() -> None:
    assert load_translations(SOURCE).gettext("Options") == "Options"
    assert load_translations("de").gettext("Options") == "Optionen"

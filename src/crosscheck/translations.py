"""What is said in English, in another language: messages of the program, and what a library makes of its own templates.

Nothing but gettext is needed for it, so that help in any language answers at once.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from string import Formatter

SOURCE = "en"
"""The language of the messages in the code."""
NESTED = "message"
"""The placeholder in which something said stands again; what stands in any other is the same in every language."""
_FOLDER = Path(__file__).parent / "messages"


@cache
def load_translations(language: str) -> NullTranslations:
    """Return the messages of *language*, an ISO 639-1 code that the program speaks, by the English ones."""
    if language == SOURCE:
        return NullTranslations()
    with (_FOLDER / f"{language}.mo").open("rb") as compiled:
        return GNUTranslations(compiled)


def recognise(text: str, templates: Collection[str], translations: NullTranslations) -> str:
    """Return *text* in the language of *translations*; as it is where it is no message and fills none of *templates*.

    The first template that it fills counts.
    """
    translated = translations.gettext(text)
    if translated != text:
        return translated
    for template in templates:
        filled = _pattern(template).fullmatch(text)
        if filled is not None:
            arguments = filled.groupdict()
            if NESTED in arguments:
                arguments[NESTED] = recognise(arguments[NESTED], templates, translations)
            return translations.gettext(template).format(**arguments)
    return text


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what matches *template* with anything in its placeholders, as little as possible."""
    parts = ((re.escape(literal), name) for literal, name, _, _ in Formatter().parse(template))
    return re.compile("".join(f"{literal}(?P<{name}>.+?)" if name else literal for literal, name in parts), re.DOTALL)

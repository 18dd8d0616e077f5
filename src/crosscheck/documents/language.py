"""The language of a text, told by the function words of the language packs."""

from __future__ import annotations

from collections import Counter
from functools import cache

from crosscheck.languages.pack import available_languages, load_language

_SAMPLE = 20_000
"""Code points that are looked at: some three thousand words settle it."""
_FALLBACK = "en"


def detect_language(text: str, candidates: tuple[str, ...] = ()) -> tuple[str, bool]:
    """Return the language whose function words are the most frequent, and whether they decide.

    They do not decide where there are none, or where two languages have the same number; then it is English, or the
    first of *candidates* where English is none of them.

    Args:
        text: the document's text.
        candidates: ISO 639-1 codes to choose from; empty for every language that has a pack.
    """
    known = tuple(sorted(candidates)) or available_languages()
    owners = _owners(known)
    hits = Counter(owners[word] for word in text[:_SAMPLE].lower().split() if word in owners)
    ranked = hits.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return (_FALLBACK if _FALLBACK in known else known[0]), len(known) == 1
    return ranked[0][0], True


def find_pack(tag: str) -> str:
    """Return the code of the pack for a language tag ('de-CH': 'de'); '' where there is none."""
    code = tag.strip().replace("_", "-").split("-")[0].lower()
    return code if code in available_languages() else ""


@cache
def _owners(languages: tuple[str, ...]) -> dict[str, str]:
    """Return the language of each function word; a word of two languages tells neither."""
    words = Counter(word for code in languages for word in load_language(code).function_words)
    return {word: code for code in languages for word in load_language(code).function_words if words[word] == 1}

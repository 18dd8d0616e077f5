"""The language of a text, told by the function words of the language packs, then by all their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

import msgspec

from crosscheck.languages.pack import available_languages, load_language

_SAMPLE = 20_000
"""Code points that are looked at: some three thousand words settle it."""
_FALLBACK = "en"
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str, candidates: tuple[str, ...] = ()) -> tuple[str, bool]:
    """Return the language that most words of *text* are of, and whether they decide.

    Function words decide, being both frequent and of one language; where they do not, every word counts that one pack
    alone knows (months, number words, verbs of speech). Where two languages still have the same number, or no word is
    known, it is English, or the first of *candidates* where English is none of them.

    Args:
        text: the document's text.
        candidates: ISO 639-1 codes to choose from; empty for every language that has a pack.
    """
    known = tuple(sorted(candidates)) or available_languages()
    sample = text[:_SAMPLE].lower()
    most = _most_hits(sample.split(), _function_words(known)) or _most_hits(_WORD.findall(sample), _vocabulary(known))
    if most:
        return most, True
    return (_FALLBACK if _FALLBACK in known else known[0]), len(known) == 1


def find_pack(tag: str) -> str:
    """Return the code of the pack for a language tag ('de-CH': 'de'); '' where there is none."""
    code = tag.strip().replace("_", "-").split("-")[0].lower()
    return code if code in available_languages() else ""


def _most_hits(words: Iterable[str], owners: dict[str, str]) -> str:
    """Return the language that owns the most of *words*, '' where none does or two own as many."""
    ranked = Counter(owners[word] for word in words if word in owners).most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else ""


@cache
def _function_words(languages: tuple[str, ...]) -> dict[str, str]:
    return _owners({code: load_language(code).function_words for code in languages})


@cache
def _vocabulary(languages: tuple[str, ...]) -> dict[str, str]:
    """Return the language of each function word, and of each other word that one pack alone has."""
    words = {code: frozenset(_words(msgspec.to_builtins(load_language(code)))) for code in languages}
    return _owners(words) | _function_words(languages)


def _owners(words: dict[str, frozenset[str]]) -> dict[str, str]:
    """Return the language of each word; a word of two languages tells neither."""
    count = Counter(word for own in words.values() for word in own)
    return {word: code for code, own in words.items() for word in own if count[word] == 1}


def _words(part: object) -> Iterator[str]:
    """Yield the words in all texts of a part of a pack, keys of tables aside."""
    if isinstance(part, str):
        yield from _WORD.findall(part.lower())
    elif isinstance(part, dict):
        for value in part.values():
            yield from _words(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _words(value)

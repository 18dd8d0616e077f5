"""The glossary of one language, made ready for look-up: every form, stem and head of its words, with the term.

Making it takes a tenth of a second, so it has a compiled form, JSON behind a line with the checksum of what it was made
from. One that is out of date is made anew: nothing goes wrong, it only takes longer.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
import Stemmer

from crosscheck.languages.glossary import EXACT, TermWords, field_files, load_glossary
from crosscheck.languages.pack import load_language

_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss", "é": "e"})  # the common ones, for speed
_FOLDER = Path(__file__).with_name("lexicons")


class Lexicon(msgspec.Struct):
    """The words of one language by their terms; never changes once made.

    ``forms`` are words as they are printed, ``stems`` what the stemmer leaves of them, each with its term. ``heads``
    are the nouns that may end a compound, accents folded away. ``phrases`` are keyed by their first word, longest
    first. ``shared_stems`` are those that two terms lay claim to, with the terms: a mistake in the glossary, where the
    first wins.
    """

    forms: dict[str, str] = {}
    stems: dict[str, str] = {}
    heads: dict[str, str] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    shared_stems: dict[str, tuple[str, ...]] = {}


def load_lexicon(code: str) -> Lexicon:
    """Return the lexicon of the language with ISO 639-1 *code*, empty if the glossary has no column of it.

    Raises:
        ConfigError: there is no such pack, or it or the glossary does not have the shape.
    """
    path = lexicon_path(code)
    if path.is_file():
        head, _, body = path.read_bytes().partition(b"\n")
        if head == _checksum(code):
            return msgspec.json.decode(body, type=Lexicon)
    return _make(code)


def compile_lexicon(code: str) -> bytes:
    """Return the compiled form of the lexicon of *code*, as it stands in ``lexicon_path(code)``."""
    return _checksum(code) + b"\n" + msgspec.json.encode(_make(code)) + b"\n"


def lexicon_path(code: str) -> Path:
    """Return where the compiled lexicon of *code* stands."""
    return _FOLDER / f"{code}.compiled"


def fold(word: str) -> str:
    """Return the lower-case *word* without accents and umlauts."""
    if word.isascii():
        return word
    plain = word.translate(_UMLAUTS)
    if plain.isascii():
        return plain
    letters = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _checksum(code: str) -> bytes:
    """Return what changes with the words of the glossary, how *code* inflects them, and the stemmer."""
    words = msgspec.json.encode(load_language(code).terms, order="deterministic")
    sources = (path.read_bytes() for path in field_files())
    made_of = b"\n".join((words, Stemmer.version().encode(), *sources))
    return b"%08x %d" % (zlib.crc32(made_of), len(made_of))


def _make(code: str) -> Lexicon:
    """Return the lexicon of *code* from its column: the listed words first, which outrank what conjugation makes."""
    words, entries = load_language(code).terms, tuple(load_glossary().entries(code))
    single = [(term, entry) for term, entry in entries if " " not in entry]
    lexicon, stemmer = Lexicon(), Stemmer.Stemmer(words.stemmer, 0)
    _list_words(lexicon, single, stemmer)
    _list_phrases(lexicon, [(term, entry) for term, entry in entries if " " in entry], words)
    _inflect(lexicon, single, words, stemmer)
    return lexicon


def _stem_all(words: Sequence[str], stemmer: Stemmer.Stemmer) -> list[str]:
    """Return the stem of each of the lower-case *words*; all at once, which is much faster than one by one."""
    return list(stemmer.stemWords(fold(" ".join(words)).split(" "))) if words else []


def _list_words(lexicon: Lexicon, entries: Sequence[tuple[str, str]], stemmer: Stemmer.Stemmer) -> None:
    """Enter words as they are listed."""
    for term, entry in entries:
        lexicon.forms.setdefault(entry.removeprefix(EXACT).lower(), term)
    stemmed = [(term, entry.lower()) for term, entry in entries if not entry.startswith(EXACT)]
    shared: dict[str, list[str]] = {}
    for (term, _), stem in zip(stemmed, _stem_all([word for _, word in stemmed], stemmer), strict=True):
        if (first := lexicon.stems.setdefault(stem, term)) != term:
            shared.setdefault(stem, [first]).append(term)
    lexicon.shared_stems.update((stem, tuple(terms)) for stem, terms in shared.items())


def _list_phrases(lexicon: Lexicon, entries: Sequence[tuple[str, str]], words: TermWords) -> None:
    """Enter phrases as they are listed, and with the endings that their last word may have, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for term, entry in entries:
        first, *middle, last = entry.removeprefix(EXACT).lower().split()
        found.setdefault(first, []).extend(((*middle, form), term) for form in (last, *words.declined(last)))
    for first, known in found.items():
        lexicon.phrases[first] = tuple(sorted(known, key=lambda phrase: -len(phrase[0])))


def _inflect(lexicon: Lexicon, entries: Sequence[tuple[str, str]], words: TermWords, stemmer: Stemmer.Stemmer) -> None:
    """Enter the regular forms of listed words that their stems do not cover, and the heads of compounds."""
    conjugated: list[tuple[str, str]] = []
    for term, entry in entries:
        word = entry.removeprefix(EXACT)
        if word[:1].isupper():
            _decline(lexicon, term, word.lower(), words, is_exact=word != entry)
        elif word != entry:
            for form in words.conjugated(word):
                lexicon.forms.setdefault(form, term)
        else:
            conjugated.extend((term, form) for form in words.conjugated(word))
    for (term, _), stem in zip(conjugated, _stem_all([form for _, form in conjugated], stemmer), strict=True):
        lexicon.stems.setdefault(stem, term)


def _decline(lexicon: Lexicon, term: str, noun: str, words: TermWords, *, is_exact: bool) -> None:
    """Enter a noun as the head of compounds, its words for women and, where no stem covers them, its forms."""
    lexicon.heads.setdefault(fold(noun), term)
    for form in words.feminines(noun):
        lexicon.forms.setdefault(form, term)
    for form in words.declined(noun) if is_exact else ():
        lexicon.forms.setdefault(form, term)

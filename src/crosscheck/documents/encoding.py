"""Bytes to text: UTF-8, a byte order mark, the encoding a page declares, else detection, which is always noted."""

from __future__ import annotations

import codecs
import re
from typing import NoReturn

from crosscheck.errors import DocumentError
from crosscheck.messages import Phrase, say, say_count

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT_BYTES = bytes({*range(7, 14), 27, *range(32, 256)})
_MOST_CONTROLS = 100
"""One control byte in this many is text with a slip; more is no text."""
_DECLARED = re.compile(rb"""<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)
_WESTERN = ("cp1252", "mac_roman")
_SAVE = say("save the file as UTF-8")
_CLEARLY_WORSE = 0.02
_MOST_DAMAGE = 10
"""Of this many characters beyond ASCII at most one may be broken for the text to count as damaged UTF-8."""


def decode_text(raw: bytes, place: str) -> tuple[str, tuple[Phrase, ...]]:
    r"""Return the text of *raw* with '\n' as its only line break and no byte order mark, and notes on how it was read.

    Args:
        raw: the whole file.
        place: the file's name, for messages.

    Raises:
        DocumentError: *raw* is no text, or no encoding fits it.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decode_marked(raw, encoding, place)
    _refuse_binary(raw, place)
    try:
        return _unify_breaks(raw.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        text, note = _decode_foreign(raw, error, place)
        return _unify_breaks(text), (note,)


def _decode_marked(raw: bytes, encoding: str, place: str) -> tuple[str, tuple[Phrase, ...]]:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        what = say(
            "byte {number} does not fit the byte order mark, which says {encoding}",
            number=str(error.start),
            encoding=encoding,
        )
        raise DocumentError(what, remedy=_SAVE, place=place) from error
    if "\0" in text:
        _refuse(place, say("NUL characters"))
    marked = say("read as {encoding}: the byte order mark says so", encoding=encoding)
    return _unify_breaks(text), () if encoding == "utf-8-sig" else (marked,)


def _refuse_binary(raw: bytes, place: str) -> None:
    if b"\0" in raw:
        _refuse(place, say("NUL bytes"))
    if len(raw.translate(None, _TEXT_BYTES)) * _MOST_CONTROLS > len(raw):
        _refuse(place, say("control bytes"))
    if raw.startswith(b"%PDF-"):
        _refuse(place, say("a PDF header"))


def _refuse(place: str, sign: Phrase) -> NoReturn:
    what = say("no text but a binary file ({sign})", sign=sign)
    raise DocumentError(what, remedy=say("give the text itself, as UTF-8"), place=place)


def _decode_foreign(raw: bytes, error: UnicodeDecodeError, place: str) -> tuple[str, Phrase]:
    """Return text that is not, or not wholly, UTF-8, and the note that says how it was read."""
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
    byte, place_in_file = f"0x{raw[error.start]:02X}", f"{line}:{column}"
    where = say("byte {byte} at {place}", byte=byte, place=place_in_file)
    declared = _declared_encoding(raw)
    if declared:
        text = raw.decode(declared, "replace")
        if "\ufffd" not in text:
            return text, say("read as {encoding}, as the page declares", encoding=declared)
    damaged = raw.decode("utf-8", "replace")
    broken = damaged.count("\ufffd")
    if broken * _MOST_DAMAGE < sum(character > "\x7f" for character in damaged):
        note = say_count(
            "damaged UTF-8: {number} character is lost: {byte}",
            "damaged UTF-8: {number} characters are lost, the first is {byte}",
            broken,
            number=broken,
            byte=where,
        )
        return damaged, note
    encoding = _detect_encoding(raw)
    if encoding is None:
        what = say("not UTF-8 ({byte}), and no other encoding fits", byte=where)
        raise DocumentError(what, remedy=_SAVE, place=f"{place}:{place_in_file}")
    guessed = say("read as {encoding}, by detection: not UTF-8 ({byte})", encoding=encoding, byte=where)
    return raw.decode(encoding), guessed


def _declared_encoding(raw: bytes) -> str | None:
    declared = _DECLARED.search(raw, 0, 4096)
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
    except LookupError:
        return None
    return {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(name, name)  # as browsers read these two labels


def _detect_encoding(raw: bytes) -> str | None:
    """Return the Western encoding that fits best; Windows-1252, by far the commonest, unless another clearly wins."""
    from charset_normalizer import from_bytes

    matches = {match.encoding: match for match in from_bytes(raw, cp_isolation=list(_WESTERN))}
    best = next(iter(matches.values()), None)
    common = matches.get(_WESTERN[0])
    if best is not None and best.coherence and (common is None or common.chaos > best.chaos + _CLEARLY_WORSE):
        return best.encoding
    try:
        raw.decode(_WESTERN[0])
    except UnicodeDecodeError:
        return best.encoding if best is not None and best.coherence else None
    return _WESTERN[0]


def _unify_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

"""Extractions as bytes: msgpack, compressed, behind a line that names the form and a checksum.

Bytes are taken for an extraction only where all of that holds and every place in it lies in the document; whatever else
a file of the cache may hold is none.
"""

from __future__ import annotations

import hashlib
import zlib
from decimal import Decimal, InvalidOperation
from fractions import Fraction

import msgspec

from crosscheck.claims import Extraction
from crosscheck.records import Document, Span

_MARK = b"crosscheck extraction 1\n"
_CHECKSUM = 16
"""Bytes of the checksum behind the mark."""
_MOST = 1 << 28
"""Bytes that an extraction may take; more is a mistake, or meant to fill the memory."""
_QUICK = 1
"""How hard zlib tries: a fifth of the size at no time worth speaking of."""


class Unusable(Exception):  # noqa: N818 - no error: a document is then read
    """Bytes that are no extraction, or an extraction that has no form as bytes."""


def key_of(document: Document, circumstances: bytes) -> str:
    """Return the name of what is extracted from *document*: 40 hexadecimal digits.

    Raises:
        Unusable: its text cannot be encoded (half of a surrogate pair).
    """
    try:
        told = msgspec.msgpack.encode(document)
    except UnicodeEncodeError as error:
        raise Unusable from error
    return hashlib.blake2b(circumstances + told, digest_size=20).hexdigest()


def encode_extraction(told: Extraction, key: str) -> bytes:
    """Return *told*, which *key* names, as bytes.

    Raises:
        Unusable: a number in it is beyond 64 bits.
    """
    try:
        packed = msgspec.msgpack.encode(told, enc_hook=_spell)
    except OverflowError as error:
        raise Unusable from error
    body = zlib.compress(packed, _QUICK)
    return _MARK + _checksum(key, body) + body


def decode_extraction(stored: bytes, key: str, document: Document) -> Extraction:
    """Return the extraction that *stored* holds, which *key* names and which was made of *document*.

    Raises:
        Unusable: it holds none, or another.
    """
    body = stored[len(_MARK) + _CHECKSUM :]
    if stored[: -len(body) or None] != _MARK + _checksum(key, body):
        raise Unusable
    unpacker = zlib.decompressobj()
    try:
        told = _DECODER.decode(unpacker.decompress(body, _MOST))
    except (zlib.error, msgspec.DecodeError) as error:
        raise Unusable from error
    if not unpacker.eof or not _is_of(told, document):
        raise Unusable
    return told


def _checksum(key: str, body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_CHECKSUM, key=key.encode()).digest()


def _spell(number: object) -> str:
    """Return a fraction as 'n/d'; msgspec itself writes decimals as their digits."""
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    raise NotImplementedError(type(number).__name__)


def _read_number(_type: type, spelled: object) -> object:
    """Return the number that stands as itself, as its digits, or as 'n/d'.

    Raises:
        ValueError: none does.
    """
    if not isinstance(spelled, str):
        return spelled
    above, slash, below = spelled.partition("/")
    try:
        return Fraction(int(above), int(below)) if slash else Decimal(spelled)
    except (ZeroDivisionError, InvalidOperation) as error:
        raise ValueError(spelled) from error


_DECODER = msgspec.msgpack.Decoder(Extraction, dec_hook=_read_number)


def _is_of(told: Extraction, document: Document) -> bool:
    """Return whether every claim is the document's own, and every mention its words; a reckoned value has none."""
    length = len(document.text)
    if not all(
        c.document == document.key and _lies(c.quote, c.sentence) and c.sentence.end <= length for c in told.claims
    ):
        return False
    mentions = (*(claim.mention for claim in told.claims if claim.mention), *(mention for mention, _ in told.skipped))
    return all(mention.surface in ("", document.slice(mention.span)) for mention in mentions)


def _lies(inner: Span, outer: Span) -> bool:
    return 0 <= outer.start <= inner.start <= inner.end <= outer.end

"""The first half of the line: what each document claims by itself, read by one process or by several."""

from __future__ import annotations

import functools
import pickle
import zlib
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import accumulate, groupby

import msgspec

from crosscheck.claims import Extraction, Lexicon, extract_claims
from crosscheck.collector import patient_collector
from crosscheck.config import Config
from crosscheck.domains import Concept, Domains, KnownName, gather_domains, load_domain
from crosscheck.languages import load_language
from crosscheck.mentions import annotate_all
from crosscheck.records import Document

_LEXICONS = 8
"""Vocabularies that are kept for the next call: building one takes longer than reading a document."""
_MANY_DOCUMENTS, _MUCH_TEXT = 40, 150_000
"""From how many documents, or code points, on several processes are faster, each of which must load the packs."""
_TOGETHER = 1 << 16
"""From how many code points on texts are enough to be annotated together."""
_SHARES = 16
"""How many parts of the work each process gets, one after the other, so that all end at about one time."""
_AHEAD = 2
"""How many parts are with each other process: one that it reads, one that it can go on with at once."""


def extract_all(texts: Sequence[Document], settings: Config, workers: int) -> Generator[Extraction, None, None]:
    """Yield what each of *texts*, whose languages are known, claims, in their order.

    Where there are many, *workers* processes read them, with the same outcome as one.
    """
    much = len(texts) > _MANY_DOCUMENTS or sum(len(text.text) for text in texts) > _MUCH_TEXT
    if workers > 1 and len(texts) > 1 and much:
        return _extract_apart(texts, settings, workers)
    return _extract(texts, settings)


def load_domains(settings: Config) -> Domains:
    """Return what the domain packs in use hold together, with the concepts and formulas of *settings*."""
    packs = tuple(load_domain(name) for name in settings.enabled_domains)
    return gather_domains(packs, settings.attributes, settings.constraints)


def load_lexicons(languages: Iterable[str], settings: Config) -> dict[str, Lexicon]:
    """Return the lexicon of each language, with what *settings* adds to the packs."""
    own = msgspec.msgpack.encode((settings.attributes, settings.entities))
    return {code: _lexicon(code, settings.enabled_domains, own) for code in sorted(languages)}


@functools.lru_cache(maxsize=_LEXICONS)
def _lexicon(code: str, domains: tuple[str, ...], own: bytes) -> Lexicon:
    """Return the vocabulary of the packs and of *own*, the settings' attributes and entities as msgpack."""
    attributes, entities = msgspec.msgpack.decode(own, type=tuple[dict[str, Concept], tuple[KnownName, ...]])
    return Lexicon(load_language(code), tuple(map(load_domain, domains)), attributes, entities)


def _extract(texts: Sequence[Document], settings: Config) -> Generator[Extraction, None, None]:
    lexicons = load_lexicons({text.language for text in texts}, settings)
    together = (annotated for several in _in_batches(texts) for annotated in annotate_all(several))
    return (extract_claims(annotated, lexicons[annotated.document.language]) for annotated in together)


def _in_batches(texts: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield *texts*, in their order, so many at a time that they have ``_TOGETHER`` code points, or a little more."""
    batch: list[Document] = []
    length = 0
    for text in texts:
        batch.append(text)
        length += len(text.text)
        if length >= _TOGETHER:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


@patient_collector()
def _extract_part(texts: Sequence[Document], settings: Config) -> bytes:
    """Return what each of *texts* claims, the work of one process, packed by ``_pack``."""
    return _pack(tuple(_extract(texts, settings)))


def _pack(told: tuple[Extraction, ...]) -> bytes:
    """Return *told* as so few bytes that a pipe holds them all: who sends more waits until the other reads them."""
    return zlib.compress(pickle.dumps(told, pickle.HIGHEST_PROTOCOL), zlib.Z_BEST_SPEED)


def _unpack(packed: bytes) -> tuple[Extraction, ...]:
    """Return what ``_pack`` packed."""
    told: tuple[Extraction, ...] = pickle.loads(zlib.decompress(packed))  # noqa: S301 - by a process of our own
    return told


def _extract_apart(texts: Sequence[Document], settings: Config, workers: int) -> Generator[Extraction, None, None]:
    """Yield what each of *texts* claims: this process reads on from the first, the others from the last.

    So that half of the outcome, with two processes, is sent to none, and what is read first can be used at once.
    """
    from concurrent.futures import Future, ProcessPoolExecutor  # late: most runs need one process only

    waiting = deque(_parts(texts, workers * _SHARES))
    sent: deque[Future[bytes]] = deque()
    with ProcessPoolExecutor(workers - 1) as pool:

        def hand_out() -> None:
            while waiting and sum(not part.done() for part in sent) < _AHEAD * (workers - 1):
                sent.appendleft(pool.submit(_extract_part, waiting.pop(), settings))

        while waiting:
            own = waiting.popleft()
            hand_out()
            for told in _extract(own, settings):
                yield told
                hand_out()
        for part in sent:
            yield from _unpack(part.result())


def _parts(texts: Sequence[Document], number: int) -> Iterator[tuple[Document, ...]]:
    """Yield *texts*, in their order, in at most *number* parts of about the same length."""
    ends = list(accumulate(len(text.text) for text in texts))
    parts = (min((end - 1) * number // ends[-1], number - 1) if end else 0 for end in ends)
    for _, group in groupby(zip(parts, texts, strict=True), key=lambda row: row[0]):
        yield tuple(text for _, text in group)

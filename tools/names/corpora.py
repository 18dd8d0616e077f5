"""Read annotated corpora: UD columns (upos) and BIO columns (names), as texts with labelled tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]}%“”’»]+|'s|n't")
_NO_SPACE_AFTER = frozenset("([{„«‚")


class Token(msgspec.Struct, frozen=True):
    """A token with its place in the text; *label* is a BIO tag without its prefix, or a part of speech."""

    start: int
    end: int
    form: str
    label: str
    begins: bool


class Sample(msgspec.Struct, frozen=True):
    """A text and its tokens."""

    text: str
    tokens: tuple[Token, ...]


def blocks(path: Path) -> Iterator[list[str]]:
    """Return the lines of each sentence."""
    block: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read(path: Path, tagged: Iterable[Path] = ()) -> list[Sample]:
    """Return one sample a document where the file marks documents, else one a sentence.

    Words that a file of *tagged* has as PROPN in the same sentence and that are no names here get the label OTH.
    """
    proper = {
        (sample.text, token.start): "OTH"
        for path in tagged
        for sample in read(path)
        for token in sample.tokens
        if token.label == "PROPN"
    }
    samples: list[Sample] = []
    text = ""
    tokens: list[Token] = []
    for block in blocks(path):
        if tokens and not (path.name.startswith("ner-en") and not block[0].startswith("# newdoc")):
            samples.append(Sample(text, tuple(tokens)))
            text, tokens = "", []
        if text:
            text += "\n" if path.name.startswith("ner-en") else " "
        sentence, placed = _sentence(block, column=3 if path.suffix == ".conll" else 2)
        placed = [
            msgspec.structs.replace(t, label=proper.get((sentence, t.start), "O"), begins=True) if t.label == "O" else t
            for t in placed
        ]
        tokens += [Token(t.start + len(text), t.end + len(text), t.form, t.label, t.begins) for t in placed]
        text += sentence
    return [*samples, Sample(text, tuple(tokens))]


def _sentence(block: list[str], column: int) -> tuple[str, list[Token]]:
    text = next((line[9:] for line in block if line.startswith("# text = ")), "")
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    rows = [row for row in rows if row[0].isdecimal()]
    if text:
        return text, list(_placed(text, rows, column))
    text = _joined([row[1] for row in rows])
    return text, list(_placed(text, rows, column))


def _joined(forms: list[str]) -> str:
    """Return tokens as running text, spaces left out where print leaves them out."""
    pieces: list[str] = []
    is_open = False
    for form in forms:
        glued = not pieces or _NO_SPACE_BEFORE.fullmatch(form) or pieces[-1] in _NO_SPACE_AFTER
        if form == '"':
            glued = glued or is_open
            is_open = not is_open
        elif pieces and pieces[-1] == '"' and is_open:
            glued = True
        pieces += [form] if glued else [" ", form]
    return "".join(pieces)


def _placed(text: str, rows: list[list[str]], column: int) -> Iterator[Token]:
    at = 0
    for row in rows:
        form, tag = row[1], row[column]
        start = text.find(form, at)
        if start < 0:
            continue
        at = start + len(form)
        label = tag[2:] if tag[:2] in {"B-", "I-"} else tag
        yield Token(start, at, form, label, tag.startswith("B-"))

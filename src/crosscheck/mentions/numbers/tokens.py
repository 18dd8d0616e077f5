"""The pieces of a run: digits, number words, and the words between them."""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from crosscheck.mentions.numbers.digits import VULGAR, parse_digits
from crosscheck.mentions.numbers.lexicon import Lexicon, Word
from crosscheck.values.printed import Printed

_PIECE = re.compile(r"[0-9.,'’·٬]+(?:[eE][+-]?[0-9]+|\s?[x×*]\s?10(?:\^[+−-]?|[−-])[0-9]+)?|[^\W\d_]+|\S")
_DIGITS = re.compile(r"[0-9]+")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A number word, or digits: exactly one of ``word`` and ``printed`` is there. ``role`` of digits is 'digits'."""

    start: int
    end: int
    role: str
    word: Word | None = None
    printed: Printed | None = None

    @property
    def rational(self) -> int | Fraction:
        """Return the number that the token stands for."""
        if self.printed is not None:
            return self.printed.rational
        return self.word.value if self.word is not None else 0

    @property
    def factor(self) -> int:
        """Return what a scale, a plural scale, a hundred or a group multiplies by; 0 for other roles."""
        if self.word is None or self.role not in _MULTIPLIERS:
            return 0
        return 10 ** int(self.word.value) if self.role == "plural" else int(self.word.value)


_MULTIPLIERS = frozenset(("scale", "plural", "hundred", "group"))


def tokenize(run: str, lexicon: Lexicon) -> list[Token]:
    """Return the tokens of *run*; compounds are taken apart, marks between are left out of the list."""
    tokens: list[Token] = []
    for match in _PIECE.finditer(run):
        if tokens and match.start() < tokens[-1].end:
            continue
        piece = match[0]
        if piece[0].isdigit() or (piece[0] in ".," and len(piece) > 1):
            tokens += _digit_tokens(piece, match.start(), lexicon)
        elif piece in VULGAR:
            tokens.append(Token(match.start(), match.end(), "fraction", Word("fraction", VULGAR[piece])))
        elif piece.isalpha() or piece == "&":
            phrase = lexicon.phrases.match(run, match.start()) if lexicon.phrases else None
            if phrase:
                word = lexicon.words[phrase[0].lower().replace("‐", "-").replace("‑", "-")]
                tokens.append(Token(phrase.start(), phrase.end(), word.role, word))
            else:
                tokens += _word_tokens(piece.lower(), match.start(), lexicon)
    return tokens


def _digit_tokens(piece: str, start: int, lexicon: Lexicon) -> list[Token]:
    """Return digits as one token, or as several where their marks only list them ('22,24,26')."""
    marks = lexicon.pack.marks
    printed = parse_digits(piece, marks)
    if printed is not None:
        return [Token(start, start + len(piece), "digits", printed=printed)]
    if "," not in piece or "." in piece:
        return []
    parts = [(part, parse_digits(part[0], marks)) for part in _DIGITS.finditer(piece)]
    return [Token(start + p.start(), start + p.end(), "digits", printed=single) for p, single in parts if single]


def _word_tokens(piece: str, start: int, lexicon: Lexicon) -> list[Token]:
    known = lexicon.words.get(piece)
    if known is not None:
        return [Token(start, start + len(piece), known.role, known)]
    ordinal = lexicon.compound_ordinal.match(piece)
    head_end = ordinal.end("head") if ordinal else len(piece)
    tokens = []
    for part in lexicon.pieces.finditer(piece, 0, head_end):
        word = lexicon.words[part[0]]
        tokens.append(Token(start + part.start(), start + part.end(), word.role, word))
    if ordinal:
        value = lexicon.pack.ordinals.stems[ordinal["stem"]] if ordinal["stem"] else 0
        tokens.append(Token(start + head_end, start + len(piece), "ordinal", Word("ordinal", value)))
    return tokens

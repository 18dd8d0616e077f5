"""Text from documents made safe to print: a document must not steer the terminal that shows it."""

from __future__ import annotations

import unicodedata

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_BREAKS = frozenset({"Cc", "Zl", "Zp"})


def printable(text: str) -> str:
    """Return *text* with control and direction characters replaced by U+FFFD, of the same length; spaces stay."""
    return "".join("\ufffd" if letter in _DIRECTION or _is_control(letter) else letter for letter in text)


def printable_name(name: str) -> str:
    """Return *name*, of a file, printable and on one line: spaces stay, line breaks and tabs are replaced too."""
    return "".join("\ufffd" if unicodedata.category(letter) in _BREAKS else letter for letter in printable(name))


def fold_space(text: str) -> str:
    """Return *text* printable and on one line, every run of white space as one space."""
    return printable(" ".join(text.split()))


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) == "Cc" and not letter.isspace()

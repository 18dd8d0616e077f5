"""What a rule may look at besides its own tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from crosscheck.languages.dates import DateWords
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.tokens import Token


class Scene(msgspec.Struct, frozen=True, gc=False):
    """The text, the vocabulary, and all tokens of the run with the place of the rule's first and past its last."""

    text: str
    words: DateWords
    run: Sequence[Token]
    first: int
    stop: int

    @property
    def found(self) -> Sequence[Token]:
        """The tokens that the rule matched."""
        return self.run[self.first : self.stop]

    @property
    def before(self) -> str:
        """The class of the token before; '' where the run begins."""
        return self.run[self.first - 1].code if self.first else ""

    @property
    def after(self) -> str:
        """The class of the token after; '' where the run ends."""
        return self.run[self.stop].code if self.stop < len(self.run) else ""

    @property
    def start(self) -> int:
        """The first code point of the match."""
        return self.run[self.first].start

    @property
    def end(self) -> int:
        """The code point past the match."""
        return self.run[self.stop - 1].end

    def pick(self, codes: str) -> Token | None:
        """Return the first token of the match whose class is in *codes*."""
        for token in self.found:
            if token.code in codes:
                return token
        return None

    def value(self, codes: str) -> int | None:
        """Return the whole number of the first token whose class is in *codes*."""
        token = self.pick(codes)
        return token.number if token else None

    def need(self, codes: str) -> Token:
        """Return the first token of the match whose class is in *codes*; the rule's pattern promises one."""
        token = self.pick(codes)
        if token is None:
            raise LookupError(f"no token of class {codes!r}")
        return token


Readings = tuple[Reading, ...]

NOUN = re.compile(r"[ \t\xa0]*[%\w€$£]|[.,:]\d|-\w")
"""What follows a number that counts it, or goes on with it."""
PLURAL = re.compile(
    r"[ \t\xa0](?!(?:was|is|has|as|its|this|his|us|does|yes|thus|plus|versus|"
    r"onwards|afterwards)\b)[a-z]{2,}s\b|%|[.,]\d|\w|-(?!\d{4}\b)\w"
)
"""What follows digits that count something, in a language whose plurals end in -s."""

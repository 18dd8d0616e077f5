"""What a reader of a format makes of a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from crosscheck.messages import Phrase
from crosscheck.records import Anchor, Ignore


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a file, how it maps back, and what the file says of itself.

    ``language`` is what the author declares, and trusted; ``suggested_language`` is what a page template says, and
    holds only where the words decide nothing. Both are ISO 639-1 codes or ''.
    """

    text: str
    anchors: tuple[Anchor, ...] = ()
    title: str | None = None
    source: str | None = None
    published: date | None = None
    language: str = ""
    suggested_language: str = ""
    notes: tuple[Phrase, ...] = ()
    ignores: tuple[Ignore, ...] = ()


Reader = Callable[[str, str], Reading]
"""Takes the decoded source and the name of its file, for messages; raises DocumentError."""

"""How a report is laid out: what the reader's side decides, and no writer finds out by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from crosscheck.messages import Locale, load_locale, put
from crosscheck.records import name_attribute, name_subject
from crosscheck.reports.previous import Previous
from crosscheck.reports.words import Words, words_of

_ATTRIBUTE = re.compile(r"[a-z][a-z0-9_]*")


class RulePage(msgspec.Struct, frozen=True):
    """A rule as formats describe it: its code, its name, and the paragraphs of its manual page below the heading."""

    code: str
    name: str
    paragraphs: tuple[str, ...] = ()


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The room and the means that a writer has.

    ``width`` is in terminal cells. ``color`` allows ANSI colours; nothing is ever told by colour alone. ``unicode``
    allows signs and rules beyond ASCII; quotations keep their letters either way. ``verbose`` leaves nothing out.
    ``labels`` are attribute names for people, by concept; an attribute without one is printed with spaces for
    underscores. ``rules`` are those that findings may come from, in the order of their codes. ``language`` is that of
    the interface, an ISO 639-1 code, where a writer speaks several. ``previous`` is an earlier run to compare with,
    None without one.
    """

    width: int = 80
    color: bool = False
    unicode: bool = True
    verbose: bool = False
    labels: Mapping[str, str] = {}
    rules: tuple[RulePage, ...] = ()
    language: str = "en"
    previous: Previous | None = None

    def label(self, attribute: str) -> str:
        """Return the name of *attribute* for people."""
        return self.labels.get(attribute) or name_attribute(attribute, {}).said_in(self.locale)

    def formula(self, formula: str) -> str:
        """Return *formula* with the names of its attributes for people."""
        return _ATTRIBUTE.sub(lambda hit: self.label(hit.group()), formula)

    def subject(self, subject: str) -> str:
        """Return the name of *subject* for people."""
        return put(name_subject(subject), self.locale)

    @property
    def locale(self) -> Locale:
        """Return how its language says messages, numbers and dates."""
        return load_locale(self.language)

    @property
    def words(self) -> Words:
        """Return the words of its language."""
        return words_of(self.language)

    @property
    def ellipsis(self) -> str:
        """Return the sign for words left out."""
        return "…" if self.unicode else "..."

"""A language in which the program speaks: its messages, and how it writes numbers, dates, units and quotations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from pathlib import Path

import msgspec

from crosscheck.errors import ConfigError, Verbatim
from crosscheck.packfile import load_pack
from crosscheck.translations import SOURCE, load_translations

_FOLDER = Path(__file__).parent


class Notation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language writes what is no sentence. ``months`` and ``weekdays`` begin with January and Monday.

    ``day``, ``day_of_year`` and ``month`` are patterns of {day}, {month}, {year}, and {number} for that of the month.
    ``units``, ``prefixes`` and ``powers`` are names by their English ones, 'kilometre per hour' being a prefix, a unit,
    ``per`` and a unit.
    """

    decimal: str
    thousands: str
    minus: str
    quotes: tuple[str, str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    day_of_year: str
    month: str
    per: str = "per"
    units: Mapping[str, tuple[str, str]] = {}
    prefixes: Mapping[str, str] = {}
    powers: Mapping[str, str] = {}


class Locale(msgspec.Struct, frozen=True):
    """One language, by its ISO 639-1 code, with its messages by the English ones."""

    language: str
    notation: Notation
    translations: NullTranslations

    def translate(self, message: str) -> str:
        """Return *message* in the language, itself where the language has no words for it."""
        return self.translations.gettext(message)

    def translate_count(self, one: str, several: str, number: int) -> str:
        """Return the form of a message that agrees with *number*."""
        return self.translations.ngettext(one, several, number)

    def number(self, number: Decimal | int) -> str:
        """Return *number* with all its digits, in groups: '-1,234.50'."""
        whole, mark, rest = f"{abs(Decimal(number)):,f}".partition(".")
        sign = self.notation.minus if number < 0 else ""
        return f"{sign}{whole.replace(',', self.notation.thousands)}{mark and self.notation.decimal}{rest}"

    def day(self, day: date) -> str:
        """Return *day* with its year: '5 May 2031'."""
        month = self.notation.months[day.month - 1]
        return self.notation.day.format(day=day.day, month=month, number=day.month, year=day.year)

    def day_of_year(self, month: int, day: int) -> str:
        """Return a day of any year: '5 May'."""
        return self.notation.day_of_year.format(day=day, month=self.notation.months[month - 1])

    def month(self, year: int, month: int) -> str:
        """Return a month of a year: 'May 2031'."""
        return self.notation.month.format(month=self.notation.months[month - 1], year=year)

    def quote(self, text: str) -> str:
        """Return *text*, which stays as it is, in quotation marks."""
        opening, closing = self.notation.quotes
        return f"{opening}{text}{closing}"

    def unit(self, name: str, *, is_one: bool) -> str:
        """Return the unit of the English *name*, for one or for several; a name that is not known stays."""
        above, per, below = name.rpartition(" per ")
        if per:
            return f"{self.unit(above, is_one=is_one)} {self.notation.per} {self.unit(below, is_one=True)}"
        forms = self.notation.units.get(name)
        if forms is not None:
            return forms[not is_one]
        for english, own in (*self.notation.powers.items(), *self.notation.prefixes.items()):
            if name.startswith(english) and name != english:
                rest = self.unit(name.removeprefix(english), is_one=is_one)
                return f"{own}{rest}" if own.endswith(" ") else f"{own}{rest[:1].lower()}{rest[1:]}"
        return name


def locales() -> tuple[str, ...]:
    """Return the codes of the languages that the program speaks, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


@cache
def load_locale(language: str) -> Locale:
    """Return the locale of *language*, an ISO 639-1 code.

    Raises:
        ConfigError: the program does not speak it.
    """
    known = locales()
    if language not in known:
        remedy = Verbatim(f"use one of {', '.join(known)}")
        raise ConfigError(Verbatim(f"no messages in {language!r}"), remedy=remedy, place="language")
    return Locale(language, load_pack(_FOLDER / f"{language}.yaml", Notation), load_translations(language))


@cache
def root_locale() -> Locale:
    """Return the locale of no language, for fingerprints: a phrase is said the same in it whoever reads the report."""
    source = load_locale(SOURCE).notation
    bare = msgspec.structs.replace(source, day="{year:04}-{number:02}-{day:02}", units={}, prefixes={}, powers={})
    return Locale("", bare, NullTranslations())

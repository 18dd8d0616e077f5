"""Phrases: what is said, in no language yet.

A message is its English template; what stands in its placeholders is a phrase again, a number, a day, or text that is
the same in every language: a name, a sign. The catalogues are made from the templates in calls of ``say`` and
``say_count``, so that a template is always written out where it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from crosscheck.errors import Sayable
from crosscheck.messages.locale import Locale, load_locale
from crosscheck.translations import SOURCE


class Phrase(msgspec.Struct, frozen=True):
    """What can be said in every language."""

    def said_in(self, locale: Locale) -> str:
        """Return it in the language of *locale*."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.said_in(load_locale(SOURCE))


Argument = Sayable | str | int | date
"""What stands in a placeholder. Text stays as it is; an integer is grouped by thousands, so a year is a text."""


def put(argument: Argument, locale: Locale) -> str:
    """Return *argument* in the language of *locale*."""
    if isinstance(argument, str):
        return argument
    if isinstance(argument, int):
        return locale.number(argument)
    return locale.day(argument) if isinstance(argument, date) else argument.said_in(locale)


class Message(Phrase, frozen=True):
    """A template with named placeholders, and what stands in them.

    ``several`` is the form that agrees with a ``number`` other than one; '' where nothing is counted.
    """

    template: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    several: str = ""
    number: int = 1

    def said_in(self, locale: Locale) -> str:
        """Return the template of the language, filled."""
        found = (
            locale.translate_count(self.template, self.several, self.number)
            if self.several
            else locale.translate(self.template)
        )
        return found.format(**{name: put(argument, locale) for name, argument in self.arguments})


class Joined(Phrase, frozen=True):
    """Phrases in a row, with the same between each two; false where there are none."""

    parts: tuple[Argument, ...]
    separator: str

    def __bool__(self) -> bool:
        return bool(self.parts)

    def said_in(self, locale: Locale) -> str:
        """Return the parts in their order."""
        return self.separator.join(put(part, locale) for part in self.parts)


class Number(Phrase, frozen=True):
    """A number with the digits that are to be shown."""

    digits: Decimal

    def said_in(self, locale: Locale) -> str:
        """Return it with the language's marks."""
        return locale.number(self.digits)


class Unit(Phrase, frozen=True):
    """A unit by its English name, for one or for several of it."""

    name: str
    is_one: bool = False

    def said_in(self, locale: Locale) -> str:
        """Return its name."""
        return locale.unit(self.name, is_one=self.is_one)


class Label(Phrase, frozen=True):
    """A name that data holds by language; ``fallback`` stands where there is none in English."""

    names: tuple[tuple[str, str], ...]
    fallback: str

    def said_in(self, locale: Locale) -> str:
        """Return the name in the language, else in English."""
        names = dict(self.names)
        return names.get(locale.language) or names.get(SOURCE) or self.fallback


class Quoted(Phrase, frozen=True):
    """Words of a document, verbatim."""

    text: str

    def said_in(self, locale: Locale) -> str:
        """Return the words in the language's quotation marks."""
        return locale.quote(self.text)


class Recurring(Phrase, frozen=True):
    """Days without their week or year: a weekday, counted from Monday as 1, or a month with a day of it or without.

    What is not named is 0.
    """

    weekday: int = 0
    month: int = 0
    day: int = 0

    def said_in(self, locale: Locale) -> str:
        """Return 'Tuesday', '4 October' or 'October'."""
        if self.weekday:
            return locale.notation.weekdays[self.weekday - 1]
        return locale.day_of_year(self.month, self.day) if self.day else locale.notation.months[self.month - 1]


class Month(Phrase, frozen=True):
    """A month of a year, counted from January as 1."""

    year: int
    month: int

    def said_in(self, locale: Locale) -> str:
        """Return 'May 2031'."""
        return locale.month(self.year, self.month)


NOTHING = Joined((), "")
"""What is said where there is nothing to say: false."""


def label(names: Mapping[str, str], fallback: str) -> Label:
    """Return the name that *names* holds by language, *fallback* where it holds none."""
    return Label(tuple(names.items()), fallback)


def say(template: str, /, **arguments: Argument) -> Message:
    """Return the message whose English is *template*, with what stands in its placeholders."""
    return Message(template, tuple(arguments.items()))


def say_count(one: str, several: str, number: int | Decimal | Fraction, /, **arguments: Argument) -> Message:
    """Return the message that agrees with *number*: *one* with exactly one, *several* with any other number."""
    agreeing = number if isinstance(number, int) else 1 + (number != 1)
    return Message(one, tuple(arguments.items()), several, agreeing)


def join(parts: Iterable[Argument], separator: str = ", ") -> Phrase:
    """Return *parts* in a row."""
    return Joined(tuple(parts), separator)


def say_all(parts: Iterable[Argument]) -> Phrase:
    """Return *parts*, at least one, as an enumeration: 'Kent, Essex and Surrey'."""
    *first, last = parts
    return say("{first} and {last}", first=join(first), last=last) if first else join([last])

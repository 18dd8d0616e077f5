"""How each language writes numbers, dates, units and quotations, held against the Unicode locale data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date, get_day_names, get_month_names
from babel.numbers import format_decimal

from crosscheck.errors import ConfigError
from crosscheck.findings.telling.notation import show_points, show_value
from crosscheck.messages import Phrase, Recurring, load_locale, locales, root_locale, say, say_all, say_count
from crosscheck.records import Amount, Period
from crosscheck.values.interval import Interval
from crosscheck.values.units import unit_symbols

_TERRITORIES = {"en": "en_GB", "de": "de_DE"}
_DAY = date(2014, 5, 5)


@pytest.mark.parametrize("language", locales())
@pytest.mark.parametrize("number", ["0", "7", "1234", "-1234567", "12345.678", "-0.00012"])
def test_numbers_are_written_as_the_language_does(language: str, number: str) -> None:
    written = format_decimal(Decimal(number), locale=_TERRITORIES[language], decimal_quantization=False)
    assert load_locale(language).number(Decimal(number)) == written


@pytest.mark.parametrize("language", locales())
def test_dates_are_written_as_the_language_does(language: str) -> None:
    locale, territory = load_locale(language), _TERRITORIES[language]
    assert locale.notation.months == tuple(get_month_names("wide", locale=territory)[n] for n in range(1, 13))
    assert locale.notation.weekdays == tuple(get_day_names("wide", locale=territory)[n] for n in range(7))
    assert locale.day(_DAY) == format_date(_DAY, "long", locale=territory)


@pytest.mark.parametrize(
    ("phrase", "english", "german"),
    [
        (
            show_value(Amount(Interval.of(Fraction("42.05"), Fraction("42.15")), Fraction("42.1"), "percent")),
            "42.1 %",
            "42,1 %",
        ),
        (show_value(Amount(Interval.point(1), Fraction(1), "mile")), "1 mile", "1 Meile"),
        (
            show_value(Amount(Interval.point(12), Fraction(12), "square kilometre")),
            "12 square kilometres",
            "12 Quadratkilometer",
        ),
        (
            show_value(Amount(Interval(Fraction(900), None), Fraction(900), "EUR")),
            "at least 900 EUR",
            "mindestens 900 EUR",
        ),
        (show_value(Period(_DAY, _DAY)), "5 May 2014", "5. Mai 2014"),
        (show_value(Period(date(2014, 5, 1), date(2014, 5, 31))), "May 2014", "Mai 2014"),
        (show_value(Period(date(2014, 1, 1), date(2014, 12, 31))), "2014", "2014"),
        (show_value(Period(_DAY, date(2014, 5, 7))), "5 May 2014 to 7 May 2014", "5. Mai 2014 bis 7. Mai 2014"),
        (show_value(Period(date.min, _DAY)), "until 5 May 2014", "bis 5. Mai 2014"),
        (Recurring(weekday=2), "Tuesday", "Dienstag"),
        (Recurring(month=10, day=4), "4 October", "4. Oktober"),
        (show_points(Fraction(1)), "1 point", "1 Prozentpunkt"),
        (show_points(Fraction("7.2")), "7.2 points", "7,2 Prozentpunkte"),
        (say_all(["Kent", "Essex", "Surrey"]), "Kent, Essex and Surrey", "Kent, Essex und Surrey"),
        (say_count("{number} document", "{number} documents", 1200, number=1200), "1,200 documents", "1.200 Dokumente"),
        (
            say("linked: {why}", why="{braces} of a quotation"),
            "linked: {braces} of a quotation",
            "verknüpft: {braces} of a quotation",
        ),
    ],
)
def test_a_phrase_is_said_in_each_language(phrase: Phrase, english: str, german: str) -> None:
    assert (str(phrase), phrase.said_in(load_locale("de"))) == (english, german)


@pytest.mark.parametrize("language", locales())
def test_every_unit_has_a_name(language: str) -> None:
    notation = load_locale(language).notation
    parts = {part for name in unit_symbols().values() for part in name.split(" per ") if name not in notation.units}
    stems = {part.removeprefix("square ").removeprefix("cubic ") for part in parts} - {"percent", "per mille"}
    plain = {
        next((s.removeprefix(p) for p in notation.prefixes if s.removeprefix(p) in notation.units), s) for s in stems
    }
    assert not plain - notation.units.keys()


def test_in_no_language_a_day_is_in_digits_and_a_unit_by_its_name() -> None:
    amount = Amount(Interval.point(1200), Fraction(1200), "mile")
    assert show_value(Period(_DAY, _DAY)).said_in(root_locale()) == "2014-05-05"
    assert show_value(amount).said_in(root_locale()) == "1,200 mile"


def test_a_language_that_is_not_spoken_is_an_error() -> None:
    with pytest.raises(ConfigError, match="use one of de, en"):
        load_locale("fr")

"""The unit table: sizes agree with pint, symbols are spelt out, and every currency code is one that CLDR knows."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pint
import pytest
from babel import Locale

from crosscheck.languages import available_languages, load_language
from crosscheck.values.units import unit_size, unit_symbols, unit_table

PINT_NAMES = {
    "ounce": "avoirdupois_ounce",
    "barrel": "oil_barrel",
    "hundredweight": "50 * kilogram",  # the metric one, German Zentner
    "celsius": "kelvin",
    "fahrenheit": "delta_degree_Fahrenheit",
    "foot pound-force": "foot * force_pound",
    "newton metre": "newton * metre",
    "acre": "4840 * yard ** 2",  # pint has the survey acre
    "electronvolt": "electron_volt",
    "tonne": "metric_ton",
}
UNCODED = {"bitcoin", "crown", "ether", "satoshi"}


@pytest.fixture(scope="module")
def registry() -> Any:
    return pint.UnitRegistry(non_int_type=Fraction)


def _sized() -> list[str]:
    return [name for name, unit in unit_table().units.items() if unit.factor]


@pytest.mark.parametrize("name", _sized())
def test_size_agrees_with_pint(name: str, registry: Any) -> None:
    quantity = registry.Quantity(PINT_NAMES.get(name, name.replace(" ", "_"))).to_base_units()
    size = unit_size(name)
    assert size is not None
    assert abs(size.factor / Fraction(quantity.magnitude) - 1) < Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("name", "factor", "dimension"),
    [
        ("kilometre per hour", Fraction(5, 18), {"length": 1, "time": -1}),
        ("mile per hour", Fraction(1397, 3125), {"length": 1, "time": -1}),
        ("metre per second", Fraction(1), {"length": 1, "time": -1}),
        ("square kilometre", Fraction(10**6), {"length": 2}),
        ("cubic centimetre", Fraction(1, 10**6), {"length": 3}),
        ("megabit per second", Fraction(10**6), {"information": 1, "time": -1}),
        ("kilowatt hour", Fraction(3_600_000), {"length": 2, "mass": 1, "time": -2}),
        ("kibibyte", Fraction(8192), {"information": 1}),
        ("kilogram", Fraction(1), {"mass": 1}),
    ],
)
def test_names_are_taken_apart(name: str, factor: Fraction, dimension: dict[str, int]) -> None:
    size = unit_size(name)
    assert size is not None
    assert (size.factor, dict(size.dimension)) == (factor, dimension)


@pytest.mark.parametrize(
    "name", ["month", "year", "ton", "gallon", "celsius per hour", "vote", "kilovote", "dollar per share"]
)
def test_units_without_one_size_have_none(name: str) -> None:
    assert unit_size(name) is None


@pytest.mark.parametrize(
    ("symbol", "name"),
    [("km", "kilometre"), ("m²", "square metre"), ("kWh", "kilowatt hour"), ("µg", "microgram"), ("MB", "megabyte")],
)
def test_symbols_are_spelt_out(symbol: str, name: str) -> None:
    assert unit_symbols()[symbol] == name


def test_every_currency_is_known_to_cldr() -> None:
    known = set(Locale("en").currencies)
    marks = unit_table().currencies
    coded = {
        *marks.codes,
        *marks.signs.values(),
        *marks.lettered.values(),
        *marks.before.values(),
        *marks.after.values(),
    }
    for code in available_languages():
        coded |= set(load_language(code).numbers.currencies)
    assert coded - UNCODED <= known

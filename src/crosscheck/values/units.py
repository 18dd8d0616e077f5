"""Units and currencies by symbol, and the sizes of units: what every language shares."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

import msgspec

from crosscheck.packfile import load_pack

_FILE = Path(__file__).with_name("units.yaml")


class UnitSymbols(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The symbols of one unit, the SI prefixes it takes, whether it takes binary ones and is squared or cubed.

    ``factor`` is its exact size in the SI units of ``dimension`` (exponents by base quantity), '' where it has none;
    ``offset`` is added after the factor: degrees on a scale that does not begin at zero. ``means`` are the units that
    its name may stand for: a degree is one of either scale.
    """

    symbols: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    binary: bool = False
    square: bool = False
    dimension: dict[str, int] = {}
    factor: str = ""
    offset: str = "0"
    means: tuple[str, ...] = ()


class UnitSize(msgspec.Struct, frozen=True):
    """The size of a unit: a value times ``factor`` plus ``offset`` is in the SI units of ``dimension``.

    ``dimension`` holds the exponents of the base quantities that are not zero, sorted by name.
    """

    dimension: tuple[tuple[str, int], ...]
    factor: Fraction
    offset: Fraction = Fraction(0)


class CurrencyMarks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How currencies are marked beside digits.

    ``signs`` are single characters, ``lettered`` signs with letters, ``codes`` ISO 4217 (and what is used like it);
    those in ``lower`` are common enough to be written small. ``before`` are abbreviations that stand before digits,
    of which ``touching`` need to touch them; ``after`` those that stand behind. ``scales`` are letters before a code
    that multiply ('MUSD'), by their power of ten. ``names`` are the English names that rates are made of.
    """

    signs: dict[str, str]
    lettered: dict[str, str]
    before: dict[str, str]
    touching: tuple[str, ...]
    after: dict[str, str]
    codes: tuple[str, ...]
    lower: tuple[str, ...]
    scales: dict[str, int]
    names: dict[str, str]


class UnitTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole table; ``weak`` symbols need company, ``forbidden`` ones are never read as units.

    ``holding`` says by unit of time how many of a shorter one it may count for, at least and at most: what is paid for
    an hour is paid 30 to 168 times a week.
    """

    prefixes: dict[str, str]
    binary: dict[str, str]
    percent: dict[str, str]
    units: dict[str, UnitSymbols]
    weak: frozenset[str]
    forbidden: frozenset[str]
    holding: dict[str, dict[str, tuple[int, int]]]
    currencies: CurrencyMarks


@cache
def unit_table() -> UnitTable:
    """Return the table of symbols."""
    return load_pack(_FILE, UnitTable)


@cache
def with_code(unit: str) -> str:
    """Return a *unit* that is a rate of money with the code of its currency: 'EUR per hour' for 'euro per hour'."""
    above, per, below = unit.partition(" per ")
    code = next((code for code, name in unit_table().currencies.names.items() if name == above), above)
    return f"{code}{per}{below}"


@cache
def unit_symbols() -> dict[str, str]:
    """Return the English name of the unit behind every symbol, prefixes and powers spelt out ('km²')."""
    table = unit_table()
    found: dict[str, str] = {}
    for name, unit in table.units.items():
        for symbol, spelt in _prefixed(name, unit, table):
            found.setdefault(symbol, spelt)
            if unit.square and symbol.isalpha():
                for mark in ("2", "^2", "²"):
                    found.setdefault(symbol + mark, f"square {spelt}")
                for mark in ("3", "^3", "³"):
                    found.setdefault(symbol + mark, f"cubic {spelt}")
                for power, word in (("sq", "square"), ("sq.", "square"), ("cu", "cubic")):
                    found.setdefault(f"{power} {symbol}", f"{word} {spelt}")
    for symbol in table.forbidden:
        found.pop(symbol, None)
    return found


def _prefixed(name: str, unit: UnitSymbols, table: UnitTable) -> list[tuple[str, str]]:
    """Return symbol and name of *unit*, plain and with each prefix it takes."""
    pairs = [(symbol, name) for symbol in unit.symbols]
    for prefix in unit.prefixes:
        marks = ("µ", "μ", "u") if prefix == "micro" else (table.prefixes[prefix],)
        pairs += [(mark + symbol, prefix + name) for mark in marks for symbol in unit.symbols]
    if unit.binary:
        pairs += [(mark + symbol, prefix + name) for prefix, mark in table.binary.items() for symbol in unit.symbols]
    return pairs


@cache
def unit_size(name: str) -> UnitSize | None:
    """Return the size of the unit called *name* in English ('kilometre per hour'), None where it is not known.

    Prefixes, 'square', 'cubic' and 'per' are taken apart.
    """
    above, per, below = name.rpartition(" per ")
    if per:
        return _product(unit_size(above), unit_size(below), -1)
    for power, word in ((2, "square "), (3, "cubic ")):
        if name.startswith(word):
            return _power(unit_size(name.removeprefix(word)), power)
    plain = unit_table().units.get(name)
    if plain is not None and plain.factor:
        return UnitSize(tuple(sorted(plain.dimension.items())), Fraction(plain.factor), Fraction(plain.offset))
    return _prefixed_size(name)


def meanings(name: str) -> tuple[str, ...]:
    """Return the units that the unit called *name* may stand for, () where it is one itself: 'degree' of two scales."""
    unit = unit_table().units.get(name)
    return unit.means if unit is not None else ()


def _prefixed_size(name: str) -> UnitSize | None:
    """Return the size of a unit with an SI or a binary prefix, None where *name* has neither."""
    table = unit_table()
    powers = zip(table.prefixes, _PREFIX_POWERS, strict=True)
    scales = [(prefix, Fraction(10) ** power) for prefix, power in powers]
    scales += [(prefix, Fraction(1024) ** power) for power, prefix in enumerate(table.binary, start=1)]
    for prefix, scale in scales:
        unit = table.units.get(name.removeprefix(prefix))
        if name.startswith(prefix) and unit is not None and unit.factor and (unit.prefixes or unit.binary):
            return UnitSize(tuple(sorted(unit.dimension.items())), Fraction(unit.factor) * scale)
    return None


_PREFIX_POWERS = (30, 24, 21, 18, 15, 12, 9, 6, 3, 2, 1, -1, -2, -3, -6, -9, -12, -15, -18)


def _power(size: UnitSize | None, power: int) -> UnitSize | None:
    if size is None or size.offset:
        return None
    return UnitSize(tuple((base, exponent * power) for base, exponent in size.dimension), size.factor**power)


def _product(left: UnitSize | None, right: UnitSize | None, power: int) -> UnitSize | None:
    """Return the size of *left* times *right* to the *power*, None where one is unknown or has an offset."""
    raised = _power(right, power)
    if left is None or raised is None or left.offset:
        return None
    exponents = dict(left.dimension)
    for base, exponent in raised.dimension:
        exponents[base] = exponents.get(base, 0) + exponent
    dimension = tuple(sorted((base, exponent) for base, exponent in exponents.items() if exponent))
    return UnitSize(dimension, left.factor * raised.factor)

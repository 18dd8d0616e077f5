"""Units and currencies by symbol: the part of their vocabulary that every language shares."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import yaml

_FILE = Path(__file__).with_name("units.yaml")
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class UnitSymbols(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The symbols of one unit, the SI prefixes it takes, whether it takes binary ones and is squared or cubed."""

    symbols: tuple[str, ...]
    prefixes: tuple[str, ...] = ()
    binary: bool = False
    square: bool = False


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
    """The whole table; ``weak`` symbols need company, ``forbidden`` ones are never read as units."""

    prefixes: dict[str, str]
    binary: dict[str, str]
    percent: dict[str, str]
    units: dict[str, UnitSymbols]
    weak: frozenset[str]
    forbidden: frozenset[str]
    currencies: CurrencyMarks


@cache
def unit_table() -> UnitTable:
    """Return the table of symbols."""
    return msgspec.convert(yaml.load(_FILE.read_text(encoding="utf-8"), _Loader), UnitTable)  # noqa: S506 - safe loader


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

"""What may stand beside a number and give it a unit: percent, units, currencies, rates."""

from __future__ import annotations

from itertools import product
from typing import Literal

import msgspec

from crosscheck.languages.numbers import NumberWords
from crosscheck.values.units import CurrencyMarks, unit_symbols, unit_table

MeasureKind = Literal["percent", "quantity", "money", "clock"]


class Measure(msgspec.Struct, frozen=True, gc=False):
    """A unit as found: what kind of mention it makes, and the unit's name or code.

    ``weak`` units need company, ``minor`` ones are a hundredth of a currency, ``power`` is the scale that is part of
    the mark ('MUSD'). A 'clock' measure makes a time of day, which is no quantity.
    """

    kind: MeasureKind
    unit: str
    weak: bool = False
    minor: bool = False
    power: int = 0


class Measures(msgspec.Struct, frozen=True, gc=False):
    """Look-up of units. ``names`` are keyed by lower-case phrases, ``symbols`` by case-sensitive ones.

    ``starts`` says how many words the longest phrase has that begins with a word. ``signs`` are currency signs of one
    character; ``lettered`` signs with letters before, upper-case; ``glued`` and ``spaced`` are the marks that stand
    before digits, ``spaced_scales`` the powers of ten that are part of one ('MEUR 60'). ``currency_names`` are the
    English names that rates are made of; ``rates`` is what a unit may be per.
    """

    names: dict[str, Measure]
    symbols: dict[str, Measure]
    starts: dict[str, int]
    signs: dict[str, str]
    lettered: dict[str, str]
    glued: dict[str, str]
    spaced: dict[str, str]
    spaced_scales: dict[str, int]
    currency_names: dict[str, str]
    rates: dict[str, str]
    per: frozenset[str]
    scale_marks: dict[str, int]
    ambiguous_scales: frozenset[str]


def compile_measures(pack: NumberWords) -> Measures:
    """Return the look-ups for one language."""
    table = unit_table()
    currencies = table.currencies
    names = _names(pack)
    symbols = {s: Measure("quantity", unit, weak=s in table.weak) for s, unit in unit_symbols().items()}
    symbols |= {mark: Measure("percent", unit) for mark, unit in table.percent.items()}
    symbols |= _currency_symbols(currencies)
    for unit, words in pack.minor_money.items():
        symbols |= {word: Measure("money", unit, minor=True) for word in words if len(word) == 1}
    starts: dict[str, int] = {}
    for phrase in (*names, *symbols):
        first, *rest = phrase.lower().replace("-", " ").split(" ")
        for start in (first, phrase.lower().split(" ")[0], first.partition(".")[0]):
            starts[start] = max(starts.get(start, 1), 1 + len(rest))
    for symbol in symbols:
        letters = symbol.rstrip("²³^23/").lower()
        starts.setdefault(letters.partition("/")[0], 1)
    return Measures(
        names=names,
        symbols=symbols,
        starts=starts,
        signs=currencies.signs,
        lettered={mark.upper(): code for mark, code in currencies.lettered.items()},
        glued=_glued(currencies),
        spaced=_spaced(currencies),
        spaced_scales={letter + code: power for letter, power, code in _scaled_codes(currencies)},
        currency_names=currencies.names,
        rates={word: unit for unit, words in pack.rates.items() for word in words},
        per=frozenset(pack.per),
        scale_marks=pack.scale_marks,
        ambiguous_scales=frozenset(mark for mark in pack.scale_marks if mark in _UNIT_LETTERS),
    )


_UNIT_LETTERS = frozenset(("m", "t", "b", "k", "K", "M", "B", "G", "T", "mm", "cr", "Cr"))


def _currency_symbols(currencies: CurrencyMarks) -> dict[str, Measure]:
    """Return what names a currency after a number: signs, codes, abbreviations, codes with a scale ('MUSD')."""
    symbols = {sign: Measure("money", code) for sign, code in currencies.signs.items()}
    symbols |= {code: Measure("money", code) for code in currencies.codes}
    symbols |= {code.lower(): Measure("money", code) for code in currencies.lower}
    symbols |= {mark: Measure("money", code) for mark, code in currencies.lettered.items()}
    symbols |= {word: Measure("money", code, weak=len(word) < 3) for word, code in currencies.after.items()}
    for letter, power, code in _scaled_codes(currencies):
        symbols[letter + code] = Measure("money", code, power=power)
    for (letter, power), sign in product(currencies.scales.items(), currencies.signs):
        symbols[letter + sign] = Measure("money", currencies.signs[sign], power=power)
    return symbols


def _scaled_codes(currencies: CurrencyMarks) -> list[tuple[str, int, str]]:
    """Return letter, power of ten and code of every currency code that takes a scale before it ('MUSD')."""
    pairs = product(currencies.scales.items(), currencies.lower)
    return [(letter, power, code) for (letter, power), code in pairs]


def _glued(currencies: CurrencyMarks) -> dict[str, str]:
    """Return what names a currency where it touches the digits ('USD115', 'RM79')."""
    lettered = {mark: code for mark, code in currencies.lettered.items() if mark[-1].isalpha()}
    return currencies.before | lettered | dict(zip(currencies.codes, currencies.codes, strict=True))


def _spaced(currencies: CurrencyMarks) -> dict[str, str]:
    """Return what names a currency one blank before the digits ('USD 22.5', 'Rs 100')."""
    words = {word: code for word, code in currencies.before.items() if word not in currencies.touching}
    codes = dict(zip(currencies.codes, currencies.codes, strict=True))
    lower = {code.lower(): code for code in currencies.lower}
    lettered = {mark: code for mark, code in currencies.lettered.items() if mark[-1].isalpha()}
    scaled = {letter + code: code for letter, _, code in _scaled_codes(currencies)}
    return scaled | words | codes | lower | lettered


def _names(pack: NumberWords) -> dict[str, Measure]:
    names = {word: Measure("quantity", unit) for word, unit in _unit_names(pack).items()}
    names |= {word: Measure("percent", unit) for unit, words in pack.percent.items() for word in words}
    names |= {word: Measure("money", code) for code, words in pack.currencies.items() for word in words}
    for unit, words in pack.minor_money.items():
        names |= {word: Measure("money", unit, minor=True) for word in words if len(word) > 1}
    return names | {word: Measure("clock", "") for word in pack.clock}


def _unit_names(pack: NumberWords) -> dict[str, str]:
    """Return every unit name of the language with its prefixes and powers."""
    table = unit_table()
    names: dict[str, str] = {}
    for unit, words in pack.units.items():
        symbols = table.units.get(unit)
        prefixes = symbols.prefixes if symbols else ()
        binary = tuple(table.binary) if symbols and symbols.binary else ()
        spelt = dict.fromkeys(words, unit)
        for prefix in (*prefixes, *binary):
            spelt |= {pack.prefixes.get(prefix, prefix) + word: prefix + unit for word in words}
        names |= spelt
        if symbols and symbols.square:
            powers = (("square", pack.square), ("cubic", pack.cubic))
            for (name, marks), (word, full) in product(powers, spelt.items()):
                names |= {f"{mark} {word}": f"{name} {full}" for mark in marks}
                names |= {mark + word: f"{name} {full}" for mark in marks}
    return names

"""What may stand beside a number and give it a unit: percent, units, currencies, rates."""

from __future__ import annotations

from itertools import product
from typing import Literal, NamedTuple

from crosscheck.languages.numbers import NumberWords
from crosscheck.values.units import unit_symbols, unit_table

MeasureKind = Literal["percent", "quantity", "money"]


class Measure(NamedTuple):
    """A unit as found: what kind of mention it makes, and the unit's name or code. ``weak`` needs company."""

    kind: MeasureKind
    unit: str
    weak: bool = False
    minor: bool = False


class Measures(NamedTuple):
    """Look-up of units. ``names`` are keyed by lower-case phrases, ``symbols`` by case-sensitive ones.

    ``first_words`` says how many words the longest phrase has that begins with a word. ``signs`` are currency signs of
    one character, ``marks`` the currency marks with letters, ``rates`` what a unit may be per.
    """

    names: dict[str, Measure]
    symbols: dict[str, Measure]
    first_words: dict[str, int]
    signs: dict[str, str]
    marks: dict[str, str]
    codes: frozenset[str]
    rates: dict[str, str]
    per: frozenset[str]
    scale_marks: dict[str, int]


def compile_measures(pack: NumberWords) -> Measures:
    """Return the look-ups for one language."""
    table = unit_table()
    names = _unit_names(pack)
    names |= {word: Measure("percent", unit) for unit, words in pack.percent.items() for word in words}
    names |= {word: Measure("money", code) for code, words in pack.currencies.items() for word in words}
    minor = {word: Measure("money", unit, minor=True) for unit, words in pack.minor_money.items() for word in words}
    symbols = {s: Measure("quantity", unit, weak=s in table.weak) for s, unit in unit_symbols().items()}
    symbols |= {
        "%": Measure("percent", "percent"),
        "‰": Measure("percent", "per mille"),
        "％": Measure("percent", "percent"),
    }
    currencies = table.currencies
    symbols |= {sign: Measure("money", code) for sign, code in currencies.signs.items()}
    symbols |= {code: Measure("money", code) for code in currencies.codes}
    symbols |= {mark: Measure("money", code) for mark, code in currencies.lettered.items()}
    symbols |= {word: Measure("money", code, weak=len(word) < 3) for word, code in currencies.words.items()}
    for word, measure in minor.items():
        if len(word) == 1:
            symbols[word] = measure._replace(weak=True)
        else:
            names[word] = measure
    marks = {**currencies.lettered, **currencies.words, **{code: code for code in currencies.codes}}
    lengths: dict[str, int] = {}
    for phrase in [*names, *symbols]:
        first, *rest = phrase.split(" ")
        lengths[first] = max(lengths.get(first, 1), 1 + len(rest))
    return Measures(
        names=names,
        symbols=symbols,
        first_words=lengths,
        signs=currencies.signs,
        marks={mark.lower(): code for mark, code in marks.items()} | marks,
        codes=frozenset(currencies.codes),
        rates={word: unit for unit, words in pack.rates.items() for word in words},
        per=frozenset(pack.per),
        scale_marks=pack.scale_marks,
    )


def _unit_names(pack: NumberWords) -> dict[str, Measure]:
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
    return {word: Measure("quantity", unit) for word, unit in names.items()}

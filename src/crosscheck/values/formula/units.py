"""Units of a formula: percent becomes a share of one, everything else is only checked.

A percentage is stored as it is printed, 42.1 for 42.1 %, and counts as 0.421 in a formula; so do per mille and basis
points with their own factor. All other values enter a formula as they are, so the units on both sides of a sum or a
relation must be the same, factor included: an hour beside a minute is refused, not converted. A currency (three
capitals) is a dimension of its own. What pint does not know is a counted noun ('vote', 'seat'), which is a pure number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

from crosscheck.errors import FormulaError
from crosscheck.messages import Phrase, join, say
from crosscheck.values.formula.syntax import (
    Aggregate,
    Constant,
    Expression,
    Formula,
    Negation,
    Operation,
    Variable,
    nodes,
    rewrite,
)
from crosscheck.values.interval import Interval

if TYPE_CHECKING:
    import pint

SHARES: Final[Mapping[str, Fraction]] = {
    "percent": Fraction(1, 100),
    "percentage point": Fraction(1, 100),
    "per mille": Fraction(1, 1000),
    "basis point": Fraction(1, 10_000),
}
"""Units that count parts of one, with what one of them is worth."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_EXPRESSION = re.compile(r"[^\W\d]\w*(?:(?: ?[*/] ?| )[^\W\d]\w*|(?:\^|\*\*)-?\d)*")
_NOUN = re.compile(r"[^\W\d][\w' -]*")


def with_units(formula: Formula, units: Mapping[str, str]) -> Formula:
    """Return *formula* with every name scaled by its unit: 1/100 for percent, 1 for all that is not in ``SHARES``.

    Cheap, and never fails: it is the step from a checked formula to one that can be evaluated.
    """

    def change(node: Variable | Aggregate) -> Expression:
        scale = SHARES.get(units.get(node.name, ""))
        if scale is None or (isinstance(node, Aggregate) and node.function == "count"):
            return node
        return msgspec.structs.replace(node, scale=scale)

    return rewrite(formula, change)


def check_units(formula: Formula, units: Mapping[str, str]) -> Formula:
    """Return ``with_units(formula, units)`` once its units are known to agree.

    *units* gives each name's unit: '' for a pure number, a key of ``SHARES``, an ISO 4217 code, a counted noun, or
    anything that pint parses ('kilometre', 'km/h'). Imports pint only when a unit may be one of pint's.

    Raises:
        FormulaError: a name has no unit in *units* (the attribute is unknown), or one that cannot be read; or values of
            different units are added or related; or a percentage is held against a bare number above one ('share <=
            100' for '100 %').
    """
    for name in dict.fromkeys((*formula.variables, *formula.aggregates)):
        if name not in units:
            what = say("unknown attribute {name}", name=repr(name))
            raise FormulaError(what, remedy=_nearest(name, units), offset=formula.offset_of(name))
    checker = _Checker(formula, units)
    checker.same(formula.left, formula.right, formula.relation)
    return with_units(formula, units)


def _nearest(name: str, known: Mapping[str, str]) -> Phrase:
    close = get_close_matches(name, known, n=1)
    if close:
        return say("did you mean {name}?", name=repr(close[0]))
    return say("use one of {names}", names=join(sorted(known))) if known else say("no attribute is known")


class _Dimension(msgspec.Struct, frozen=True):
    """A product of powers of base units, the factor between the unit and them, and the unit's name for messages."""

    powers: tuple[tuple[str, Fraction], ...] = ()
    factor: Fraction = Fraction(1)
    name: str = ""

    def times(self, other: _Dimension, sign: int) -> _Dimension:
        """Return the dimension of a product (*sign* 1) or of a quotient (*sign* -1)."""
        powers = dict(self.powers)
        for base, power in other.powers:
            powers[base] = powers.get(base, Fraction(0)) + sign * power
        kept = tuple(sorted((base, power) for base, power in powers.items() if power))
        name = _product_name(self.name, other.name) if sign > 0 else _quotient_name(self.name, other.name)
        return _Dimension(kept, self.factor * other.factor**sign, name if kept else "")


def _product_name(left: str, right: str) -> str:
    return f"{left} * {right}" if left and right else left or right


def _quotient_name(left: str, right: str) -> str:
    return f"{left or '1'} / {right}" if right else left


class _Checker:
    """Works out the dimension of each expression; zero fits every dimension and is None."""

    def __init__(self, formula: Formula, units: Mapping[str, str]) -> None:
        self._formula = formula
        self._units = units

    def same(self, left: Expression, right: Expression, operator: str) -> _Dimension | None:
        """Return the dimension that both have."""
        a, b = self._of(left), self._of(right)
        self._refuse_bare_percentage(left, right)
        self._refuse_bare_percentage(right, left)
        if a is None or b is None:
            return a or b
        if (a.powers, a.factor) != (b.powers, b.factor):
            pure = say("a pure number")
            what = say("{operator} between {a} and {b}", operator=repr(operator), a=a.name or pure, b=b.name or pure)
            remedy = say("add and relate only values of one unit")
            raise FormulaError(what, remedy=remedy, offset=self._offset(left, right))
        return a

    def _of(self, node: Expression) -> _Dimension | None:
        match node:
            case Constant(interval=interval):
                return None if interval == Interval.point(0) else _Dimension()
            case Aggregate(function="count"):
                return _Dimension()
            case Variable(name=name) | Aggregate(name=name):
                return self._unit(self._units[name])
            case Negation(operand=inner):
                return self._of(inner)
            case Operation(operator="*" | "/" as operator):
                left, right = self._of(node.left) or _Dimension(), self._of(node.right) or _Dimension()
                return left.times(right, 1 if operator == "*" else -1)
            case Operation():
                return self.same(node.left, node.right, node.operator)

    def _unit(self, unit: str) -> _Dimension:
        if unit in SHARES or not unit:
            return _Dimension()
        if _CURRENCY.fullmatch(unit):
            return _Dimension(((unit, Fraction(1)),), name=unit)
        if _EXPRESSION.fullmatch(unit):
            return _parsed(unit)
        if _NOUN.fullmatch(unit):
            return _Dimension()
        raise FormulaError(
            say("cannot read the unit {unit}", unit=repr(unit)),
            remedy=say("name a unit ('km/h'), a currency ('EUR'), 'percent' or a counted noun ('vote')"),
        )

    def _refuse_bare_percentage(self, share: Expression, number: Expression) -> None:
        """Refuse 'share <= 100', which is 10,000 %; a bare one is common and right ('share = new / old - 1')."""
        if not isinstance(share, Variable | Aggregate) or self._units[share.name] not in SHARES:
            return
        if isinstance(share, Aggregate) and share.function == "count":
            return
        if isinstance(number, Constant) and not number.is_share and number.interval.meet(_AT_MOST_ONE).is_empty:
            raise FormulaError(
                say("{name} is a percentage, held against a bare number above one", name=share.name),
                remedy=say("write the number with '%', as in '100 %'"),
                offset=self._formula.offset_of(share.name),
            )

    def _offset(self, *expressions: Expression) -> int:
        """Return the code point of the first name in *expressions*, 0 where they have none."""
        for expression in expressions:
            for node in nodes(expression):
                if isinstance(node, Variable | Aggregate):
                    return self._formula.offset_of(node.name)
        return 0


_AT_MOST_ONE = Interval(None, Fraction(1))


@cache
def _parsed(unit: str) -> _Dimension:
    """Return the dimension that pint gives *unit*; a unit with an offset (Celsius) is a dimension of its own."""
    import pint

    try:
        zero, one = (_registry().Quantity(Fraction(n), unit).to_base_units() for n in (0, 1))
    except (pint.UndefinedUnitError, ValueError):  # the latter where a word reads as a number, as 'nan' does
        return _Dimension()
    if zero.magnitude:
        return _Dimension(((unit, Fraction(1)),), name=unit)
    powers = tuple(sorted((str(base), Fraction(str(power))) for base, power in one.dimensionality.items()))
    return _Dimension(powers, Fraction(str(one.magnitude)), unit)


@cache
def _registry() -> pint.UnitRegistry[Fraction]:
    """Return pint's units with exact factors; building them takes a fifth of a second, so it is done once."""
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)

"""The syntax tree of a formula: frozen nodes, and rewriting them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.values.interval import Interval

Relation = Literal["=", "<=", ">="]
Operator = Literal["+", "-", "*", "/"]
AggregateFunction = Literal["sum", "largest", "second", "count"]
ONE = Fraction(1)


class Constant(msgspec.Struct, frozen=True, tag=True):
    """A number written in the formula, or the range of a charitable reading.

    '2.5 %' is the point 1/40; ``is_share`` tells that it was written with a percent sign.
    """

    interval: Interval
    is_share: bool = False


class Variable(msgspec.Struct, frozen=True, tag=True):
    """One attribute of the formula's subject; its value counts *scale* times (1/100 for percent)."""

    name: str
    scale: Fraction = ONE


class Aggregate(msgspec.Struct, frozen=True, tag=True):
    """A function of one attribute over all that bear it in the event; each value counts *scale* times.

    ``sum`` adds, ``largest`` and ``second`` are the greatest and the one after it (equal to it in a tie), ``count`` is
    how many there are.
    """

    function: AggregateFunction
    name: str
    scale: Fraction = ONE


class Negation(msgspec.Struct, frozen=True, tag=True):
    """Minus an expression."""

    operand: Expression


class Operation(msgspec.Struct, frozen=True, tag=True):
    """Two expressions joined by an arithmetic operator."""

    operator: Operator
    left: Expression
    right: Expression


Expression = Constant | Variable | Aggregate | Negation | Operation


class Formula(msgspec.Struct, frozen=True):
    """A relation between two expressions. ``text`` is the source it was parsed from."""

    left: Expression
    relation: Relation
    right: Expression
    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def variables(self) -> tuple[str, ...]:
        """Return the names that stand for one value, each once, in the order of the text."""
        return tuple(dict.fromkeys(node.name for node in nodes(self.left, self.right) if isinstance(node, Variable)))

    @property
    def aggregates(self) -> tuple[str, ...]:
        """Return the names that an aggregate ranges over, each once, in the order of the text."""
        return tuple(dict.fromkeys(node.name for node in nodes(self.left, self.right) if isinstance(node, Aggregate)))

    def offset_of(self, name: str) -> int:
        """Return the code point of ``text`` where *name* first stands, or 0."""
        found = re.search(rf"\b{re.escape(name)}\b", self.text)
        return found.start() if found else 0


def nodes(*expressions: Expression) -> Iterator[Expression]:
    """Yield every node of *expressions*, parents first, from left to right."""
    waiting = list(reversed(expressions))
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Operation):
            waiting += [node.right, node.left]
        elif isinstance(node, Negation):
            waiting.append(node.operand)


def rewrite(formula: Formula, change: Callable[[Variable | Aggregate], Expression]) -> Formula:
    """Return *formula* with *change* applied to each variable and aggregate."""
    return Formula(_rewrite(formula.left, change), formula.relation, _rewrite(formula.right, change), formula.text)


def _rewrite(node: Expression, change: Callable[[Variable | Aggregate], Expression]) -> Expression:
    if isinstance(node, Operation):
        return Operation(node.operator, _rewrite(node.left, change), _rewrite(node.right, change))
    if isinstance(node, Negation):
        return Negation(_rewrite(node.operand, change))
    return node if isinstance(node, Constant) else change(node)


def loosen(formula: Formula, below: Mapping[str, Fraction]) -> Formula:
    """Return the charitable reading of *formula*: each named variable may lie below its value by up to a share of it.

    With ``{'ballots_cast': 1/50}`` the formula holds for every base from 98 % to 100 % of the ballots. The value itself
    is as it was; only this formula sees it lower. An aggregate is lowered as a whole, and a count never.
    """

    def change(node: Variable | Aggregate) -> Expression:
        share = below.get(node.name)
        if share is None or (isinstance(node, Aggregate) and node.function == "count"):
            return node
        return Operation("*", node, Constant(Interval(ONE - share, ONE)))

    return rewrite(formula, change)

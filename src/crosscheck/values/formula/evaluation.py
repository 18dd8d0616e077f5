"""Formulas over intervals: forward evaluation and backward projection.

The projection is HC4-revise (Benhamou, Goualard, Granvilliers, Puget: Revising hull and box consistency, ICLP 1999):
the tree is evaluated from the leaves to the root, the relation cuts both sides, and the cuts run back down to the
leaves. No solution inside the box is ever cut away. Where a name stands once in a formula the result is the tightest
box; where it stands more often it may be wider.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from crosscheck.values.formula.aggregates import UNKNOWN_BEARERS, Bearers, aggregate, project_aggregate
from crosscheck.values.formula.syntax import Aggregate, Constant, Expression, Formula, Negation, Operation, Variable
from crosscheck.values.interval import EMPTY, EVERYTHING, Interval, cofactor

__all__ = ["Bearers", "Box", "evaluate", "revise", "solve_for"]


class Box(msgspec.Struct, frozen=True):
    """What each name of a formula may be, in the attribute's own unit (42.1 for 42.1 %).

    ``values`` holds the variables, ``bearers`` the attributes that aggregates range over; a name may be in both. A name
    that is in neither may be anything.
    """

    values: Mapping[str, Interval] = {}
    bearers: Mapping[str, Bearers] = {}

    @property
    def is_empty(self) -> bool:
        """True when no choice of values lies in it."""
        return any(i.is_empty for i in self.values.values()) or any(
            i.is_empty for bearers in self.bearers.values() for i in bearers.values
        )


class _Tree(msgspec.Struct):
    """An expression with the values it may take, and its operands evaluated likewise."""

    node: Expression
    interval: Interval
    operands: tuple[_Tree, ...] = ()


def evaluate(expression: Expression, box: Box) -> Interval:
    """Return the values that *expression* may take when its names range over *box*."""
    return _grow(expression, box).interval


def revise(formula: Formula, box: Box) -> Box:
    """Return *box* cut down, without loss of a solution, to what *formula* allows.

    Names that *box* lacks are in the result; names that the formula lacks come back as they are. When no solution is
    left, every interval of it is EMPTY.
    """
    left, right = _grow(formula.left, box), _grow(formula.right, box)
    allowed_left, allowed_right = _relate(formula.relation, left.interval, right.interval)
    values, bearers = dict(box.values), dict(box.bearers)
    _shrink(left, allowed_left, values, bearers)
    _shrink(right, allowed_right, values, bearers)
    narrowed = Box(values, bearers)
    if allowed_left.is_empty or allowed_right.is_empty or narrowed.is_empty:
        return _emptied(narrowed)
    return narrowed


def solve_for(formula: Formula, variable: str, box: Box, *, rounds: int = 8) -> Interval:
    """Return what *variable* may be, given the other names of *formula*; what *box* says of it is ignored.

    Where the variable stands more than once, the cut is repeated at most *rounds* times while it still narrows.
    """
    known = EVERYTHING
    for _ in range(rounds):
        found = revise(formula, Box({**box.values, variable: known}, box.bearers)).values[variable]
        if found == known:
            break
        known = found
    return known


def _relate(relation: str, left: Interval, right: Interval) -> tuple[Interval, Interval]:
    """Return what each side may be when *relation* holds between them."""
    if relation == "=":
        both = left.meet(right)
        return both, both
    if relation == "<=":
        return left.meet(_up_to(right)), right.meet(_from(left))
    return left.meet(_from(right)), right.meet(_up_to(left))


def _up_to(interval: Interval) -> Interval:
    """Return all numbers that some number of *interval* is not below."""
    return EMPTY if interval.is_empty else Interval(None, interval.high, low_open=False, high_open=interval.high_open)


def _from(interval: Interval) -> Interval:
    """Return all numbers that some number of *interval* is not above."""
    return EMPTY if interval.is_empty else Interval(interval.low, None, low_open=interval.low_open)


def _grow(node: Expression, box: Box) -> _Tree:
    """Return *node* evaluated over *box*, with every operand below it."""
    match node:
        case Constant(interval=interval):
            return _Tree(node, interval)
        case Variable():
            return _Tree(node, _scaled(box.values.get(node.name, EVERYTHING), node))
        case Aggregate():
            bearers = box.bearers.get(node.name, UNKNOWN_BEARERS)
            return _Tree(node, aggregate(node, bearers))
        case Negation(operand=inner):
            tree = _grow(inner, box)
            return _Tree(node, -tree.interval, (tree,))
        case Operation(operator=operator):
            left, right = _grow(node.left, box), _grow(node.right, box)
            return _Tree(node, _OPERATIONS[operator](left.interval, right.interval), (left, right))


_OPERATIONS = {"+": Interval.__add__, "-": Interval.__sub__, "*": Interval.__mul__, "/": Interval.__truediv__}


def _scaled(interval: Interval, node: Variable) -> Interval:
    return interval if node.scale == 1 else interval.scaled(node.scale)


def _shrink(tree: _Tree, allowed: Interval, values: dict[str, Interval], bearers: dict[str, Bearers]) -> None:
    """Cut *values* and *bearers* down to where *tree* takes a value of *allowed*, which lies in its own interval."""
    match tree.node:
        case Variable(name=name, scale=scale):
            own = allowed if scale == 1 else allowed.scaled(1 / scale)
            values[name] = values.get(name, EVERYTHING).meet(own)
        case Aggregate(name=name):
            bearers[name] = project_aggregate(tree.node, bearers.get(name, UNKNOWN_BEARERS), allowed)
        case Negation():
            _shrink(tree.operands[0], -allowed, values, bearers)
        case Operation(operator=operator):
            left, right = tree.operands
            left_allowed, right_allowed = _invert(operator, allowed, left.interval, right.interval)
            _shrink(left, left.interval.meet(left_allowed), values, bearers)
            _shrink(right, right.interval.meet(right_allowed), values, bearers)


def _invert(operator: str, result: Interval, left: Interval, right: Interval) -> tuple[Interval, Interval]:
    """Return what each operand may be when the operation gives a number of *result*."""
    if operator == "+":
        return result - right, result - left
    if operator == "-":
        return result + right, left - result
    if operator == "*":
        return cofactor(result, right), cofactor(result, left)
    if right.is_point and right.contains(0):  # nothing is known of a quotient by zero
        return left, right
    return result * right, cofactor(left, result)


def _emptied(box: Box) -> Box:
    return Box(
        dict.fromkeys(box.values, EMPTY),
        {name: Bearers((EMPTY,) * len(old.values), old.complete) for name, old in box.bearers.items()},
    )

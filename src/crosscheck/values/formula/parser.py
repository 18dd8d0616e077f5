"""The grammar of formulas, and its parser: recursive descent, one token ahead.

::

    formula    = expression ("=" | "<=" | ">=") expression
    expression = term {("+" | "-") term}
    term       = factor {("*" | "/") factor}
    factor     = "-" factor | "(" expression ")" | number ["%"] | function "(" name ")" | name
    function   = "sum" | "largest" | "second" | "count"
    name       = [a-z_][a-z0-9_]*
    number     = digits ["." digits]

Space between tokens is free; '%' divides its number by 100.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from fractions import Fraction
from typing import Final, NoReturn, get_args

from crosscheck.errors import FormulaError
from crosscheck.messages import Argument, Phrase, join, say
from crosscheck.values.formula.syntax import (
    Aggregate,
    AggregateFunction,
    Constant,
    Expression,
    Formula,
    Negation,
    Operation,
    Operator,
    Relation,
    Variable,
)
from crosscheck.values.interval import Interval

MAX_LENGTH: Final = 500
MAX_DEPTH: Final = 40
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[a-z_][a-z0-9_]*)|(?P<mark><=|>=|[-=+*/()%])|(?P<end>\Z))", re.ASCII
)
_SPACE: Final = " \t\n\r\f\v"
_RELATIONS: Final[dict[str, Relation]] = {"=": "=", "<=": "<=", ">=": ">="}
_SUMS: Final[dict[str, Operator]] = {"+": "+", "-": "-"}
_PRODUCTS: Final[dict[str, Operator]] = {"*": "*", "/": "/"}
_FUNCTIONS: Final[dict[str, AggregateFunction]] = {name: name for name in get_args(AggregateFunction)}


def parse_formula(text: str) -> Formula:
    """Return the formula that *text* spells: 'vote_share = votes / ballots_cast'.

    The result knows no units; ``with_units`` or ``check_units`` adds them.

    Raises:
        FormulaError: *text* is not in the grammar; ``offset`` is the code point where reading stopped.
    """
    if len(text) > MAX_LENGTH:
        what = say("formula of {number} characters", number=str(len(text)))
        raise FormulaError(what, remedy=say("use at most {number}", number=MAX_LENGTH), offset=MAX_LENGTH)
    parser = _Parser(text)
    left = parser.expression()
    relation = _RELATIONS.get(parser.take())
    if relation is None:
        parser.fail(say("a relation"), say("relate two expressions by =, <= or >="))
    formula = Formula(left, relation, parser.expression(), text)
    if parser.take():
        remedy = say("write one relation, with an operator between two values")
        parser.fail(say("the end of the formula"), remedy)
    return formula


def parse_constant(text: str) -> Fraction:
    """Return the number that *text* spells: '2 %' is 1/50.

    Raises:
        FormulaError: *text* is anything but digits, a point between them, and a percent sign behind them.
    """
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(%?)\s*", text, re.ASCII)
    if not found:
        what = say("{text} is not a number", text=repr(text))
        raise FormulaError(what, remedy=say("write digits, as in '2 %' or '0.5'"))
    return Fraction(found[1]) / (100 if found[2] else 1)


class _Parser:
    """Reads one formula from left to right; ``token`` is the one taken last, ``start`` its code point."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._depth = 0
        self.token = ""
        self.start = 0

    def take(self) -> str:
        """Return the next token and step past it; '' at the end."""
        found = self._match()
        self._position = found.end()
        self.token = found[0].strip()
        self.start = found.end() - len(self.token)
        return self.token

    def peek(self) -> str:
        """Return the next token and stay before it."""
        return self._match()[0].strip()

    def fail(self, wanted: Argument, remedy: Phrase) -> NoReturn:
        """Report the token taken last as what stands in place of *wanted*."""
        if self.token:
            what = say("expected {wanted}, but found {token}", wanted=wanted, token=repr(self.token))
        else:
            what = say("expected {wanted}, but the formula ends", wanted=wanted)
        raise FormulaError(what, remedy=remedy, offset=self.start)

    def expression(self) -> Expression:
        return self._chain(_SUMS)

    def _chain(self, operators: dict[str, Operator]) -> Expression:
        """Return operands joined from the left by *operators*."""
        node = self._operand(operators)
        while (operator := operators.get(self.peek())) is not None:
            self.take()
            node = Operation(operator, node, self._operand(operators))
        return node

    def _operand(self, operators: dict[str, Operator]) -> Expression:
        return self._chain(_PRODUCTS) if operators is _SUMS else self._factor()

    def _factor(self) -> Expression:
        token = self.take()
        if token in {"-", "("}:
            return self._nested(token)
        if token[:1].isdigit():
            share = self.peek() == "%"
            if share:
                self.take()
            return Constant(Interval.point(Fraction(token) / (100 if share else 1)), share)
        if not token or not (token[0].isalpha() or token[0] == "_"):
            self.fail(say("a value"), say("write a number, an attribute or an expression in brackets"))
        return self._aggregate(token) if self.peek() == "(" else Variable(token)

    def _nested(self, opening: str) -> Expression:
        """Return what follows a minus or an opening bracket, refusing nesting that no reader could follow."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            remedy = say("use at most {number} levels", number=MAX_DEPTH)
            raise FormulaError(say("nested too deeply"), remedy=remedy, offset=self.start)
        node: Expression
        if opening == "-":
            node = Negation(self._factor())
        else:
            node = self.expression()
            if self.take() != ")":
                self.fail("')'", say("close the bracket"))
        self._depth -= 1
        return node

    def _aggregate(self, function: str) -> Expression:
        if function not in _FUNCTIONS:
            close = get_close_matches(function, _FUNCTIONS, n=1)
            known = say("use one of {names}", names=join(_FUNCTIONS))
            remedy = say("did you mean {name}?", name=repr(close[0])) if close else known
            what = say("unknown function {name}", name=repr(function))
            raise FormulaError(what, remedy=remedy, offset=self.start)
        self.take()
        name = self.take()
        if not re.match(r"[a-z_]", name):
            self.fail(say("an attribute"), say("name the attribute, as in {function}(votes)", function=function))
        if self.take() != ")":
            self.fail("')'", say("{function} takes one attribute and nothing else", function=function))
        return Aggregate(_FUNCTIONS[function], name)

    def _match(self) -> re.Match[str]:
        found = _TOKEN.match(self._text, self._position)
        if found is None:
            offset = next(i for i in range(self._position, len(self._text)) if self._text[i] not in _SPACE)
            raise FormulaError(
                say("unexpected {letter}", letter=repr(self._text[offset])),
                remedy=say("use lower-case names, numbers, + - * / ( ) % and one of = <= >="),
                offset=offset,
            )
        return found

"""Formulas: relations between attributes, parsed from text, checked for units, solved over intervals."""

from crosscheck.values.formula.evaluation import Bearers, Box, evaluate, revise, solve_for
from crosscheck.values.formula.parser import parse_constant, parse_formula
from crosscheck.values.formula.syntax import (
    Aggregate,
    Constant,
    Expression,
    Formula,
    Negation,
    Operation,
    Variable,
    loosen,
    nodes,
)
from crosscheck.values.formula.units import check_units, with_units

__all__ = [
    "Aggregate",
    "Bearers",
    "Box",
    "Constant",
    "Expression",
    "Formula",
    "Negation",
    "Operation",
    "Variable",
    "check_units",
    "evaluate",
    "loosen",
    "nodes",
    "parse_constant",
    "parse_formula",
    "revise",
    "solve_for",
    "with_units",
]

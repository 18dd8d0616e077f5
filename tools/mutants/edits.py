"""The changes that one place of a module may undergo in a test of the tests: found, told, made.

Comparisons, boundaries, conditions, arithmetic, results, calls for their effect, the ways out of loops; never a text,
and nothing that is used up when a module is imported, as annotations and default values are.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_OTHER: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
    ast.Continue: (ast.Break,),
    ast.Break: (ast.Continue,),
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_LEFT_ALONE = frozenset({"annotation", "returns", "decorator_list", "defaults", "kw_defaults"})
"""Parts of a function that are used up when its module is imported, before any mutant."""


class Edit(NamedTuple):
    """Another node or value for one field of a node, or for the one at *position* of a field that is a list."""

    field: str
    position: int | None
    new: object

    def make(self, node: ast.AST) -> None:
        """Change *node* in place; None at a position takes out what stands there."""
        if self.position is None:
            setattr(node, self.field, self.new)
        else:
            end = self.position + 1
            getattr(node, self.field)[self.position : end] = [] if self.new is None else [self.new]


class Mutant(NamedTuple):
    """One edit, found again by the places of its unit in the module, its node in the unit and itself at the node.

    Lines (1-based) are those of the whole statement, or of its head where it has a body.
    """

    path: Path
    place: tuple[int, int, int]
    lines: range
    name: str
    is_in_function: bool


def find_edits(node: ast.AST) -> Iterator[Edit]:
    """Yield every edit at *node* itself."""
    for position, operator in enumerate(getattr(node, "ops", ())):
        yield from (Edit("ops", position, other()) for other in _OTHER[type(operator)])
    yield from _edit_blocks(node)
    yield from _edit_expression(node)


def _edit_blocks(node: ast.AST) -> Iterator[Edit]:
    """Yield a loop left where it went on and the other way round, and each call left out whose result nobody takes."""
    for field in ("body", "orelse"):
        statements = getattr(node, field, ())
        for position, statement in enumerate(statements if isinstance(statements, list) else ()):
            if isinstance(statement, ast.Continue | ast.Break):
                yield Edit(field, position, _OTHER[type(statement)][0]())
            elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
                yield Edit(field, position, ast.Pass())


def _edit_expression(node: ast.AST) -> Iterator[Edit]:
    """Yield another operator, condition, number, result, or name at *node*."""
    match node:
        case ast.BoolOp(op, values):
            yield Edit("op", None, _OTHER[type(op)][0]())
            yield from (Edit("values", n, ast.Constant(isinstance(op, ast.And))) for n in range(len(values)))
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in _OTHER:
            yield Edit("op", None, _OTHER[type(op)][0]())
        case ast.UnaryOp(ast.Not(), operand):
            yield Edit("operand", None, ast.UnaryOp(ast.Not(), operand))
        case ast.UnaryOp(ast.USub()):
            yield Edit("op", None, ast.UAdd())
        case ast.If(test) | ast.IfExp(test) | ast.While(test):
            yield Edit("test", None, ast.UnaryOp(ast.Not(), test))
        case ast.comprehension(ifs=conditions):
            yield from (Edit("ifs", position, None) for position in range(len(conditions)))
        case ast.Constant(bool() as value):
            yield Edit("value", None, not value)
        case ast.Constant(int() as value):
            yield Edit("value", None, value + 1)
        case ast.Return(ast.expr() as value) if not isinstance(value, ast.Constant):
            yield Edit("value", None, ast.Constant(None))
        case ast.Name(name) if name in _NAMES:
            yield Edit("id", None, _NAMES[name])


def walk(node: ast.AST, head: range) -> Iterator[tuple[ast.AST, range]]:
    """Yield *node* and all below it that a mutant may change, each with the lines of its statement."""
    if isinstance(node, ast.stmt):
        body = getattr(node, "body", None)
        head = range(node.lineno, max(node.lineno + 1, body[0].lineno if body else (node.end_lineno or 0) + 1))
    yield node, head
    for field, value in ast.iter_fields(node):
        for below in value if isinstance(value, list) else [value]:
            if isinstance(below, ast.AST) and field not in _LEFT_ALONE:
                yield from walk(below, head)


def find_units(tree: ast.Module) -> list[tuple[str, ast.stmt]]:
    """Return the functions, the methods, and the assignments of a module, with their names."""
    units: list[tuple[str, ast.stmt]] = []
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            units += ((f"{node.name}.{unit.name}", unit) for unit in node.body if isinstance(unit, ast.FunctionDef))
        elif isinstance(node, ast.FunctionDef):
            units.append((node.name, node))
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            units.append((ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target), node))
    return units


def find_mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of the module at *path*, in the order of its text."""
    for u, (name, unit) in enumerate(find_units(ast.parse(path.read_bytes()))):
        for n, (node, lines) in enumerate(walk(unit, range(0))):
            for e, _ in enumerate(find_edits(node)):
                yield Mutant(path, (u, n, e), lines, name, isinstance(unit, ast.FunctionDef))


def mutate(mutant: Mutant) -> tuple[ast.Module, ast.stmt]:
    """Return the module as *mutant* has it, and the unit in it that is another now."""
    tree = ast.parse(mutant.path.read_bytes())
    u, n, e = mutant.place
    unit = find_units(tree)[u][1]
    node, _ = list(walk(unit, range(0)))[n]
    list(find_edits(node))[e].make(node)
    ast.fix_missing_locations(tree)
    return tree, unit


def tell(mutant: Mutant) -> str:
    """Return where *mutant* is and what it changes: 'src/module.py:12:8: a < b -> a <= b'."""
    u, n, e = mutant.place
    node, _ = list(walk(find_units(ast.parse(mutant.path.read_bytes()))[u][1], range(0)))[n]
    edit = list(find_edits(node))[e]
    of_statement = edit.field in {"body", "orelse"}
    shown = getattr(node, edit.field)[edit.position] if of_statement else node
    before = ast.unparse(shown).partition("\n")[0]
    line, column = getattr(shown, "lineno", mutant.lines.start), getattr(shown, "col_offset", 0)
    edit.make(node)
    after = ast.unparse(edit.new if of_statement and isinstance(edit.new, ast.AST) else node).partition("\n")[0]
    return f"{os.path.relpath(mutant.path)}:{line}:{column + 1}: {before} -> {after}"

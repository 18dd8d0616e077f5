"""The records of a constraint network: cells, statements and constraints in; narrowed values and conflicts out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

import msgspec

from crosscheck.values.formula import Formula
from crosscheck.values.interval import EVERYTHING, Interval

Reading = Literal["double_rounding", "slack"]
Tightness = Literal["exact", "double_rounding", "slack"]


class Statement(msgspec.Struct, frozen=True):
    """What one source says of a cell: every value that its words allow.

    ``rounded_to`` is the place value of the last printed digit of a rounded number (1/10 for '42.1 %'), None for one
    that is exact. ``witness`` names the independent source behind it; statements of one witness count once, and ''
    stands for a witness of its own.
    """

    id: str
    interval: Interval
    rounded_to: Fraction | None = None
    witness: str = ""


class Cell(msgspec.Struct, frozen=True):
    """One fact: its statements, if any, and what its values can be at all.

    ``domain`` holds whatever is stated (votes: zero or more); ``whole`` says that only integers count.
    """

    id: str
    statements: tuple[Statement, ...] = ()
    domain: Interval = EVERYTHING
    whole: bool = False


class Constraint(msgspec.Struct, frozen=True, kw_only=True):
    """A formula with a cell for each of its names.

    ``formula`` carries its units (``with_units``). ``cells`` binds each variable to a cell id, ``bearers`` each
    aggregate's name to the cell ids it ranges over; a name that is bound to nothing may be anything. ``complete``
    names the aggregates whose bearers are all listed. ``slack`` is the charitable reading: by what share of it each
    variable may lie below its value, in this formula alone.
    """

    id: str
    formula: Formula
    cells: Mapping[str, str] = {}
    bearers: Mapping[str, tuple[str, ...]] = {}
    complete: frozenset[str] = frozenset()
    slack: Mapping[str, Fraction] = {}


class Support(msgspec.Struct, frozen=True):
    """What a bound rests on: ids of statements and of constraints, in the order of the input.

    Statements of one cell with the same interval are one; the first stands for all. It holds all that the bound needs,
    and may hold more.
    """

    statements: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()


class Narrowed(msgspec.Struct, frozen=True):
    """What a cell may be when everything that does not contradict itself holds, and what each bound rests on."""

    interval: Interval
    low: Support = Support()
    high: Support = Support()


class Core(msgspec.Struct, frozen=True):
    """Statements that cannot hold together under the constraints, and can when any one of them is left out.

    ``readings`` are the charitable readings each of which alone makes them hold together: 'double_rounding' takes
    every rounded number as rounded twice (42.0487, 42.05, 42.1), so that it may be off by half a unit of one digit
    further; 'slack' takes every constraint with its slack.
    """

    statements: tuple[str, ...]
    constraints: tuple[str, ...]
    readings: tuple[Reading, ...] = ()


class Suspect(msgspec.Struct, frozen=True, kw_only=True):
    """One value in a conflict, and what speaks for and against its being the wrong one.

    ``statements`` are all that state it. ``explains`` counts the cores that it is in; ``resolves`` says that this is
    all of them. ``opposed_by`` counts the independent witnesses behind the other values of those cores, ``backed_by``
    those behind this one. ``corroborated`` counts the constraints outside the conflict that test it against stated
    values and hold. ``allowed`` is what the cell may be when this value is left out and all else holds, and
    ``allowed_charitably`` the same under all charitable readings together; both None where that does not resolve the
    conflict.
    """

    cell: str
    statements: tuple[str, ...]
    explains: int
    resolves: bool
    opposed_by: int
    backed_by: int
    corroborated: int
    allowed: Interval | None
    allowed_charitably: Interval | None


class Conflict(msgspec.Struct, frozen=True):
    """One cause: the cores that leaving out the first of ``suspects`` resolves. Suspects come likeliest first.

    ``culprit`` is the first suspect's first statement when that value alone resolves two cores or more; else nothing
    decides, and it is None.
    """

    cores: tuple[Core, ...]
    suspects: tuple[Suspect, ...]
    culprit: str | None = None

    @property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of all statements in its cores, those of the first core first."""
        return tuple(dict.fromkeys(statement for core in self.cores for statement in core.statements))

    @property
    def constraints(self) -> tuple[str, ...]:
        """Return the ids of all constraints in its cores, those of the first core first."""
        return tuple(dict.fromkeys(constraint for core in self.cores for constraint in core.constraints))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Return the charitable readings each of which alone resolves every core."""
        first, *rest = self.cores
        return tuple(reading for reading in first.readings if all(reading in core.readings for core in rest))

    @property
    def tightness(self) -> Tightness:
        """Return the mildest reading that resolves every core; 'exact' when some core yields to none."""
        if self.readings:
            return self.readings[0]
        return "slack" if all(core.readings for core in self.cores) else "exact"


class Reconciliation(msgspec.Struct, frozen=True):
    """What the statements jointly say: every cell's value, by cell id in input order, and every conflict.

    A value never rests on a contradiction: a conflict's culprit is left out; where there is none, the values of one
    cell that exclude each other are left out, and so are the broken constraints on the cells of resolving suspects.
    """

    values: Mapping[str, Narrowed]
    conflicts: tuple[Conflict, ...]

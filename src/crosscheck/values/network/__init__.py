"""Constraint networks: what several statements can jointly say, and the smallest sets that cannot hold together."""

from crosscheck.values.network.graph import contested
from crosscheck.values.network.model import (
    Cell,
    Conflict,
    Constraint,
    Core,
    Narrowed,
    Reading,
    Reconciliation,
    Statement,
    Support,
    Suspect,
    Tightness,
)
from crosscheck.values.network.reconciliation import reconcile

__all__ = [
    "Cell",
    "Conflict",
    "Constraint",
    "Core",
    "Narrowed",
    "Reading",
    "Reconciliation",
    "Statement",
    "Support",
    "Suspect",
    "Tightness",
    "contested",
    "reconcile",
]

"""What a rule is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

import msgspec

from crosscheck.domains import Concept, Partition
from crosscheck.findings.clash import Clash
from crosscheck.records import Claim, Document, Fact, Finding, FindingKind


class Case(msgspec.Struct, frozen=True):
    """All that rules judge: facts stated and derived, the clashes of formulas, and the documents to quote from.

    ``documents`` is by key, ``concepts`` by attribute name. ``claims`` are all claims, those of no fact too, in the
    order of the documents and their text. ``partitions`` are the counts that add up.
    """

    documents: Mapping[str, Document]
    concepts: Mapping[str, Concept]
    facts: tuple[Fact, ...]
    clashes: tuple[Clash, ...]
    claims: tuple[Claim, ...] = ()
    partitions: tuple[Partition, ...] = ()

    def heading(self, subject: str, attribute: str) -> str:
        """Return what a finding is about: subject and attribute, the attribute alone where nothing named bears it."""
        return ", ".join(filter(None, (subject, self.label(attribute))))

    def label(self, attribute: str) -> str:
        """Return the attribute in words."""
        concept = self.concepts.get(attribute)
        return concept.label.get("en", "") if concept and concept.label else attribute.replace("_", " ")


class Rule(msgspec.Struct, frozen=True):
    """A kind of contradiction: its code, name, the kind of its findings, its manual page, and the search for it."""

    code: str
    name: str
    kind: FindingKind
    page: str
    find: Callable[[Case], Iterator[Finding]]


def rule(module: ModuleType) -> Rule:
    """Return the rule that a module of findings.rules is; its docstring is the manual page."""
    return Rule(module.CODE, module.NAME, module.KIND, module.__doc__ or "", module.find)

"""From facts to findings: solve the network, ask every rule, order by gravity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosscheck.domains import Concept, Formula
from crosscheck.findings.clash import find_clashes
from crosscheck.findings.derive import reckon
from crosscheck.findings.network import solve
from crosscheck.findings.rule import Case
from crosscheck.findings.rules import RULES
from crosscheck.records import Claim, Document, Fact, Finding

_GRAVITY = {"error": 0, "warning": 1, "info": 2}


class Judgement(msgspec.Struct, frozen=True):
    """The facts, stated and derived, and the findings, gravest first."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]


def judge(
    facts: Sequence[Fact],
    documents: Mapping[str, Document],
    concepts: Mapping[str, Concept],
    formulas: Sequence[Formula],
    loose: Iterable[Claim] = (),
) -> Judgement:
    """Return what *facts* jointly say and what cannot all be true.

    *documents* is by key, *loose* are the claims that became no fact. Findings of one gravity come by code, then by the
    place of their first quotation.

    Raises:
        FormulaError: a formula cannot be parsed.
    """
    solved = solve(facts, concepts, formulas)
    reckoned = reckon(facts, solved, concepts)
    order = {key: number for number, key in enumerate(documents)}
    claims = sorted(
        (*(c for f in reckoned for c in f.claims), *loose), key=lambda c: (order[c.document], c.quote, c.id)
    )
    case = Case(documents, concepts, reckoned, tuple(find_clashes(solved)), tuple(claims))
    findings = [finding for each in RULES for finding in each.find(case)]
    findings.sort(key=lambda f: (_GRAVITY[f.severity], f.code, f.evidence[0].document, f.evidence[0].line))
    return Judgement(reckoned, tuple(findings))

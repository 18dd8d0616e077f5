"""From facts to findings: solve the network, ask every rule, order by gravity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosscheck.domains import Domains
from crosscheck.findings.accounts.denials import claims_of
from crosscheck.findings.echoes import without_echoes
from crosscheck.findings.formulas.clash import find_clashes
from crosscheck.findings.formulas.derive import reckon
from crosscheck.findings.formulas.network import solve
from crosscheck.findings.rule import Case, place_facts
from crosscheck.findings.rules import RULES
from crosscheck.messages import Locale
from crosscheck.records import Claim, Document, Fact, Finding, Statement

_GRAVITY = {"error": 0, "warning": 1, "info": 2}


class Judgement(msgspec.Struct, frozen=True):
    """The facts, stated and derived, the findings, gravest first, and the claims of facts that were withdrawn.

    ``told`` are the claims that findings quote of statements, which are no claims until they are denied.
    """

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    withdrawn: tuple[Claim, ...] = ()
    told: tuple[Claim, ...] = ()


def judge(
    facts: Sequence[Fact],
    documents: Mapping[str, Document],
    domains: Domains,
    locale: Locale,
    loose: Iterable[Claim],
    stories: Mapping[str, int],
    statements: tuple[Statement, ...],
) -> Judgement:
    """Return what *facts* jointly say and what cannot all be true.

    Findings are told in the language of *locale*. *documents* is by key, *loose* are the claims that became no fact,
    *stories* numbers the documents, alike those that tell one story, *statements* are the sentences with words that
    may be denied. Findings of one gravity come by code, then by the place of their first quotation.

    Raises:
        FormulaError: a formula cannot be parsed.
    """
    loose = tuple(loose)
    published = {key: document.published for key, document in documents.items()}
    solved = solve(facts, domains.concepts, domains.formulas, loose, published)
    reckoned = reckon(facts, solved, locale)
    claims = _in_order((*(c for f in reckoned for c in f.claims), *loose), documents)
    clashes, placed = tuple(find_clashes(solved)), place_facts(reckoned)
    case = Case(locale, documents, domains, reckoned, clashes, claims, placed, stories, statements)
    findings = [*without_echoes([finding for each in RULES for finding in each.find(case)])]
    findings.sort(key=lambda f: (_GRAVITY[f.severity], f.code, f.evidence[0].document, f.evidence[0].line))
    return _conclude(case, tuple(findings))


def _conclude(case: Case, findings: tuple[Finding, ...]) -> Judgement:
    """Return what *findings* leave of the facts of *case*.

    Where values exclude each other and no rule agrees, they are compatible in some reading (another spelling, another
    year); and of those that but words link, as a weekday and a clock time, there is no fact after all.
    """
    cited = {evidence.claim for finding in findings for evidence in finding.evidence}
    doubted = [fact for fact in case.facts if _is_doubted(fact, cited)]
    withdrawn = {fact.id for fact in doubted if _by_words(fact)}
    mild = {fact.id: msgspec.structs.replace(fact, verdict="compatible") for fact in doubted}
    kept = tuple(mild.get(fact.id, fact) for fact in case.facts if fact.id not in withdrawn)
    taken_back = tuple(c for f in doubted if f.id in withdrawn for c in f.claims)
    unclaimed = cited.difference(claim.id for claim in case.claims)
    told = tuple(c for c in claims_of(case.denials) if c.id in unclaimed) if unclaimed else ()
    return Judgement(kept, findings, taken_back, told)


def _in_order(claims: Iterable[Claim], documents: Iterable[str]) -> tuple[Claim, ...]:
    """Return *claims* in the order of the *documents* and their text."""
    order = {key: number for number, key in enumerate(documents)}
    return tuple(sorted(claims, key=lambda c: (order[c.document], c.quote, c.id)))


def _is_doubted(fact: Fact, cited: set[str]) -> bool:
    """Return whether values exclude each other for no rule: each has found a reading in which all can be right."""
    return fact.verdict == "contradicted" and not any(claim.id in cited for claim in (*fact.claims, *fact.sources))


def _by_words(fact: Fact) -> bool:
    """Return whether the words around the values alone make the claims one fact."""
    return any(level.startswith(("words ", "sentence: revised")) for link in fact.links for level in link.levels)

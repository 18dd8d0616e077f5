"""What a rule is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from types import ModuleType

import msgspec

from crosscheck.domains import Concept, Domains
from crosscheck.findings.accounts.denials import Denial, find_denials
from crosscheck.findings.accounts.occurrences import find_clashes_of_time
from crosscheck.findings.accounts.passages import Passage, read_passages
from crosscheck.findings.accounts.successions import Reversal, find_reversals
from crosscheck.findings.accounts.together import Together
from crosscheck.findings.formulas.clash import Clash
from crosscheck.findings.telling.exchange import Neighbours, find_neighbours
from crosscheck.findings.telling.notation import label_of, with_heading
from crosscheck.messages import Locale, Message, Phrase
from crosscheck.records import Claim, Document, Fact, Finding, FindingKind, Statement

Placed = Mapping[tuple[str, str, str, str], Sequence[tuple[int, Fact]]]
"""Facts by attribute, subject, part and time, each with its place among all."""


def place_facts(facts: Iterable[Fact]) -> Placed:
    """Return *facts* made ready for look-up."""
    placed: dict[tuple[str, str, str, str], list[tuple[int, Fact]]] = {}
    for place, fact in enumerate(facts):
        key = fact.attribute, fact.subject, fact.scope.part, fact.scope.time
        placed.setdefault(key, []).append((place, fact))
    return placed


class Case(msgspec.Struct, frozen=True, dict=True):
    """All that rules judge: facts stated and derived, the clashes of formulas, and the documents to quote from.

    ``locale`` is the language of the report, ``documents`` is by key, ``domains`` what the packs know. ``claims`` are
    all claims, those of no fact too, in the order of the documents and their text. ``placed`` is as ``place_facts``
    makes it of the facts. ``stories`` numbers the documents, alike those that tell one story, ``statements`` are the
    sentences with words that may be denied, in their order. What several rules look up is worked out once, when the
    first of them asks.
    """

    locale: Locale
    documents: Mapping[str, Document]
    domains: Domains
    facts: tuple[Fact, ...]
    clashes: tuple[Clash, ...]
    claims: tuple[Claim, ...] = ()
    placed: Placed = {}
    stories: Mapping[str, int] = {}
    statements: tuple[Statement, ...] = ()

    @property
    def concepts(self) -> Mapping[str, Concept]:
        """Return the concepts by attribute name."""
        return self.domains.concepts

    @cached_property
    def passages(self) -> Mapping[str, Sequence[Passage]]:
        """Return, by document, the sentences with amounts that are asserted or planned."""
        return read_passages(self.claims)

    @cached_property
    def together(self) -> Together:
        """Return which documents may be held against each other."""
        return Together(self.facts, self.claims)

    @cached_property
    def neighbours(self) -> Neighbours:
        """Return the facts of named bearers by what they state."""
        return find_neighbours(self.facts)

    @cached_property
    def disputed(self) -> frozenset[str]:
        """Return the ids of the claims whose facts have no value that all of them allow."""
        return frozenset(claim.id for fact in self.facts if fact.value is None for claim in fact.claims)

    @cached_property
    def denials(self) -> tuple[Denial, ...]:
        """Return the pairs of sentences of two documents that deny each other."""
        return tuple(find_denials(self.statements, self.claims, self.stories, self.documents))

    @cached_property
    def clashes_of_time(self) -> tuple[tuple[str, Claim, Claim], ...]:
        """Return what happened, each with claims of two documents that leave no time in common for it."""
        return tuple(find_clashes_of_time(self.claims, self.stories, self.documents))

    @cached_property
    def reversals(self) -> tuple[Reversal, ...]:
        """Return the steps that are told to have come about before what they follow, by what their words mean."""
        return tuple(find_reversals(self.claims, self.domains.successions, self.stories, self.documents))

    def facts_alike(self, attributes: Iterable[str], fact: Fact) -> list[Fact]:
        """Return the facts of *attributes* that are of the bearer, part and time of *fact*, in their order."""
        keys = ((attribute, fact.subject, fact.scope.part, fact.scope.time) for attribute in attributes)
        found = sorted((row for key in keys for row in self.placed.get(key, ())), key=itemgetter(0))
        return [alike for _, alike in found]

    def heading(self, subject: str, attribute: str) -> Phrase:
        """Return what a finding is about: subject and attribute, the attribute alone where nothing named bears it."""
        return with_heading(subject, self.label(attribute))

    def label(self, attribute: str) -> Phrase:
        """Return the attribute in words."""
        return label_of(attribute, self.concepts)


class Rule(msgspec.Struct, frozen=True):
    """A kind of contradiction: its code, name, the kind of its findings, its manual page, and the search for it.

    ``page`` is in English, as it stands in the code.
    """

    code: str
    name: Phrase
    kind: FindingKind
    page: str
    find: Callable[[Case], Iterator[Finding]]

    @property
    def paragraphs(self) -> tuple[Message, ...]:
        """Return the paragraphs of the manual page, its heading first, each of which catalogues translate."""
        return tuple(Message(" ".join(part.split())) for part in self.page.strip().split("\n\n"))

    def said_in(self, locale: Locale) -> tuple[str, ...]:
        """Return the paragraphs in the language of *locale*."""
        return tuple(paragraph.said_in(locale) for paragraph in self.paragraphs)


def rule(module: ModuleType) -> Rule:
    """Return the rule that a module of findings.rules is; its docstring is the manual page."""
    return Rule(module.CODE, module.NAME, module.KIND, module.__doc__ or "", module.find)

"""Domain packs: the concepts, names and formulas of a field, one YAML file each."""

from crosscheck.domains.pack import (
    EVENT,
    Ballot,
    Concept,
    Division,
    DomainPack,
    Domains,
    Formula,
    KnownName,
    Narrowing,
    Partition,
    Slack,
    Succession,
    Words,
    available_domains,
    gather_domains,
    load_domain,
)

__all__ = [
    "EVENT",
    "Ballot",
    "Concept",
    "Division",
    "DomainPack",
    "Domains",
    "Formula",
    "KnownName",
    "Narrowing",
    "Partition",
    "Slack",
    "Succession",
    "Words",
    "available_domains",
    "gather_domains",
    "load_domain",
]

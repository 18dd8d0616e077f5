"""Domain packs: the concepts, names and formulas of a field, one YAML file each."""

from crosscheck.domains.pack import (
    EVENT,
    Concept,
    Division,
    DomainPack,
    Formula,
    KnownName,
    Narrowing,
    Partition,
    Slack,
    Words,
    available_domains,
    load_domain,
)

__all__ = [
    "EVENT",
    "Concept",
    "Division",
    "DomainPack",
    "Formula",
    "KnownName",
    "Narrowing",
    "Partition",
    "Slack",
    "Words",
    "available_domains",
    "load_domain",
]

"""Domain packs: the concepts, names and formulas of a field, one YAML file each."""

from crosscheck.domains.counts import Ballot, Division, House, Partition, Rate, Succession, Words
from crosscheck.domains.pack import (
    EVENT,
    Concept,
    DomainPack,
    Domains,
    Formula,
    KnownName,
    Narrowing,
    Slack,
    available_domains,
    gather_domains,
    load_domain,
)
from crosscheck.domains.templates import OTHER, PARTY, TARGET, Templates

__all__ = [
    "EVENT",
    "OTHER",
    "PARTY",
    "TARGET",
    "Ballot",
    "Concept",
    "Division",
    "DomainPack",
    "Domains",
    "Formula",
    "House",
    "KnownName",
    "Narrowing",
    "Partition",
    "Rate",
    "Slack",
    "Succession",
    "Templates",
    "Words",
    "available_domains",
    "gather_domains",
    "load_domain",
]

"""Claims that a sentence makes by the relation it puts its values in: shares, changes, averages and rates."""

from crosscheck.claims.relations.find import with_relations

__all__ = ["with_relations"]

"""Claims about the same fact, in any document and language, and what they jointly say."""

from crosscheck.facts.entities import Registry, join_entities
from crosscheck.facts.events import Cast
from crosscheck.facts.link import link_claims

__all__ = ["Cast", "Registry", "join_entities", "link_claims"]

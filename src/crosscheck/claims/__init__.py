"""Who or what, which attribute, which value, in which scope, said by whom."""

from crosscheck.claims.declared import Declaration, Declared, declare
from crosscheck.claims.extract import Extraction, extract_claims
from crosscheck.claims.sentences.lexicon import Lexicon

__all__ = ["Declaration", "Declared", "Extraction", "Lexicon", "declare", "extract_claims"]

"""Language packs: everything the program knows about a language is in one YAML file here, and a glossary of all."""

from crosscheck.languages.clauses import PostWords
from crosscheck.languages.contraries import Pole, Turn, load_contraries
from crosscheck.languages.givens import are_namesakes
from crosscheck.languages.glossary import ChangeTerms, load_changes, load_moments
from crosscheck.languages.nouns import (
    are_all,
    are_apart,
    are_people,
    counts_people,
    load_couples,
    load_kin,
    load_parted,
    may_count_alike,
    names_somebody,
)
from crosscheck.languages.opposites import load_opposites
from crosscheck.languages.pack import LanguagePack, available_languages, load_language
from crosscheck.languages.ranks import PluralForms, RankWords
from crosscheck.languages.terms import Terms, is_listed, list_everyday, load_sequences, load_terms

__all__ = [
    "ChangeTerms",
    "LanguagePack",
    "PluralForms",
    "Pole",
    "PostWords",
    "RankWords",
    "Terms",
    "Turn",
    "are_all",
    "are_apart",
    "are_namesakes",
    "are_people",
    "available_languages",
    "counts_people",
    "is_listed",
    "list_everyday",
    "load_changes",
    "load_contraries",
    "load_couples",
    "load_kin",
    "load_language",
    "load_moments",
    "load_opposites",
    "load_parted",
    "load_sequences",
    "load_terms",
    "may_count_alike",
    "names_somebody",
]

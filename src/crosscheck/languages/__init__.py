"""Language packs: everything the program knows about a language is in one YAML file here."""

from crosscheck.languages.pack import LanguagePack, available_languages, load_language

__all__ = ["LanguagePack", "available_languages", "load_language"]

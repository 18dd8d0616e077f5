"""The glossary, which joins the words of all languages, and the section ``terms`` of a language pack.

A term is what words of one meaning have in common, within a language and across languages: 'died', 'deaths' and
'Todesopfer' are the term 'kill'. Its id is an English lemma.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from crosscheck.packfile import load_pack

EXACT = "="


class TermWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a language makes terms of words; all lower case.

    ``stemmer`` is the Snowball algorithm. ``stop`` are words without a term of their own: articles, pronouns,
    prepositions, auxiliaries, conjunctions, adverbs of degree, verbs of speech.
    ``infinitives`` are the endings of a verb's lemma, longest first, and ``conjugation`` the regular forms that the
    stemmer does not bring back to the lemma, with ``~`` for the verb without its ending ('ge~t'), keyed by what this
    must end in one of ('d t': 'ge~et'), by '' for any. ``separable`` prefixes stand before the whole form
    ('abgesagt') and before the forms of ``infix`` ('abzusagen'); ``inseparable`` ones take the place of what stands
    before a verb ('bezahlt'). No prefix makes a compound. Separable ones also stand behind what the verb governs:
    'sagte das Konzert ab' and, where the language has no ``linkers``, in the phrases of two words: 'shut it down'.
    ``linkers`` may stand between the parts of a compound; a language without them writes the parts as words.
    ``short_heads`` are nouns of three letters that end compounds ('Nachtzug'), as most do only by chance ('Doktor').
    ``declension`` endings are those of nouns, and of the last word of a phrase; ``feminine`` ones make of a noun the
    word for a woman or for women ('Lehrerin'), in the place of a final e.
    """

    stemmer: str
    stop: frozenset[str]
    infinitives: tuple[str, ...] = ()
    conjugation: dict[str, tuple[str, ...]] = {}
    infix: tuple[str, ...] = ()
    separable: frozenset[str] = frozenset()
    inseparable: frozenset[str] = frozenset()
    linkers: tuple[str, ...] = ()
    short_heads: frozenset[str] = frozenset()
    feminine: tuple[str, ...] = ()
    declension: tuple[str, ...] = ()

    def conjugated(self, verb: str) -> Iterator[str]:
        """Yield the regular forms of the lemma *verb*, where it ends like one; some do not exist and do no harm."""
        ending = next((ending for ending in self.infinitives if verb.endswith(ending)), "")
        if not ending:
            return
        base = verb[: -len(ending)]
        patterns = [
            form
            for ends, forms in self.conjugation.items()
            if base.endswith(tuple(ends.split()) or "")
            for form in forms
        ]
        yield from self._prefixed("", base, patterns)
        if not base.startswith(tuple(self.separable)):
            return
        for prefix in sorted(self.separable):
            if base.startswith(prefix) and len(base) > len(prefix) + 1:
                yield from self._prefixed(prefix, base[len(prefix) :], [*patterns, *self.infix])

    def _prefixed(self, prefix: str, base: str, patterns: list[str]) -> Iterator[str]:
        whole = base.startswith(tuple(self.inseparable))
        return (prefix + form.replace("~", base) for form in patterns if form.startswith("~") or not whole)

    def feminines(self, noun: str) -> Iterator[str]:
        """Yield the words for women that *noun* has, if it is a word for people at all."""
        return (noun.removesuffix("e") + ending for ending in self.feminine)

    def declined(self, noun: str) -> Iterator[str]:
        """Yield *noun* with each ending; some of the forms do not exist and do no harm."""
        return (noun + ending for ending in self.declension)


class ChangeTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ids of words for a change: all that tell of a rise, and of a fall, and those beside any change.

    ``rise`` and ``fall`` are the ones that stand for all of theirs.
    """

    rise: str
    fall: str
    rises: frozenset[str]
    falls: frozenset[str]
    idle: frozenset[str]


class TermField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ``terms`` of one field, which has a file: per id and language code the words of the term."""

    terms: dict[str, dict[str, tuple[str, ...]]]


class Glossary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``terms``: per id and language code the words, and phrases of several words, of the term; those of all fields.

    One term holds what reporters say of the same fact, and keeps apart what editors keep apart: murder is no death.
    Words are lemmas and irregular forms; a German noun has its capital letter, which keeps it from being conjugated
    and lets it be the head of a compound. ``=`` before a word says that only this form of it and its regular
    conjugation or declension belong to the term, and not everything of its stem ('=found' is of 'find', 'founded' is
    not).
    ``sequences``: ids of things of which a story tells several in turn ('stage', 'day'): their numbers tell them apart.
    ``changes``: ids of words for a change. ``moments``: ids of times and points, which no group of things has for
    members ('at no point').
    ``opposites``: groups of ids that exclude each other as attributes of one value ('revenue', 'profit').
    ``alike``: groups of ids that one word of some language stands for ('Haushalt': household, budget), or by which
    reporters count the same things (jobs, employees). ``kinds``: an id and then narrower ones that are counted by it,
    too (a ship, a ferry). ``couples``: an id and two that together are all of it ('men and women' are persons).
    ``deeds``: groups of ids by which reporters tell one deed of things that they count (destroyed, burnt down).
    ``people``: ids of people by what they are or what became of them; ``befallen``: ids of what is counted once for
    each of those whom it befalls ('case'); ``kin``: ids of those who bear one surname; ``partitions``: groups of people
    of which nobody is in two and which leave nobody out ('men, women and children'). ``capitals``: by language, nouns
    that only their capital tells from another word, with their ids ('Junge', a boy, and 'junge', young).
    ``endings`` are cut off a word that no column lists, in every language alike, longest first.
    """

    endings: tuple[str, ...]
    changes: ChangeTerms
    moments: frozenset[str]
    terms: dict[str, dict[str, tuple[str, ...]]] = {}
    opposites: tuple[tuple[str, ...], ...] = ()
    sequences: frozenset[str] = frozenset()
    alike: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[tuple[str, ...], ...] = ()
    couples: tuple[tuple[str, str, str], ...] = ()
    deeds: tuple[tuple[str, ...], ...] = ()
    people: frozenset[str] = frozenset()
    befallen: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    partitions: tuple[frozenset[str], ...] = ()
    capitals: dict[str, dict[str, str]] = {}

    def entries(self, code: str) -> Iterator[tuple[str, str]]:
        """Yield id and word, as written in the glossary, of each word of the language *code*."""
        for term, columns in self.terms.items():
            for word in columns.get(code, ()):
                yield term, word

    def codes(self) -> tuple[str, ...]:
        """Return the codes of the languages that have a column, in alphabetical order."""
        return tuple(sorted({code for columns in self.terms.values() for code in columns}))


@cache
def load_glossary() -> Glossary:
    """Return the glossary of all languages and fields.

    Raises:
        ConfigError: it does not have the shape.
    """
    groups = load_pack(Path(__file__).with_name("glossary.yaml"), Glossary)
    fields = (load_pack(path, TermField) for path in field_files())
    return msgspec.structs.replace(
        groups, terms={term: words for field in fields for term, words in field.terms.items()}
    )


def field_files() -> tuple[Path, ...]:
    """Return the files of the fields, in the order in which their terms outrank each other."""
    return tuple(sorted(Path(__file__).with_name("glossary").glob("*.yaml")))


def load_changes() -> ChangeTerms:
    """Return the terms of words for a change; the same for every language."""
    return load_glossary().changes


def load_moments() -> frozenset[str]:
    """Return the terms of times and points, which no group of things has for members; the same for every language."""
    return load_glossary().moments

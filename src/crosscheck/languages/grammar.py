"""The section ``grammar`` of a language pack: what a noun phrase is in its clause, and who a word for a person is."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from crosscheck.packfile import load_pack

Gender = Literal["female", "male", ""]
_GIVEN_NAMES = Path(__file__).parent / "given-names.yaml"


class GrammarWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that tell whether a name is the subject of its clause, and whom a word takes up; all lower case.

    ``prepositions`` stand before a phrase that is no subject, ``oblique`` are articles and possessives that show
    another case, ``determiners`` all that may begin a phrase ('the', 'its'). ``openers`` are the adverbs and
    conjunctions with which a clause may begin before its subject ('then'). ``adjectives`` are the endings of adjectives
    that stand between article and noun, () where any word may. ``opinions`` are verbs that a clause of its own
    follows without a mark ('believes').
    ``female`` and ``male`` are the pronouns for one woman or man; ``natives`` the nouns for somebody by where he or she
    is from, and ``callings`` by what he or she does, by gender, ``any`` for both ('Briton', 'striker'). ``aged`` are
    articles with the end of a word for an age that together tell a woman or a man: 'der ige'.
    """

    prepositions: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    adjectives: tuple[str, ...] = ()
    opinions: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()
    natives: dict[str, frozenset[str]] = {}
    callings: dict[str, frozenset[str]] = {}
    aged: dict[Gender, frozenset[str]] = {}

    def gender_of_aged(self, article: str, age: str) -> Gender:
        """Return what an article and a word for an age tell of who is that old: 'der 49-Jährige' is a man."""
        return next(
            (
                gender
                for gender, forms in self.aged.items()
                for form in forms
                if form.partition(" ")[0] == article and age.endswith(form.partition(" ")[2])
            ),
            "",
        )

    def genders(self) -> dict[str, Gender]:
        """Return the words that tell a woman or a man, each with which."""
        told: dict[str, Gender] = {}
        genders: tuple[tuple[Gender, frozenset[str]], ...] = (("female", self.female), ("male", self.male))
        for gender, pronouns in genders:
            for words in (pronouns, self.natives.get(gender, ()), self.callings.get(gender, ())):
                told |= dict.fromkeys(words, gender)
        return told

    def people(self) -> frozenset[str]:
        """Return the nouns for somebody by where he or she is from, or by what he or she does."""
        return frozenset().union(*self.natives.values(), *self.callings.values())


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First names that tell whether somebody is a woman or a man in most of Europe; those of both are in neither.

    ``shorts`` are the forms that a full one is called by ('William': 'Bill').
    """

    female: frozenset[str]
    male: frozenset[str]
    shorts: dict[str, frozenset[str]] = {}


@cache
def load_given_names() -> GivenNames:
    """Return the first names, in lower case."""
    return load_pack(_GIVEN_NAMES, GivenNames)


def gender_of(name: str) -> Gender:
    """Return what the first word of a full name tells: 'Anna-Lena Kern' is a woman, 'Kern' nothing known."""
    first, _, rest = name.lower().partition(" ")
    known = load_given_names()
    for word in (first, first.partition("-")[0]) if rest else ():
        if word in known.female:
            return "female"
        if word in known.male:
            return "male"
    return ""

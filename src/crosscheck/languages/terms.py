"""Terms: what words of one meaning have in common, in every language.

'killed 14 people' and '17 Menschen kamen ums Leben' share the terms 'kill' and 'person'. A word is looked up in the
glossary by its form, then by its stem; a compound gives the terms of its parts; a word that the glossary lacks is
itself without its ending, so that names and international words are still the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache
from itertools import compress, count

import Stemmer

from crosscheck.languages.glossary import load_glossary
from crosscheck.languages.lexicon import fold, load_lexicon
from crosscheck.languages.opposites import load_opposites
from crosscheck.languages.pack import load_language
from crosscheck.languages.prefixes import REACH, closes_clause, is_break
from crosscheck.memo import Memo

MEMOISED_WORDS = 1 << 16
_JOINTS = re.compile(r"[-/&]")
_LEAST_HEAD = 4  # letters of the noun that ends a compound
_LEAST_SHORT_HEAD = 3  # and of those that a pack lists as short
_LEAST_CLEAR_HEAD = 6  # and where what stands before it is not known
_LEAST_MODIFIER = 3
_LEAST_ROOT = 4
_PLURAL = "s"
_FARTHEST_PARTICLE = 5
"""How many words a particle may stand behind its verb, the object between: 'shut it down'."""
_Rest = tuple[tuple[str, ...], str]
"""The words of a phrase behind its first, and its term."""


class Terms:
    """The terms of one language's words. Make it with `load_terms`."""

    __slots__ = (
        "_begun",
        "_capitals",
        "_code",
        "_endings",
        "_ids",
        "_inflections",
        "_lemmas",
        "_memoised",
        "_opposites",
        "_stemmer",
        "_stop",
        "_words",
        "lexicon",
    )

    def __init__(self, code: str) -> None:
        """Read the pack of *code* and its column of the glossary, if there is one."""
        pack = load_language(code)
        glossary = load_glossary()
        numbers = pack.numbers
        self._code = code
        self._capitals = glossary.capitals.get(code, {})
        self._words = pack.terms
        self._ids = glossary.terms.keys()
        self._endings = glossary.endings
        self._inflections = (*pack.terms.declension, *pack.terms.feminine)
        self._lemmas = numbers.nouns
        self._stop = pack.terms.stop.union(
            numbers.cardinals, numbers.hundreds, numbers.scales, numbers.groups, numbers.plural_scales
        )
        self._opposites = load_opposites()
        self._stemmer = Stemmer.Stemmer(pack.terms.stemmer, 0)
        self.lexicon = load_lexicon(code)
        self._begun = {first: _by_second(known) for first, known in self.lexicon.phrases.items()}
        self._memoised = Memo(self._look_up, MEMOISED_WORDS)

    def of(self, word: str) -> tuple[str, ...]:
        """Return the terms of *word*, lower case as the tokens of a sentence are.

        () for stop words, numbers, single letters and marks. A compound gives the terms of its parts, head last; where
        only the head is known, the whole word without its ending stands for the rest.
        """
        return self._memoised[word]

    def of_noun(self, noun: str) -> tuple[str, ...]:
        """Return the terms of *noun*, written as a lemma is: a capital may tell it from another word ('Junge')."""
        return (self._capitals[noun],) if noun in self._capitals else self._memoised[noun.lower()]

    def of_all(self, words: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the terms of each of *words*; a phrase ('ums leben') has its term at its first word, then ()."""
        found = map(self._memoised.__getitem__, words)
        begun = self._begun
        firsts = compress(count(), map(begun.__contains__, words[:-1]))
        places = [place for place in firsts if words[place + 1] in begun[words[place]]]
        if not self._words.separable.isdisjoint(words):
            return self._joined(words, self._with_phrases(words, list(found), places))
        if not places:
            return tuple(found)
        return tuple(self._with_phrases(words, list(found), places))

    def _with_phrases(
        self, words: Sequence[str], terms: list[tuple[str, ...]], places: Sequence[int]
    ) -> list[tuple[str, ...]]:
        """Return *terms* with those of the phrases that begin at *places*."""
        end = 0
        for place in places:
            if place >= end and (phrase := self._phrase(words, place)):
                end = place + len(phrase)
                terms[place:end] = phrase
        return terms

    def _joined(self, words: Sequence[str], terms: list[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
        """Return *terms* with those of verbs whose prefix stands behind what they govern: 'shut it down'."""
        separable = self._words.separable
        nearest, farthest = (1, REACH) if self._words.linkers else (2, _FARTHEST_PARTICLE)
        for place, word in enumerate(words):
            if word in separable and place > 1 and self._ends_clause(words, place):
                for verb in range(place - nearest, max(place - farthest, 0) - 1, -1):
                    if is_break(words[verb + 1]):
                        break
                    if joined := self._verb(words[verb], word):
                        terms[verb], terms[place] = (joined,), ()
                        break
        return tuple(terms)

    def _ends_clause(self, words: Sequence[str], place: int) -> bool:
        """Return whether a prefix may stand alone at *place*: where it joins its verb, at the clause's end only."""
        if self._phrase_of(words[place - 1], words[place]):
            return False
        return not self._words.linkers or closes_clause(words, place + 1)

    def _phrase_of(self, word: str, prefix: str) -> str:
        """Return the term of the phrase of two words, '' if there is none."""
        known = self._begun[word].get(prefix, ()) if word in self._begun else ()
        return next((term for rest, term in known if len(rest) == 1), "")

    def _verb(self, word: str, prefix: str) -> str:
        """Return the term of the verb *word* with its *prefix*, '' if it has none or both together are a noun."""
        if phrase := self._phrase_of(word, prefix):
            return phrase
        whole = prefix + word
        is_noun = not self._words.linkers or fold(word) in self.lexicon.heads or fold(whole) in self.lexicon.heads
        return "" if is_noun else self._known(whole)

    def length(self, words: Sequence[str], place: int) -> int:
        """Return how many words stand for the term at *place*."""
        return len(self._phrase(words, place)) or 1

    def _phrase(self, words: Sequence[str], place: int) -> tuple[tuple[str, ...], ...]:
        """Return the terms of the longest phrase at *place*, one tuple for each of its words; () if there is none."""
        begun = self._begun.get(words[place])
        if begun is None or place + 1 == len(words):
            return ()
        for rest, term in begun.get(words[place + 1], ()):
            if tuple(words[place + 1 : place + 1 + len(rest)]) == rest:
                return ((term,), *[()] * len(rest))
        return ()

    def of_name(self, word: str) -> str:
        """Return the term of a word of a person's name, lower case, whatever else the word means: 'Stone', 'Reckless'.

        It is the same in every language, and no term of the glossary.
        """
        root = self._root(fold(word))
        return f"name:{root}" if root in self._ids else root

    def opposites(self, term: str) -> frozenset[str]:
        """Return the terms that exclude *term* as attributes of one value ('import' for 'export')."""
        return self._opposites.get(term, frozenset())

    def _look_up(self, word: str) -> tuple[str, ...]:
        word = word.replace("’", "'")
        if len(word) < 2 or word in self._stop or not word[0].isalpha():
            return ()
        known = self._known(word)
        if known:
            return (known,)
        if _JOINTS.search(word):
            return tuple(dict.fromkeys(term for part in _JOINTS.split(word) for term in self._memoised[part]))
        return self._compound(word) or (self._unknown(word),)

    def _known(self, word: str) -> str:
        """Return the glossary's term of *word* by its form, its stem or as a noun with an ending; '' if it has none."""
        lexicon = self.lexicon
        known = lexicon.forms.get(word) or lexicon.stems.get(self._stemmer.stemWord(fold(word)))
        return known or lexicon.heads.get(self._noun(word), "")

    def _unknown(self, word: str) -> str:
        """Return what is left of *word* without its ending, cut in every language alike, so that names stay the same.

        'de:art' where it is spelled like a term that it is not: a German 'Art' is a kind of thing, not the term 'art'.
        """
        plain = fold(self._lemmas.get(word, word).lower())
        root = self._root(plain)
        return f"{self._code}:{root}" if root in self._ids or plain in self._ids else root

    def _root(self, word: str) -> str:
        """Return *word* without endings, cut until none is left: 'kamin' and 'kaminen' become 'kami', 'jets' 'jet'."""
        while word.endswith(self._endings):
            for ending in self._endings:
                if word.endswith(ending) and len(word) - len(ending) >= _LEAST_ROOT:
                    word = word.removesuffix(ending)
                    break
            else:
                return word[:-1] if len(word) == _LEAST_ROOT and word.endswith(_PLURAL) else word
        return word

    def _compound(self, word: str) -> tuple[str, ...]:
        """Return the terms of a compound by its longest known head, () where no known noun ends it.

        A short noun ends many words by chance, and some letters before a noun are none of its own: the modifier must
        then be known as well.
        """
        for cut in range(_LEAST_MODIFIER, len(word) - _LEAST_SHORT_HEAD + 1) if self._words.linkers else ():
            head = self._noun(word[cut:])
            if not head or word[:cut] in self._words.separable or word[:cut] in self._words.inseparable:
                continue
            modifier = self._modifier(word[:cut])
            if modifier or (len(head) >= _LEAST_CLEAR_HEAD and cut > _LEAST_MODIFIER):
                return tuple(dict.fromkeys((modifier or self._unknown(word), self.lexicon.heads[head])))
        return ()

    def _noun(self, word: str) -> str:
        """Return the noun, folded, that *word* is a form of; '' if it is of none that may end a compound."""
        folded = fold(word)
        heads = self.lexicon.heads
        if folded in heads and self._ends_compounds(folded):
            return folded
        for inflection in self._inflections if folded.endswith(self._inflections) else ():
            noun = folded.removesuffix(inflection)
            if noun in heads and self._ends_compounds(noun):
                return noun
        return ""

    def _ends_compounds(self, noun: str) -> bool:
        return len(noun) >= _LEAST_HEAD or noun in self._words.short_heads

    def _modifier(self, start: str) -> str:
        """Return the term of the *start* of a compound, with or without a linking element; '' if it is not known."""
        for linker in ("", *self._words.linkers):
            bare = start.removesuffix(linker)
            if len(bare) >= _LEAST_MODIFIER and (term := self._known(bare)):
                return term
        return ""


def _by_second(known: Sequence[_Rest]) -> dict[str, list[_Rest]]:
    """Return the phrases that begin with one word by their second, in their order."""
    found: dict[str, list[_Rest]] = {}
    for rest, term in known:
        found.setdefault(rest[0], []).append((rest, term))
    return found


@cache
def load_terms(code: str) -> Terms:
    """Return the terms of the language with ISO 639-1 *code*.

    Raises:
        ConfigError: there is no such pack, or it does not have the shape.
    """
    return Terms(code)


def is_listed(term: str) -> bool:
    """Return whether *term* is a word of every day: the glossary has it, or another that is spelled like it."""
    return term in load_glossary().terms or ":" in term


def list_everyday(terms: Set[str]) -> frozenset[str]:
    """Return those of *terms* that are words of every day, see ``is_listed``."""
    listed = load_glossary().terms.keys() & terms
    return frozenset(listed.union([term for term in terms - listed if ":" in term]))


@cache
def load_sequences() -> frozenset[str]:
    """Return the terms of things that a story tells several of in turn, by their numbers; the same for every language.

    Raises:
        ConfigError: the glossary does not have the shape.
    """
    return load_glossary().sequences

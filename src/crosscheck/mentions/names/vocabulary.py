"""What a language says of single words: lexicon classes, compounds, lists of the pack. Pure look-ups, remembered."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from crosscheck.languages import LanguagePack
from crosscheck.languages.names import NameWords
from crosscheck.languages.sentences import SentenceWords
from crosscheck.memo import Memo
from crosscheck.mentions.names.lexicon import FIRST, PLACE, SURNAME, load_lexicon

_PROPER = FIRST | SURNAME | PLACE
_LINKING = ("s-", "-", "s", "n", "en", "es", "e")
_SHORTEST_PART = 4
_LONGEST_WORD = 50
_REMEMBERED = 1 << 14
_MARKS = tuple([f"{marks:08b}" for marks in range(256)])


class Known(msgspec.Struct, frozen=True, gc=False):
    """What a language says of one capitalised word: ``plain`` is the word without the ending of an owner.

    ``is_name``: a name wherever it stands, by the language pack itself or because its capital can mean nothing else;
    ``is_ruled_out``: no name, whatever stands around it; ``is_common``: a common word; ``is_loud``: all in capitals;
    ``classes``: as the lexicon has them; ``is_head``: the word as printed names a kind of organisation or place.
    """

    plain: str
    is_name: bool
    is_ruled_out: bool
    is_common: bool
    is_loud: bool
    classes: int
    is_head: bool


def bare(word: str) -> str:
    """Return *word* without an apostrophe that marks the owner, and its s."""
    return word[:-2] if word[-1:] == "s" and word[-2:] in {"'s", "’s"} else word


def _is_capitalised(word: str) -> bool:
    """Return whether *word* begins with a capital, or with a small letter before one ('eBay')."""
    return word[0].isupper() or (word[1:2].isupper() and word[0].isalpha() and len(word) > 2)


class Vocabulary:
    """Look-ups of one language. All methods are functions of the word alone."""

    def __init__(self, names: NameWords, sentences: SentenceWords, code: str) -> None:
        self.names = names
        self.sentences = sentences
        self.code = code
        self._lexicon = load_lexicon(code)
        self.classes = lru_cache(_REMEMBERED)(self._lexicon.classes)
        self.is_common = lru_cache(_REMEMBERED)(self._is_common)
        self.is_ruled_out = lru_cache(_REMEMBERED)(self._is_ruled_out)
        self.is_organisation_head = lru_cache(_REMEMBERED)(self._is_organisation_head)
        self.is_place_head = lru_cache(_REMEMBERED)(self._is_place_head)
        self.profile = lru_cache(_REMEMBERED)(self._profile)
        self.known = Memo(self._known, _REMEMBERED)

    def is_listed(self, word: str) -> bool:
        """Return whether *word* is a name by the language pack itself."""
        names = self.names
        if names.possessive_s and word[-1:] == "s" and word[:-1] in names.organisations:
            return True
        return word in names.organisations or word in names.places

    def _known(self, word: str) -> Known | None:
        """Return what is known of *word* as printed, None where it is not capitalised."""
        if not _is_capitalised(word):
            return None
        plain = bare(word)
        is_ruled_out, is_common, is_loud = self.is_ruled_out(plain), self.is_common(plain), plain.isupper()
        is_strange = not (is_ruled_out or is_common or is_loud or self.names.nouns_capitalised) and len(plain) > 1
        return Known(
            plain=plain,
            is_name=is_strange or self.is_listed(plain),
            is_ruled_out=is_ruled_out,
            is_common=is_common,
            is_loud=is_loud,
            classes=self.classes(plain),
            is_head=self.is_head(word),
        )

    def is_head(self, word: str) -> bool:
        """Return whether *word* names a kind of organisation or place."""
        return self.is_organisation_head(word) or self.is_place_head(word)

    def _is_common(self, word: str) -> bool:
        """Return whether *word* is a common word of the language, as printed or without its capital."""
        if self._lexicon.is_common(word.lower()):
            return True
        if not self.names.nouns_capitalised:
            return False
        if self._lexicon.is_common(word):
            return True
        return len(word) <= _LONGEST_WORD and not self.classes(word) & _PROPER and self._is_compound(word)

    def _is_compound(self, word: str) -> bool:
        """Return whether *word* ends in a common noun and begins with a common word ('Wahlkampfauftritt')."""
        if _ends_in(word, self.names.settlement_endings):
            return False
        return any(
            self._is_last_part(word[cut:].lstrip("-")) and self._is_modifier(word[:cut])
            for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        )

    def _is_last_part(self, part: str) -> bool:
        """Return whether *part* is a noun, or a verb used as one ('-parkens')."""
        if self._lexicon.is_common(part.capitalize()):
            return True
        verb = part.removesuffix("s")
        return len(verb) > _SHORTEST_PART and verb.endswith("en") and self._lexicon.is_common(verb.lower())

    def _is_modifier(self, part: str) -> bool:
        stems = [part, *(part[: -len(link)] for link in _LINKING if part.endswith(link))]
        known = self._lexicon.is_common
        return any(len(stem) >= _SHORTEST_PART - 1 and (known(stem) or known(stem.lower())) for stem in stems)

    def _is_ruled_out(self, word: str) -> bool:
        """Return whether *word* is no name, whatever stands around it."""
        if (
            word in self.names.never
            or word in self.names.demonyms
            or word in self.names.titles
            or word in self.sentences.starters
        ):
            return True
        return len(word) > _LONGEST_WORD or self._is_contraction(word) or self._is_derived(word)

    def _is_contraction(self, word: str) -> bool:
        """Return whether a verb is drawn together with another word: 'They're', 'Don’t'."""
        head, mark, tail = word.replace("’", "'").partition("'")
        return bool(mark) and (head in self.sentences.starters or head in self.names.never or tail == "t")

    def _is_derived(self, word: str) -> bool:
        """Return whether a common word closes a compound with a hyphen: 'UKIP-Chef', 'UKIP-friendly'."""
        head = word.rpartition("-")[2]
        if head == word or not head or not self.is_common(head):
            return False
        if not self.names.nouns_capitalised:
            return head.islower()
        return not self.classes(head) & (FIRST | SURNAME) and not self.is_organisation_head(head)

    def _is_organisation_head(self, word: str) -> bool:
        """Return whether *word* names a kind of organisation ('Council', 'Landgericht')."""
        names = self.names
        return word in names.organisation_heads or _ends_in(word, names.organisation_endings)

    def _is_place_head(self, word: str) -> bool:
        """Return whether *word* names a kind of place ('River', 'Bahnhofstraße')."""
        return word in self.names.place_heads or _ends_in(word, self.names.place_endings)

    def _profile(self, word: str) -> str:
        """Return all that lists and lexicon say of *word*, as one mark for each answer."""
        names = self.names
        marks = (
            self.is_common(word) << 7
            | (word in names.titles) << 6
            | (word in names.roles) << 5
            | (word in names.legal_forms) << 4
            | (word in names.organisations) << 3
            | (word in names.places) << 2
            | self._is_organisation_head(word) << 1
            | self._is_place_head(word)
        )
        return f"{self.classes(word)}{_MARKS[marks]}"


def _ends_in(word: str, endings: tuple[str, ...]) -> bool:
    return bool(endings) and word.lower().endswith(endings)


def load_vocabulary(pack: LanguagePack) -> Vocabulary:
    """Return the look-ups of *pack*."""
    return _vocabulary(pack.names, pack.sentences, pack.code)


@cache
def _vocabulary(names: NameWords, sentences: SentenceWords, code: str) -> Vocabulary:
    return Vocabulary(names, sentences, code)

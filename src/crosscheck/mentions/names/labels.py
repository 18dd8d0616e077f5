"""Which capitalised words are (parts of) names, judged word by word from lists and from the document itself."""

from __future__ import annotations

from crosscheck.mentions.names.heads import is_head, is_organisation_head
from crosscheck.mentions.names.lexicon import COMMON, FIRST, PLACE, SURNAME
from crosscheck.mentions.names.words import Text, bare

_PROPER = FIRST | SURNAME | PLACE
_LINKING_S = ("s-", "-", "s", "n", "en", "es", "e")
_SHORTEST_PART = 4
_LONGEST_WORD = 50


class Judge:
    """Decides for one document which words are names; remembers what it has looked up."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._names = text.pack.names
        self._classes: dict[str, int] = {}
        self._common: dict[str, bool] = {}

    def name_words(self) -> set[int]:
        """Return the indices of the words that are parts of names."""
        found: set[int] = set()
        judge = self._is_name_among_nouns if self._names.nouns_capitalised else self._is_name
        for index in self._text.capitals:
            if judge(index, index - 1 in found):
                found.add(index)
        return found

    def classes(self, word: str) -> int:
        """Return what the lexicon says of *word*."""
        known = self._classes.get(word)
        if known is None:
            known = self._classes[word] = self._text.lexicon.classes(word)
        return known

    def is_common(self, word: str) -> bool:
        """Return whether *word* is a common word of the language, as printed or without its capital."""
        known = self._common.get(word)
        if known is None:
            known = self._common[word] = self._look_up_common(word)
        return known

    def _look_up_common(self, word: str) -> bool:
        if self.classes(word.lower()) & COMMON:
            return True
        if not self._names.nouns_capitalised:
            return False
        classes = self.classes(word)
        return bool(classes & COMMON) or (
            not (classes & _PROPER or len(word) > _LONGEST_WORD) and self._is_compound(word)
        )

    def _is_compound(self, word: str) -> bool:
        """Return whether *word* ends in a common noun and begins with common words ('Wahlkampfauftritt')."""
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            if self.classes(word[cut:].lstrip("-").capitalize()) & COMMON and self._is_modifier(word[:cut]):
                return True
        return False

    def _is_modifier(self, part: str) -> bool:
        stems = [part, *(part[: -len(link)] for link in _LINKING_S if part.endswith(link))]
        return any(
            (self.classes(stem) | self.classes(stem.lower())) & COMMON
            for stem in stems
            if len(stem) >= _SHORTEST_PART - 1
        )

    def _is_ruled_out(self, word: str) -> bool:
        names = self._names
        if word in names.never or word in names.titles or word in self._text.pack.sentences.starters:
            return True
        return len(word) > _LONGEST_WORD or self._is_derived(word)

    def _is_name(self, index: int, after_name: bool) -> bool:
        """Return whether the word is a name where only names are capitalised inside a sentence."""
        text, word = self._text, bare(self._text.words[index])
        if word in self._names.organisations:
            return True
        if self._is_ruled_out(word) or (len(word) == 1 and not self._is_initial(index)):
            return False
        if index not in text.fresh or word in text.inside:
            return True
        if word.isupper() and len(word) > 1:
            return bool(self.classes(word.capitalize()) & PLACE) or (len(word) < 6 and not self.is_common(word))
        if not self.is_common(word):
            return True
        if word.lower() in text.printed:
            return False
        following = text.after(index)
        owner = word != text.words[index]
        if owner or following[:1].isupper():
            return bool(self.classes(word) & _PROPER) and not (owner and following.isupper())
        return after_name and bool(self.classes(word) & SURNAME)

    def _is_initial(self, index: int) -> bool:
        """Return whether a lone capital stands before a stop and another capital: 'J. K. Rowling'."""
        text = self._text
        following = text.words[index + 1] if index + 1 < len(text.words) else ""
        return text.gaps[index + 1].startswith(".") and following[:1].isupper()

    def _is_name_among_nouns(self, index: int, after_name: bool) -> bool:
        """Return whether the word is a name where every noun is capitalised."""
        word = bare(self._text.words[index])
        if word in self._names.organisations:
            return True
        if self._is_ruled_out(word) or word in self._names.roles:
            return False
        if len(word) == 1:
            return self._is_initial(index)
        if word.isupper():
            return len(word) < 6 or not self.is_common(word.capitalize())
        if not self.is_common(word):
            return True
        if self._closes_title(index, word):
            return True
        return self._is_homograph_name(index, word, after_name)

    def _is_derived(self, word: str) -> bool:
        """Return whether a common word closes a compound with a hyphen: 'UKIP-Chef', 'UKIP-friendly'."""
        head = word.rpartition("-")[2]
        if head == word or not head:
            return False
        if not self._names.nouns_capitalised:
            return head.islower() and self.is_common(head)
        return (
            self.is_common(head)
            and not self.classes(head) & (FIRST | SURNAME)
            and not is_organisation_head(self._text, head)
        )

    def _closes_title(self, index: int, word: str) -> bool:
        """Return whether an adjective with a capital and a head noun make a name here: 'Freie Bürgerpartei'."""
        text = self._text
        if word.lower().endswith(self._names.adjective_endings or ("\0",)) and self._is_adjective(index):
            return is_head(text, text.after(index))
        return is_head(text, word) and self._is_adjective(index - 1) and bool(text.before(index))

    def _is_adjective(self, index: int) -> bool:
        """Return whether the word is an adjective that owes its capital to nothing but itself."""
        text = self._text
        word = text.words[index]
        if index < 0 or index in text.fresh or not word[0].isupper() or not self.classes(word.lower()) & COMMON:
            return False
        return word.endswith(self._names.adjective_endings or ("\0",)) and not self._is_ruled_out(word)

    def _is_homograph_name(self, index: int, word: str, after_name: bool) -> bool:
        """Return whether a word that is a noun as well is a name here: 'Angela Merkel', 'Herr Koch', 'in Essen'."""
        text, classes = self._text, self.classes(word)
        before, following = text.before(index), text.after(index)
        if classes & (SURNAME | FIRST) and (before in self._names.titles or before in self._names.roles):
            return True
        if classes & SURNAME and after_name and (self.classes(before) & FIRST or not self.is_common(before)):
            return not before.isupper()
        if classes & FIRST and following[:1].isupper() and following not in self._names.never:
            return bool(self.classes(following) & SURNAME) or not self.is_common(following)
        return bool(classes & PLACE) and before.lower() in self._names.place_prepositions and index not in text.fresh

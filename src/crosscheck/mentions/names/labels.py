"""Which capitalised words are (parts of) names, judged word by word from lists and from the document itself."""

from __future__ import annotations

from crosscheck.mentions.names.heads import is_dateline
from crosscheck.mentions.names.lexicon import COMMON, FIRST, PLACE, SURNAME
from crosscheck.mentions.names.vocabulary import Known
from crosscheck.mentions.names.words import Text

_PROPER = FIRST | SURNAME | PLACE

_SHORT = 6
"""No acronym has so many letters."""


class Judge:
    """Decides for one document which words are names."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._names = text.vocabulary.names
        self._words = text.vocabulary

    def name_words(self) -> set[int]:
        """Return the indices of the words that are parts of names."""
        found: set[int] = set()
        judge = self._is_name_among_nouns if self._names.nouns_capitalised else self._is_name
        for index, known in self._text.known.items():
            if known.is_name or (not known.is_ruled_out and judge(index, known, index - 1 in found)):
                found.add(index)
        return found

    def _is_name(self, index: int, known: Known, after_name: bool) -> bool:
        """Return whether the word is a name where only names are capitalised inside a sentence."""
        text, word = self._text, known.plain
        if len(word) == 1 and not self._is_initial(index):
            return False
        if index not in text.fresh or word in text.inside:
            return True
        if known.is_loud and len(word) > 1:
            return bool(self._words.classes(word.capitalize()) & PLACE) or (len(word) < 6 and not known.is_common)
        if not known.is_common:
            return True
        if word.lower() in text.printed:
            return False
        following = text.after(index)
        owner = word != text.words[index]
        if owner or following[:1].isupper():
            return bool(known.classes & _PROPER) and not (owner and following.isupper())
        return after_name and bool(known.classes & SURNAME)

    def _is_initial(self, index: int) -> bool:
        """Return whether a lone capital stands before a stop and another capital: 'J. K. Rowling'."""
        text = self._text
        following = text.words[index + 1] if index + 1 < len(text.words) else ""
        return text.gaps[index + 1].startswith(".") and following[:1].isupper()

    def _is_name_among_nouns(self, index: int, known: Known, after_name: bool) -> bool:
        """Return whether the word is a name where every noun is capitalised."""
        word = known.plain
        if word in self._names.roles:
            return False
        if len(word) == 1:
            return self._is_initial(index)
        if known.is_loud:
            return len(word) < 6 or not self._words.is_common(word.capitalize())
        if _is_mixed(word) or not known.is_common:
            return True
        if self._closes_title(index, word):
            return True
        return self._is_homograph_name(index, word, after_name)

    def is_certain(self, index: int, known: Known) -> bool:
        """Return whether a word marked as a name has proof in itself or beside it.

        Proof is a title, a strange word before a surname, a head noun with its adjective, capitals throughout where the
        words around have none, or small letters among capitals.
        """
        if self._names.nouns_capitalised:
            return self._is_certain_among_nouns(index, known)
        text, word = self._text, self._text.words[index]
        if word.isupper() and len(word) > 1:
            return not (text.before(index).isupper() or text.after(index).isupper())
        if self._opens_report(index, word):
            return True
        if index in text.fresh:
            if known.is_head:
                return self._heads_name(index)
            if known.classes & _PROPER and self._words.is_head(text.after(index)):
                return True
        return not known.is_common and text.before(index) in self._names.titles

    def _is_certain_among_nouns(self, index: int, known: Known) -> bool:
        """Return the same where every noun is capitalised."""
        if _is_mixed(known.plain) or self._opens_report(index, self._text.words[index]):
            return True
        before = self._text.before(index)
        if before in self._names.titles:
            return not known.is_common
        if known.classes & SURNAME and before[:1].isupper():
            return not (before.isupper() or self._words.is_common(before) or self._words.is_ruled_out(before))
        return self._closes_title(index, known.plain)

    def _opens_report(self, index: int, word: str) -> bool:
        """Return whether the word is the place that opens a report."""
        return (
            self._text.gaps[index + 1] != " "
            and is_dateline(self._text, index, index)
            and not self._words.is_common(word)
        )

    def _heads_name(self, index: int) -> bool:
        """Return whether a kind of thing opens a sentence and its name follows: 'Lake Superior', 'Bank of England'."""
        text, after = self._text, index + 1
        while (
            after < min(index + 3, len(text.words))
            and text.words[after] in self._names.connectors | self._names.articles
        ):
            after += 1
        if after >= len(text.words) or any(text.gaps[at] != " " for at in range(index + 1, after + 1)):
            return False
        return text.words[after][0].isupper() and not self._words.is_ruled_out(text.known[after].plain)

    def _closes_title(self, index: int, word: str) -> bool:
        """Return whether an adjective with a capital and a head noun make a name here: 'Freie Bürgerpartei'."""
        text = self._text
        if self._is_adjective(index):
            return self._words.is_head(text.after(index))
        return self._words.is_head(word) and self._is_adjective(index - 1) and bool(text.before(index))

    def _is_adjective(self, index: int) -> bool:
        """Return whether the word is an adjective that owes its capital to nothing but itself."""
        text = self._text
        word = text.words[index]
        if index < 0 or index in text.fresh or not word[0].isupper():
            return False
        if self._names.town_adjective and self._words.classes(word.removesuffix(self._names.town_adjective)) & PLACE:
            return word.endswith(self._names.town_adjective)
        if not self._words.classes(word.lower()) & COMMON:
            return False
        return word.endswith(self._names.adjective_endings) and not self._words.is_ruled_out(word)

    def _is_homograph_name(self, index: int, word: str, after_name: bool) -> bool:
        """Return whether a word that is a noun as well is a name here: 'Angela Merkel', 'Herr Koch', 'in Essen'."""
        text, classes = self._text, self._words.classes(word)
        before, following = text.before(index), text.after(index)
        if classes & (SURNAME | FIRST) and (before in self._names.titles or before in self._names.roles):
            return True
        if (
            classes & SURNAME
            and after_name
            and (self._words.classes(before) & FIRST or not self._words.is_common(before))
        ):
            return not before.isupper()
        if classes & FIRST and following[:1].isupper() and following not in self._names.never:
            return bool(self._words.classes(following) & SURNAME) or not self._words.is_common(following)
        return bool(classes & PLACE) and before.lower() in self._names.place_prepositions and index not in text.fresh


def _is_mixed(word: str) -> bool:
    """Return whether a word has the letters of an acronym with small words in it: 'VdK', no plural ('PCs')."""
    return len(word) < _SHORT and word.isalpha() and word[-1].isupper() and not word.isupper() and word[0].isupper()

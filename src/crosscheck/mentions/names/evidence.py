"""What a document tells about each capitalised word: lists, the classifier, and the word's other occurrences.

Everything is looked up when it is asked for, so that words which the lists settle never reach the classifier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from crosscheck.mentions.names.classifier import UNKNOWN, Judgement, load_classifier
from crosscheck.mentions.names.labels import Judge
from crosscheck.mentions.names.lexicon import FIRST
from crosscheck.mentions.names.vocabulary import Known, bare
from crosscheck.mentions.names.words import Text

_PROOF = 600
"""The margin of a word whose capital is proof, and the most that one occurrence counts for the others."""

_CLEAR = 100
"""The classifier's lead over the next kind from which on a kind is given; for words that stand in no list the next."""
_CLEAR_FOR_STRANGERS = 200

_HEARD = 12
"""How many occurrences of a word are heard."""

_COMMON_NOUN = 20
"""The margin that a German common noun needs to be taken for a name."""

_FIRST_WORD = 300
"""The margin that an English common word needs at the start of a sentence."""

_DOUBTFUL = 200
"""The margin below which the other occurrences of a word may overrule the classifier."""


class Evidence:
    """The evidence in one document."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._words = text.vocabulary
        self._judge = Judge(text)
        self._classifier = load_classifier(text.vocabulary)
        self.marked = self._judge.name_words()
        self._judgements: dict[int, Judgement] = {}
        self._seeming: dict[tuple[int, int], str] = {}
        self._occurrences: Mapping[str, Sequence[int]] | None = None
        self._standing: dict[str, int] = {}

    def judgement(self, index: int) -> Judgement:
        """Return what the classifier takes word *index* for."""
        known = self._judgements.get(index)
        if known is None:
            is_marked = index in self.marked
            known = self._classifier.judge(self._text, index, is_marked) if self._classifier else UNKNOWN
            self._judgements[index] = known
        return known

    def seeming(self, first: int, last: int) -> str:
        """Return the kind that the classifier clearly takes all words from *first* to *last* for, '' without one."""
        known = self._seeming.get((first, last))
        if known is None:
            known = self._seeming[first, last] = self._seeming_kind(first, last)
        return known

    def _seeming_kind(self, first: int, last: int) -> str:
        words = self._text.words
        kind, lead = "", 0
        for index in range(first, last + 1):
            if words[index].islower():
                continue
            likeliest, ahead = self.judgement(index).leaning
            if likeliest == "other" or kind not in {"", likeliest}:
                return ""
            kind, lead = likeliest, lead + ahead
        if lead < _CLEAR or lead >= _CLEAR_FOR_STRANGERS:
            return kind if lead >= _CLEAR else ""
        listed = any(self._words.classes(bare(words[index])) for index in range(first, last + 1))
        return kind if listed else ""

    def name_words(self) -> set[int]:
        """Return the capitalised words that are parts of names."""
        return {
            index
            for index, known in self._text.known.items()
            if known.is_name or (not known.is_ruled_out and self._is_name(index, known))
        }

    def _is_name(self, index: int, known: Known) -> bool:
        """Return whether capitalised word *index*, which the lists alone do not settle, is part of a name."""
        if self._classifier is None:
            return index in self.marked
        text, word = self._text, known.plain
        if known.is_common and index in text.headline and word not in text.inside:
            return bool(known.classes & FIRST) and self._margin(index, known) > 0
        margin = self._margin(index, known)
        if margin >= _DOUBTFUL:
            return True
        if margin <= 0:
            is_fresh = index in text.fresh
            if (is_fresh or index in self.marked) and self._judge.is_certain(index, known):
                return True
            if is_fresh and self._others(word) > 0:
                return word.lower() not in text.printed
        if margin > -_DOUBTFUL:
            others = self._others(word)
            if others * margin < 0 and abs(others) > abs(margin):
                return others > 0 and not self._is_plain_noun(index)
        return margin > 0

    def _is_plain_noun(self, index: int) -> bool:
        """Return whether a noun stands behind its article, so that a namesake proves nothing: 'der Koch'."""
        return self._text.known[index].is_common and self._text.before(index).lower() in self._words.names.articles

    def _margin(self, index: int, known: Known) -> int:
        """Return by how much the word seems a name, below zero where it does not."""
        is_common = known.is_common
        if self._words.names.nouns_capitalised:
            margin = self.judgement(index).margin
            return margin - _COMMON_NOUN if is_common and index not in self.marked else margin
        if not is_common and index in self.marked and not known.is_loud:
            # A capital on a word that is not a common one is proof enough in English.
            return _PROOF
        margin = self.judgement(index).margin
        is_weak = is_common and index in self._text.fresh and not known.classes & FIRST
        return margin - _FIRST_WORD if is_weak else margin

    def _others(self, word: str) -> int:
        """Return the sum of the margins of *word* where its capital is its own, each cut off at that of a proof."""
        if self._occurrences is None:
            self._occurrences = self._find_occurrences()
        known = self._standing.get(word)
        if known is None:
            heard = self._occurrences.get(word, ())[:_HEARD]
            margins = [self._margin(index, self._text.known[index]) for index in heard]
            known = self._standing[word] = sum([max(-_PROOF, min(_PROOF, margin)) for margin in margins])
        return known

    def _find_occurrences(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        fresh = self._text.fresh
        for index, known in self._text.known.items():
            if index not in fresh:
                found[known.plain].append(index)
        return found

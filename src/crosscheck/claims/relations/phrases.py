"""The relation words of a language, made ready to be looked up at a place of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache

from crosscheck.claims.tokens import words_of
from crosscheck.languages import load_language


class Phrases:
    """A set of phrases, by their words; never changes once made."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, phrases: Iterable[str]) -> None:
        """Cut *phrases* into words as sentences are cut."""
        cut = {words_of(phrase) for phrase in phrases}
        longest_first = sorted(cut, key=lambda words: (-len(words), words))
        self._by_first = {word: [p for p in longest_first if p[0] == word] for word in {p[0] for p in cut}}
        self._by_last = {word: [p for p in longest_first if p[-1] == word] for word in {p[-1] for p in cut}}

    def before(self, words: Sequence[str], end: int) -> int | None:
        """Return where the longest phrase that ends before token *end* begins, None where none does."""
        if not end or words[end - 1] not in self._by_last:
            return None
        for phrase in self._by_last[words[end - 1]]:
            first = end - len(phrase)
            if first >= 0 and tuple(words[first:end]) == phrase:
                return first
        return None

    def fronts(self, words: Sequence[str], first: int) -> tuple[int, ...]:
        """Return *first*, and where each phrase begins in turn that ends before the last of these tokens."""
        fronts = [first]
        while (before := self.before(words, fronts[-1])) is not None:
            fronts.append(before)
        return tuple(fronts)

    def at(self, words: Sequence[str], first: int) -> bool:
        """Return whether a phrase begins at token *first*."""
        return self.end_at(words, first) is not None

    def end_at(self, words: Sequence[str], first: int) -> int | None:
        """Return where the longest phrase that begins at token *first* ends, None where none does."""
        if first >= len(words) or words[first] not in self._by_first:
            return None
        for phrase in self._by_first[words[first]]:
            if tuple(words[first : first + len(phrase)]) == phrase:
                return first + len(phrase)
        return None

    @property
    def first_words(self) -> Iterable[str]:
        """Return the words that the phrases begin with."""
        return self._by_first.keys()

    @property
    def last_words(self) -> Iterable[str]:
        """Return the words that the phrases end with."""
        return self._by_last.keys()

    def may_stand_in(self, words: Sequence[str]) -> bool:
        """Return whether a first word of one of the phrases is among *words*."""
        return not self._by_first.keys().isdisjoint(words)

    def within(self, words: Sequence[str], places: Iterable[int]) -> bool:
        """Return whether a phrase begins at one of *places*."""
        return any(self.at(words, first) for first in places)


class RelationPhrases:
    """The relation words of one language: a ``Phrases`` for each list of its pack.

    ``outcome_words`` are those of which one stands beside every value that the words call an outcome, unless its unit
    tells it. ``multiples`` are factors by their words, ``cardinals`` and ``hedges`` the words of the section
    ``numbers``.
    """

    __slots__ = ("against", "ahead", "all", "altogether", "apiece", "as_many", "beats", "beyond", "by",
                 "cardinals", "dissents", "each", "earlier", "ends", "equals", "falls", "fillers",
                 "hedges", "joined", "leads", "left", "less", "like", "margins", "more", "multiples",
                 "of", "open", "others", "out_of", "outcome_words", "owned", "per", "phrasal",
                 "respectively", "rests", "rises", "starts", "sums", "than", "times", "wholes")  # fmt: skip

    def __init__(self, code: str) -> None:
        """Read the section ``relations`` of the pack *code*."""
        pack = load_language(code)
        words = pack.relations
        self.of = Phrases(words.of)
        self.out_of = Phrases(words.out_of)
        self.wholes = Phrases(words.wholes)
        self.fillers = Phrases(words.fillers)
        self.each = Phrases(words.each)
        self.equals = Phrases(words.equals)
        self.sums = Phrases(words.sums)
        self.starts = Phrases(words.starts)
        self.ends = Phrases(words.ends)
        self.earlier = Phrases(words.earlier)
        self.than = Phrases(words.than)
        self.by = Phrases(words.by)
        self.beyond = Phrases(words.beyond)
        self.rises = Phrases(words.rises)
        self.falls = Phrases(words.falls)
        self.phrasal = Phrases(words.phrasal)
        self.per = Phrases(words.per)
        self.more = Phrases(words.more)
        self.less = Phrases(words.less)
        self.as_many = Phrases(words.as_many)
        self.times = Phrases(words.times)
        self.like = Phrases(words.like)
        self.against = Phrases(words.against)
        self.owned = Phrases(words.owned)
        self.altogether = Phrases(words.altogether)
        self.apiece = Phrases(words.apiece)
        self.respectively = Phrases(words.respectively)
        self.others = Phrases(words.others)
        self.open = Phrases(words.open)
        self.rests = Phrases(words.rests)
        self.left = Phrases(words.left)
        self.margins = Phrases(words.margins)
        self.leads = Phrases(words.leads)
        self.joined = Phrases(words.joined)
        self.dissents = Phrases(words.dissents)
        self.all = words.all
        self.ahead = Phrases(words.ahead)
        self.beats = words.beats
        self.outcome_words = self._outcome_words()
        self.multiples = {word: Fraction(times) for word, times in words.multiples.items()}
        self.cardinals = pack.numbers.cardinals
        self.hedges = frozenset(word for hedge in pack.numbers.hedges.values() for word in hedge.words)

    def _outcome_words(self) -> frozenset[str]:
        """Return the words one of which stands beside every outcome that is told in words."""
        behind = (self.left, self.apiece, self.altogether, self.ahead)
        before = (self.sums, self.equals, self.others, self.rests, self.margins, self.leads, self.respectively,
                  self.altogether)  # fmt: skip
        return frozenset({"("}).union(*(p.first_words for p in behind), *(p.last_words for p in before))


@cache
def relation_phrases(code: str) -> RelationPhrases:
    """Return the relation words of the pack *code*."""
    return RelationPhrases(code)

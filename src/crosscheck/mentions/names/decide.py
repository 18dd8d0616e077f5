"""Which words are parts of names, and of what kind: lists first, then the classifier, then the document as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from crosscheck.mentions.names.classifier import load_classifier
from crosscheck.mentions.names.labels import Judge
from crosscheck.mentions.names.words import Text, bare

_MOST_PER_WORD = 600
"""How far a single occurrence of a word may speak for the others."""

_COMMON_NOUN = 40
"""The margin that a German common noun needs to be taken for a name."""

_DOUBTFUL = 200
"""The margin below which the other occurrences of a word may overrule the classifier."""


def decide(text: Text) -> dict[int, str]:
    """Return the words that are parts of names, each with its kind as the classifier sees it ('' where it does not)."""
    judge = Judge(text)
    marked = judge.name_words()
    classifier = load_classifier(text.vocabulary)
    if classifier is None:
        return dict.fromkeys(sorted(marked), "")
    judged = classifier.judge(text, marked)
    standing = _standing(text, judged)
    return {
        index: "" if kind == "other" else kind
        for index, (kind, margin) in judged.items()
        if _is_name(text, judge, index, margin, standing, index in marked)
    }


def _is_name(text: Text, judge: Judge, index: int, margin: int, standing: Mapping[str, int], is_marked: bool) -> bool:
    word = bare(text.words[index])
    vocabulary = text.vocabulary
    if vocabulary.is_listed(word):
        return True
    if vocabulary.names.nouns_capitalised and not is_marked and vocabulary.is_common(word):
        margin -= _COMMON_NOUN
    if margin <= 0 and is_marked and judge.is_certain(index):
        return True
    others = standing.get(word, 0)
    if margin <= 0 and index not in text.fresh and is_marked and not vocabulary.names.nouns_capitalised:
        # Inside an English sentence a capital on a word that is not a common one is proof enough.
        return not vocabulary.is_common(word)
    if margin <= 0 and index in text.fresh and others > 0:
        return word.lower() not in text.printed
    if abs(margin) < _DOUBTFUL and others * margin < 0 and abs(others) > abs(margin):
        return others > 0
    return margin > 0


def _standing(text: Text, judged: Mapping[int, tuple[str, int]]) -> Mapping[str, int]:
    """Return for each word the sum of its margins where its capital is its own."""
    standing: dict[str, int] = defaultdict(int)
    for index, (_, margin) in judged.items():
        if index not in text.fresh:
            standing[bare(text.words[index])] += max(-_MOST_PER_WORD, min(_MOST_PER_WORD, margin))
    return standing

"""Which words are parts of names, and of what kind: lists first, then the classifier, then the document as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

from crosscheck.mentions.names.classifier import Judgement, load_classifier
from crosscheck.mentions.names.labels import Judge
from crosscheck.mentions.names.lexicon import FIRST, PLACE
from crosscheck.mentions.names.words import Text, bare

_MOST_PARTICLES = 4
_MOST_PER_WORD = 600
"""How far a single occurrence of a word may speak for the others."""

_COMMON_NOUN = 40
"""The margin that a German common noun needs to be taken for a name."""

_FIRST_WORD = 150
"""The margin that an English common word needs at the start of a sentence."""

_DOUBTFUL = 200
"""The margin below which the other occurrences of a word may overrule the classifier."""


def decide(text: Text) -> dict[int, Judgement]:
    """Return the words that are parts of names, in text order, each with what the classifier takes it for."""
    judge = Judge(text)
    marked = judge.name_words()
    classifier = load_classifier(text.vocabulary)
    if classifier is None:
        return dict.fromkeys(sorted(marked), Judgement("other", 0, 0))
    judged = classifier.judge(text, marked)
    standing = _standing(text, judged)
    named = {
        index
        for index, judgement in judged.items()
        if _is_name(text, judge, index, judgement.margin, standing, index in marked)
    }
    surnames = _surnames(text, named)
    named.update(index for index in judged if index not in named and _is_person(text, index, named, surnames))
    return {index: judged[index] for index in sorted(named)}


def _is_name(text: Text, judge: Judge, index: int, margin: int, standing: Mapping[str, int], is_marked: bool) -> bool:
    word = bare(text.words[index])
    vocabulary = text.vocabulary
    if vocabulary.is_listed(word):
        return True
    if index in text.headline and word not in text.inside and vocabulary.is_common(word):
        return bool(vocabulary.classes(word) & FIRST) and margin > 0
    if vocabulary.names.nouns_capitalised:
        margin -= _COMMON_NOUN if not is_marked and vocabulary.is_common(word) else 0
    elif vocabulary.is_common(word):
        margin -= _FIRST_WORD if index in text.fresh and not vocabulary.classes(word) & (FIRST | PLACE) else 0
    elif is_marked and not word.isupper():
        # A capital on a word that is not a common one is proof enough in English.
        return True
    if margin <= 0 and is_marked and judge.is_certain(index):
        return True
    others = standing.get(word, 0)
    if margin <= 0 and index in text.fresh and others > 0:
        return word.lower() not in text.printed
    if abs(margin) < _DOUBTFUL and others * margin < 0 and abs(others) > abs(margin):
        return others > 0
    return margin > 0


def _surnames(text: Text, named: Container[int]) -> frozenset[str]:
    """Return the surnames that stand behind a first name somewhere in the document."""
    return frozenset(
        bare(text.words[index])
        for index in text.capitals
        if index in named and index - 1 in named and text.vocabulary.classes(text.before(index)) & FIRST
    )


def _is_person(text: Text, index: int, named: Container[int], surnames: frozenset[str]) -> bool:
    """Return whether the word is a surname, told by a first name elsewhere or by the particles before it."""
    word = bare(text.words[index])
    if word in surnames:
        if index in text.fresh:
            return word.lower() not in text.printed and not text.vocabulary.names.nouns_capitalised
        return text.before(index).lower() not in text.vocabulary.names.articles
    return _follows_particles(text, index, named)


def _follows_particles(text: Text, index: int, named: Container[int]) -> bool:
    """Return whether a first name and particles stand before the word: 'Ursula von der Heyden'."""
    names, at = text.vocabulary.names, index - 1
    while at > 0 and index - at < _MOST_PARTICLES and text.words[at] in names.particles and text.gaps[at + 1] == " ":
        at -= 1
    if at < 0 or at == index - 1 or at not in named or text.words[at + 1] in names.articles:
        return False
    is_first = bool(text.vocabulary.classes(text.words[at]) & FIRST)
    return is_first and not text.vocabulary.is_common(text.words[index])


def _standing(text: Text, judged: Mapping[int, Judgement]) -> Mapping[str, int]:
    """Return for each word the sum of its margins where its capital is its own."""
    standing: dict[str, int] = defaultdict(int)
    for index, judgement in judged.items():
        if index not in text.fresh:
            standing[bare(text.words[index])] += max(-_MOST_PER_WORD, min(_MOST_PER_WORD, judgement.margin))
    return standing

"""Train the name classifier: ``python tools/names/train.py en|de OUT --names FILE... --tags FILE...``.

``--names`` are BIO files (PER, LOC, ORG, OTH), ``--tags`` are UD files, of which only PROPN or not is known: there
every kind of name is right, and the one that scores best is learnt. ``--refine`` are UD files of the same sentences as
``--names``, whose PROPN outside a name is taken for a name of another kind. With ``--held-out N`` every Nth sample of
``--names`` is left out and measured. An averaged perceptron over hashed features; deterministic.
"""

# ruff: noqa: T201 - a command prints what it finds
from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path

import msgspec
from corpora import Sample, Token, read

from crosscheck.languages import load_language
from crosscheck.mentions.names.classifier import row_of, write_table
from crosscheck.mentions.names.features import KINDS, far_features, near_features, own_features
from crosscheck.mentions.names.labels import Judge
from crosscheck.mentions.names.vocabulary import bare
from crosscheck.mentions.names.words import Text, read_words

ROWS = 1 << 16
WIDTH = len(KINDS) + 1
LABELS = {"": 0, "PER": 1, "LOC": 2, "ORG": 3, "OTH": 4}
NAMES = (1, 2, 3, 4)
MARGIN = 2


class Case(msgspec.Struct, frozen=True):
    """A capitalised word: rows of its features, and what its label may be."""

    rows: tuple[int, ...]
    right: tuple[int, ...]


NO_NAME = Case((), ())
"""A word that lists rule out: nothing is learnt from it."""


def cases(sample: Sample, code: str, is_tagged: bool) -> Iterator[Case]:
    """Return the capitalised words of *sample*; those whose label is unclear have all labels right."""
    pack = load_language(code)
    text = read_words(sample.text, pack)
    marked = Judge(text).name_words()
    by_start = {at: token for token in sample.tokens for at in range(token.start, token.end)}
    tokens = [by_start.get(start) for start in islice(accumulate(map(len, text.parts)), 0, None, 2)]
    for index in text.known:
        token, word = tokens[index], text.words[index]
        if text.vocabulary.is_ruled_out(bare(word)):
            yield NO_NAME
            continue
        right = right_labels(token.label if token else None, is_tagged)
        if is_tagged and right == (0,) and not pack.names.nouns_capitalised and is_part(text, index, tokens[index + 1]):
            right = tuple(range(WIDTH))
        yield Case(
            tuple(row_of(feature, ROWS) for feature in features(text, index, index in marked)),
            right,
        )


def is_part(text: Text, index: int, following: Token | None) -> bool:
    """Return whether a word may be part of a name without being PROPN, as 'United' in 'United States' is not."""
    return index not in text.fresh or (following is not None and following.label == "PROPN")


def right_labels(label: str | None, is_tagged: bool) -> tuple[int, ...]:
    """Return the labels that are right; all where the corpus and this project mean different things by a name."""
    if label is None or label.endswith(("deriv", "part")):
        return tuple(range(WIDTH))
    if is_tagged:
        return NAMES if label == "PROPN" else (0,)
    return (LABELS.get(label, 0),)


def features(text: Text, index: int, is_marked: bool) -> Iterator[str]:
    """Return the features of one word as the classifier hashes them, but those of the label before."""
    vocabulary, words, gaps = text.vocabulary, text.words, text.gaps
    word = words[index]
    yield from own_features(vocabulary, bare(word), bare(word) != word, index in text.fresh, is_marked)
    for place, step, gap in (("<", -1, gaps[index]), (">", 1, gaps[index + 1])):
        near = words[index + step] if 0 <= index + step < len(words) else ""
        yield from near_features(vocabulary, place, bare(near), gap, bare(near) != near)
        if 0 <= index + 2 * step < len(words):
            yield from far_features("(" if step < 0 else ")", words[index + 2 * step])


class Perceptron:
    """Weights with the sums that their average needs."""

    def __init__(self) -> None:
        self.weights = [0] * (ROWS * WIDTH)
        self.sums = [0] * (ROWS * WIDTH)
        self.steps = 1

    def scores(self, rows: Sequence[int]) -> list[int]:
        scores = [0] * WIDTH
        for row in rows:
            at = row * WIDTH
            for label in range(WIDTH):
                scores[label] += self.weights[at + label]
        return scores

    def learn(self, rows: Sequence[int], right: int, wrong: int) -> None:
        for row in rows:
            for label, change in ((right, 1), (wrong, -1)):
                at = row * WIDTH + label
                self.weights[at] += change
                self.sums[at] += change * self.steps

    def averaged(self) -> list[float]:
        return [weight - total / self.steps for weight, total in zip(self.weights, self.sums, strict=True)]


def best(scores: Sequence[int], among: Sequence[int]) -> int:
    """Return the label of *among* that scores best, the first one of several."""
    return max(among, key=scores.__getitem__)


def run(model: Perceptron, sequence: Sequence[Case], learns: bool) -> Iterator[int]:
    """Return the label of each case in order, and learn from the wrong ones."""
    for case in sequence:
        if case is NO_NAME:
            yield 0
            continue
        scores = model.scores(case.rows)
        right = best(scores, case.right)
        if learns:
            model.steps += 1
            # A margin keeps the weights of rare words from resting on a single example.
            rival = best(scores, [label for label in range(WIDTH) if label not in case.right] or [right])
            if rival != right and scores[right] - scores[rival] < MARGIN:
                model.learn(case.rows, right, rival)
        yield best(scores, range(WIDTH))


def main() -> None:
    """Read, train, measure, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("language")
    parser.add_argument("out", type=Path)
    parser.add_argument("--names", nargs="*", type=Path, default=[])
    parser.add_argument("--tags", nargs="*", type=Path, default=[])
    parser.add_argument("--refine", nargs="*", type=Path, default=[])
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--held-out", type=int, default=0)
    args = parser.parse_args()
    samples = [(sample, False) for path in args.names for sample in read(path, args.refine)]
    samples += [(sample, True) for path in args.tags for sample in read(path)]
    sequences = [tuple(cases(sample, args.language, is_tagged)) for sample, is_tagged in samples]
    kept = [bool(args.held_out) and not samples[at][1] and at % args.held_out == 0 for at in range(len(samples))]
    held = [sequence for sequence, is_kept in zip(sequences, kept, strict=True) if is_kept]
    learnt = [sequence for sequence, is_kept in zip(sequences, kept, strict=True) if not is_kept]
    model = Perceptron()
    shuffle = random.Random(7)  # noqa: S311 - order of training only
    for number in range(args.rounds):
        shuffle.shuffle(learnt)
        wrong = sum(
            case.right != () and got not in case.right
            for s in learnt
            for case, got in zip(s, run(model, s, learns=True), strict=True)
        )
        print(f"round {number}: {wrong} of {sum(map(len, learnt))} wrong", flush=True)
    rows = quantised(model.averaged())
    if held:
        model.weights = [weight for row in rows for weight in (0, *row)]
        measure(model, held)
    args.out.write_bytes(write_table(rows))


def quantised(weights: Sequence[float]) -> list[list[int]]:
    """Return for each row the weight of each kind against that of being no name, as whole numbers up to 127."""
    rows = [[weights[at + label] - weights[at] for label in range(1, WIDTH)] for at in range(0, len(weights), WIDTH)]
    ranked = sorted(abs(weight) for row in rows for weight in row if weight)
    scale = 127 / ranked[int(len(ranked) * 0.9995)]
    return [[max(-127, min(127, round(weight * scale))) for weight in row] for row in rows]


def measure(model: Perceptron, held: Sequence[Sequence[Case]]) -> None:
    """Print precision and recall of being a name, and how often its kind is right."""
    right = got = gold = kinds = 0
    for sequence in held:
        for case, label in zip(sequence, run(model, sequence, learns=False), strict=True):
            if len(case.right) in {0, WIDTH}:
                continue
            got += label > 0
            gold += 0 not in case.right
            right += label > 0 and 0 not in case.right
            kinds += label > 0 and label in case.right
    print(
        f"held out: P {right / got:.3f} R {right / gold:.3f} F1 {2 * right / (got + gold):.3f},"
        f" kind {kinds / right:.3f}"
    )


if __name__ == "__main__":
    main()

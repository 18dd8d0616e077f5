"""Fit the weights of the comparison levels: ``python tools/links/fit.py --pairs FILE... --articles FILE...``.

``--pairs`` are JSON lines with two texts ``a`` and ``b`` and a ``label``: 'contradiction', or anything else for texts
that fit together. ``--articles`` are plain texts of articles, which contradict themselves nowhere: the sentences of
one, dealt out to two documents, give matches that must not be made.

A match of contradicting values is right in a contradiction, its best one; all others are wrong. Logistic regression
over the levels, with a ridge, by Newton's method; because the weights decide who is matched with whom, matching and
fitting take turns. Levels named in ``HELD`` are kept: the texts at hand say nothing of them, or mislead. Prints the
table of ``crosscheck.facts.weights``, with recall and false alarms per threshold.
"""

# ruff: noqa: T201 - a command prints what it finds
from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

import msgspec

from crosscheck import Document
from crosscheck.facts import match, weights
from crosscheck.languages import load_opposites
from crosscheck.pipeline import extract
from crosscheck.records import Claim

HELD = {
    level: weights.WEIGHTS[level]
    for level in (
        "bound: broken alone",
        "concept: same",
        "concept: same, of one event",
        "concept: the one of the event",
        "owners: others",
        "size: same digits",
        "size: worlds apart",
        "slip: exchanged",
        "slip: of a day",
        "slip: of tens",
        "slip: one of many",
        "slip: one of three",
        "slip: other scale",
        "slip: other unit",
        "slip: transposed",
        "slip: transposed pair",
        "values: 2",
        "values: 4",
        "values: 8",
        "values: 16",
        "values: many",
    )
}
"""Levels that are not fitted, with the weights that they have."""
RIDGE = 2.0
TURNS = 3
STEPS = 25
WORST = 3
"""How many wrong matches of one pair of texts count, the likeliest."""
CHARACTERS = 2500
"""How much of an article is dealt out at a time."""


class Sample(msgspec.Struct, frozen=True):
    """The claims of two documents, and whether they contradict each other."""

    claims: tuple[Claim, ...]
    contradicts: bool


def read_pairs(path: Path) -> Iterator[Sample]:
    """Yield the samples of a file of labelled pairs."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        _, claims = extract([Document.from_text(row[side], id=side) for side in ("a", "b")])
        yield Sample(with_context(claims), row["label"] == "contradiction")


def read_articles(path: Path) -> Iterator[Sample]:
    """Yield pieces of a text whose sentences are dealt out to two documents in turn."""
    piece = ""
    for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
        piece += paragraph + "\n\n"
        if len(piece) > CHARACTERS:
            _, claims = extract([Document.from_text(piece, id="article")])
            order = {sentence: n for n, sentence in enumerate(dict.fromkeys(claim.sentence for claim in claims))}
            dealt = (msgspec.structs.replace(c, document="ab"[order[c.sentence] % 2]) for c in claims)
            yield Sample(with_context(dealt), contradicts=False)
            piece = ""


def with_context(claims: Sequence[Claim] | Iterator[Claim]) -> tuple[Claim, ...]:
    """Return the claims that can be matched."""
    return tuple(claim for claim in claims if claim.context is not None)


def conflicts(sample: Sample) -> list[match.Match]:
    """Return the matches whose values exclude each other, likeliest first."""
    stories = dict.fromkeys((claim.document for claim in sample.claims), 0)
    found = match.match_claims(sample.claims, load_opposites(), stories, names={})
    return sorted((m for m in found if not m.agrees), key=lambda m: -m.weight)


def examples(samples: Sequence[Sample]) -> list[tuple[tuple[str, ...], bool]]:
    """Return the levels of the matches that are known to be right or wrong."""
    rows = []
    for sample in samples:
        best = conflicts(sample)[: 1 if sample.contradicts else WORST]
        rows += [(m.levels, sample.contradicts) for m in best]
    return rows


def fit(rows: Sequence[tuple[tuple[str, ...], bool]]) -> tuple[int, dict[str, int]]:
    """Return the bias and the weight of each level, in hundredths."""
    names = ["", *sorted({level for levels, _ in rows for level in levels} - HELD.keys())]
    column = {name: n for n, name in enumerate(names)}
    samples = [([0, *(column[level] for level in levels if level in column)], levels, right) for levels, right in rows]
    solution = [0.0] * len(names)
    for _ in range(STEPS):
        gradient = [RIDGE * value if n else 0.0 for n, value in enumerate(solution)]
        hessian = [[RIDGE if n == m and n else 0.0 for m in range(len(names))] for n in range(len(names))]
        for columns, levels, right in samples:
            odds = sum(solution[n] for n in columns) + sum(HELD.get(level, 0) for level in levels) / 100
            likely = 1 / (1 + math.exp(-odds))
            for n in columns:
                gradient[n] += likely - right
                for m in columns:
                    hessian[n][m] += likely * (1 - likely)
        solution = [value - step for value, step in zip(solution, solve(hessian, gradient), strict=True)]
    fitted = {name: round(100 * value) for name, value in zip(names, solution, strict=True)}
    return fitted.pop(""), fitted | HELD


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Return the solution of a symmetric positive definite system, by Gaussian elimination; both are used up."""
    size = len(right)
    for n in range(size):
        pivot = matrix[n][n] or 1e-9
        for m in range(n + 1, size):
            factor = matrix[m][n] / pivot
            if factor:
                matrix[m] = [a - factor * b for a, b in zip(matrix[m], matrix[n], strict=True)]
                right[m] -= factor * right[n]
    solution = [0.0] * size
    for n in reversed(range(size)):
        rest = sum(matrix[n][m] * solution[m] for m in range(n + 1, size))
        solution[n] = (right[n] - rest) / (matrix[n][n] or 1e-9)
    return solution


def report(samples: Sequence[Sample]) -> None:
    """Print, per threshold, the share of contradictions found and of fitting texts flagged."""
    best = [(next((m.weight for m in conflicts(s)), -(10**6)), s.contradicts) for s in samples]
    for threshold in range(-100, 201, 50):
        found = [weight > threshold for weight, right in best if right]
        flagged = [weight > threshold for weight, right in best if not right]
        recall, alarms = sum(found) / max(len(found), 1), sum(flagged) / max(len(flagged), 1)
        print(f"from {threshold:>4}: recall {recall:.3f} of {len(found)}, false alarms {alarms:.3f} of {len(flagged)}")


def main() -> None:
    """Read the texts, fit, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", nargs="*", type=Path, default=[])
    parser.add_argument("--articles", nargs="*", type=Path, default=[])
    arguments = parser.parse_args()
    pairs = [sample for path in arguments.pairs for sample in read_pairs(path)]
    samples = [*pairs, *(sample for path in arguments.articles for sample in read_articles(path))]
    bias, table = weights.BIAS, dict(weights.WEIGHTS)
    for _ in range(TURNS):
        with mock.patch.multiple(weights, BIAS=bias, WEIGHTS=table):
            bias, fitted = fit(examples(samples))
        table = dict.fromkeys(table, 0) | fitted
    print(f"BIAS = {bias}")
    print("\n".join(f'    "{level}": {weight},' for level, weight in sorted(table.items())))
    with mock.patch.multiple(weights, BIAS=bias, WEIGHTS=table):
        report(pairs)


if __name__ == "__main__":
    main()

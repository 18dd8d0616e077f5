"""Measure name recognition: ``python tools/names/evaluate.py en|de FILE...``, FILE with BIO tags or parts of speech."""

# ruff: noqa: T201 - a command prints what it finds
from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from corpora import Sample, read

from crosscheck.languages import load_language
from crosscheck.mentions.names import find_names

KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation", "OTH": ""}


def gold_spans(sample: Sample) -> dict[tuple[int, int], str]:
    """Return the annotated names, each with its label."""
    spans: dict[tuple[int, int], str] = {}
    current: tuple[int, int, str] | None = None
    for token in sample.tokens:
        if current and token.label == current[2] and not token.begins:
            current = (current[0], token.end, current[2])
            continue
        if current:
            spans[current[:2]] = current[2]
        current = (token.start, token.end, token.label) if token.label in KINDS else None
    if current:
        spans[current[:2]] = current[2]
    return spans


def main() -> None:
    """Print token and span figures for each file."""
    pack = load_language(sys.argv[1])
    ruled_out = pack.names.never | pack.names.titles | pack.names.demonyms
    show = "--show" in sys.argv
    for name in (argument for argument in sys.argv[2:] if not argument.startswith("-")):
        counts: Counter[str] = Counter()
        wrong: Counter[str] = Counter()
        missed: Counter[str] = Counter()
        tagged = [Path(argument[9:]) for argument in sys.argv if argument.startswith("--refine=")]
        for sample in read(Path(name), tagged):
            found = find_names(sample.text, pack)
            covered = {at for mention in found for at in range(mention.span.start, mention.span.end)}
            for token in sample.tokens:
                if not token.form[0].isupper() or token.label.endswith(("deriv", "part")) or token.form in ruled_out:
                    continue
                gold, got = token.label in KINDS or token.label == "PROPN", token.start in covered
                counts["tp"] += gold and got
                counts["fp"] += got and not gold
                counts["fn"] += gold and not got
                if got and not gold:
                    wrong[token.form] += 1
                if gold and not got:
                    missed[f"{token.form}/{token.label}"] += 1
            gold_names = gold_spans(sample)
            counts["gold"] += len(gold_names)
            counts["found"] += len(found)
            for mention in found:
                label = gold_names.get((mention.span.start, mention.span.end))
                counts["exact"] += label is not None
                counts["exact3"] += label in {"PER", "LOC", "ORG"}
                counts["typed"] += label in {"PER", "LOC", "ORG"} and mention.unit != ""
                counts["right"] += label in {"PER", "LOC", "ORG"} and mention.unit == KINDS[label]
        report(Path(name).name, counts)
        if show:
            print("  wrong", wrong.most_common(120))
            print("  missed", missed.most_common(120))


def report(name: str, counts: Counter[str]) -> None:
    """Print precision, recall and F1 of capitalised tokens and of exact spans, and how often the kind is right."""
    lines = [("tokens", counts["tp"], counts["tp"] + counts["fp"], counts["tp"] + counts["fn"])]
    if counts["gold"]:
        lines.append(("spans", counts["exact"], counts["found"], counts["gold"]))
    for what, right, got, gold in lines:
        precision, recall = right / max(got, 1), right / max(gold, 1)
        print(f"{name} {what}: P {precision:.3f} R {recall:.3f} F1 {2 * right / max(got + gold, 1):.3f}")
    if counts["exact3"]:
        print(
            f"{name} kind given {counts['typed'] / counts['exact3']:.3f},"
            f" right {counts['right'] / max(counts['typed'], 1):.3f}"
        )


if __name__ == "__main__":
    main()

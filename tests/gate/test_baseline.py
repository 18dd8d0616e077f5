"""A baseline is what was written, and holds back what it names."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from crosscheck.gate.baseline import make_baseline, pass_known, prune, read_baseline, write_baseline
from crosscheck.records import Evidence, Finding

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def make(fingerprint: str, document: str = "a.md", message: str = "m", code: str = "CC101") -> Finding:
    """Return a finding of which only these matter."""
    side = Evidence(document=document, line=1, column=1, end_line=1, end_column=2, sentence="x", quote="x", claim="a#1")
    return Finding(
        code=code,
        kind="value",
        severity="error",
        confidence=Fraction(1),
        message=message,
        explanation=(),
        evidence=(side, side),
        fingerprint=fingerprint,
    )


@given(st.lists(st.builds(make, TEXTS, TEXTS, TEXTS), max_size=6))
def test_what_is_written_is_read_back(findings: list[Finding]) -> None:
    baseline = make_baseline(findings)
    text = write_baseline(baseline)
    assert read_baseline(text.encode(), "known.json") == baseline
    lines = [line for line in text.split("\n") if line.startswith('    {"fingerprint":')]
    assert len(lines) == len(baseline.findings)
    assert pass_known(findings, baseline, "known.json").left == ()


def test_findings_stand_by_document_code_and_fingerprint_each_once() -> None:
    found = [
        make("b", "z.md"),
        make("c", "a.md", code="CC201"),
        make("d", "a.md"),
        make("a", "a.md"),
        make("a", "b.md"),
    ]
    baseline = make_baseline(found)
    assert [(e.document, e.code, e.fingerprint) for e in baseline.findings] == [
        ("a.md", "CC101", "d"),
        ("a.md", "CC201", "c"),
        ("b.md", "CC101", "a"),
        ("z.md", "CC101", "b"),
    ]


def test_pruning_keeps_what_is_still_found_and_adds_nothing() -> None:
    baseline = make_baseline([make("a"), make("b")])
    pruned = prune(baseline, [make("b"), make("c")])
    assert [entry.fingerprint for entry in pruned.findings] == ["b"]
    assert [str(note) for note in pass_known([make("a"), make("c")], pruned, "known.json").notes] == [
        "known.json: 1 of 1 are found no more; run 'crosscheck baseline prune'"
    ]

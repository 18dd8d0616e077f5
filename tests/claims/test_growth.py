"""A text without a stop takes no longer than its length warrants, and nothing in it vanishes."""

from __future__ import annotations

from crosscheck import Document, find_mentions
from crosscheck.claims.tokens import MAX_TOKENS, cut_sentences
from crosscheck.pipeline import check
from crosscheck.records import Span

PHRASE = "In the by-election Ann Marlowe polled 12,345 votes and Tom Pryce polled 9,876 votes and "


def test_a_long_sentence_is_cut_into_pieces() -> None:
    text = "word " * (3 * MAX_TOKENS)
    spans, tokens = cut_sentences(text, [Span(0, len(text))])
    assert [len(piece) for piece in tokens] == [MAX_TOKENS] * 3
    assert [text[span.start : span.end].split() for span in spans] == [["word"] * MAX_TOKENS] * 3


def test_a_sentence_of_normal_length_keeps_its_span() -> None:
    text = "  A short one.  "
    spans, _ = cut_sentences(text, [Span(2, 14)])
    assert spans == (Span(2, 14),)


def test_every_value_of_an_endless_sentence_is_in_the_ledger() -> None:
    document = Document.from_text(PHRASE * 200, id="t", language="en")
    coverage = check([document]).coverage
    assert coverage.mentions == len(find_mentions(document)) == 400

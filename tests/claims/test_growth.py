"""A text without a stop takes no longer than its length warrants, and nothing in it vanishes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from crosscheck import Document, find_mentions
from crosscheck.claims import Lexicon, extract_claims
from crosscheck.claims.sentences.tokens import MAX_TOKENS, cut_sentences
from crosscheck.domains import available_domains, load_domain
from crosscheck.languages import load_language
from crosscheck.mentions import annotate
from crosscheck.pipeline import check
from crosscheck.records import Annotated, Span

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


def article(paragraphs: int) -> Document:
    """Return a text in which each paragraph names other people, with ages, posts, pronouns and figures."""
    told = (
        "{name}, {age}, chairwoman of the Harwick Water Board, said on Monday that {age} pumps had failed. "
        "She pleaded guilty. The 5{digit}-year-old was fined 2,{age} pounds after the Harwick flood. "
        "The vice-chairman, Tom {name}, said repairs rose by 1{digit} per cent to {age} million pounds."
    )
    names = (f"Ann Mar{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}low" for i in range(paragraphs))
    lines = (told.format(name=name, age=20 + i % 60, digit=i % 10) for i, name in enumerate(names))
    return Document.from_text("\n\n".join(lines), id="t", language="en")


def steps(annotated: Annotated, lexicon: Lexicon) -> int:
    """Return how many lines of code are run to read the claims."""
    count = 0

    def step(_frame: FrameType, event: str, _arg: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        extract_claims(annotated, lexicon)
    finally:
        sys.settrace(before)
    return count


def test_a_long_document_costs_no_more_per_sentence_than_a_short_one() -> None:
    lexicon = Lexicon(load_language("en"), [load_domain(name) for name in available_domains()], {}, ())
    short, long = annotate(article(10)), annotate(article(60))
    extract_claims(long, lexicon)  # what is remembered of words and numbers is the same for both
    assert steps(long, lexicon) < 6 * 1.1 * steps(short, lexicon)

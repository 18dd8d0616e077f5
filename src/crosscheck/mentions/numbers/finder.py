"""The numbers of a text as mentions: scan once, parse each run, read each number in its place, join what belongs so."""

from __future__ import annotations

from crosscheck.languages import LanguagePack
from crosscheck.mentions.numbers.combine import combine
from crosscheck.mentions.numbers.lexicon import Hedge, Lexicon, lexicon_for
from crosscheck.mentions.numbers.numerals import parse_run
from crosscheck.mentions.numbers.reading import Reading, read_number, stated
from crosscheck.mentions.numbers.scan import candidate_runs
from crosscheck.records import Mention, Span


def find_numbers(text: str, pack: LanguagePack) -> list[Mention]:
    """Return the numeric mentions of *text* in text order, none overlapping another."""
    lexicon = lexicon_for(pack)
    readings: list[Reading] = []
    end = 0
    for start, stop in candidate_runs(text, lexicon.scanner):
        for numeral in parse_run(text, start, stop, lexicon):
            if numeral.start < end:
                continue
            reading = read_number(text, numeral, lexicon)
            if reading is not None and reading.start >= end:
                readings.append(reading)
                end = reading.end
    return [_mention(text, reading, lexicon) for reading in combine(text, readings, lexicon)]


def _mention(text: str, reading: Reading, lexicon: Lexicon) -> Mention:
    low, high = reading.low, reading.high
    hedge = reading.hedge or _hedge_after(text, reading.end, lexicon)
    if hedge is not None and hedge.words.bound and reading.rule not in ("range", "vague"):
        value = stated(reading)
        low, high = (value, None) if hedge.words.bound == "low" else (None, value)
    return Mention(
        span=Span(reading.start, reading.end),
        surface=text[reading.start : reading.end],
        kind=reading.kind,
        low=low,
        high=high,
        unit=reading.unit,
        precision=reading.precision,
        hedge=hedge.name if hedge else "",
        rule=reading.rule,
    )


def _hedge_after(text: str, end: int, lexicon: Lexicon) -> Hedge | None:
    """Return the hedge that follows the number ('or more'), None where none does."""
    if text[end : end + 1] != " " or not lexicon.hedges_after:
        return None
    words = text[end + 1 : end + 24].split(" ", 2)
    for length in (2, 1):
        phrase = " ".join(words[:length]).rstrip(".,;:)").lower()
        if phrase in lexicon.hedges_after:
            return lexicon.hedges_after[phrase]
    return None

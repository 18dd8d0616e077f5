"""Dates, times, durations and frequencies: the cases of every language, and what holds for any text."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from clock import least_seconds
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscheck.languages import available_languages, load_language
from crosscheck.mentions.dates import find_dates
from crosscheck.mentions.dates.grammar import RULES, Rule
from crosscheck.mentions.dates.lexicon import lexicon
from crosscheck.records import Mention
from crosscheck.values.calendar import period

FOLDER = Path(__file__).parents[1] / "cases" / "mentions"
PUBLISHED = date(2014, 11, 20)


def _cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*/dates*.yaml")):
        suite = yaml.safe_load(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(suite["published"]) if suite["published"] else None
        for case in suite["cases"]:
            name = f"{path.parent.name}-{path.stem}-{case['text'][:50]}"
            found.append(pytest.param(path.parent.name, published, case, id=name))
    return found


def _bound(value: object) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize(("language", "published", "case"), _cases())
def test_all_temporal_mentions_of_a_text_are_found_with_their_values(
    language: str, published: date | None, case: dict[str, Any]
) -> None:
    found = find_dates(case["text"], load_language(language), published)
    expected = [[*row, ""] if len(row) == 3 else row for row in case["dates"]]
    assert [[m.surface, m.kind, m.timex, m.hedge] for m in found] == expected
    if "bounds" in case:
        assert [[_bound(m.low), _bound(m.high), m.unit] for m in found] == case["bounds"]
    if "rules" in case:
        assert [m.rule for m in found] == case["rules"]


def test_every_language_with_months_has_cases() -> None:
    for code in available_languages():
        if load_language(code).dates.months:
            assert (FOLDER / code / "dates.yaml").is_file(), code


VOCABULARY = [word for code in available_languages() for word in lexicon(code).entries]
WORDS = [*VOCABULARY, "ß", "İ", "𝔸", "votes", "Stimmen", "l'", "\n\n"]
CLASSES = "MmWxwS5Pp7NUuDYVRLBndXykqho2aHtic@g&bvAFel<>sET8QG\"4f:%C~zOIjK63?!,.-/('"
DIGITS = st.from_regex(
    r"\d{1,2}|\d{1,2}[.:/-]\d{1,2}([./:-]\d{2,4})?|(1|2)\d{3}([-/]\d\d)?|\d{1,4}(st|th|s|er|am|\.)|Q[1-4]",
    fullmatch=True,
)
JOINTS = st.sampled_from([" ", " ", " ", ", ", "-", "–", ". ", " (", ") ", "", "/", "\n"])
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS) | DIGITS, JOINTS), max_size=12).map(
    lambda pairs: "".join(word + joint for word, joint in pairs)
)


def _check_spans(text: str, found: list[Mention]) -> None:
    end = 0
    for mention in found:
        assert end <= mention.span.start < mention.span.end
        assert text[mention.span.start : mention.span.end] == mention.surface
        assert mention.timex
        end = mention.span.end


@given(text=TEXTS, language=st.sampled_from(available_languages()), dated=st.booleans())
@example(text="anderthalb morgens", language="de", dated=True)
@example(text="à sept heures quatre-vingt", language="fr", dated=True)
@settings(max_examples=600, deadline=None)
def test_spans_slice_to_their_surface_and_never_overlap(text: str, language: str, dated: bool) -> None:
    _check_spans(text, find_dates(text, load_language(language), PUBLISHED if dated else None))


@given(text=st.text(max_size=60), language=st.sampled_from(available_languages()))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    _check_spans(text, find_dates(text, load_language(language), PUBLISHED))


@given(first=TEXTS, last=TEXTS, language=st.sampled_from(available_languages()))
@settings(max_examples=100, deadline=None)
def test_no_mention_crosses_a_paragraph_break(first: str, last: str, language: str) -> None:
    both = f"{first}\n\n{last}"
    for mention in find_dates(both, load_language(language), PUBLISHED):
        assert "\n\n" not in mention.surface


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_printed_day_is_read_back(day: date) -> None:
    english = find_dates(f"It began on {day.day} {day:%B %Y}.", load_language("en"), PUBLISHED)
    german = find_dates(f"Es begann am {day.day:02}.{day.month:02}.{day.year}.", load_language("de"), PUBLISHED)
    for found in (english, german):
        assert [m.timex for m in found] == [day.isoformat()]
        assert period(found[0].timex) == (day, day)


@pytest.mark.parametrize(
    "unit", ["1999 ", "12, ", "Monday and ", "twenty ", "of the ", "7:30-", "x", "(", "1", "Mai ", "1.2.", "1,2:"]
)
@pytest.mark.parametrize("language", available_languages())
def test_time_grows_with_the_text_and_not_faster(unit: str, language: str) -> None:
    pack = load_language(language)

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        return least_seconds(lambda: find_dates(text, pack, PUBLISHED), runs=2)

    assert seconds(80_000) < 12 * seconds(20_000) + 0.05


@given(rule=st.sampled_from(RULES), data=st.data())
@settings(max_examples=400, deadline=None)
def test_no_rule_matches_where_none_of_its_anchors_stands(rule: Rule, data: st.DataObject) -> None:
    others = sorted(set(CLASSES) - rule.anchors)
    codes = data.draw(st.text(st.sampled_from(others), max_size=8))
    assert re.search(rule.pattern, codes) is None


@pytest.mark.parametrize("text", ["ON 5 MAY 2014", "İstanbul on 5 May 2014"])
def test_dates_are_found_in_capitals_and_behind_letters_that_grow_in_lower_case(text: str) -> None:
    (mention,) = find_dates(text, load_language("en"), PUBLISHED)
    assert (mention.surface.lower(), mention.timex) == ("5 may 2014", "2014-05-05")
    assert text[mention.span.start : mention.span.end] == mention.surface

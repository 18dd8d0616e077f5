"""The rules as regular expressions over token classes, and the choice among them: the longest match from the left."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from crosscheck.languages.dates import DateWords
from crosscheck.mentions.dates import clock, days, duration, relative, years
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import Readings, Scene
from crosscheck.mentions.dates.tokens import Token


class Rule(NamedTuple):
    """A pattern over classes and the function that reads what it matches; None rejects the match.

    The pattern is a lookahead whose only group is the match, so that one scan finds the matches at every place.
    """

    pattern: re.Pattern[str]
    read: Callable[[Scene], Readings | None]


def _rule(pattern: str, read: Callable[[Scene], Readings | None]) -> Rule:
    return Rule(re.compile(f"(?=({pattern}))"), read)


_WEEKDAY = r"(?:[Wx]\.?,?t?)?"
_MONTH = r"[Mm]\.?"
_DAY = r"[do2]"
_COUNT = r"(?:[aH]t?)?(?:k?[ndXy](?:&k?h|h)?|k&k?h|khk?|hk?|kq|q|k)"
"""A number before a unit: 'three', 'two and a half', 'half an', 'a few', 'several', 'a'."""

RULES: tuple[Rule, ...] = (
    # days
    _rule(r"O", days.iso_day),
    _rule(rf"{_WEEKDAY}I", days.numeric_day),
    _rule(r"[Wx]\.?,?t?j|(?<=[ctig@Lj])j|(?<=j[,&b])j", days.numeric_day),
    _rule(r"(?<=[ct])%(?!C)", days.numeric_day),
    _rule(rf"{_WEEKDAY}t?{_DAY}[-/]?g?t?[Mm](?:\.?[,/-]?[gi]?y)?", days.calendar_day),
    _rule(rf"{_WEEKDAY}(?<!i){_MONTH}[-/]?t?{_DAY}(?![:%]|[ndXh]?[uU](?!C))(?:[,gi/-]?y)?", days.calendar_day),
    _rule(r"(?<=i)[Mm][do],y|y[-/]?[Mm][-/]d|[Wx],?t?[do][/]?o(?:y)?", days.calendar_day),
    _rule(rf"{_DAY}(?:[,&b-]{{1,2}}[ct]?t?{_DAY}){{1,9}}-?g?t?[Mm](?:\.?,?g?y)?", days.days_of_month),
    _rule(rf"(?<!i){_MONTH}t?{_DAY}(?:,{_DAY}){{0,9}},?[&b-]t?{_DAY}(?:,?y)?", days.days_of_month),
    _rule(r"L?W|Lx|(?<=[cU])x|x(?=,?@?(?:[nd]C|[:%]))", days.weekday),
    _rule(r"[Wx]\.?,?t?o(?![uUhMm]|[,&]o|b?o)", days.weekday_and_day),
    # months and parts of years
    _rule(rf"{_MONTH}(?:,|g|i|-)?y|yg?t?[Mm]", days.month),
    _rule(rf"{_MONTH}(?:[,&b-][ct]?{_MONTH}){{1,9}}(?:,|g|i)?y", days.months_of_year),
    _rule(r"M", days.month),
    _rule(r"LM|Lm|(?<=[icgBL&b<>-])m", days.month),
    _rule(r"t?oU(?:[gi]?y)?", years.ordinal_unit),
    _rule(r"t?[o2]h(?:[gi]?t?y)?", years.half_of_year),
    _rule(r"4(?:,?[gi]?y)?|y-?4", years.quarter),
    _rule(r"L?S(?:[gi]?y)?|L5|5[gi]?y|(?<=[ict])5|(?<=[Bg]t)5", years.season),
    _rule(r"L?K(?:,?[gi]?U?y)?", days.holiday),
    # years and more
    _rule(r"t?Uy", years.named_year),
    _rule(r"t?Ud(?:[gi]?t?y)?", years.numbered_week),
    _rule(r"t?fy|t?f\"", years.fiscal_year),
    _rule(r'"', years.year_pair),
    _rule(r"y", years.bare_year),
    _rule(r"t?G(?:-?u)?", years.decade),
    # relative
    _rule(r"D", relative.near_day),
    _rule(r"Y", relative.near_year),
    _rule(r"V", relative.neighbour_day),
    _rule(r"R", relative.reference),
    _rule(r"t?LU", relative.near_unit),
    _rule(r"t?sU", relative.same_unit),
    _rule(r"(?<=[c@v<>])t?U|tU", relative.weekend),
    _rule(r"t?[oL2]U[gic]?t?(?:[Mm](?:[,gi]?y)?|y|L?U)", relative.nth_unit),
    _rule(r"(?<=[Bl])[gi]?tU|(?<=B)U|(?<=[igH])tU(?![dX])", relative.unit_of_now),
    _rule(rf"{_COUNT}[uU]A|v{_COUNT}[uU]", relative.ago),
    _rule(rf"i{_COUNT}[uU]|{_COUNT}[uU]F", relative.hence),
    _rule(rf"{_COUNT}[uU]l|t?Ul|tU>", relative.later),
    _rule(rf"{_COUNT}[uU]e|t?Ue|tU<", relative.earlier),
    # times
    _rule(r"(?:(?<=[@W,I]):|:(?=[Cz]))C?z?|%C?z|%Cz?|[ndk]Cz?|[yX]C?z|[yX]Cz?|[nd]z", clock.clock),
    _rule(r"(?<=@)%(?![uU])", clock.clock),
    _rule(r":", clock.lone_colon),
    _rule(r"dCd(?![uUCzhM])", clock.clock),
    _rule(
        r"[nd:%](?:[&b/,-]{1,2}[c@t]{0,2}[nd:%]){1,9}C?z|[nd:%](?:[&b/,-]{1,2}[c@t]{0,2}[nd:%]){1,9}C", clock.clock_list
    ),
    _rule(r"~[ndo]C?", clock.clock_words),
    _rule(r"[nd]u?[L>bv][nd]C?", clock.minutes_past),
    _rule(r"[dnk]C?it?[P7]|[dn]p", clock.hour_of_part),
    _rule(r"(?<=[P7WDVxo][@a])[dn](?![uU])", clock.hour_alone),
    _rule(r"Nz?", clock.moment),
    _rule(r"L[P7]|p|(?<=[ic@B])t?s?[P7]|(?<=[ic@]t)[P7]|(?<=[WxDKVC:%])[P7]", clock.part_of_day),
    _rule(r"7", relative.tomorrow),
    # durations and frequencies
    _rule(rf"[knd][uU]&k?h|{_COUNT}-?[uU]", duration.duration),
    _rule(r"[aH]?[kndXy][b-][ndXy][uU]", duration.duration_range),
    _rule(r"(?<=[icH@<>])u", duration.bare_plural),
    _rule(r"t?L(?:[aH]?(?:k?[ndXy]|kq|q))?[uU]|t?[ndX]Lu", duration.recent_units),
    _rule(r"t?8U", duration.whole_unit),
    _rule(r":[uU]", duration.clock_duration),
    _rule(r"Q", duration.frequency_word),
    _rule(r"E(?:[ndX]|[o2]|q)?[uU]", duration.every_unit),
    _rule(r"E[Wxw][P7]?|w[Pp7]?", duration.every_weekday),
    _rule(r"E[o2]W(?:[gic]t?U)?", duration.every_nth_weekday),
    _rule(r"E[P7]", duration.every_part),
    _rule(r"E[S5MmK]", duration.every_season),
    _rule(r"(?:[nd]T|T)[kEicg]?t?U", duration.times_per_unit),
    _rule(rf"{_COUNT}-?[uU]-?6|[ndX][b&-][ndX][uU]6", duration.age),
)


def read_run(text: str, tokens: Sequence[Token], words: DateWords) -> list[tuple[Reading, int, int]]:
    """Return the readings of a run of tokens, each with its first token and the one past its last."""
    codes = "".join(token.code for token in tokens)
    table = _cached(codes) if len(codes) <= 24 else _candidates(codes)
    readings: list[tuple[Reading, int, int]] = []
    at = 0
    while at < len(tokens):
        for stop, index in table[at]:
            found = RULES[index].read(Scene(text, words, tokens, at, stop))
            if found is not None:
                readings.extend((reading, at, stop) for reading in found)
                at = stop
                break
        else:
            at += 1
    return readings


_Candidates = tuple[tuple[tuple[int, int], ...], ...]


def _candidates(codes: str) -> _Candidates:
    """Return for each place the matching rules as (end, rule), the longest first, then in the order of RULES."""
    table: list[list[tuple[int, int]]] = [[] for _ in codes]
    for index, rule in enumerate(RULES):
        for match in rule.pattern.finditer(codes):
            table[match.start()].append((match.end(1), index))
    return tuple(tuple(sorted(found, key=lambda pair: (-pair[0], pair[1]))) for found in table)


_cached = lru_cache(maxsize=8192)(_candidates)

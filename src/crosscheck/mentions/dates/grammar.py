"""The rules as regular expressions over token classes, and the choice among them: the longest match from the left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from crosscheck.languages.dates import DateWords
from crosscheck.mentions.dates import bare, clock, days, duration, elapsed, minutes, relative, years
from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import Readings, Scene
from crosscheck.mentions.dates.tokens import Token


class Rule(msgspec.Struct, frozen=True, gc=False):
    """A pattern over classes and the function that reads what it matches; None rejects the match.

    It never matches where none of ``anchors`` stands, which spares most scans.
    """

    anchors: frozenset[str]
    pattern: str
    read: Callable[[Scene], Readings | None]


def _rule(anchors: str, pattern: str, read: Callable[[Scene], Readings | None]) -> Rule:
    return Rule(frozenset(anchors), pattern, read)


_WEEKDAY = r"(?:L?[Wx]\.?,?t?)?"
_MONTH = r"[Mm]\.?"
_DAY = r"[do2]"
_COUNT = r"(?:[aH]t?)?(?:k?[ndXy](?:&k?h|h)?|k&k?h|khk?|hk?|kq|q|k)"
"""A number before a unit: 'three', 'two and a half', 'half an', 'a few', 'several', 'a'."""


def _after(read: Callable[[Scene], Readings | None]) -> Callable[[Scene], Readings | None]:
    """Return *read* for a direction behind what it shifts ('lundi prochain'), in the languages that place it there."""
    return lambda scene: read(scene) if scene.words.postposed_directions else None


RULES: tuple[Rule, ...] = (
    # days
    _rule("O", r"O", days.iso_day),
    _rule("I", rf"{_WEEKDAY}I", days.numeric_day),
    _rule("j", r"L?[Wx]\.?,?t?j|(?<=[ctig@Lj])j|(?<=j[,&b])j", days.numeric_day),
    _rule("%", r"(?<=[ct])%(?!C)", days.numeric_day),
    _rule("Mm", rf"{_WEEKDAY}t?{_DAY}[-/]?g?t?[Mm](?:\.?[,/-]?[gi]?y)?", days.calendar_day),
    _rule(
        "Mm", rf"{_WEEKDAY}(?<!i){_MONTH}[-/]?t?(?:d(?![:%])|[o2])(?![ndXh]?[uU](?!C))(?:[,gi/-]?y)?", days.calendar_day
    ),
    _rule("Mm", rf"{_WEEKDAY}(?:[Mm]\.?t?n,?y|n[Mm],?y|[Mm]n(?![nuU0-]))", days.spelled_day),
    _rule("Mm", rf"L?[Wx]\((?:{_MONTH}-?{_DAY}|{_DAY}-?[Mm])\)", days.calendar_day),
    _rule("MmWx", r"(?<=i)[Mm][do],y|y[-/]?[Mm][-/]d|[Wx],?t?[do][/]?o(?:y)?", days.calendar_day),
    _rule("Mm", rf"{_DAY}(?:[,&b-]{{1,2}}[ct]?t?{_DAY}){{1,9}}-?g?t?[Mm](?:\.?,?g?y)?", days.days_of_month),
    _rule("Mm", rf"(?<!i){_MONTH}t?{_DAY}(?:,{_DAY}){{0,9}},?[&b-]t?{_DAY}(?:,?y)?", days.days_of_month),
    _rule("Wx", r"L?W|Lx|(?<=[cU])x|(?<=[Wx]&)x|x(?=,?@?(?:[nd]C|[:%]))", days.weekday),
    _rule("Wx", r"[Wx]\.?,?t?o(?![uUhMm]|[,&]o|b?o)", days.weekday_and_day),
    _rule("Wx", r"Wd(?![uUhMmC:%,&b/-])", days.weekday_and_day),
    _rule("o", r"(?:(?<=c)|(?<=Ug))t?o(?![uUhMmWx%:o-]|[,&b]t?[od])", days.day_alone),
    _rule("o", r"(?<=c)o/?o(?:y)?(?![uUhMmWx])", days.spoken_day),
    _rule("o", r"t?ogt?LU|(?<=c)oLU", days.day_of_near_month),
    # months and parts of years
    _rule("Mm", rf"{_MONTH}[,gi/-]?y|yg?t?[Mm]", days.month),
    _rule("Mm", rf"{_MONTH}(?:[,&b-][ct]?{_MONTH}){{1,9}}(?:,|g|i)?y", days.months_of_year),
    _rule("M", r"t?UgM(?:[,gi]?y)?", days.named_month),
    _rule("M", r"M", days.month),
    _rule("Mm", r"LM|Lm|(?<=[icgBL<>])m|(?<=[Mm][&b-])m", days.month),
    _rule("U", r"t?oU(?:[gi]?y)?", years.ordinal_unit),
    _rule("Uu", r"t?[o2](?:,B?t?[o2]){0,4},?[b&-]c?t?B?[o2][Uu](?:[gi]?t?y)?", years.ordinal_units),
    _rule("h", r"t?[o2]h(?:[gi]?t?y)?", years.half_of_year),
    _rule("4", r"4(?:,?[gi]?y)?|y-?4", years.quarter),
    _rule("S5", r"L?S(?:[gi]?y)?|L5|5[gi]?y|(?<=[ict])5|(?<=[Bg]t)5", years.season),
    _rule("K", r"L?K(?:,?[gi]?y|[gi]Uy)?", days.holiday),
    _rule("K", r"L?Ky?U(?:[gi]?y)?|t?UgL?K(?:,?y)?", days.feast_weekend),
    _rule("L", r"[Wx]L", _after(days.weekday)),
    _rule("L", r"ML", _after(days.month)),
    _rule("L", r"t?SL|t5L", _after(years.season)),
    _rule("L", r"KL", _after(days.holiday)),
    # years and more
    _rule("f", r"t?Lf", relative.near_fiscal_year),
    _rule("y", r"t?8?Ug?y", years.named_year),
    _rule("U", r"t?Ud(?:[gi]?t?y|[gi]t?LU)?", years.numbered_week),
    _rule("f", r"t?fy|t?f\"", years.fiscal_year),
    _rule('"', r'"', years.year_pair),
    _rule("y", r"y", bare.bare_year),
    _rule("G", r"t?G(?:-?u)?", years.decade),
    _rule("u", r"t?u[dy]", years.decade_of_years),
    # relative
    _rule("D", r"D", relative.near_day),
    _rule("Y", r"Y", relative.near_year),
    _rule("V", r"V", relative.neighbour_day),
    _rule("R", r"R", relative.reference),
    _rule("U", r"t?LU", relative.near_unit),
    _rule("L", r"t?UL", _after(relative.near_unit)),
    _rule("U", r"t?U[<>]L(?![UuWMmxSKfnd5])", relative.next_but_one),
    _rule("U", r"t?sU", relative.same_unit),
    _rule("U", r"(?<=[c@v<>])t?U|tU", relative.weekend),
    _rule("U", r"t?[oL2]U[gic]?t?(?:[Mm](?:[,gi]?y)?|y|L?U)", relative.nth_unit),
    _rule("U", r"(?<=[Bl])[gi]?tU|(?<=B)U|tU(?![dXy])", relative.unit_of_now),
    _rule("uU", rf"{_COUNT}[uU]A|v{_COUNT}[uU]", relative.ago),
    _rule("uU", rf"i{_COUNT}[uU]|{_COUNT}[uU]F", relative.hence),
    _rule("uU", rf"{_COUNT}[uU]l|t?Ul|tU>", relative.later),
    _rule("uU", rf"{_COUNT}[uU]e|t?Ue|tU<", relative.earlier),
    _rule(
        "Wx",
        r"t?[o2L]t?[Wx](?:[gic]t?|t)(?:[Mm](?:[,gi]?y)?|L?U(?:[gi]?y)?)|t?[o2]W(?![LPp7:%nd])",
        relative.nth_weekday,
    ),
    # times
    _rule(":%Cz", r"(?:(?<=[@W,I]):|:(?=[Cz]))C?z?|%C?z|%Cz?|[ndk]Cz?|[yX]C?z|[yX]Cz?|[nd]z", clock.clock),
    _rule("%", r"(?<=@)%(?![uU])", clock.clock),
    _rule("n", r"n-?nC|(?<=@)n-?n(?![nuU0])", clock.spelled_clock),
    _rule(":", r":", clock.lone_colon),
    _rule(":", r"(?<=[<>]):(?!g)", clock.sided_colon),
    _rule("C", r"dCd(?![uUCzhM])|dCdz", clock.clock),
    _rule("uU", r"(?<=g)[ndk][uU]b[ndk][uU]", clock.hours_range),
    _rule("uU", r"(?<=[@b])[ndk][uU](?:&h|[nd])?(?:g[P7])?|[ndk][uUC]g[P7]", clock.hour_unit),
    _rule("@", r"(?<=@)[nd][uU]?[cL>bv]~?[nd](?![uU])C?", minutes.minutes_of_clock),
    _rule(
        "Cz",
        r"[nd:%](?:[&b/,-]{1,2}[c@t]{0,2}[nd:%]){1,9}C?z|[nd:%](?:[&b/,-]{1,2}[c@t]{0,2}[nd:%]){1,9}C",
        clock.clock_list,
    ),
    _rule("~", r"~[ndo]C?", minutes.clock_words),
    _rule("L>bv", r"[nd][uU]?[L>bv][nd]C?", minutes.minutes_past),
    _rule("P7p", r"[dnk]C?it?[P7]|[dn]p", clock.hour_of_part),
    _rule("@a", r"(?<=[P7WDVxo][@a])[dn](?![uU])", clock.hour_alone),
    _rule("N", r"Nz?", clock.moment),
    _rule("C", r"(?<=[DW])C", clock.half_of_day),
    _rule("Pp7", r"L[P7]|p|(?<=[ic@B])t?s?[P7]|(?<=[ic@]t)[P7]|(?<=[WxDKVC:%])[P7]", clock.part_of_day),
    _rule("L", r"t?PL", _after(clock.part_of_day)),
    _rule("7", r"7", relative.tomorrow),
    # durations and frequencies
    _rule("uU", rf"[knd][uU]&k?h|{_COUNT}-?[uU]", duration.duration),
    _rule("uU", r"[aH]?[kndXy][b-][ndXy][uU]", duration.duration_range),
    _rule("u", r"(?<=[icH@<>])u", duration.bare_plural),
    _rule("L", r"t?L(?:[aH]?(?:k?[ndXy]|kq|q))?[uU]|t?[ndX]Lu", duration.recent_units),
    _rule("R", r"R(?:[aH]?(?:k?[ndXy]|kq|q))?[uU]", duration.past_units),
    _rule("8", r"t?8U", duration.whole_unit),
    _rule(":", r":[uU]", elapsed.clock_duration),
    _rule("=", r"=[uU]?", elapsed.elapsed_time),
    _rule("Q", r"Q", duration.frequency_word),
    _rule("E", r"E(?:[ndX]|[o2]|q)?[uU]", duration.every_unit),
    _rule("Ew", r"E[Wxw][P7]?|w[Pp79]?", duration.every_weekday),
    _rule("E", r"E[o2]W(?:[gic]t?U)?|t?[o2L]W[gic]?EU", duration.every_nth_weekday),
    _rule("E", r"t?og?EU", duration.every_day_of_month),
    _rule("E9", r"E[P7]|(?<=[ic@])t?9|(?<=[ic@]t)9", duration.every_part),
    _rule("9", r"[Wx]9", duration.every_weekday),
    _rule("u", r"8?u", duration.weekends),
    _rule("E", r"E[S5MmK]", duration.every_season),
    _rule("T", r"(?:[nd]T|T)[kEicg]?t?U", duration.times_per_unit),
    _rule("3", rf"3{_COUNT}[uU]", duration.age),
    _rule("6", rf"{_COUNT}-?[uU]-?6|[ndX][b&-][ndX][uU]6", duration.age),
)


def read_run(text: str, tokens: Sequence[Token], words: DateWords) -> list[tuple[Reading, int, int]]:
    """Return the readings of a run of tokens, each with its first token and the one past its last."""
    readings: list[tuple[Reading, int, int]] = []
    at = 0
    for start, table in _stretches("".join([token.code for token in tokens])):
        for place, matches in table:
            first = start + place
            if first < at:
                continue
            for length, index in matches:
                found = RULES[index].read(Scene(text, words, tokens, first, first + length))
                if found is not None:
                    at = first + length
                    readings += [(reading, first, at) for reading in found]
                    break
    return readings


_Candidates = tuple[tuple[int, tuple[tuple[int, int], ...]], ...]

_IDLE_LAST = "tc@(."
"""Classes that no match ends with and that no rule looks for behind one."""
_LONGEST_CACHED = 24


def _stretches(codes: str) -> Iterator[tuple[int, _Candidates]]:
    """Yield start and candidates of every stretch of *codes* without unknown words, which are in no pattern."""
    start = 0
    for stretch in codes.replace(t.BREAK, t.UNKNOWN).split(t.UNKNOWN):
        if stretch:
            bare = stretch.rstrip(_IDLE_LAST)
            yield start, _cached(bare) if len(bare) <= _LONGEST_CACHED else _candidates(bare)
        start += len(stretch) + 1


_ANCHORED = {
    code: frozenset(index for index, rule in enumerate(RULES) if code in rule.anchors)
    for code in frozenset().union(*(rule.anchors for rule in RULES))
}
"""The rules that a class is an anchor of, by their places in RULES."""


@cache
def _compiled(index: int) -> re.Pattern[str]:
    """Return a rule's pattern as a lookahead whose only group is the match: one scan finds those at every place."""
    return re.compile(f"(?=({RULES[index].pattern}))")


def _candidates(codes: str) -> _Candidates:
    """Return the places where rules match, each with those as (length, rule): the longest first, then as in RULES."""
    table: dict[int, list[tuple[int, int]]] = {}
    for index in frozenset().union(*[_ANCHORED[code] for code in codes if code in _ANCHORED]):
        for match in _compiled(index).finditer(codes):
            start, end = match.span(1)
            table.setdefault(start, []).append((end - start, index))
    return tuple([(start, tuple(sorted(found, key=_longest_first))) for start, found in sorted(table.items())])


def _longest_first(candidate: tuple[int, int]) -> tuple[int, int]:
    length, index = candidate
    return -length, index


_cached = lru_cache(maxsize=8192)(_candidates)

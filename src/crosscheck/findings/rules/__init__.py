"""All rules, in the order of their codes."""

from typing import Final

from crosscheck.findings.rule import Rule, rule
from crosscheck.findings.rules import (
    age_and_birth,
    bound_broken,
    characterisation,
    date_order,
    difference,
    duration,
    growth,
    happened,
    opposed,
    part_and_whole,
    parts_and_sum,
    per_unit,
    same_quantity,
    share_of_total,
    trend,
    turnout,
    two_bounds,
    two_dates,
    two_names,
    two_ranks,
    two_times,
    weekday_and_date,
)

RULES: Final[tuple[Rule, ...]] = (
    rule(same_quantity),
    rule(bound_broken),
    rule(two_bounds),
    rule(share_of_total),
    rule(turnout),
    rule(difference),
    rule(parts_and_sum),
    rule(growth),
    rule(part_and_whole),
    rule(per_unit),
    rule(two_dates),
    rule(date_order),
    rule(weekday_and_date),
    rule(age_and_birth),
    rule(duration),
    rule(two_times),
    rule(two_names),
    rule(two_ranks),
    rule(happened),
    rule(characterisation),
    rule(opposed),
    rule(trend),
)

"""All rules, in the order of their codes."""

from typing import Final

from crosscheck.findings.rule import Rule, rule
from crosscheck.findings.rules import (
    characterisation,
    date_order,
    difference,
    parts_and_sum,
    same_quantity,
    share_of_total,
    turnout,
    two_dates,
    two_names,
    two_ranks,
)

RULES: Final[tuple[Rule, ...]] = (
    rule(same_quantity),
    rule(share_of_total),
    rule(turnout),
    rule(difference),
    rule(parts_and_sum),
    rule(two_dates),
    rule(date_order),
    rule(two_names),
    rule(two_ranks),
    rule(characterisation),
)

"""What cannot all be true: rules, constraint propagation, diagnosis, proof."""

from crosscheck.findings.judge import Judgement, judge
from crosscheck.findings.ledger import keep_ledger
from crosscheck.findings.rule import Rule
from crosscheck.findings.rules import RULES

__all__ = ["RULES", "Judgement", "Rule", "judge", "keep_ledger"]

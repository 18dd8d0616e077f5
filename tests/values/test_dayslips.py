"""How one day became another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.values.dayslips import explain_days

CASES = Path(__file__).parents[1] / "cases" / "values" / "dayslips.yaml"


@pytest.mark.parametrize(("intended", "printed", "slip"), yaml.safe_load(CASES.read_text(encoding="utf-8")))
def test_slips_between_days(intended: str, printed: str, slip: str) -> None:
    assert explain_days(date.fromisoformat(intended), date.fromisoformat(printed)) == (slip or None)


@given(st.dates(), st.dates())
def test_a_slip_leads_both_ways(one: date, other: date) -> None:
    assert explain_days(one, other) == explain_days(other, one)

"""Formulas: the grammar, units, and projection that never cuts a solution away."""

import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.errors import FormulaError
from crosscheck.values.formula import (
    Box,
    check_units,
    evaluate,
    parse_constant,
    parse_formula,
    with_units,
)
from crosscheck.values.interval import Interval

_CASES = Path(__file__).parent.parent / "cases" / "values" / "formulas.yaml"
Case = dict[str, Any]
CASES: dict[str, Any] = yaml.safe_load(_CASES.read_text(encoding="utf-8"))


def formula_of(case: Case) -> str:
    return case["formula"] or "empty"


@pytest.mark.parametrize("case", CASES["parsed"], ids=formula_of)
def test_a_formula_names_its_variables_and_aggregates(case: Case) -> None:
    formula = parse_formula(case["formula"])
    assert (list(formula.variables), list(formula.aggregates)) == (case["variables"], case["aggregates"])


@pytest.mark.parametrize("case", CASES["refused"], ids=formula_of)
def test_what_is_no_formula_is_refused_at_its_place(case: Case) -> None:
    with pytest.raises(FormulaError) as caught:
        parse_formula(case["formula"])
    assert case["what"] in str(caught.value.what)
    assert caught.value.offset == int(case["offset"])
    assert case.get("remedy", str(caught.value.remedy)) == str(caught.value.remedy) != "None"


@pytest.mark.parametrize("case", CASES["units"]["fit"], ids=formula_of)
def test_units_that_fit_are_accepted(case: Case) -> None:
    formula = parse_formula(case["formula"])
    assert check_units(formula, case["units"]) == with_units(formula, case["units"])


@pytest.mark.parametrize("case", CASES["units"]["clash"], ids=formula_of)
def test_units_that_clash_are_refused_at_their_place(case: Case) -> None:
    with pytest.raises(FormulaError) as caught:
        check_units(parse_formula(case["formula"]), case["units"])
    assert case["what"] in str(caught.value.what)
    assert caught.value.offset == int(case["offset"])
    assert case.get("remedy", str(caught.value.remedy)) == str(caught.value.remedy)


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "(" * 60 + "1" + ")" * 60,
        "x = " + "-" * 60 + "1",
        "x = " + "1 + " * 200,
        "(1) + " * 9 + "(" * 41 + "1" + ")" * 41 + " = x",
    ],
)
def test_a_formula_that_no_reader_could_follow_is_refused(text: str) -> None:
    with pytest.raises(FormulaError, match=r"nested too deeply|characters"):
        parse_formula(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("8 / 4 / 2", 1), ("8 - 4 - 2", 2), ("-2 * -3", 6), ("2.5 %", "1/40")],
)
def test_operators_bind_as_in_arithmetic(text: str, value: int | str) -> None:
    assert evaluate(parse_formula(f"{text} = x").left, Box()) == Interval.point(Fraction(value))


@pytest.mark.parametrize(("text", "value"), [("2 %", "1/50"), ("0.5", "1/2"), (" 100% ", "1")])
def test_a_constant_is_a_number_or_a_percentage(text: str, value: str) -> None:
    assert parse_constant(text) == Fraction(value)


@pytest.mark.parametrize("text", ["", "2 percent", "-1", "1,5", "2 %%"])
def test_what_is_no_constant_is_refused(text: str) -> None:
    with pytest.raises(FormulaError, match="is not a number"):
        parse_constant(text)


@st.composite
def written(draw: st.DrawFn, depth: int = 3) -> tuple[str, Fraction | None]:
    """Return an expression of numbers in any notation, and its value; None where it divides by zero."""
    if not depth or draw(st.booleans()):
        text = draw(st.from_regex(r"\A[0-9]{1,2}(\.[0-9])?\Z"))
        number = Fraction(text)
        share = draw(st.booleans())
        return (f"{text} %", number / 100) if share else (text, number)
    (left, a), (right, b) = draw(written(depth - 1)), draw(written(depth - 1))
    operator = draw(st.sampled_from("+-*/"))
    if a is None or b is None or (operator == "/" and not b):
        value = None
    else:
        value = {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}[operator]
    gap = draw(st.sampled_from(["", " "]))
    return f"({left}){gap}{operator}{gap}-(-({right}))", value


@given(written())
def test_a_written_expression_has_the_value_of_its_arithmetic(expression: tuple[str, Fraction | None]) -> None:
    text, value = expression
    found = evaluate(parse_formula(f"{text} >= x").left, Box())
    assert value is None or found == Interval.point(value)


def refusal_of(text: str) -> FormulaError | None:
    try:
        parse_formula(text)
    except FormulaError as error:
        return error
    return None


@given(st.one_of(st.text(), st.text(alphabet="ab1.0%()+-*/=<> sumcnt_")))
def test_any_text_is_a_formula_or_refused_within_it(text: str) -> None:
    refusal = refusal_of(text)
    assert refusal is None or (0 <= refusal.offset <= len(text) and refusal.remedy)


def test_percentages_are_checked_without_the_unit_library() -> None:
    code = (
        "import sys; from crosscheck.values.formula import check_units, parse_formula; "
        "check_units(parse_formula('share = cost / price'), {'share': 'percent', 'cost': 'EUR', 'price': 'EUR'}); "
        "print('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"

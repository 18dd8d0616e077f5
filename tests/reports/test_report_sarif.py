"""SARIF 2.1.0: valid, both sides of a finding, columns in code points."""

from __future__ import annotations

import json
from typing import Any

import pytest
from foreign_report import ATTACK, CROWD, FOREIGN
from msgspec.structs import replace
from public_schemas import validate
from sample_report import REPORT

from crosscheck.findings import RULES
from crosscheck.messages import load_locale
from crosscheck.records import Report
from crosscheck.reports.layout import RulePage
from golden import LAYOUT, spelled

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ALL_RULES = replace(
    LAYOUT, rules=tuple(RulePage(rule.code, str(rule.name), rule.said_in(load_locale("en"))[1:]) for rule in RULES)
)


def run_of(report: Report) -> dict[str, Any]:
    """Return the one run of the log of *report*."""
    log = json.loads(spelled("sarif", report, ALL_RULES))
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("report", [REPORT, FOREIGN, ATTACK, CROWD, replace(REPORT, findings=())])
def test_a_log_is_valid(report: Report) -> None:
    validate(json.loads(spelled("sarif", report, ALL_RULES)), SCHEMA)


def test_columns_are_code_points() -> None:
    run = run_of(FOREIGN)
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    places = [place["physicalLocation"] for place in (*result["locations"], *result["relatedLocations"])]
    assert [(p["region"]["startColumn"], p["region"]["endColumn"]) for p in places] == [(26, 41), (14, 29)]
    assert [p["artifactLocation"]["uri"] for p in places] == ["wire/Gr%C3%B6%C3%9Fe.txt", "wire/cafe%CC%81.txt"]
    assert {p["artifactLocation"]["uriBaseId"] for p in places} <= set(run["originalUriBaseIds"])


def test_an_absolute_path_is_a_file_of_its_own() -> None:
    first, *others = FOREIGN.findings[0].evidence
    finding = replace(FOREIGN.findings[0], evidence=(replace(first, document="/srv/wire/a b.txt"), *others))
    (result,) = run_of(replace(FOREIGN, findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///srv/wire/a%20b.txt"}


def test_the_message_links_to_the_other_sides_and_nowhere_else() -> None:
    (result,) = run_of(ATTACK)["results"]
    text = result["message"]["text"]
    assert text.endswith(" Compare [b ::warning::/2.txt:1](1).")
    assert r"\[a\](http://b)" in text
    assert [place["id"] for place in result["relatedLocations"]] == [1]


def test_every_rule_has_its_manual_page_and_every_result_its_rule() -> None:
    run = run_of(CROWD)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert {rules[result["ruleIndex"]]["id"] for result in run["results"]} == {"CC101"}
    for rule in rules:
        assert rule["help"]["text"].startswith("What it finds: ")
        assert rule["help"]["markdown"].startswith("**What it finds:** ")
        assert rule["fullDescription"]["text"].startswith("What it finds: ")
    assert len({rule["name"] for rule in rules}) == len(RULES)


def test_rules_and_results_are_told_in_the_language_asked_for() -> None:
    german = load_locale("de")
    rules = tuple(RulePage(rule.code, rule.name.said_in(german), rule.said_in(german)[1:]) for rule in RULES)
    run = json.loads(spelled("sarif", REPORT, replace(LAYOUT, rules=rules, language="de")))["runs"][0]
    assert run["language"] == "de"
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["text"].startswith("Was sie findet: ")
        assert rule["help"]["markdown"].startswith("**Was sie findet:** ")
        assert rule["name"].isalnum()
    assert all(" Vergleiche [" in result["message"]["text"] for result in run["results"])


def test_a_finding_of_an_unknown_rule_is_still_a_result() -> None:
    run = json.loads(spelled("sarif", FOREIGN, replace(LAYOUT, rules=())))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CC101"]
    validate(json.loads(spelled("sarif", FOREIGN, replace(LAYOUT, rules=()))), SCHEMA)


def test_the_fingerprint_is_that_of_the_finding() -> None:
    results = run_of(CROWD)["results"]
    assert [list(result["partialFingerprints"].values()) for result in results] == [
        [finding.fingerprint] for finding in CROWD.findings
    ]
    assert {result["level"] for result in results} == {"error", "warning", "note"}

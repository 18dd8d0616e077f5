"""The action, the example workflow and the GitLab job: checked by the services' own tools, and run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from public_schemas import validate
from repository import DOCS, ROOT, copy_example, run

from crosscheck.records import REPORT_MARK

ACTION_SCHEMA = "https://json.schemastore.org/github-action.json"
WORKFLOW_SCHEMA = "https://json.schemastore.org/github-workflow.json"
GITLAB_SCHEMA = "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json"
HOOKS_SCHEMA = "https://json.schemastore.org/pre-commit-hooks.json"
HOOK_CONFIG_SCHEMA = "https://json.schemastore.org/pre-commit-config.json"


def load(path: Path) -> Any:
    """Return the YAML of *path*; 'on' stays a word, as the services read it."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - all scalars are text


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a repository with the example's documents."""
    copy_example(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("action.yml", ACTION_SCHEMA),
        ("docs/ci/github-workflow.yml", WORKFLOW_SCHEMA),
        ("docs/ci/gitlab-ci.yml", GITLAB_SCHEMA),
        (".pre-commit-hooks.yaml", HOOKS_SCHEMA),
        ("docs/ci/pre-commit-config.yaml", HOOK_CONFIG_SCHEMA),
    ],
)
def test_a_file_has_the_shape_that_its_service_publishes(path: str, schema: str) -> None:
    validate(yaml.safe_load((ROOT / path).read_text(encoding="utf-8").replace("\non:", '\n"on":')), schema)


def test_the_workflow_checker_has_nothing_to_say(tmp_path: Path) -> None:
    workflow = DOCS / "ci" / "github-workflow.yml"
    done = run(tmp_path, "actionlint", "-no-color", str(workflow))
    assert (done.returncode, done.stdout) == (0, "")


def test_the_workflow_gives_the_action_inputs_that_it_has(tmp_path: Path) -> None:
    copy_example(tmp_path)
    shutil.copy(ROOT / "action.yml", tmp_path)
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    text = (DOCS / "ci" / "github-workflow.yml").read_text(encoding="utf-8")
    local = text.replace("your-organisation/crosscheck@v0.1.0", "./")
    (folder / "facts.yml").write_text(local, encoding="utf-8")
    done = run(tmp_path, "actionlint", "-no-color")
    assert (done.returncode, done.stdout) == (0, "")
    (folder / "facts.yml").write_text(local.replace("fail-on:", "fail-at:"), encoding="utf-8")
    assert 'input "fail-at" is not defined in action' in run(tmp_path, "actionlint", "-no-color").stdout


def run_action(folder: Path, **inputs: str) -> tuple[int, str]:
    """Return how the action's last step ends in *folder*, and what it prints."""
    action = load(ROOT / "action.yml")
    step = action["runs"]["steps"][-1]
    values = {name: inputs.get(name.replace("-", "_"), "") for name in action["inputs"]}
    given = {name: values[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in step["env"].items()}
    summary = str(folder / "summary.md")
    done = run(folder, "bash", "-eo", "pipefail", "-c", step["run"], GITHUB_STEP_SUMMARY=summary, **given)
    return done.returncode, done.stdout


def test_the_action_annotates_and_fails(desk: Path) -> None:
    code, printed = run_action(desk, documents="draft.md wire", sarif_file="out.sarif")
    assert code == 1
    assert printed.count("::error file=draft.md,line=") == 2
    assert len(json.loads((desk / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 2
    assert (desk / "summary.md").read_text(encoding="utf-8").startswith(f"{REPORT_MARK}\n### crosscheck: 3 documents, ")


def test_the_action_takes_options_and_a_severity(desk: Path) -> None:
    assert run_action(desk, documents="draft.md wire", fail_on="never")[0] == 0
    assert run_action(desk, documents="draft.md wire", options="--select CC2 --statistics")[0] == 0


def test_the_action_counts_what_changed(desk: Path) -> None:
    assert run_action(desk, documents="draft.md wire", changed_since="HEAD")[0] == 0
    text = (desk / "wire" / "radio.txt").read_text(encoding="utf-8")
    (desk / "wire" / "radio.txt").write_text(text.replace("42,1", "43,7"), encoding="utf-8")
    code, printed = run_action(desk, documents="draft.md wire", changed_since="HEAD")
    assert (code, printed.count("::error file=wire/radio.txt,line=3,")) == (1, 1)


def test_the_action_does_not_run_what_its_inputs_say(desk: Path) -> None:
    code, printed = run_action(desk, documents="$(touch owned)", options="; touch owned")
    assert code == 2
    assert not (desk / "owned").exists()
    assert "no such file" in printed


def test_the_gitlab_job_makes_its_reports_and_fails(desk: Path) -> None:
    job = load(DOCS / "ci" / "gitlab-ci.yml")["crosscheck"]
    since = run(desk, "git", "rev-parse", "HEAD").stdout.strip()
    draft = desk / "draft.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("12,431", "12,413"), encoding="utf-8")
    done = run(desk, "bash", "-e", "-c", "\n".join(job["script"]), SINCE=since)
    assert done.returncode == 1
    assert "\ndraft.md:3:74: CC101 error: " in done.stdout
    for report in job["artifacts"]["reports"].values():
        assert "12,413" in (desk / report).read_text(encoding="utf-8")
    assert job["variables"]["SINCE"] == "$CI_MERGE_REQUEST_DIFF_BASE_SHA"

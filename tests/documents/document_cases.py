"""Loads the cases of the documents stage: a YAML list per file, an id per case."""

from pathlib import Path
from typing import Any

import pytest
import yaml

_FOLDER = Path(__file__).parent.parent / "cases" / "documents"


def load_cases(name: str, section: str | None = None) -> list[Any]:
    """Return the cases of *name*.yaml, or of one section of it, as pytest parameters."""
    cases = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"]) for case in (cases[section] if section else cases)]

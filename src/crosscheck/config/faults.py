"""The place at which a text stops being JSON."""

from __future__ import annotations

import json


def place_json_fault(text: bytes, name: str) -> str:
    """Return 'name:line:column' of the first mistake in *text*, the content of the file *name*.

    The name alone where there is no such place, because the bytes are no text.
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"{name}:{error.lineno}:{error.colno}"
    except UnicodeDecodeError:
        pass
    return name

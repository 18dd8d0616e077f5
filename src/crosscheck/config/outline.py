"""A first claims.yaml, written from the documents that there are, with a comment on every key."""

from __future__ import annotations

import glob
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from crosscheck.domains.pack import available_domains
from crosscheck.records import Document

_EACH = 30
"""Up to how many documents have an entry of their own; more are told by folder and format."""
_PLAIN = re.compile(r"[A-Za-z0-9_][\w./-]*\.[A-Za-z]+", re.ASCII)

_HEAD = """\
# What crosscheck is told about its documents beyond what they say themselves. Everything in here is optional; a wrong
# key, type, date or name is reported with its line and column.

# Files or globs, from this folder; ** stands for any folders. What is said here wins over what the file says.
documents:
"""
_TAIL = """\

# Languages and domains in use; without these lines all that there are.
languages: [{languages}]
# domains: [{domains}]

# Names that belong together. The kind decides which attributes the entity can bear.
# entities:
#   - {{name: Independence Party, kind: party, aliases: [IP]}}

# Attributes that no domain knows: the kind of value, what can bear it, and the words that tell it in a sentence.
# attributes:
#   berths: {{kind: number, subject: [organization], cues: {{en: [berths], de: [Liegeplätze]}}}}

# Formulas between attributes; units are checked.
# constraints:
#   - electorate >= ballots_cast

# Truths that every document is held against.
# known:
#   - {{subject: Carford by-election, attribute: turnout, value: 50.7, source: returning officer}}

# The least severity that fails 'crosscheck check': never, info, warning or error.
gate: {{fail_on: error}}

# Findings to live with: the fingerprint, why, who decided, and until when.
# accepted:
#   - {{finding: 3f2a9c41, reason: spoilt ballots counted, by: desk, until: 2027-01-31}}
"""


def outline(documents: Sequence[Document]) -> str:
    """Return a claims.yaml for *documents*, each of which has a path; it can be read as it is."""
    entries = _list_each(documents) if len(documents) <= _EACH else _list_folders(documents)
    languages = ", ".join(sorted({document.language for document in documents if document.language}))
    tail = _TAIL.format(languages=languages, domains=", ".join(available_domains()))
    return _HEAD + "".join(f"{line}\n" for line in entries) + tail


def _list_each(documents: Sequence[Document]) -> Iterator[str]:
    """Yield an entry a document: what is known of it as a comment, what is not as a place to fill in."""
    for document in documents:
        yield f"  - path: {_quote(glob.escape(document.path or ''))}"
        yield f"    # source: {document.source or 'who says it'}"
        if document.published:
            yield f"    # published: {document.published}"
        else:
            yield '    # published: YYYY-MM-DD, the day from which "Thursday" and "last month" count'


def _list_folders(documents: Sequence[Document]) -> Iterator[str]:
    """Yield an entry a folder and ending."""
    paths = [PurePath(document.path or "") for document in documents]
    groups = sorted({(path.parent.as_posix(), path.suffix) for path in paths})
    for folder, ending in groups:
        pattern = f"*{glob.escape(ending)}" if folder == "." else f"{glob.escape(folder)}/*{glob.escape(ending)}"
        number = sum((path.parent.as_posix(), path.suffix) == (folder, ending) for path in paths)
        yield f"  - path: {_quote(pattern)} # {number} of them"


def _quote(path: str) -> str:
    """Return *path* as YAML: plain where that is safe, else as the double-quoted scalar that JSON has too."""
    return path if _PLAIN.fullmatch(path) else json.dumps(path, ensure_ascii=False)

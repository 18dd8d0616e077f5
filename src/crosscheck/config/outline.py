"""A first claims.yaml, written from the documents that there are, with a comment on every key."""

from __future__ import annotations

import glob
import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from crosscheck.domains.pack import available_domains
from crosscheck.messages import Locale, Phrase, say
from crosscheck.records import Document

_EACH = 30
"""Up to how many documents have an entry of their own; more are told by folder and format."""
_PLAIN = re.compile(r"[A-Za-z0-9_][\w./-]*\.[A-Za-z]+", re.ASCII)

_WIDTH = 119
"""Columns of a comment."""
_EXAMPLES: tuple[tuple[Phrase, str], ...] = (
    (
        say("Names that belong together. The kind decides which attributes the entity can bear."),
        "entities:\n  - {name: Independence Party, kind: party, aliases: [IP]}",
    ),
    (
        say(
            "Attributes that no domain knows: the kind of value, what can bear it, and the words that tell it in a "
            "sentence."
        ),
        "attributes:\n  berths: {kind: number, subject: [organization], cues: {en: [berths], de: [Liegeplätze]}}",
    ),
    (say("Formulas between attributes; units are checked."), "constraints:\n  - electorate >= ballots_cast"),
    (
        say("Truths that every document is held against."),
        "known:\n  - {subject: Carford by-election, attribute: turnout, value: 50.7, source: returning officer}",
    ),
)
"""What need not be said at first, each with an example."""


def outline(documents: Sequence[Document], locale: Locale) -> str:
    """Return a claims.yaml for *documents*, each of which has a path; it can be read as it is.

    Its comments are in the language of *locale*.
    """
    return "\n\n".join("\n".join(part) for part in _write(documents, locale)) + "\n"


def _write(documents: Sequence[Document], locale: Locale) -> Iterator[list[str]]:
    """Yield the parts of the file as lines."""
    lead = say(
        "What crosscheck is told about its documents beyond what they say themselves. Everything in here is optional; "
        "a wrong key, type, date or name is reported with its line and column."
    )
    yield [_comment(lead, locale)]
    paths = say(
        "Files or globs, from this folder; ** stands for any folders. What is said here wins over what the file says."
    )
    entries = _list_each(documents, locale) if len(documents) <= _EACH else _list_folders(documents, locale)
    yield [_comment(paths, locale), "documents:", *entries]
    languages = ", ".join(sorted({document.language for document in documents if document.language}))
    use = say("Languages and domains in use; without these lines all that there are.")
    domains = f"# domains: [{', '.join(available_domains())}]"
    yield [_comment(use, locale), f"languages: [{languages}]", domains]
    for told, example in _EXAMPLES:
        yield [_comment(told, locale), *(f"# {line}" for line in example.split("\n"))]
    least = say("The least severity that fails 'crosscheck check': never, info, warning or error.")
    yield [_comment(least, locale), "gate: {fail_on: error}"]
    accepted = say("Findings to live with: the fingerprint, why, who decided, and until when.")
    example = "  - {finding: 3f2a9c41, reason: spoilt ballots counted, by: desk, until: 2027-01-31}"
    yield [_comment(accepted, locale), "# accepted:", f"# {example}"]


def _comment(said: Phrase, locale: Locale) -> str:
    return textwrap.fill(said.said_in(locale), _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _list_each(documents: Sequence[Document], locale: Locale) -> Iterator[str]:
    """Yield an entry a document: what is known of it as a comment, what is not as a place to fill in."""
    unknown, day = say("who says it"), say('the day from which "Thursday" and "last month" count')
    for document in documents:
        yield f"  - path: {_quote(glob.escape(document.path or ''))}"
        yield f"    # source: {document.source or unknown.said_in(locale)}"
        if document.published:
            yield f"    # published: {document.published}"
        else:
            yield f"    # published: YYYY-MM-DD, {day.said_in(locale)}"


def _list_folders(documents: Sequence[Document], locale: Locale) -> Iterator[str]:
    """Yield an entry a folder and ending."""
    paths = [PurePath(document.path or "") for document in documents]
    groups = sorted({(path.parent.as_posix(), path.suffix) for path in paths})
    for folder, ending in groups:
        pattern = f"*{glob.escape(ending)}" if folder == "." else f"{glob.escape(folder)}/*{glob.escape(ending)}"
        number = sum((path.parent.as_posix(), path.suffix) == (folder, ending) for path in paths)
        counted = say("{number} of them", number=number).said_in(locale)
        yield f"  - path: {_quote(pattern)} # {counted}"


def _quote(path: str) -> str:
    """Return *path* as YAML: plain where that is safe, else as the double-quoted scalar that JSON has too."""
    return path if _PLAIN.fullmatch(path) else json.dumps(path, ensure_ascii=False)

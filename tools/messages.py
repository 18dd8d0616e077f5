"""The messages of the code, and what they are in other languages: python tools/messages.py.

Takes the English messages of the code into each catalogue, new ones without a translation, and drops those that the
code says no more. Then compiles the catalogues. The tests fail when one is out of date or lacks a translation.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.main import get_command

from crosscheck.cli import app
from crosscheck.commands.usage import COMPLAINTS, HELP_SAYS
from crosscheck.findings import RULES

if TYPE_CHECKING:
    from typer._click import Command  # the library names the type nowhere else

ROOT = Path(__file__).parents[1] / "src" / "crosscheck"
FOLDER = ROOT / "messages"
KEYWORDS = {"say": None, "say_count": (1, 2)}
Template = str | tuple[str, ...]
"""A message, or its forms for one and for several."""


def catalogue_paths() -> tuple[Path, ...]:
    """Return the files of the languages other than English, sorted."""
    return tuple(sorted(FOLDER.glob("*.po")))


def read_catalogue(path: Path) -> Catalog:
    """Return the catalogue in the file *path*."""
    with path.open("rb") as stream:
        return read_po(stream, locale=path.stem)


def speaking_modules() -> Iterator[tuple[str, Path]]:
    """Yield the modules that say messages, by their names below the package, sorted."""
    for path in sorted(ROOT.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(f"{FOLDER.name}/") or _imports_saying(path):
            yield name, path


def _imports_saying(path: Path) -> bool:
    """Return whether a module says messages, by the functions that it imports."""
    imports = (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.ImportFrom))
    return any(
        node.module == "crosscheck.messages" and any(alias.name in KEYWORDS for alias in node.names) for node in imports
    )


def extract_messages() -> dict[Template, list[str]]:
    """Return the messages that the code says, each with the files that say it; those without a word are no messages.

    The paragraphs of manual pages are among them, and what the help of the command line says.
    """
    found: dict[Template, list[str]] = {}
    for name, path in speaking_modules():
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            first = message if isinstance(message, str) else message[0]
            if re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", first)):
                found.setdefault(message, []).append(name)
    for rule in RULES:
        for paragraph in rule.paragraphs:
            found.setdefault(paragraph.template, []).append(_file_of(rule.find))
    for template in (*HELP_SAYS, *COMPLAINTS):
        found.setdefault(template, []).append("commands/usage.py")
    for name, text in help_texts(get_command(app)):
        found.setdefault(text, []).append(name)
    return {message: sorted(set(names)) for message, names in found.items()}


def help_texts(command: Command) -> Iterator[tuple[str, str]]:
    """Yield what the help of *command*, of its parameters and of the commands below it says, each with its file."""
    name = _file_of(command.callback) if command.callback else "commands/__init__.py"
    described = (command, *(param for param in command.params if isinstance(param, TyperArgument | TyperOption)))
    yield from ((name, part.help) for part in described if part.help)
    if isinstance(command, TyperGroup):
        for below in command.commands.values():
            yield from help_texts(below)


def _file_of(function: Callable[..., object]) -> str:
    """Return the file of *function*, below the package."""
    return f"{function.__module__.removeprefix(f'{ROOT.name}.').replace('.', '/')}.py"


def renew(catalogue: Catalog) -> Catalog:
    """Return *catalogue* with the messages that the code says, in the order of the files, translated as they were."""
    renewed = Catalog(
        catalogue.locale,
        header_comment=catalogue.header_comment,
        project="crosscheck",
        version="1",
        creation_date=catalogue.creation_date,
        revision_date=catalogue.revision_date,
        last_translator=catalogue.last_translator,
        language_team=catalogue.language_team,
        charset="utf-8",
        fuzzy=False,
    )
    for message, files in extract_messages().items():
        known = catalogue.get(message)
        comments = () if known is None else known.user_comments
        renewed.add(message, known.string if known else None, [(file, 0) for file in files], user_comments=comments)
    return renewed


def write_catalogue(catalogue: Catalog) -> bytes:
    """Return the text of *catalogue*, with the files of each message and no line numbers, which would move."""
    stream = BytesIO()
    write_po(stream, catalogue, width=120, include_lineno=False)
    return re.sub(rb'"(?:Generated-By|Report-Msgid-Bugs-To): .*\n', b"", stream.getvalue())


def compile_catalogue(catalogue: Catalog) -> bytes:
    """Return *catalogue* as gettext reads it."""
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def missing(catalogue: Catalog) -> Iterator[Template]:
    """Yield the messages that have no translation."""
    for message in catalogue:
        forms = (message.string,) if isinstance(message.string, str) else message.string
        if message.id and not (forms and all(forms)):
            yield message.id if isinstance(message.id, str) else tuple(message.id)


def main() -> None:
    """Bring each catalogue up to date, and say what is left to translate."""
    for path in catalogue_paths():
        renewed = renew(read_catalogue(path))
        path.write_bytes(write_catalogue(renewed))
        path.with_suffix(".mo").write_bytes(compile_catalogue(renewed))
        for template in missing(renewed):
            print(f"{path.name}: not translated: {template!r}")  # noqa: T201 - a tool tells


if __name__ == "__main__":
    main()

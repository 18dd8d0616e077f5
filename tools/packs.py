"""Compile every pack anew: python tools/packs.py. The tests fail when one is out of date."""

from __future__ import annotations

from pathlib import Path

from crosscheck.languages.glossary import load_glossary
from crosscheck.languages.lexicon import compile_lexicon, lexicon_path
from crosscheck.packfile import compile_pack, compiled_path

ROOT = Path(__file__).parents[1] / "src" / "crosscheck"
FOLDERS = ("languages", "languages/glossary", "domains", "values", "messages", "reports/words")


def main() -> None:
    """Write the compiled form of each YAML file of the pack folders beside it, and then the lexicons made of them."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.yaml")):
            compiled_path(path).write_bytes(compile_pack(path))
    for code in load_glossary().codes():
        lexicon_path(code).write_bytes(compile_lexicon(code))


if __name__ == "__main__":
    main()

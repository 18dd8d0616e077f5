"""What it takes to check a folder of documents of 3 kB, as a Markdown table.

``python tools/speed.py 10 100 1000`` writes so many documents about invented places to a folder that is removed
afterwards, and checks them twice, with ``--once`` once: anew, then with what that has put in the cache. Times are those
of the processor, until all documents are read and in all, and in all by the clock. One process does it all, as several
would blur what a document costs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from typing import NamedTuple

_TEXTS = Path(__file__).parents[1] / "tests" / "facts"
_PIECES = 4
"""Mixed texts of some 750 bytes that make one document."""


class Run(NamedTuple):
    """What one run took: processor seconds until all was read, and in all; seconds by the clock; memory in MB."""

    read: float
    processor: float
    clock: float
    memory: float


def write_documents(folder: Path, count: int) -> None:
    """Write *count* documents."""
    sys.path.insert(0, str(_TEXTS))
    from mixing import make_documents

    pieces = (document.text for document in make_documents(count * _PIECES))
    for number in range(count):
        text = "\n\n".join(islice(pieces, _PIECES))
        (folder / f"{number:05}.txt").write_text(f"{text}\n", encoding="utf-8")


def measure(folder: Path, cache: Path) -> Run:
    """Return what it takes to check *folder* with *cache*, in a process of its own."""
    started = time.perf_counter()
    command = [sys.executable, __file__, "--check", str(folder), "--cache", str(cache)]
    printed = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603 - this file
    return Run(clock=time.perf_counter() - started, **json.loads(printed))


def check_folder(folder: Path, cache: Path) -> str:
    """Check *folder* as the command does; return what it took as JSON."""
    from crosscheck import check
    from crosscheck.collector import patient_collector
    from crosscheck.commands.caching import open_cache
    from crosscheck.config import Config
    from crosscheck.documents import read_documents

    done: list[float] = []

    def note(read: int, of: int) -> None:
        if read == of:
            done.append(time.process_time())

    with patient_collector():
        documents, _ = read_documents([folder])
        kept = open_cache(Config(), cache, off=False)
        check(documents, progress=note, cache=kept)
        if kept is not None:
            kept.prune()
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return json.dumps({"read": done[-1], "processor": time.process_time(), "memory": memory})


def main() -> None:
    """Print a row for every count that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="*")
    parser.add_argument("--once", action="store_true")
    parser.add_argument("--check", type=Path)
    parser.add_argument("--cache", type=Path)
    told = parser.parse_args()
    if told.check:
        sys.stdout.write(check_folder(told.check, told.cache))
        return
    sys.stdout.write(
        "| documents | read | in all | by the clock | memory | read again | in all | by the clock | memory |\n"
    )
    sys.stdout.write(f"|{'---|' * 9}\n")
    for count in told.counts:
        with tempfile.TemporaryDirectory() as name:
            folder, cache = Path(name) / "documents", Path(name) / "cache"
            folder.mkdir()
            write_documents(folder, count)
            cells = [_word(measure(folder, cache)) for _ in range(1 if told.once else 2)]
        sys.stdout.write(f"| {count:,} | {' | '.join(cells)} |\n")
        sys.stdout.flush()


def _word(run: Run) -> str:
    return f"{run.read:.1f} s | {run.processor:.1f} s | {run.clock:.1f} s | {run.memory:.0f} MB"


if __name__ == "__main__":
    main()

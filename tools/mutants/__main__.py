"""Which changes of the code no test notices: mutation testing, as a list of mutants with what became of each.

``python tools/mutants src/crosscheck/findings --sample 400 --seed 1`` changes one place at a time (edits.py has which)
for a sample that the seed decides, and runs the tests that come by the line, the quickest first, at most ``--most``. A
mutant is killed by the first test that fails or takes too long, survives them all, or is unreached by any. ``--again
FILE`` tries only those that an earlier run printed as not killed. The tests are collected once; a mutant is a fork in
which one function has another body, so it costs little more than the test that kills it. Linux and macOS only; best
under ``nice -n 19``, and with the code left alone meanwhile.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

import pytest
from edits import Mutant, find_mutants, tell
from trial import Trial

_TESTS = ("tests/values", "tests/findings", "tests/seeds")


def choose(options: argparse.Namespace, modules: list[Path]) -> list[Mutant]:
    """Return the mutants of *modules* that the options ask for, in the order of the modules."""
    mutants = [mutant for module in modules for mutant in find_mutants(module)]
    if options.again:
        lines = options.again.read_text(encoding="utf-8").splitlines()
        left = {line.rpartition(": ")[0] for line in lines if line.endswith((": survived", ": unreached"))}
        return [mutant for mutant in mutants if tell(mutant) in left]
    chosen = random.Random(options.seed).sample(range(len(mutants)), min(options.sample, len(mutants)))  # noqa: S311
    return [mutants[number] for number in sorted(chosen)]


def main() -> int:
    """Try the mutants; return 0 when all were killed, else 1, or 2 when that cannot be known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("code", nargs="+", type=Path, help="modules or folders of them")
    parser.add_argument("--tests", nargs="+", default=_TESTS)
    parser.add_argument("--sample", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, default=200, help="tests that a mutant faces at most")
    parser.add_argument("--again", type=Path, help="what an earlier run printed")
    options = parser.parse_args()
    modules = [path for one in options.code for path in (sorted(one.resolve().rglob("*.py")) or [one.resolve()])]
    trial = Trial(modules, choose(options, modules), options.most)
    ended = pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", *options.tests], plugins=[trial])
    if ended not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        return 2
    return int(trial.fates["survived"] + trial.fates["unreached"] > 0)


if __name__ == "__main__":
    sys.exit(main())

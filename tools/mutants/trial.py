"""Trying mutants on tests that were collected once: what each test comes by, and which test a mutant fails."""

from __future__ import annotations

import ast
import gc
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryFile
from types import CodeType, FrameType, FunctionType

import msgspec
import pytest
from _pytest.runner import runtestprotocol
from edits import Mutant, mutate, tell

_PATIENCE_S = 5
"""Processor seconds a test may take beyond ten times what it took before: only an endless loop needs them."""


class Reached(msgspec.Struct):
    """What the tests come by: seconds of each test, and by 'path:line' the numbers of the tests that run the line."""

    seconds: list[float]
    lines: dict[str, list[int]]


def find_functions() -> dict[tuple[str, str], list[FunctionType]]:
    """Return every function that is there, wrapped or not, by its file and its qualified name."""
    functions = defaultdict(list)
    for function in gc.get_objects():
        if isinstance(function, FunctionType):
            functions[function.__code__.co_filename, function.__code__.co_qualname].append(function)
    return functions


def put_in(mutant: Mutant, functions: Mapping[tuple[str, str], list[FunctionType]]) -> None:
    """Give the function its other body, or the name of the module its other value, in this process."""
    tree, unit = mutate(mutant)
    path = str(mutant.path)
    if isinstance(unit, ast.FunctionDef):
        (code,) = (code for code in codes_in(compile(tree, path, "exec")) if code.co_qualname == mutant.name)
        for function in functions[path, mutant.name]:
            function.__code__ = code
        return
    modules = [vars(module) for name, module in sys.modules.items() if name.startswith("crosscheck")]
    (own,) = (module for module in modules if module.get("__file__") == path)
    old = own[mutant.name]
    exec(compile(ast.Module([unit], []), path, "exec"), own)  # noqa: S102 - the project's own code
    for module in modules:
        if module.get(mutant.name) is old:
            module[mutant.name] = own[mutant.name]


def codes_in(code: CodeType) -> Iterator[CodeType]:
    """Yield every code object inside *code*."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from codes_in(constant)


def fork(work: Callable[[], bytes]) -> bytes | None:
    """Return what *work* returns in a process of its own, without a voice; None when that raised or was ended."""
    with TemporaryFile() as result:
        child = os.fork()
        if not child:
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            status = 1
            try:
                result.write(work())
                result.flush()
                status = 0
            finally:
                os._exit(status)
        ended = os.waitpid(child, 0)[1]
        result.seek(0)
        return None if ended else result.read()


def run(items: list[pytest.Item], n: int) -> bool:
    """Return whether test *n* passes; what it has set up is torn down."""
    return not any(report.failed for report in runtestprotocol(items[n], log=False, nextitem=None))


class Tracer:
    """What the interpreter calls at every line: notes those of the modules at *paths* for the test that is running."""

    def __init__(self, paths: frozenset[str]) -> None:
        """Note nothing yet."""
        self._paths = paths
        self.test = 0
        self.lines: defaultdict[str, dict[int, None]] = defaultdict(dict)

    def __call__(self, frame: FrameType, event: str, _argument: object) -> Tracer | None:
        """Stay out of functions of other modules."""
        if event == "call":
            return self if frame.f_code.co_filename in self._paths else None
        self.lines[f"{frame.f_code.co_filename}:{frame.f_lineno}"][self.test] = None
        return self


def trace(items: list[pytest.Item], paths: frozenset[str]) -> bytes:
    """Run every test; return as JSON what each comes by in the modules at *paths*, or nothing when a test fails."""
    tracer = Tracer(paths)
    seconds = []
    for tracer.test in range(len(items)):
        started = time.process_time()
        sys.settrace(tracer)
        passed = run(items, tracer.test)
        sys.settrace(None)
        seconds.append(time.process_time() - started)
        if not passed:
            return b""
    return msgspec.json.encode(Reached(seconds, {line: list(tests) for line, tests in tracer.lines.items()}))


class Trial:
    """A pytest plugin that tries mutants on the collected tests instead of running these."""

    def __init__(self, modules: list[Path], mutants: list[Mutant], most: int) -> None:
        """Try *mutants* of *modules*, each on *most* of the tests that come by, quick and slow ones evenly."""
        self._most = most
        self._mutants = mutants
        self._trees = {str(path): ast.parse(path.read_bytes()) for path in modules}
        self.fates: Counter[str] = Counter()

    def pytest_configure(self) -> None:
        """Let generated tests be the same every time, and not look for smaller examples."""
        from hypothesis import Phase, settings

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("mutants", derandomize=True, database=None, deadline=None, phases=phases)
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Print the fate of each mutant as soon as it is known, and at last how many met each."""
        functions = find_functions()
        traced = fork(lambda: trace(session.items, frozenset(self._trees)))
        if not traced:
            raise pytest.UsageError("a test fails without any change")
        reached = msgspec.json.decode(traced, type=Reached)
        for mutant in self._mutants:
            fate = self._try(mutant, functions, session.items, reached)
            self.fates[fate.partition(" ")[0]] += 1
            print(f"{tell(mutant)}: {fate}", flush=True)  # noqa: T201 - the result of the tool
        print(", ".join(f"{count} {fate}" for fate, count in sorted(self.fates.items())))  # noqa: T201
        return True

    def _try(
        self,
        mutant: Mutant,
        functions: Mapping[tuple[str, str], list[FunctionType]],
        items: list[pytest.Item],
        reached: Reached,
    ) -> str:
        tests = {test for line in self._lines_of(mutant) for test in reached.lines.get(line, ())}
        if not tests:
            return "unreached"
        step = -(-len(tests) // self._most)

        def kill() -> bytes:
            put_in(mutant, functions)
            for test in sorted(tests, key=lambda test: reached.seconds[test])[::step]:
                signal.setitimer(signal.ITIMER_VIRTUAL, 10 * reached.seconds[test] + _PATIENCE_S)
                if not run(items, test):
                    return items[test].nodeid.encode()
            return b"-"

        killer = fork(kill)
        return "survived" if killer == b"-" else f"killed by {killer.decode() if killer else 'an error or time'}"

    def _lines_of(self, mutant: Mutant) -> Iterator[str]:
        """Yield the lines of a mutant, or where the modules use the name that it gives another value."""
        if mutant.is_in_function:
            yield from (f"{mutant.path}:{line}" for line in mutant.lines)
            return
        for path, tree in self._trees.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Name) and node.id == mutant.name:
                    yield f"{path}:{node.lineno}"

"""How many findings there are of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from crosscheck.records import Finding


def count_codes(findings: Iterable[Finding], names: Mapping[str, str]) -> Iterator[str]:
    """Yield a line a code that was found, the commonest first: number, code, the rule's name out of *names*."""
    counts = Counter(finding.code for finding in findings)
    width = len(str(max(counts.values(), default=0)))
    for code, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{number:>{width}}  {code}  {names.get(code, '')}".rstrip()

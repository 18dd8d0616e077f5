"""Findings by the codes of their rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosscheck.config.tree import suggest
from crosscheck.errors import ConfigError
from crosscheck.messages import say
from crosscheck.records import Finding


def check_codes(codes: Iterable[str], known: Sequence[str], place: str) -> tuple[str, ...]:
    """Return *codes* in capitals, each of which is one of *known* or its beginning: 'CC2' stands for all of CC2xx.

    Args:
        codes: as written, several in one where commas separate them.
        known: the codes of all rules.
        place: where they are written, for messages.

    Raises:
        ConfigError: one of them begins no code.
    """
    named = [part.strip().upper() for code in codes for part in code.split(",") if part.strip()]
    for name in named:
        if not any(code.startswith(name) for code in known):
            what = say("unknown code {code}", code=repr(name))
            raise ConfigError(what, remedy=suggest(name, known), place=place)
    return tuple(named)


def has_code(finding: Finding, codes: Iterable[str]) -> bool:
    """Return whether one of *codes* is the finding's or its beginning."""
    return any(finding.code.startswith(code) for code in codes)


def select(findings: Iterable[Finding], chosen: Sequence[str], ignored: Sequence[str]) -> tuple[Finding, ...]:
    """Return those of *findings* that one of *chosen* names, all where it is empty, and none of *ignored* does.

    Where both name a finding, the longer name wins, and of two equal ones *ignored*.
    """
    kept = []
    for finding in findings:
        wanted, unwanted = _reach(finding, chosen), _reach(finding, ignored)
        if (wanted or not chosen) and (not unwanted or unwanted < wanted):
            kept.append(finding)
    return tuple(kept)


def _reach(finding: Finding, codes: Iterable[str]) -> int:
    """Return the length of the longest of *codes* that names *finding*; 0 where none does."""
    return max((len(code) for code in codes if finding.code.startswith(code)), default=0)

"""The 'of' between a number and what it counts: 'tens of thousands of people', 'deux millions d'euros'."""

from __future__ import annotations

import re

from crosscheck.mentions.numbers.numeral import Numeral
from crosscheck.mentions.numbers.page import Page

_OF = re.compile(r" ([^\W\d_]+)(?:(?= [^\W\d_])|(['’])(?=[^\W\d_]))")


def takes_of(page: Page, numeral: Numeral) -> bool:
    """Return whether 'of' may stand between the number and its noun: after a vague count or a dozen.

    In some languages it stands after every scale and fraction, too ('un quart d'heure').
    """
    if numeral.form == "vague" or numeral.leading == "group":
        return True
    return page.lexicon.pack.partitive_scales and (numeral.scaled or numeral.form == "fraction")


def past_of(page: Page, at: int) -> int:
    """Return where the 'of' that begins at *at* ends, before the blank or after the apostrophe; *at* without one."""
    match = _OF.match(page.text, at)
    if match is None:
        return at
    word = match[1].lower() + ("'" if match[2] else "")
    return match.end() if word in page.lexicon.pack.of else at

"""Digits that are a year where nothing says so: what stands around them, and what they count instead."""

from __future__ import annotations

import re

from crosscheck.mentions.dates import tokens as t
from crosscheck.mentions.dates.reading import Reading
from crosscheck.mentions.dates.scene import PLURAL, Readings, Scene
from crosscheck.mentions.wholes import is_part_of_more

_RECENT = range(1900, 2100)
_PEOPLE = re.compile(r"[ \t\xa0](?:people|men|women|children|troops|percent|per cent|million)\b")
"""What digits count without a plural in -s; behind 'in' they are a year all the same."""
_COUNTED = re.compile(r"[ \t\xa0]*(?:%|[€$£°]|[A-ZÄÖÜ][a-zäöüß]{2,})|[.,]\d|-(?!\d{4}\b)\w|\w|['’]\w{2}")
_OLD = {t.LICENCE, t.AT, t.IN, t.AFTER, t.VOR, t.RANGE, t.MOD, t.JOINER, "-"}
"""Classes before a bare year of any century."""
_LICENCES = t.IN + t.LICENCE + t.GENITIVE + t.RANGE + t.AFTER + t.BEFORE + t.MOD + "-"
_YEARS_BEFORE = re.compile(r"y(?:,?&|[,/b])t?$")
_WORD = re.compile(r"[ \t\xa0][^\W\d_]")
_EVENT = re.compile(r"(?:[ \t\xa0][A-Za-z]|[-–]\d{2})")
_LOOK = 60
"""How many code points around digits are looked at."""
_DESCRIBED = re.compile(r"[ \t\xa0]([^\W\d_A-ZÄÖÜ]+en?)[ \t\xa0][A-ZÄÖÜ][^\W\d_]{2,}")
"""An adjective and a noun, as a language with capital nouns writes them."""
_COUNT_JOINED = re.compile(r"\d[ \t\xa0][^\W\d_a-zäöü][^\W\d_]+[ \t\xa0][^\W\d_]+[ \t\xa0]\Z")
"""Another count before a joiner: '730 Verletzte und 1900 zerstörte Häuser'."""
_WORD_AND_NUMBER = re.compile(r"[ \t\xa0]([^\W\d_]+)[ \t\xa0](?:[^\W\d_]+[ \t\xa0])?\d")


def bare_year(scene: Scene) -> Readings | None:
    """Read '2014' where the context says that it is a year: a preposition, brackets, an article and a noun.

    In a language that names years without a preposition ('2007 wurde ...') it is one unless a noun follows, which it
    would count ('2014 Stimmen').
    """
    token = scene.need(t.YEAR)
    text, start, end = scene.text, token.start, token.end
    ahead = text[end : end + 24]
    behind = text[max(0, start - 2) : start]
    if scene.after == "" and _WORD.match(ahead) and _is_in_thousands(scene, token):
        return None
    if is_part_of_more(text, end, token.number, scene.words.wholes):
        return None
    if behind[-1:] and (behind[-1] in "$£€#.:" or behind[-1].isalnum() or _is_part_number(scene, behind)):
        return None
    if scene.words.bare_years and _counts(scene, token):
        return None
    if scene.after in {t.RANGE, "-"} and scene.stop + 1 < len(scene.run) and scene.run[scene.stop + 1].code == t.NUMBER:
        return None
    bracketed = behind[-1:] in {"(", "["} and ahead[:1] in {")", "]", "-", "–", "/", ","}
    strict = _COUNTED if scene.words.bare_years else PLURAL
    counted = strict.match(ahead) is not None or (scene.before != t.IN and _PEOPLE.match(ahead) is not None)
    about = scene.before == t.APPROXIMATOR
    strong = scene.before == t.LICENCE
    if scene.words.bare_years:
        modern = 1900 <= token.number < 2100
        plain = not counted and (modern or scene.before in _OLD or scene.after in t.RANGE + "-")
        good = bracketed or plain or (strong and not ahead[:1].isalnum())
    else:
        licensed = (scene.before in _LICENCES and scene.before != "") or _continues_years(scene) or _opens_years(scene)
        licensed = licensed and not (scene.before == t.GENITIVE and _is_counted_of(scene))
        marks = scene.before == t.ARTICLE or (scene.before == t.ONE and _is_recent(token.number) and not counted)
        good = bracketed or (licensed and not counted) or (marks and _names_event(ahead)) or (about and _ends(ahead))
    if not good:
        return None
    start, mod = (scene.run[scene.first - 1].start, "APPROX") if about else (start, "")
    return (
        Reading(kind="date", start=start, end=end, rule="year", year=token.number, mod=mod),
    )  # fmt: skip


def _is_recent(year: int) -> bool:
    """Return whether a year behind 'a' is one and no length: 'a 2019 film', not 'a 2000 metre race'."""
    return year in _RECENT and year % 100 != 0


def _ends(ahead: str) -> bool:
    """Return whether the phrase ends: nothing follows that the number could count."""
    return not ahead or (ahead[0] in ".,;:)!?\n" and not ahead[1:2].isdigit())


def _is_counted_of(scene: Scene) -> bool:
    """Return whether a noun that measures stands before the preposition: 'an average of 1992', not 'a law of 1992'."""
    words = scene.text[max(0, scene.start - 32) : scene.run[scene.first - 1].start].split()
    return bool(words) and words[-1].lower() in scene.words.measures


def _is_in_thousands(scene: Scene, token: t.Token) -> bool:
    """Return whether the year is spelled as a number may be: 'two thousand and five people'."""
    return not token.word.isdigit() and not set(token.word.split()).isdisjoint(scene.words.thousands)


def _is_part_number(scene: Scene, behind: str) -> bool:
    """Return whether letters or digits and a hyphen stand before ('mRNA-1345', '123-12-1234').

    A mod ('mid-2014') and another year ('1998-2002') may stand there.
    """
    if behind[-1] not in "-–" or not behind[:1].isalnum():
        return False
    return scene.first < 2 or scene.run[scene.first - 2].code not in {t.MOD, t.YEAR}


def _continues_years(scene: Scene) -> bool:
    """Return whether a year stands before, with but a joiner between: '2007, 2009 and 2011'."""
    before = "".join(token.code for token in scene.run[max(0, scene.first - 3) : scene.first])
    return _YEARS_BEFORE.search(before) is not None


def _opens_years(scene: Scene) -> bool:
    """Return whether a dash and a later year follow: '1998-2002'."""
    following = scene.run[scene.stop : scene.stop + 2]
    if [token.code for token in following] != ["-", t.YEAR]:
        return False
    return scene.need(t.YEAR).number < following[1].number


def _names_event(ahead: str) -> bool:
    """Return whether a noun follows that a year can mark: 'the 2014 by-election'."""
    return _EVENT.match(ahead) is not None


def _counts(scene: Scene, token: t.Token) -> bool:
    """Return whether digits count, in a language whose years need no preposition.

    They do between 'by' and 'to' with a number ('um 1150 auf 63.400'), and before an adjective and its noun where they
    are about so many, follow a word that only counts have, are joined to a count, or are round within a clause.
    """
    words, ahead = scene.words, scene.text[token.end : token.end + _LOOK]
    behind = scene.text[max(0, token.start - _LOOK) : token.start]
    last = behind.split()[-1:]
    if last and last[0].lower() in words.by:
        hit = _WORD_AND_NUMBER.match(ahead)
        return hit is not None and hit[1] in words.led_to
    described = _DESCRIBED.match(ahead)
    if described is None or described[1] in words.vague or described[1] in words.determiners:
        return False
    if scene.before in {t.APPROXIMATOR, t.HEDGE}:
        return True
    if last and last[0].lower() in words.counting:
        return True
    if scene.before == t.JOINER:
        return _COUNT_JOINED.search(behind) is not None
    return scene.before == "" and token.number % 100 == 0 and behind[-2:-1].isalpha()

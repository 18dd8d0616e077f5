"""What a document tells of, in words that other reports of the same would share, and how much two have in common.

The weights are those of one story's reports: what they name is the same, most of all what they name first and often;
rare words are; words of every day are in any two reports. Reports of one event appear within days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import chain

import msgspec

from crosscheck.facts.entities import Registry
from crosscheck.languages import list_everyday
from crosscheck.records import Amount, Claim, Section
from crosscheck.values.decimals import significant_digits

_OFTEN = 2
"""How often a document mentions what it is about, unless its opening does."""
_OPENING = 2
"""How many sections open a document: the headline and what follows it."""
_WIDE = 5
"""A name of more documents than these tells little, unless others come with it."""
_COMPANIONS = 2
"""How many names that mostly come with it, as it does with them, make a widespread name that of one large story."""

_MAIN = 3
"""What a shared name tells that is a main one in both, beside what its words do."""
_RARE_WORD = 2
_MOST_NAMELESS = 3
_EVERYDAY_WORD = 1
_MOST_EVERYDAY = 4
_SPREAD = 8
"""In how many documents a word may stand and still tell something."""
_DAYS = (10, 60, 200, 400)
_LONG_AFTER = -8
_NEARNESS = (2, 0, -1, -4, _LONG_AFTER)
"""What the days between two documents tell: no more than these steps, or more than all."""
_SEVERAL = 2
"""A document that names fewer things than these may be about anything."""
_SAME_EVENT = 8
_MEASURED = frozenset({"money", "percent", "quantity"})
_COINCIDENCE = 2
"""More figures with their units than one in common, or digits of one, are no chance."""

Told = tuple[Fraction, str]
"""A number with its unit."""


class Topic(msgspec.Struct, frozen=True):
    """What a document names and says: ``main`` names stand in its opening or often, all of them in ``names``.

    ``called`` holds each main name that has terms with them. ``rare`` are terms that no glossary has, ``everyday``
    the others that stand beside its values. ``event`` is the event it names, '' if none. ``figures`` are the sums,
    shares and measures that it prints, but times.
    """

    main: frozenset[str]
    names: frozenset[str]
    called: frozenset[tuple[str, frozenset[str]]]
    rare: frozenset[str]
    everyday: frozenset[str]
    event: str
    published: date | None
    figures: frozenset[Told] = frozenset()


class Spread(msgspec.Struct, frozen=True):
    """How far names and words are spread: the names that tell no story, and the words that do not."""

    names: frozenset[str]
    words: frozenset[str]


class Marks(msgspec.Struct, frozen=True):
    """What of a topic may tell its story from others: what of it is not spread too far, named as there.

    ``known`` and ``said`` are all its names and rare terms, however far they are spread.
    """

    main: frozenset[str]
    names: frozenset[str]
    called: tuple[tuple[str, frozenset[str]], ...]
    rare: frozenset[str]
    everyday: frozenset[str]
    event: str
    known: frozenset[str]
    said: frozenset[str]


def read_topic(
    document: str,
    sections: Iterable[Section],
    claims: Iterable[Claim],
    registry: Registry,
    event: str,
    published: date | None,
) -> Topic:
    """Return the topic of *document*, with its names as all documents know them."""
    told = [[registry.canonical(document, name) for name in section.names] for section in sections]
    counts = Counter(chain.from_iterable(told))
    main = frozenset(name for name, count in counts.items() if count >= _OFTEN).union(*told[:_OPENING])
    terms = {registry.canonical(document, name): own for section in sections for name, own in section.terms.items()}
    several = tuple(claims)
    beside = set[str]().union(*(claim.context.near for claim in several if claim.context is not None))
    common = list_everyday(beside)
    rare = frozenset(beside - common).union(*terms.values())
    called = frozenset((name, terms[name]) for name in main if terms.get(name))
    figures = frozenset(_figures(several))
    return Topic(main, frozenset(counts), called, rare, common, event, published, figures)


def _figures(claims: Iterable[Claim]) -> Iterator[Told]:
    """Yield the figures of *claims* that have a unit and are seldom the same by chance."""
    for claim in claims:
        value, mention = claim.value, claim.mention
        if mention is None or mention.kind not in _MEASURED or not isinstance(value, Amount) or not claim.is_printed:
            continue
        if value.stated is not None and len(significant_digits(value.stated)) >= _COINCIDENCE:
            yield value.stated, value.unit


def find_spread(topics: Iterable[Topic]) -> Spread:
    """Return what is spread too far to tell one story from another; topics that are equal count once."""
    distinct = set(topics)
    words = Counter(chain.from_iterable(chain(topic.rare, topic.everyday) for topic in distinct))
    return Spread(
        frozenset(_common_names(distinct)), frozenset(word for word, count in words.items() if count > _SPREAD)
    )


def _common_names(topics: Iterable[Topic]) -> Iterator[str]:
    """Yield the names of many documents without companions: what comes with them is another thing each time."""
    several = tuple(topics)
    counts = Counter(chain.from_iterable(topic.names for topic in several))
    wide = {name: Counter[str]() for name, count in counts.items() if count > _WIDE}
    for topic in several:
        for name in topic.names & wide.keys():
            wide[name].update(other for other in topic.names if other != name)
    for name, beside in wide.items():
        mutual = [n for n, together in beside.items() if 2 * together >= max(counts[name], counts[n])]
        if len(mutual) < _COMPANIONS:
            yield name


def find_marks(topic: Topic, spread: Spread) -> Marks:
    """Return what of *topic* is not *spread* too far."""
    return Marks(
        main=topic.main - spread.names,
        names=topic.names - spread.names,
        called=tuple((name, terms) for name, terms in topic.called if name not in spread.names),
        rare=topic.rare - spread.words,
        everyday=topic.everyday - spread.words,
        event=topic.event,
        known=topic.names,
        said=topic.rare,
    )


def have_in_common(left: Marks, right: Marks) -> int:
    """Return how much two topics have in common: what they name and say, and their event.

    Without a main name in common, or two, rare words count little: those of one trade are in any of its reports.
    """
    main = (left.main & right.main) | _called_by(left, right) | _called_by(right, left)
    words = _RARE_WORD * len(left.rare & right.rare)
    if not main and len(left.names & right.names) < _SEVERAL:
        words = min(words, _MOST_NAMELESS)
    everyday = _EVERYDAY_WORD * len(left.everyday & right.everyday)
    event = _SAME_EVENT if left.event and left.event == right.event else 0
    return _MAIN * len(main) + words + min(everyday, _MOST_EVERYDAY) + event


def weigh_days(left: Topic, right: Topic) -> int:
    """Return what the days of publication say for one story, 0 where one is not known."""
    if left.published is None or right.published is None:
        return 0
    return _NEARNESS[bisect_left(_DAYS, abs((left.published - right.published).days))]


def _called_by(left: Marks, right: Marks) -> set[str]:
    """Return the main names of *left* that *right* says and does not know for names: all nouns may have a capital."""
    return {name for name, terms in left.called if terms <= right.said and name not in right.known}


def size(marks: Marks) -> int:
    """Return how much a topic holds that another may have in common with it, words of every day left aside."""
    return _MAIN * len(marks.main) + _RARE_WORD * len(marks.rare)


def may_be_one(left: Topic, right: Topic) -> bool:
    """Return whether nothing shows that two documents, handed over together, tell of two things.

    They show it where each names several things and none is the other's, where more than a year lies between them, and
    where they have no word in common, unless they are of the same days. Who names nobody in common may still tell the
    same figures.
    """
    days = weigh_days(left, right)
    if days == _LONG_AFTER:
        return False
    if not (left.names.isdisjoint(right.names) and left.rare.isdisjoint(right.rare)):
        return True
    if len(left.figures & right.figures) >= _COINCIDENCE and len(left.everyday & right.everyday) >= _MOST_EVERYDAY:
        return True
    alike = days > 0 or not left.everyday.isdisjoint(right.everyday)
    return alike and min(len(left.names), len(right.names)) < _SEVERAL

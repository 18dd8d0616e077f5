"""What subjects and attributes are called that no document and no domain has a name for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from crosscheck.messages import Argument, Locale, Phrase, Unit, join, label, say
from crosscheck.records.facts import THE_EVENT, is_unnamed
from crosscheck.values.measures import dimension

_RANK = "rank_by_"
_GENERAL: Mapping[str, Phrase] = MappingProxyType(
    {
        "number": say("number"),
        "percent": say("percentage"),
        "ordinal": say("rank"),
        "quantity": say("quantity"),
        "money": say("amount of money"),
        "date": say("date"),
        "time": say("time"),
        "duration": say("duration"),
        "frequency": say("frequency"),
        "name": say("name"),
        "share": say("share"),
        "whole": say("whole"),
        "change": say("change"),
        "before": say("earlier value"),
        "step": say("step"),
        "multiple": say("multiple"),
        "average": say("average"),
        "rate": say("rate"),
    }
)
"""Attributes of claims whose noun tells none: the kind of the value, or how it was reckoned."""
_RANKS: Mapping[str, Phrase] = MappingProxyType(
    {
        "size": say("rank by size"),
        "smallness": say("rank by smallness"),
        "strength": say("rank by strength"),
        "weakness": say("rank by weakness"),
        "severity": say("rank by severity"),
        "deadliness": say("rank by deadliness"),
        "destruction": say("rank by destruction"),
        "wetness": say("rank by wetness"),
        "dryness": say("rank by dryness"),
        "heat": say("rank by heat"),
        "cold": say("rank by cold"),
        "wind": say("rank by wind"),
        "height": say("rank by height"),
        "lowness": say("rank by lowness"),
        "depth": say("rank by depth"),
        "length": say("rank by length"),
        "shortness": say("rank by shortness"),
        "width": say("rank by width"),
        "weight": say("rank by weight"),
        "age": say("rank by age"),
        "youth": say("rank by youth"),
        "speed": say("rank by speed"),
        "slowness": say("rank by slowness"),
        "price": say("rank by price"),
        "cheapness": say("rank by cheapness"),
        "wealth": say("rank by wealth"),
        "poverty": say("rank by poverty"),
        "brightness": say("rank by brightness"),
        "population": say("rank by population"),
        "earliness": say("rank by earliness"),
        "popularity": say("rank by popularity"),
        "quality": say("rank by quality"),
    }
)
"""Ranks by what superlatives measure, a key that all languages share."""


def name_attribute(attribute: str, names: Mapping[str, str]) -> Phrase:
    """Return what *attribute* is called: as its concept's *names* say by language, else by what is known of it.

    A counted noun of a document stays as it is.
    """
    if names:
        return label(names, attribute.replace("_", " "))
    if attribute in _GENERAL:
        return _GENERAL[attribute]
    if attribute.startswith(_RANK) and (measure := attribute.removeprefix(_RANK)) in _RANKS:
        return _RANKS[measure]
    is_measure = dimension(attribute) != attribute
    return Unit(attribute, is_one=True) if is_measure else join([attribute.replace("_", " ")])


SkipReason = Literal[
    "across two sentences",
    "no date to reckon from",
    "no value",
    "part of a phrase",
    "nothing alike in another document",
    "no subject found",
    "may be of two things",
]
"""Why a mention was compared with nothing; programs read it as it stands."""
_REASONS: Mapping[SkipReason, Phrase] = MappingProxyType(
    {
        "across two sentences": say("across two sentences"),
        "no date to reckon from": say("no date to reckon from"),
        "no value": say("no value"),
        "part of a phrase": say("part of a phrase"),
        "nothing alike in another document": say("nothing alike in another document"),
        "no subject found": say("no subject found"),
        "may be of two things": say("may be of two things"),
    }
)


def name_reason(reason: str, locale: Locale) -> str:
    """Return why a mention was skipped, in the language of *locale*; as it stands where that is not known."""
    return next((phrase.said_in(locale) for known, phrase in _REASONS.items() if known == reason), reason)


def say_linked(why: Argument) -> Phrase:
    """Return the line of an explanation that says why claims were linked."""
    return say("linked: {why}", why=why)


def name_subject(subject: str) -> Argument:
    """Return what *subject* is called: its name, or 'the event' with its number where no document names one."""
    if not is_unnamed(subject):
        return subject
    number = subject.removeprefix(THE_EVENT).strip(" ()")
    return say("the event ({number})", number=number) if number else say("the event")

"""The number vocabulary of one language, compiled once: look-ups, and patterns for scanning and splitting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Literal

import msgspec
import re2

from crosscheck.languages import LanguagePack, load_language
from crosscheck.languages.numbers import HedgeWords, NumberWords
from crosscheck.mentions.numbers.digits import VULGAR
from crosscheck.mentions.numbers.measures import Measures, compile_measures
from crosscheck.mentions.numbers.series import SeriesPattern, compile_series

Role = Literal[
    "cardinal", "hundred", "scale", "group", "plural", "vague", "ordinal", "power", "fraction", "mixed", "denominator",
    "joiner", "of", "article", "point",
]  # fmt: skip


class Word(msgspec.Struct, frozen=True, gc=False):
    """What one number word contributes: its role, and its value (a power of ten for scales and plurals)."""

    role: Role
    value: int | Fraction
    high: int | None = None


class Hedge(msgspec.Struct, frozen=True, gc=False):
    """A hedge by its canonical name, with how it bounds."""

    name: str
    words: HedgeWords


class Lead(msgspec.Struct, frozen=True, gc=False):
    """What a word right before a number may announce: a rank, or the end of a hedge of at most ``length`` words."""

    rank: bool
    length: int


class Lexicon(msgspec.Struct, frozen=True, gc=False):
    """Everything that finding numbers in one language looks up, by lower-case words.

    ``scanner`` finds candidate runs in UTF-8; ``pieces`` splits a compound into the words of ``words``;
    ``phrases`` matches those of several parts ('quatre-vingt'), None where there are none;
    ``no_nouns`` are the words that no counted noun is or holds;
    ``elision`` matches an elided word with its apostrophe, None where the language has none;
    ``compound_ordinal`` has the groups head, stem, suffix and superlative. ``hedges`` and ``hedges_after`` are keyed by
    whole phrases.
    """

    code: str
    pack: NumberWords
    words: dict[str, Word]
    scanner: re2._Regexp
    pieces: re.Pattern[str]
    phrases: re.Pattern[str] | None
    compound_ordinal: re.Pattern[str]
    elision: re.Pattern[str] | None
    plural_endings: tuple[str, ...]
    hedges: dict[str, Hedge]
    hedges_after: dict[str, Hedge]
    leads: dict[str, Lead]
    trails: frozenset[str]
    measures: Measures
    scores: frozenset[str]
    series: SeriesPattern
    stops: frozenset[str]
    no_nouns: frozenset[str]
    age_leads: frozenset[str]
    age_words: frozenset[str]


def lexicon_for(pack: LanguagePack) -> Lexicon:
    """Return the compiled vocabulary of *pack*, built on the first call."""
    return lexicon_of(pack.code)


@cache
def lexicon_of(code: str) -> Lexicon:
    """Return the compiled vocabulary of the language *code*, built on the first call."""
    language = load_language(code)
    pack = language.numbers
    words = _number_words(pack)
    hedges = {_bare(phrase): Hedge(name, hedge) for name, hedge in pack.hedges.items() for phrase in hedge.words}
    after = {phrase: Hedge(name, hedge) for name, hedge in pack.hedges.items() for phrase in hedge.after}
    return Lexicon(
        code=code,
        pack=pack,
        words=words,
        scanner=re2.compile(_scanner_pattern(pack).encode()),
        pieces=re.compile(_alternatives([*_compoundable(pack), *pack.joiners])),
        phrases=_phrases(words),
        compound_ordinal=re.compile(_ordinal_pattern(pack)),
        elision=_elision(language.elisions),
        plural_endings=tuple(pack.plural_endings),
        hedges=hedges,
        hedges_after=after,
        leads=_leads(pack, hedges),
        trails=frozenset(phrase.split()[0] for phrase in after),
        measures=compile_measures(pack),
        scores=pack.scores,
        series=compile_series(language.names.articles, language.clauses.coordinators),
        stops=pack.noun_stops,
        no_nouns=pack.noun_stops.union(pack.months, words),
        age_words=_age_words(pack),
        age_leads=frozenset(cue.split()[-1] for cue in pack.age.get("before", ())),
    )


def _age_words(pack: NumberWords) -> frozenset[str]:
    """Return the first words of what makes an age of the years before it ('old', 'of age')."""
    return frozenset(cue.lstrip("-").split()[0].lower() for key in ("", "year") for cue in pack.age.get(key, ()))


def _bare(phrase: str) -> str:
    """Return *phrase* without the apostrophe of an elided last word ('plus d')."""
    return phrase.rstrip("'")


def _elision(words: frozenset[str]) -> re.Pattern[str] | None:
    return re.compile(rf"\b({_alternatives(words)})['’](?=\w)", re.IGNORECASE) if words else None


def _leads(pack: NumberWords, hedges: dict[str, Hedge]) -> dict[str, Lead]:
    lengths: dict[str, int] = {}
    for phrase in hedges:
        words = phrase.split()
        lengths[words[-1]] = max(lengths.get(words[-1], 0), len(words))
    ranks = frozenset(pack.rank_cues)
    return {word: Lead(word in ranks, lengths.get(word, 0)) for word in {*lengths, *ranks}}


def _number_words(pack: NumberWords) -> dict[str, Word]:
    """Return every number word with its contribution; where a word has two, the one that stands alone wins."""
    words: dict[str, Word] = {}
    words |= {word: Word("article", 1) for word in pack.articles}
    words |= {word: Word("joiner", 0) for word in pack.joiners}
    words |= {word: Word("of", 0) for word in pack.of}
    words |= {word: Word("point", 0) for word in pack.point}
    words |= {word: Word("plural", power) for word, power in pack.plural_scales.items()}
    words |= {word: Word("cardinal", value) for word, value in pack.cardinals.items()}
    words |= {word: Word("hundred", 100) for word in pack.hundreds}
    words |= {
        word: Word("scale", 10**power, 10 ** (power + 1) if word in pack.plural_scales else None)
        for word, power in pack.scales.items()
    }
    words |= {word: Word("vague", vague.low, vague.high) for word, vague in pack.vague.items()}
    words |= {word: Word("group", n, words[word].high if word in words else None) for word, n in pack.groups.items()}
    words |= {word: Word("fraction", Fraction(value)) for word, value in pack.fractions.items()}
    words |= {word: Word("mixed", Fraction(value)) for word, value in pack.mixed.items()}
    words |= {word: Word("denominator", value) for word, value in pack.denominators.items()}
    forms = pack.ordinals
    words |= {
        s + e: Word("power" if value > 999 else "ordinal", value)
        for (s, value), e in product(forms.stems.items(), forms.endings)
    }
    words |= {word: Word("ordinal", value) for word, value in forms.adverbs.items()}
    if forms.suffix:
        powers = [(word, 100) for word in pack.hundreds] + [(word, 10**p) for word, p in pack.scales.items()]
        words |= {w + forms.suffix + e: Word("power", value) for (w, value), e in product(powers, forms.endings)}
    return words


def _phrases(words: dict[str, Word]) -> re.Pattern[str] | None:
    """Return the pattern of the words that have several parts, with any hyphen; None where there are none."""
    parts = [word for word in words if "-" in word or " " in word]
    if not parts:
        return None
    return re.compile(_alternatives(parts).replace(r"\-", "[-‐‑]") + r"(?![^\W\d_])", re.IGNORECASE)


def _compoundable(pack: NumberWords) -> list[str]:
    return [*pack.cardinals, *pack.hundreds, *pack.scales]


def _scanner_pattern(pack: NumberWords) -> str:
    """Return the pattern of a run: numbers in digits or words, and what may stand between the parts of one."""
    part = _alternatives(_compoundable(pack))
    joiner = _alternatives(pack.joiners)
    ordinals = pack.ordinals
    ending = _alternatives(ordinals.endings)
    stem = _alternatives(ordinals.stems)
    superlative = f"(?:{_alternatives(ordinals.superlatives)})?" if ordinals.superlatives else ""
    others = [
        *pack.groups,
        *pack.plural_scales,
        *pack.vague,
        *pack.fractions,
        *pack.mixed,
        *pack.denominators,
        *ordinals.adverbs,
    ]
    single = _alternatives(word for word in others if word[-1].isascii())
    accented = _alternatives(word for word in others if not word[-1].isascii())
    suffix = f"(?:{re.escape(ordinals.suffix)}{ending})?" if ordinals.suffix else ""
    compound = f"{part}(?:{joiner}?{part})*{suffix}"
    ordinal = rf"(?:{part}(?:{joiner}?{part})*{joiner}?)?{stem}{superlative}{ending}"
    word = rf"\b(?i:(?:{ordinal}|{compound}|{single})\b|{accented})"  # \b knows ASCII alone
    vulgar = f"[{''.join(VULGAR)}]"
    power = r"(?:[eE][+-]?[0-9]+|\s?[x×*]\s?10(?:\^[+−-]?|[−-])[0-9]+|\^[+-]{0,2}[0-9]{1,2})"
    digits = rf"(?:[0-9]+(?:[.,'’·٬][0-9]+)*|[.,][0-9]+){power}?{vulgar}?|{vulgar}"
    blank = r"[ \t\x{a0}\x{202f}\x{2009}]"
    links = _alternatives([*pack.joiners, *pack.of, *pack.point])
    article = _alternatives(pack.articles)
    words_between = rf"(?i:{links}{blank}{{1,3}})?(?i:{article}{blank}{{1,3}})?"
    hyphens = rf"[-‐‑](?:(?i:{joiner})[-‐‑])?"
    gap = rf"(?:{blank}{{1,3}}{words_between}|{hyphens}|{blank}?[-‐‑—–]{blank}?|{blank}?/{blank}?)"
    one = rf"\b(?i:{article}) (?i:{_alternatives(pack.single)})\b"
    return rf"(?:{digits}|{word})(?:{gap}(?:{digits}|{word}))*|{one}"


def _ordinal_pattern(pack: NumberWords) -> str:
    forms = pack.ordinals
    head = _alternatives([*_compoundable(pack), *pack.joiners])
    suffix = re.escape(forms.suffix) if forms.suffix else "(?!)"
    superlative = (
        f"(?P<superlative>{_alternatives(forms.superlatives)})?" if forms.superlatives else "(?P<superlative>(?!))?"
    )
    return (
        rf"(?P<head>{head}*)(?:(?P<stem>{_alternatives(forms.stems)}){superlative}|(?P<suffix>{suffix}))"
        rf"{_alternatives(forms.endings)}\Z"
    )


def _alternatives(words: Iterable[str]) -> str:
    """Return a group that matches any of *words*, the longest first; one that matches nothing when there is none."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else r"(?:[^\s\S])"

"""Numbers spelt out in each language, as schools teach it: the other way round from reading them."""

from __future__ import annotations

_EN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_EN_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_DE = (
    *("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    *("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"),
)
_DE_TENS = ("", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_DE_SCALES = ((10**12, "Billion", "Billionen"), (10**9, "Milliarde", "Milliarden"), (10**6, "Million", "Millionen"))
_DE_ORDINALS = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
_FR = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize"),
    *("quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_FR_SCALES = ((10**12, "billion"), (10**9, "milliard"), (10**6, "million"))
_FR_ORDINALS = {"cinq": "cinqu", "neuf": "neuv"}


def english(number: int) -> str:
    """Return *number* in English words: 'two hundred and forty-two thousand'."""
    for scale, name in _EN_SCALES:
        if number >= scale:
            head = f"{english(number // scale)} {name}"
            rest = number % scale
            return head if not rest else f"{head} {'and ' if rest < 100 else ''}{english(rest)}"
    if number >= 100:
        rest = number % 100
        return f"{_EN[number // 100]} hundred" + (f" and {english(rest)}" if rest else "")
    if number < 20:
        return _EN[number]
    return _EN_TENS[number // 10] + (f"-{_EN[number % 10]}" if number % 10 else "")


def english_ordinal(number: int) -> str:
    """Return *number* as an English ordinal: 'two hundred and forty-second'."""
    words = english(number)
    head, last = words[: -len(_last(words))], _last(words)
    if last in _EN_ORDINALS:
        return head + _EN_ORDINALS[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def german(number: int) -> str:
    """Return *number* in German words: 'zweiundvierzigtausenddreihundert'."""
    for scale, one, many in _DE_SCALES:
        if number >= scale:
            count = number // scale
            head = f"eine {one}" if count == 1 else f"{german(count)} {many}"
            rest = number % scale
            return head if not rest else f"{head} {german(rest)}"
    return "eins" if number == 1 else _below_million(number)


def german_ordinal(number: int) -> str:
    """Return *number*, below a million, as a German ordinal: 'einunddreißigste'."""
    head, last = divmod(number, 100)
    prefix = _below_million(head * 100) if head else ""
    if last == 0:
        return f"{prefix}ste"
    if last < 20:
        return prefix + (_DE_ORDINALS.get(last) or f"{_DE[last]}te")
    return f"{prefix}{_below_million(last)}ste"


def french(number: int) -> str:
    """Return *number* in French words: 'quatre-vingt-dix-sept mille deux cents'."""
    for scale, name in _FR_SCALES:
        if number >= scale:
            count = number // scale
            head = f"{french(count)} {name}{'s' if count > 1 else ''}"
            rest = number % scale
            return head if not rest else f"{head} {french(rest)}"
    words = _french_below_million(number)
    ends_round = words.endswith(("quatre-vingt", " cent")) and number != 100
    return f"{words}s" if ends_round else words


def french_ordinal(number: int) -> str:
    """Return *number*, below a million, as a French ordinal: 'vingt et unième'."""
    words = _french_below_million(number)
    head, last = words[: -len(_last(words))], _last(words)
    return f"{head}{_FR_ORDINALS.get(last) or last.removesuffix('e')}ième"


def _french_below_million(number: int) -> str:
    for scale, name in ((1000, "mille"), (100, "cent")):
        if number >= scale:
            count, rest = divmod(number, scale)
            head = name if count == 1 else f"{_french_below_million(count)} {name}"
            return head if not rest else f"{head} {_french_below_million(rest)}"
    if number < 20:
        return _FR[number]
    tens = max(ten for ten in _FR_TENS if ten <= number)
    rest = number - tens
    if rest == 0:
        return _FR_TENS[tens]
    return f"{_FR_TENS[tens]} et {_FR[rest]}" if rest in {1, 11} and tens != 80 else f"{_FR_TENS[tens]}-{_FR[rest]}"


def _below_million(number: int) -> str:
    if number >= 1000:
        rest = number % 1000
        return f"{_below_million(number // 1000)}tausend" + (_ending(rest) if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{_DE[number // 100]}hundert" + (_ending(rest) if rest else "")
    if number < 20:
        return _DE[number]
    tens = _DE_TENS[number // 10]
    return f"{_DE[number % 10]}und{tens}" if number % 10 else tens


def _ending(number: int) -> str:
    return "eins" if number == 1 else _below_million(number)


def _last(words: str) -> str:
    return words.replace("-", " ").rsplit(" ", 1)[-1]

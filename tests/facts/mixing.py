"""Any number of documents mixed from sentences about invented places, and how long it takes to check them.

``python tests/facts/mixing.py 100 1000 10000`` prints seconds and memory for so many documents, each count in a process
of its own. With ``--places 40`` all documents tell of the same places, so that each fact has ever more sources.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from crosscheck import Document, check

_FIRST = ("Ada", "Boris", "Clara", "Dennis", "Edith", "Frank", "Greta", "Hugo", "Irene", "Jonas", "Karla", "Linus")
_ONSETS = ("Br", "D", "F", "Gr", "H", "K", "L", "M", "N", "P", "R", "St", "T", "V", "W")
_VOWELS = ("a", "e", "i", "o", "u", "ei", "oa")
_CODAS = ("ld", "m", "nd", "nk", "rl", "rn", "sk", "st", "tt", "x")
_TOWN_ENDS = ("bury", "combe", "dale", "ford", "ham", "mouth", "stead", "wick")
_NAME_ENDS = ("all", "by", "er", "ett", "ing", "low", "man", "son")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_TAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")

_ENGLISH = (
    "{n} people were killed when a ferry sank off {town}",
    "the fire in {town} injured {n} people",
    "{person} polled {big} votes in the {town} by-election",
    "{person} won the {town} by-election with {pct} per cent of the vote",
    "turnout in the {town} by-election was {pct} per cent",
    "{big} ballots were cast in the {town} by-election",
    "{rival} came second in the {town} by-election with {big} votes",
    "{company} reported a profit of {dec} million euros",
    "revenue at {company} rose {pct} per cent to {dec} million euros",
    "{company} will cut {big} jobs at its plant in {town}",
    "{company} bought a brewery near {town} for {dec} million pounds",
    "the new bridge at {town} is {n} metres long and cost {dec} million pounds",
    "{person} was sentenced to {n} years in prison",
    "police in {town} seized {n} kilograms of cocaine",
    "doctors in {town} counted {big} cases of measles",
    "the vaccine worked in {pct} per cent of {big} volunteers",
    "{n} mm of rain fell on {town} within six hours",
    "the river at {town} rose to {dec} metres",
    "{big} people were evacuated from {town}",
    "{big} spectators watched the final in {town}",
    "{person} won the race in {town} in {n} minutes",
    "{person}, {n}, was elected mayor of {town}",
    "tickets for the festival in {town} cost {n} pounds",
    "{big} workers at {company} went on strike",
    "the union asks {company} for {pct} per cent more pay",
    "the museum of {town} owns {big} paintings",
    "the population of {town} fell to {big}",
    "rents in {town} rose by {pct} per cent",
    "the probe passed the comet at a distance of {big} kilometres",
    "the school in {town} teaches {big} pupils in {n} classes",
    "{rival} left the board of {company} after {n} years",
    "the wind farm off {town} has {n} turbines",
    "the harbour of {town} handled {dec} million tonnes of freight",
    "{person} scored after {n} minutes in {town}",
)
_GERMAN = (
    "beim Untergang einer Fähre vor {town} starben {n} Menschen",
    "bei dem Brand in {town} wurden {n} Menschen verletzt",
    "bei der Nachwahl in {town} erhielt {person} {big} Stimmen",
    "bei der Nachwahl in {town} kam {rival} auf {pct} Prozent der Stimmen",
    "bei der Nachwahl in {town} lag die Wahlbeteiligung bei {pct} Prozent",
    "im vergangenen Jahr machte {company} einen Gewinn von {dec} Millionen Euro",
    "im vergangenen Jahr stieg der Umsatz von {company} um {pct} Prozent",
    "im Werk in {town} will {company} {big} Stellen streichen",
    "in {town} ist die neue Brücke {n} Meter lang",
    "in {town} fielen {n} Millimeter Regen",
    "in {town} sahen {big} Zuschauer das Endspiel",
    "in {town} zählten Ärzte {big} Fälle von Masern",
    "in {town} mussten {big} Menschen ihre Häuser verlassen",
    "in {town} beschlagnahmte die Polizei {n} Kilogramm Kokain",
    "in {town} stiegen die Mieten um {pct} Prozent",
    "bei {company} traten {big} Beschäftigte in den Streik",
    "zu {n} Jahren Haft wurde {person} verurteilt",
)
_ENGLISH_FRAMES = (
    "{}.",
    "{}, {person} said.",
    "{}, officials in {town} said on {day}.",
    "On {day}, {}.",
    "{} last year.",
)
_GERMAN_FRAMES = ("{}.", "{}, sagte {person} am {tag}.", "{}, teilten die Behörden mit.")


class Place(NamedTuple):
    """An invented town with those who make news there."""

    number: int
    town: str
    person: str
    rival: str
    company: str


def make_documents(count: int, *, places: int = 0, seed: int = 1) -> Iterator[Document]:
    """Yield *count* documents of 8 to 12 sentences from a few hundred templates, always the same for one *seed*.

    A document tells of three places out of *places*, without which there is one for every two documents: so each place
    is told of in six, mostly with the same numbers, however many documents there are.
    """
    random = Random(seed)  # noqa: S311 - reproducible texts, no secrets
    for number in range(count):
        told = [_place(random.randrange(places or max(1, count // 2)), seed) for _ in range(3)]
        german = random.random() < 1 / 3
        templates, frames = (_GERMAN, _GERMAN_FRAMES) if german else (_ENGLISH, _ENGLISH_FRAMES)
        sentences = [
            _sentence(random, random.choice(told), templates, frames, german=german)
            for _ in range(random.randint(8, 12))
        ]
        yield Document.from_text(" ".join(sentences), id=f"d{number}", language="de" if german else "en")


def _place(number: int, seed: int) -> Place:
    random = Random(f"{seed} {number}")  # noqa: S311 - as above

    def root() -> str:
        return random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)

    town = root() + random.choice(_TOWN_ENDS)
    person, rival = (
        f"{random.choice(_FIRST)} {root()}{random.choice(_VOWELS[:4])}{random.choice(_NAME_ENDS)}" for _ in range(2)
    )
    return Place(number, town, person, rival, f"{root()}{random.choice(_NAME_ENDS)} Holdings")


def _sentence(
    random: Random, place: Place, templates: tuple[str, ...], frames: tuple[str, ...], *, german: bool
) -> str:
    """Return a sentence of *place*; in one of eight the numbers are not those of the other documents."""
    core = random.choice(templates)
    figures = Random(f"{place.number} {core}" if random.random() < 7 / 8 else random.random())  # noqa: S311 - as above
    decimal = f"{figures.randrange(11, 999) / 10}"
    percent = f"{figures.randrange(101, 799) / 10}"
    words = {
        "n": str(figures.randrange(3, 90)),
        "big": f"{figures.randrange(1001, 99_000):,}".replace(",", "." if german else ","),
        "dec": decimal.replace(".", ",") if german else decimal,
        "pct": percent.replace(".", ",") if german else percent,
        "day": random.choice(_DAYS),
        "tag": random.choice(_TAGE),
        **place._asdict(),
    }
    text = random.choice(frames).format(core, **words).format(**words)
    return text[0].upper() + text[1:]


def measure(count: int, places: int) -> str:
    """Return a line with what it takes to check so many documents."""
    documents = list(make_documents(count, places=places))
    check(documents[:10])
    wall, processor = time.perf_counter(), time.process_time()
    report = check(documents)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{count:>6} documents  {1000 * processor / count:7.2f} ms each  {wall:7.1f} s in all  {peak:5.0f} MB at most"
        f"  {len(report.claims):>6} claims  {len(report.facts):>6} facts  {len(report.findings):>5} findings"
    )


def main() -> None:
    """Measure every count that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=int, nargs="+")
    parser.add_argument("--places", type=int, default=0)
    arguments = parser.parse_args()
    if len(arguments.counts) == 1:
        sys.stdout.write(f"{measure(arguments.counts[0], arguments.places)}\n")
        return
    for count in arguments.counts:
        subprocess.run([sys.executable, __file__, str(count), "--places", str(arguments.places)], check=True)


if __name__ == "__main__":
    main()

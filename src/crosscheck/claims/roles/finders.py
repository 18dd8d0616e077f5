"""All claims without a number of a sentence: each kind is looked for only where a cue of such a concept stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from crosscheck.claims.roles.characterisations import DECIDED, find_characterisations, find_decisions, find_extents
from crosscheck.claims.roles.dealings import DEALINGS, find_dealings
from crosscheck.claims.roles.deeds import find_deeds
from crosscheck.claims.roles.filled import Filled, find_roles
from crosscheck.claims.roles.frames import FRAMES
from crosscheck.claims.roles.headed import find_heads
from crosscheck.claims.roles.nones import find_nones
from crosscheck.claims.roles.placings import find_placings
from crosscheck.claims.roles.polarity import find_polarities
from crosscheck.claims.roles.posts import find_posts
from crosscheck.claims.roles.results import READERS, find_results
from crosscheck.claims.roles.scores import find_scores
from crosscheck.claims.sentences.lexicon import Lexicon
from crosscheck.claims.sentences.passage import Passage
from crosscheck.claims.sentences.signs import CuePart
from crosscheck.claims.subjects.find import Scene
from crosscheck.records import RESULT, TREND

_Finder = Callable[[Passage, Scene], Iterator[Filled]]
_Told = Callable[[str, Lexicon], bool]
_LEXICONS = 8
"""Of how many lexicons it is remembered what their concepts lead to: those of a run."""
_NOTHING: frozenset[_Finder] = frozenset()
_STEPS: frozenset[CuePart] = frozenset({"step", "outright"})


def find_filled(passage: Passage, scene: Scene) -> Sequence[Filled]:
    """Return what fills a concept without a number, as the cues of the sentence tell."""
    by_concept = _finders_by_concept(scene.lexicon)
    may_find = _NOTHING.union(*[by_concept[name] for name in passage.concepts])
    if not may_find:
        return ()
    finders = [find for find in _finders(frozenset(passage.hits)) if find in may_find]
    return [filled for find in finders for filled in find(passage, scene)]


def _is_role(concept: str, lexicon: Lexicon) -> bool:
    return lexicon.concepts[concept].kind == "role"


_FINDERS: tuple[tuple[_Finder, frozenset[CuePart], _Told], ...] = (
    (find_roles, frozenset({"cue"}), _is_role),
    (find_posts, frozenset({"cue", "head"}), lambda name, lexicon: name in lexicon.posts),
    (find_deeds, frozenset(FRAMES), _is_role),
    (find_dealings, frozenset(DEALINGS), _is_role),
    (find_heads, frozenset({"of"}), lambda name, lexicon: bool(lexicon.concepts[name].heads)),
    (find_polarities, frozenset({"step"}), lambda name, lexicon: lexicon.concepts[name].kind == "polarity"),
    (find_nones, frozenset({"cue", "noun"}), lambda name, lexicon: name in lexicon.measured),
    (find_characterisations, _STEPS, lambda name, lexicon: lexicon.concepts[name].kind == "wording"),
    (find_extents, frozenset({"outright"}), lambda name, _: name == TREND),
    (find_decisions, _STEPS, lambda name, _: name in DECIDED),
    (find_results, frozenset({"of"}), lambda name, lexicon: lexicon.concepts[name].told_by in READERS),
    (find_scores, frozenset({"of"}), lambda name, _: name == RESULT),
    (find_placings, _STEPS, lambda name, lexicon: bool(lexicon.concepts[name].values_of)),
)
"""Each with the parts of cues of which the sentence must have one, and the concepts of which it must have one."""


@cache
def _finders(parts: frozenset[CuePart]) -> tuple[_Finder, ...]:
    """Return what may find something in a sentence with these parts of cues."""
    return tuple(find for find, needed, _ in _FINDERS if not needed.isdisjoint(parts))


@lru_cache(_LEXICONS)
def _finders_by_concept(lexicon: Lexicon) -> dict[str, frozenset[_Finder]]:
    """Return, by concept, what may find something of it."""
    return {name: frozenset(find for find, _, tells in _FINDERS if tells(name, lexicon)) for name in lexicon.concepts}

"""Claims about the same fact, brought together: by their bearer where it is known, else by the words around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from crosscheck.domains import Concept
from crosscheck.facts.entities import join_entities
from crosscheck.facts.events import Cast, share_events, tell_stories
from crosscheck.facts.grouping import Group, join_matches
from crosscheck.facts.history import find_counting, is_count_so_far, is_then_and_now, last_days_printed
from crosscheck.facts.making import make_fact
from crosscheck.facts.match import Match, match_claims
from crosscheck.facts.namesakes import namesake_facts
from crosscheck.facts.opposites import Opposites
from crosscheck.facts.parts import is_share_and_more, shared_parts
from crosscheck.facts.posts import share_bodies
from crosscheck.facts.repeats import match_repeats
from crosscheck.facts.resolve import group_by_bearer, resolve_claims
from crosscheck.facts.revised import revised_facts
from crosscheck.facts.revisions import find_revisions
from crosscheck.messages import Locale
from crosscheck.records import Claim, Fact


def link_claims(
    claims: Iterable[Claim],
    casts: Sequence[Cast],
    concepts: Mapping[str, Concept],
    general: Mapping[str, str],
    opposites: Opposites,
    locale: Locale,
) -> tuple[tuple[Fact, ...], tuple[Claim, ...], Mapping[str, int]]:
    """Return the facts, ordered by their first claim, and the claims that became none: nobody else speaks of the same.

    With them comes a number for each document, the same for those that tell one story.

    Claims of a known bearer are of one fact when attribute, subject, event, scope and the kind of value are the same,
    names resolved across the documents; *general* is as for ``join_entities``. All other claims are compared by the
    words around them, and matched with at most one of each other document; *opposites* are words that forbid it.
    Links are explained in the language of *locale*.
    """
    registry = join_entities({cast.document: cast.entities for cast in casts}, general)
    several = tuple(claims)
    stories = tell_stories(casts, several, registry)
    shared = share_events(casts, stories, registry)
    names = {c.document: frozenset([registry.canonical(c.document, e.name) for e in c.entities]) for c in casts}
    resolved = share_bodies(resolve_claims(several, casts, shared, registry, concepts), names, stories, concepts)
    stated = group_by_bearer(resolved, concepts)
    groups = join_matches(stated, _matches(resolved, stated, casts, stories, names, opposites))
    facts: list[Group] = []
    loose: list[Claim] = []
    for group in groups:
        if _is_fact(group):
            facts.append(group)
        else:
            loose += group.claims
    told = {cast.document: cast for cast in casts}
    counting = find_counting(resolved, concepts)
    made = (make_fact(f"f{n}", group, registry, concepts, told, counting, locale) for n, group in enumerate(facts, 1))
    revised = tuple(revised_facts(find_revisions(casts, stories, registry), len(facts) + 1, locale))
    named = namesake_facts(casts, stories, len(facts) + len(revised) + 1, locale)
    return (*made, *revised, *named), tuple(loose), stories


def _matches(
    claims: Sequence[Claim],
    stated: Sequence[tuple[Claim, ...]],
    casts: Sequence[Cast],
    stories: Mapping[str, int],
    names: Mapping[str, frozenset[str]],
    opposites: Opposites,
) -> Iterator[Match]:
    """Yield the matches of *claims*: those of one sentence, and of those whose bearer nobody else shares, by words.

    Only stories of several documents have any. No match is what is counted so far or was then beside what is now, nor
    a share of something beside more than that.
    """
    shared = {story for story, count in Counter(stories.values()).items() if count > 1}
    if not shared:
        return
    several = {document for document, story in stories.items() if story in shared}
    own = (group for group in stated if group[0].document in several and _is_of_one_document(group))
    alone = [claim for group in own for claim in group if claim.context is not None]
    published = {cast.document: cast.published for cast in casts}
    printed = last_days_printed(published, claims)
    texts = {cast.document: cast.text for cast in casts if cast.document in several}
    parts = shared_parts(claims)
    repeated = match_repeats(claims, texts, stories, published)
    for match in chain(repeated, match_claims(alone, opposites, stories, names)):
        if is_then_and_now(match, published, printed) or is_count_so_far(match, published):
            continue
        if not is_share_and_more(match.left, match.right, parts):
            yield match


def _is_of_one_document(group: Sequence[Claim]) -> bool:
    return len(group) == 1 or len({claim.document for claim in group}) == 1


def _is_fact(group: Group) -> bool:
    """Return whether claims are of a thing that is known, not by a reckoning alone, or that is told more than once."""
    first = group.claims[0]
    return bool(group.matches or len(group.claims) > 1 or (first.subject and first.reckoned is None))

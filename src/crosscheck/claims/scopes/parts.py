"""Of which part a value is: a ward, the women, 'three of them'."""

from __future__ import annotations

from crosscheck.claims.sentences.passage import COUNTED, At, Passage
from crosscheck.claims.sentences.signs import ClausePart, LabelTable
from crosscheck.records import AVERAGE, DISTANCE, MEMBERS, OTHERS
from crosscheck.values.decimals import plain, round_half_up
from crosscheck.values.interval import as_fraction

_TELLING: frozenset[ClausePart] = frozenset({"average", "counting", "distance", "member", "other"})
"""The small words that alone make a value one of a part."""
_KEYED: tuple[LabelTable, ...] = ("group", "period")
"""The tables of words for parts by keys that all languages share."""
_GAP = 2
"""How many words may lie between a value and its noun, or between a preposition and a part."""
_MEMBER_GAP = 3
_ALL, _DIGITS = 100, 4
_COUNTED_GAP = 5
"""How many words may lie between a share and the word that makes it one of a count: 'of the votes in the city'."""
_HEAD = 3
"""The last token at which a phrase still heads its sentence."""
_REACH = 2
"""How many segment breaks a part before the value may lie back: 'In the city, where 62 per cent'."""


def find_part(concept: str, domain: str, value: At, cue: At, passage: Passage) -> str:
    """Return the part of the event or whole that the value is of, '' where the sentence names none.

    *domain* is the value's own, whose words for parts count; *cue* is where its concept was found. The group
    that *concept* is named by is its whole: 'children' count the children.
    """
    groups = passage.label_words.get("group", ())
    if not (passage.part_words or groups) and _TELLING.isdisjoint(passage.words):
        return MEMBERS if cue == value and _says_whole(value, passage) else ""
    words = passage.words
    return (
        (_found_part(domain, value, cue, passage) if passage.part_words else "")
        or (_counted_group(value, cue, passage, concept) if groups else "")
        or _membership(value, cue, passage)
        or (_addition(value, cue, passage) if "other" in words else "")
        or (_distance(value, passage) if "distance" in words else "")
        or (_preposed_group(concept, value, cue, passage) if groups else "")
        or (_average(value, cue, passage) if "average" in words else "")
        or (_counted_so_far(passage) if "counting" in words else "")
    )


def _counted_so_far(passage: Passage) -> str:
    """Return how much of a count the sentence says is done, whose figures are of so much of it: '40 %'."""
    for at in passage.parts("counting"):
        for value in passage.values:
            mention, is_near = value.mention, value.at.gap(at) <= _COUNTED_GAP and not passage.crossed(value.at, at)
            if mention.kind == "percent" and is_near and mention.low is not None and mention.low < _ALL:
                low = as_fraction(mention.low)
                high = low if mention.high is None else as_fraction(mention.high)
                return f"{plain(round_half_up((low + high) / 2, _DIGITS))} %"
    return ""


def _found_part(domain: str, value: At, cue: At, passage: Passage) -> str:
    """Return the domain's word for a part that rules the value: 'ward', behind a preposition or article.

    Words that all languages have a key for come by that: 'women', 'first half'.
    """
    marks = {mark.end for mark in passage.parts("place", "of", "article", "bearer")}
    for at, of in passage.part_words:
        if of == domain and _is_marked(at, marks) and _rules(at, value, cue, passage):
            keys = (key for table in _KEYED for place, key in passage.labels(table) if place == at)
            return next(keys, " ".join(passage.tokens.words[at.first : at.end]))
    return ""


def _preposed_group(concept: str, value: At, cue: At, passage: Passage) -> str:
    """Return the group behind a preposition that rules the value: 'among women, 57 per cent', '57 per cent of women'.

    An article alone makes no part of those who act: 'the men took 12 coins'; nor do those whom another value counts:
    '352 of them girls and 311 boys'.
    """
    counted = {member.end for member in passage.parts("member")}
    articles = {article.first for article in passage.parts("article")}
    wholes = {of.end for of in passage.parts("of") if of.first == value.end or of.first not in articles}
    marks = wholes | {mark.end for mark in passage.parts("place", "bearer")}
    groups = (
        (at, key)
        for at, key in passage.labels("group")
        if at != cue and key != concept and at.first not in counted and _is_marked(at, marks)
    )
    return next((key for at, key in groups if _rules(at, value, cue, passage)), "")


def _is_marked(at: At, marks: set[int]) -> bool:
    return any(at.first - gap in marks for gap in range(_GAP))


def _rules(at: At, value: At, cue: At, passage: Passage) -> bool:
    """Return whether a part rules the value.

    It does in the clause of the value or its cue, a little before it, or at the head of the sentence; but not past an
    'and', a semicolon or a word for the whole.
    """
    if _is_ended(at, value, passage):
        return False
    joined = any(word.first in passage.between(at, value) for word in passage.parts("coordinator"))
    reach = 0 if joined else _REACH
    before = at.end <= value.first and (at.first <= _HEAD or passage.crossed(at, value) <= reach)
    return before or not passage.crossed(at, value) or not passage.crossed(at, cue)


def _is_ended(at: At, value: At, passage: Passage) -> bool:
    """Return whether a semicolon or a word for the whole takes the value out of a part: 'overall, 40', '40 in all'."""
    between = passage.between(at, value)
    if any(passage.tokens.words[i] == ";" for i in between):
        return True
    joints = [joint.first for joint in passage.parts("coordinator")]
    for total in passage.parts("total"):
        told = passage.between(value, total)
        behind = value.end <= total.first and at.end <= value.first and not passage.crossed(value, total)
        if total.first in between or (behind and not any(joint in told for joint in joints)):
            return True
    return False


def _counted_group(value: At, cue: At, passage: Passage, concept: str) -> str:
    """Return the group that the value counts: 'three children'; not where that noun is what the claim is about."""
    for at, key in passage.labels("group"):
        if cue in {at, value} or key == concept or not 0 <= at.first - value.end <= _GAP or passage.crossed(value, at):
            continue
        others = (other.at.first for other in passage.values)
        if not any(value.end <= first < at.first for first in others):
            return key
    return ""


def _membership(value: At, cue: At, passage: Passage) -> str:
    """Return MEMBERS where the value is of things named before: 'of those, 12', 'including 12', 'three of them'.

    So is one that no concept knows where it says its whole: 'two riders of the nine-man squad'.
    """
    if cue == value and (_says_whole(value, passage) or _is_of_head(value, passage)):
        return MEMBERS
    members = passage.parts("member")
    if not members:
        return ""
    of = {word.first for word in passage.parts("of")}
    kinds = {other.mention.kind for other in passage.values if other.at == value}
    if "duration" in kinds:
        return ""  # 'the repairs alone took a winter': a length counts none of several
    counts = not kinds.isdisjoint({"number", "percent"})
    relatives = {word.first for word in passage.parts("relative")}
    for at in members:
        names_whole = "percent" in kinds and cue.first < at.end <= cue.end
        if at.end in relatives or names_whole:  # 'of those who voted', 'of those on the roll' say who
            continue
        opens = at.first <= 1 or passage.segments[at.first - 2] != passage.segments[at.first]  # a comma may open it
        near = 0 <= value.first - at.end <= _MEMBER_GAP and passage.crossed(at, value) <= 1
        if (counts and at.first == value.end) or (near and (opens or at.first not in of)):
            return MEMBERS
    return ""


def _is_of_head(value: At, passage: Passage) -> bool:
    """Return whether a bare number counts some of what its sentence begins with: 'of the cases in Velm, 310 are'."""
    heads = passage.begins(0, "of") and passage.begins(1, "article") and "," in passage.tokens.words[: value.first]
    first = [v.mention for v in passage.values[:1] if v.at == value] if heads else []
    return any(mention.kind == "number" and not mention.unit for mention in first)


def _says_whole(value: At, passage: Passage) -> bool:
    if "of" not in passage.words:
        return False
    places = [of for of in passage.words["of"] if 0 <= of.first - value.end <= 1 and not passage.crossed(value, of)]
    if not places:
        return False
    wholes = [o.at.first for o in passage.values if o.mention.kind in COUNTED and o.mention.kind != "percent"]
    return any(0 <= first - of.end <= 1 for of in places for first in wholes)


def _addition(value: At, cue: At, passage: Passage) -> str:
    """Return OTHERS where more of the counted noun are added to some not named: 'another 12 cases', '12 more states'.

    Not in 'two more than', and not where another value stands before: 'three died and 41 others were hurt' counts all.
    """
    compared = {at.first for at in passage.parts("than")}
    beside = [at for at in passage.words["other"] if at.end not in compared]
    if not beside or any(other.mention.kind in COUNTED and other.at.end <= value.first for other in passage.values):
        return ""
    if any(other.at == value and other.mention.kind == "percent" for other in passage.values):
        beside = [at for at in beside if at.first != value.end]  # '8.5 per cent more pay' is by how much it rises
    is_noun = 0 <= cue.first - value.end <= 1
    counts = any(other.at == value and other.mention.unit for other in passage.values)
    added = is_noun and any(at.end == value.first or at.first == value.end for at in beside)
    return OTHERS if added or (counts and any(at.first == value.end for at in beside)) else ""


def _distance(value: At, passage: Passage) -> str:
    """Return DISTANCE where a count is what is missing: 'came within 12 votes of', '12 votes short of'."""
    if not any(other.at == value and other.mention.kind == "number" for other in passage.values):
        return ""
    for at in passage.parts("distance"):
        if at.end == value.first or (0 <= at.first - value.end <= _GAP and not passage.crossed(value, at)):
            return DISTANCE
    return ""


def _is_of_nearer(average: At, value: At, passage: Passage) -> bool:
    """Return whether an average before a value is of one in between: 'an average score of 43, based on 18 critics'."""
    inside = passage.between(average, value) if average.end <= value.first else range(0)
    nearer = [v.at for v in passage.values if v.mention.kind in COUNTED and v.at.first in inside]
    if not nearer:
        return False
    return not any(at.first in passage.between(nearer[-1], value) for at in passage.parts("coordinator"))


def _is_of_next(average: At, value: At, passage: Passage) -> bool:
    """Return whether an average behind a value is of the next one: '62,000 trout with an average weight of 4 kilos'."""
    if average.first < value.end:
        return False
    leads = {average.end} | {of.end for of in passage.parts("of") if 0 <= of.first - average.end <= _GAP}
    counted = (other.at for other in passage.values if other.mention.kind in COUNTED)
    return any(other.first in leads and not passage.crossed(average, other) for other in counted)


def _average(value: At, cue: At, passage: Passage) -> str:
    """Return AVERAGE where the value is one of many, unless the concept itself is an average."""
    for at in passage.parts("average"):
        own = at.first < cue.end and cue.first < at.end
        if (
            not own
            and not _is_of_next(at, value, passage)
            and not _is_of_nearer(at, value, passage)
            and not passage.crossed(at, value)
            and not _is_ended(at, value, passage)
        ):
            return AVERAGE
    return ""

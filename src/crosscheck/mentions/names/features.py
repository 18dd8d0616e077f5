"""What the classifier sees of a word: its form, the lists it stands in, and the words around it.

Each feature depends on one word and the place it has towards the word that is judged, so that the sum of a word's
weights can be kept for all its occurrences. The first character of a feature tells the place: '=' the word itself,
'<' and '>' the words beside it, '(' and ')' the next but one.
"""

from __future__ import annotations

from crosscheck.mentions.names.vocabulary import Vocabulary

KINDS = ("person", "place", "organisation", "other")
"""What a name may be, in the order of the classifier's scores."""


def own_features(vocabulary: Vocabulary, word: str, is_owner: bool, is_fresh: bool, is_marked: bool) -> list[str]:
    """Return the features of the word that is judged.

    *is_owner*: an apostrophe with s followed it; *is_fresh*: its capital may come from its place in the sentence;
    *is_marked*: lists alone take it for a name.
    """
    lower = word.lower()
    profile = vocabulary.profile(word)
    fresh, marked = "1" if is_fresh else "0", "1" if is_marked else "0"
    features = [
        "=", f"=w{lower}", f"=2{lower[-2:]}", f"=3{lower[-3:]}", f"=4{lower[-4:]}", f"=b{lower[:3]}",
        f"=h{shape(word)}", f"=l{profile}", f"=f{fresh}{profile}", f"=r{marked}{fresh}",
        "=o1" if is_owner else "=o0", f"=n{min(len(word), 12)}",
    ]  # fmt: skip
    if "-" not in word:
        return features
    head = word.rpartition("-")[2]
    return [*features, f"=-{head.lower()}", f"=c{vocabulary.profile(head)}"]


def near_features(vocabulary: Vocabulary, place: str, word: str, gap: str, is_owner: bool) -> list[str]:
    """Return the features of a word at *place* ('<' or '>') beside the one that is judged, *gap* between them."""
    if not word:
        return [f"{place}0"]
    lower = word.lower()
    between = "" if gap == " " else gap.strip()[:2] or "_"
    if not word[0].isupper():
        return [f"{place}w{lower}", f"{place}g{between}", f"{place}3{lower[-3:]}", f"{place}x{between}{lower}"]
    owner = "1" if is_owner else "0"
    return [
        f"{place}w{lower}", f"{place}g{between}", f"{place}3{lower[-3:]}",
        f"{place}l{between}{vocabulary.profile(word)}{owner}", f"{place}h{between}{shape(word)}",
    ]  # fmt: skip


def far_features(place: str, word: str) -> list[str]:
    """Return the features of a word next but one, at *place* '(' or ')'."""
    return [f"{place}{word.lower()}"]


def shape(word: str) -> str:
    """Return the pattern of capitals, small letters and other marks, runs cut to two."""
    if word.isalpha() and (word[1:].islower() or word.isupper()):
        return ("X" if word[0].isupper() else "x") + word[1:2].isupper() * "X" + word[1:2].islower() * "x"
    pattern = ""
    for letter in word[:12]:
        kind = "X" if letter.isupper() else "x" if letter.islower() else "9" if letter.isdecimal() else letter
        if not pattern.endswith(kind) or len(pattern) < 2:
            pattern += kind
    return pattern

"""What was before all that a clause tells: 'after the fire on the ferry, ...', 'nach dem Brand sind ...'."""

from __future__ import annotations

from crosscheck.claims.sentences.passage import At, Passage
from crosscheck.languages import LanguagePack


def aftermaths(passage: Passage, language: LanguagePack) -> list[At]:
    """Return where a segment of the sentence opens with what was before, each up to its end or a finite verb."""
    finite, segments, words = language.clauses.scope.finite, passage.segments, passage.tokens.words
    found = []
    for at in passage.parts("aftermath"):
        if at.first and segments[at.first - 1] == segments[at.first] and words[at.first - 1][0].isalnum():
            continue
        end = at.end
        while end < len(words) and segments[end] == segments[at.first] and words[end] not in finite:
            end += 1
        found.append(At(at.first, end))
    return found

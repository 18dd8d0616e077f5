"""Plain text: the text is the file, but for the lines that speak to crosscheck."""

from __future__ import annotations

from crosscheck.documents.ignores import BLANK_LINE, find_comment_lines, read_ignores
from crosscheck.documents.mapping import Transcript, stride_anchors
from crosscheck.documents.reading import Reading


def read_plain(source: str, place: str) -> Reading:  # noqa: ARG001 - every reader gets the place
    """Return *source* as it is, without comments that let findings pass."""
    comments = find_comment_lines(source)
    if not comments:
        return Reading(text=source, anchors=stride_anchors(source))
    transcript, start = Transcript(source), 0
    for comment in comments:
        transcript.copy(start, comment.start)
        start = comment.end
    transcript.copy(start, len(source))
    text, anchors = transcript.close()
    return Reading(text=text, anchors=anchors, ignores=read_ignores(source, comments, BLANK_LINE))

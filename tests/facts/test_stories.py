"""Which documents tell the same story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscheck import Document, check
from crosscheck.claims import Lexicon, extract_claims
from crosscheck.domains import available_domains, load_domain
from crosscheck.facts import Cast
from crosscheck.facts.entities import join_entities
from crosscheck.facts.events import tell_stories
from crosscheck.facts.stories import group_stories
from crosscheck.facts.topics import Topic
from crosscheck.languages import load_language
from crosscheck.mentions import annotate
from crosscheck.records import Finding

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "facts" / "stories.yaml").read_text(encoding="utf-8"))
DAY = date(2021, 3, 2)


def documents_of(texts: Sequence[Mapping[str, Any]], prefix: str = "") -> list[Document]:
    return [
        Document.from_text(text["text"], id=f"{prefix}{n}", language=text["language"], published=text.get("published"))
        for n, text in enumerate(texts)
    ]


def stories_of(documents: Sequence[Document]) -> dict[str, int]:
    """Return the number of each document's story."""
    packs = tuple(map(load_domain, available_domains()))
    lexicons = {d.language: Lexicon(load_language(d.language), packs, {}, ()) for d in documents}
    told = [extract_claims(annotate(d), lexicons[d.language]) for d in documents]
    registry = join_entities({d.key: e.entities for d, e in zip(documents, told, strict=True)}, {})
    casts = [
        Cast(d.key, e.entities, e.event, d.published, d.text, e.sections) for d, e in zip(documents, told, strict=True)
    ]
    return tell_stories(casts, [claim for e in told for claim in e.claims], registry)


def groups_of(stories: Mapping[str, int]) -> list[list[str]]:
    """Return the documents of each story, sorted."""
    groups: dict[int, list[str]] = {}
    for document, story in stories.items():
        groups.setdefault(story, []).append(document)
    return sorted(map(sorted, groups.values()))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES["cases"]])
def test_documents_of_one_story(case: dict[str, Any]) -> None:
    strangers = documents_of(CASES["strangers"], "stranger ") if case.get("strangers") else []
    told = [[str(n) for n in group] for group in case["told"]]
    documents = documents_of(case["texts"])
    expected = sorted([*told, *([stranger.key] for stranger in strangers)])
    assert groups_of(stories_of([*documents, *strangers])) == expected
    assert groups_of(stories_of([*strangers, *documents[::-1]])) == expected


def topic(names: str, *, day: date | None = DAY, rare: str = "") -> Topic:
    """Return a topic of main *names*, one letter each."""
    told = frozenset(names)
    return Topic(told, told, frozenset((name, frozenset(name)) for name in told), told | {*rare}, frozenset(), "", day)


def test_a_name_of_many_documents_tells_no_story_unless_others_come_with_it() -> None:
    apart = {str(n): topic("L" + chr(200 + 2 * n) + chr(201 + 2 * n)) for n in range(30)}
    assert len(set(group_stories(apart).values())) == 30
    large = {f"large {n}": topic("KIT" + chr(400 + n)) for n in range(30)}
    assert len(set(group_stories(large | apart).values())) == 31


def test_long_documents_are_of_one_story_only_where_they_share_a_part() -> None:
    some = {str(n): topic(chr(500 + n)) for n in range(6)}
    long, other = "".join(map(chr, range(600, 640))), "".join(map(chr, range(700, 740)))
    stories = group_stories(some | {"a": topic(long + "xyz"), "b": topic(other + "xyz"), "c": topic("xyz")})
    assert stories["a"] != stories["b"]


TOPICS = st.dictionaries(
    st.text("abcdefghijk", min_size=1, max_size=1),
    st.builds(
        lambda names, days: topic("".join(sorted(names)), day=DAY + timedelta(days)),
        st.frozensets(st.sampled_from("uvwxyz"), max_size=3),
        st.integers(0, 900),
    ),
    min_size=1,
)


@given(TOPICS, st.randoms())
def test_the_order_of_the_documents_changes_no_story(topics: dict[str, Topic], random: Any) -> None:
    shuffled = list(topics)
    random.shuffle(shuffled)
    turned = group_stories({document: topics[document] for document in shuffled})
    assert groups_of(turned) == groups_of(group_stories(topics))


@given(TOPICS)
def test_a_copy_of_each_document_changes_no_story(topics: dict[str, Topic]) -> None:
    named = {document: told for document, told in topics.items() if told.main}
    copies = {f"{document}'": told for document, told in named.items()}
    few = {f"stranger {n}": topic(chr(500 + n)) for n in range(6)}
    alone = group_stories(named | few)
    both = group_stories(named | few | copies)
    assert groups_of({document: both[document] for document in alone}) == groups_of(alone)
    assert all(both[document] == both[f"{document}'"] for document in named)


def signature(finding: Finding) -> tuple[object, ...]:
    return (
        finding.code,
        finding.severity,
        finding.fingerprint,
        tuple(sorted((e.document, e.quote) for e in finding.evidence)),
    )


def findings_of(documents: Sequence[Document]) -> set[tuple[object, ...]]:
    return {signature(finding) for finding in check(documents).findings if finding.severity != "info"}


def test_strangers_change_no_finding_and_have_none_with_others() -> None:
    strangers = documents_of(CASES["strangers"], "stranger ")
    ferry = documents_of(CASES["cases"][0]["texts"])
    found = findings_of(ferry)
    assert found
    assert findings_of([*strangers, *ferry]) == found
    assert findings_of([*ferry, *strangers[::-1]]) == found

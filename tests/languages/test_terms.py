"""Words of one meaning share a term, within a language and across languages; near misses do not."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.claims.sentences.tokens import words_of
from crosscheck.errors import ConfigError
from crosscheck.languages import available_languages, load_language, load_terms, may_count_alike
from crosscheck.languages.glossary import EXACT, field_files, load_glossary

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "languages" / "terms.yaml").read_text(encoding="utf-8")
)
SPOKEN = load_glossary().codes()


def terms_of(spelled: str) -> set[str]:
    """Return the terms of 'de Tote': the language's code and a word or phrase."""
    code, _, text = spelled.partition(" ")
    return {term for terms in load_terms(code).of_all(text.lower().split()) for term in terms}


@pytest.mark.parametrize("words", CASES["together"], ids=" = ".join)
def test_words_of_one_meaning_share_a_term(words: list[str]) -> None:
    assert set.intersection(*(terms_of(word) for word in words))


@pytest.mark.parametrize("words", CASES["apart"], ids=" # ".join)
def test_near_misses_share_none(words: list[str]) -> None:
    found = [terms_of(word) for word in words]
    assert all(found)
    assert len(set.union(*found)) == sum(map(len, found))


@pytest.mark.parametrize("case", CASES["words"], ids=lambda case: str(case["word"]))
def test_terms_of_a_word(case: dict[str, Any]) -> None:
    code, _, word = case["word"].partition(" ")
    assert load_terms(code).of(word) == tuple(case["terms"])


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: str(case["text"]))
def test_terms_of_a_sentence(case: dict[str, Any]) -> None:
    code, _, text = case["text"].partition(" ")
    found = load_terms(code).of_all(text.split())
    assert [" ".join(terms) for terms in found] == case["terms"]


@pytest.mark.parametrize("case", CASES["opposites"], ids=lambda case: str(case["term"]))
def test_opposites(case: dict[str, Any]) -> None:
    for code in available_languages():
        assert load_terms(code).opposites(case["term"]) == set(case["opposites"])


@pytest.mark.parametrize("code", SPOKEN)
def test_every_word_of_the_glossary_has_its_own_term(code: str) -> None:
    terms = load_terms(code)
    strayed = []
    for term, entry in load_glossary().entries(code):
        words = entry.removeprefix(EXACT).lower().split()
        found = terms.of_all(words)
        if found[0] != (term,) or any(found[1:]):
            strayed.append((entry, term, found))
    assert strayed == []


@pytest.mark.parametrize("code", SPOKEN)
def test_words_are_written_as_sentences_are_cut(code: str) -> None:
    entries = [entry.removeprefix(EXACT).lower() for _, entry in load_glossary().entries(code)]
    assert [entry for entry in entries if " ".join(words_of(entry)) != entry] == []


@pytest.mark.parametrize("code", SPOKEN)
def test_no_stem_belongs_to_two_terms(code: str) -> None:
    assert load_terms(code).lexicon.shared_stems == {}


@pytest.mark.parametrize("code", SPOKEN)
def test_no_word_is_listed_twice(code: str) -> None:
    listed = [word for _, word in load_glossary().entries(code)]
    assert sorted({word for word in listed if listed.count(word) > 1}) == []


@pytest.mark.parametrize("code", SPOKEN)
def test_regular_forms_of_verbs_are_of_one_term(code: str) -> None:
    terms = load_terms(code)
    listed = {word.lower(): term for term, word in load_glossary().entries(code)}
    strayed = {
        (verb, form, terms.of(form))
        for term, verb in load_glossary().entries(code)
        if verb.islower() and " " not in verb and not verb.startswith(EXACT)
        for form in load_language(code).terms.conjugated(verb)
        if form not in load_language(code).terms.stop and terms.of(form) not in {(term,), (listed.get(form, ""),)}
    }
    assert strayed == set()


def test_opposites_are_known_and_mutual() -> None:
    glossary = load_glossary()
    named = {term for group in glossary.opposites for term in group}
    assert named <= glossary.terms.keys()
    opposites = load_terms("en").opposites
    assert all(term in opposites(other) for term in named for other in opposites(term))
    assert all(term not in opposites(term) for term in named)


def test_nouns_that_count_alike_are_known_and_mutual() -> None:
    glossary = load_glossary()
    named = {term for group in (*glossary.alike, *glossary.kinds, *glossary.couples) for term in group}
    named |= glossary.people.union(glossary.befallen, glossary.kin, *glossary.partitions)
    assert named <= glossary.terms.keys()
    assert may_count_alike("lorry", "vehicle")
    assert may_count_alike("vehicle", "lorry")
    assert not may_count_alike("lorry", "bus")


def test_languages_tell_the_same_aspects() -> None:
    told = {code: load_language(code).aspects for code in ("en", "de")}
    assert told["en"].before.keys() == told["de"].before.keys()
    assert told["en"].behind.keys() == told["de"].behind.keys()


def test_no_term_is_entered_twice() -> None:
    sources = (path.read_text(encoding="utf-8").partition("\nterms:\n")[2] for path in field_files())
    entered = [term for source in sources for term in re.findall(r"^  (\w+):", source, re.MULTILINE)]
    assert sorted({term for term in entered if entered.count(term) > 1}) == []
    assert set(entered) == set(load_glossary().terms)


def test_every_term_has_words() -> None:
    glossary = load_glossary()
    assert [term for term, columns in glossary.terms.items() if not any(columns.values())] == []
    assert set(SPOKEN) <= set(available_languages())


def test_an_unknown_language_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="use one of de, en, fr"):
        load_terms("xx")


@given(st.sampled_from(available_languages()), st.text(min_size=1, max_size=30))
def test_any_word_has_terms_and_always_the_same(code: str, word: str) -> None:
    terms = load_terms(code)
    found = terms.of(word)
    assert found == terms.of(word)
    assert all(found)
    assert not found or any(letter.isalpha() for letter in word)


def test_terms_of_changes_and_moments_are_known() -> None:
    glossary = load_glossary()
    changes = glossary.changes
    assert changes.rises | changes.falls | changes.idle | glossary.moments <= glossary.terms.keys()
    assert changes.rise in changes.rises
    assert changes.fall in changes.falls
    assert not changes.rises & changes.falls

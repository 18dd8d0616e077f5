"""Every domain pack is whole: formulas that parse and whose units agree, labels and words in its languages."""

from __future__ import annotations

import pytest

from crosscheck.domains import Concept, DomainPack, Formula, available_domains, gather_domains, load_domain
from crosscheck.findings import RULES
from crosscheck.languages.glossary import load_glossary
from crosscheck.values.formula import check_units, parse_constant, parse_formula

_RUNNING = {"number", "percent", "quantity", "money", "polarity", "wording"}
PACKS = [pytest.param(load_domain(name), id=name) for name in available_domains()]
LANGUAGES = ("en", "de")


@pytest.mark.parametrize("pack", PACKS)
def test_formulas_parse_and_their_units_agree(pack: DomainPack) -> None:
    units = {
        name: concept.unit
        for other in map(load_domain, available_domains())
        for name, concept in other.concepts.items()
    }
    codes = {rule.code for rule in RULES}
    for formula in pack.formulas:
        parsed = check_units(parse_formula(formula.formula), units)
        assert formula.code in codes
        assert set(formula.slack) <= set(parsed.variables)
        assert all(0 < parse_constant(slack.below) < 1 for slack in formula.slack.values())


@pytest.mark.parametrize("pack", PACKS)
def test_concepts_speak_both_languages(pack: DomainPack) -> None:
    for name, concept in pack.concepts.items():
        assert set(concept.label) == set(LANGUAGES), name
        deciding = (
            concept.nouns,
            concept.cues,
            concept.verbs,
            concept.of,
            concept.by,
            concept.does,
            concept.deals,
            concept.dealt,
            concept.yields,
            *concept.steps.values(),
            *concept.outright.values(),
        )
        for words in (*deciding, concept.counts, concept.vetoes):
            assert set(words) in (set(), set(LANGUAGES)), name
        assert any(deciding), name


@pytest.mark.parametrize("pack", PACKS)
def test_what_a_concept_counts_belongs_to_a_number_with_cues(pack: DomainPack) -> None:
    for name, concept in pack.concepts.items():
        assert not concept.counts or concept.kind == "number", name
        assert not concept.counts or concept.cues or concept.verbs, name
        assert not concept.verbs or concept.counts or concept.nouns or concept.kind == "happening", name


@pytest.mark.parametrize("pack", PACKS)
def test_what_happens_is_told_outright_or_by_a_verb_with_its_noun(pack: DomainPack) -> None:
    for name, concept in pack.concepts.items():
        if concept.kind == "happening":
            assert concept.cues or concept.verbs, name
            assert bool(concept.verbs) == bool(concept.of), name
            assert concept.vetoes, name


@pytest.mark.parametrize("pack", PACKS)
def test_a_cover_holds_a_word_of_its_pack(pack: DomainPack) -> None:
    for code, phrases in pack.covers.items():
        told = {
            word.strip("*")
            for concept in pack.concepts.values()
            for word in (*concept.nouns.get(code, ()), *concept.counts.get(code, ()), *concept.cues.get(code, ()))
        }
        for phrase in phrases:
            assert any(word in phrase and word != phrase for word in told), phrase


@pytest.mark.parametrize("pack", PACKS)
def test_only_values_that_can_differ_from_day_to_day_go_on(pack: DomainPack) -> None:
    for name, concept in pack.concepts.items():
        assert not concept.running or concept.kind in _RUNNING, name
        assert not concept.per or concept.kind == "money", name
        assert not concept.accepts or concept.kind == "quantity", name


@pytest.mark.parametrize("pack", PACKS)
def test_a_wording_has_a_scale_and_holds_it_against_figures_of_its_pack(pack: DomainPack) -> None:
    for name, concept in pack.concepts.items():
        if concept.kind != "wording":
            continue
        steps = {*concept.outright, *concept.steps}
        assert len(steps) > 1, name
        assert concept.of or not concept.steps, name
        assert set(concept.limits) <= set(pack.concepts), name
        assert all(set(of_measure) == steps for of_measure in concept.limits.values()), name


@pytest.mark.parametrize("pack", PACKS)
def test_no_name_belongs_to_two(pack: DomainPack) -> None:
    forms = [form for known in pack.names for form in {known.name, *known.aliases}]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize("pack", PACKS)
def test_event_phrases_have_one_place_for_the_name(pack: DomainPack) -> None:
    for words in pack.events.values():
        assert all(phrase.count("{name}") == 1 for phrases in words.values() for phrase in phrases)


@pytest.mark.parametrize("pack", PACKS)
def test_a_growth_is_in_percent_and_of_a_concept_of_its_pack(pack: DomainPack) -> None:
    for name, concept in pack.concepts.items():
        assert concept.growth_of.lstrip("-") in {"", *pack.concepts}, name
        assert concept.whole in {"", *pack.concepts}, name
        assert not concept.growth_of or concept.unit == "percent", name
        assert concept.average_of in {"", *pack.concepts}, name


@pytest.mark.parametrize("pack", PACKS)
def test_a_division_is_between_concepts_of_its_pack_that_words_tell_apart(pack: DomainPack) -> None:
    for division in pack.divisions:
        assert {division.counted, division.carried, division.fell} <= pack.concepts.keys()
        for language, words in pack.concepts[division.carried].of.items():
            assert set(words).isdisjoint(pack.concepts[division.fell].of[language])


@pytest.mark.parametrize("pack", PACKS)
def test_steps_that_follow_each_other_are_dated_concepts(pack: DomainPack) -> None:
    kinds = {
        name: concept.kind
        for other in map(load_domain, available_domains())
        for name, concept in other.concepts.items()
    }
    for succession in pack.successions:
        assert len(set(succession.steps)) == len(succession.steps) > 1
        assert {kinds[step] for step in succession.steps} <= {"happening", "date"}


@pytest.mark.parametrize("pack", PACKS)
def test_what_narrows_a_quantity_narrows_it_in_one_way(pack: DomainPack) -> None:
    for concept in pack.concepts.values():
        told = concept.narrowed
        assert not told.kinds & (told.periods | told.bases)
        assert bool(told.kinds | told.periods | told.bases) <= (concept.kind == "wording")


def test_a_ballot_is_told_by_concepts_and_counts_a_term_of_the_glossary() -> None:
    packs = tuple(load_domain(name) for name in available_domains())
    domains = gather_domains(packs, {}, ())
    assert [ballot.counted for ballot in domains.ballots] == ["vote"]
    for ballot in domains.ballots:
        assert {ballot.lead, ballot.margin} <= domains.concepts.keys()
        assert domains.concepts[ballot.lead].difference
        measured = {measure for concept in domains.concepts.values() for measure in concept.limits}
        assert measured >= set(ballot.measures)
        assert ballot.counted in load_glossary().terms
        assert ballot.counted in ballot.shares
        assert not ballot.shares & ballot.others


def test_domains_in_use_hold_what_their_packs_do() -> None:
    elections, health = load_domain("elections"), load_domain("health")
    own = Concept(kind="number")
    domains = gather_domains((elections, health), {"votes": own}, ("votes = ballots_cast",))
    assert domains.concepts.keys() == elections.concepts.keys() | health.concepts.keys()
    assert domains.concepts["votes"] is own
    assert domains.formulas == (*elections.formulas, *health.formulas, Formula("votes = ballots_cast"))
    assert domains.kinds == elections.kinds | health.kinds


def test_no_concept_stands_in_two_packs() -> None:
    concepts = [name for pack in available_domains() for name in load_domain(pack).concepts]
    assert sorted({name for name in concepts if concepts.count(name) > 1}) == []

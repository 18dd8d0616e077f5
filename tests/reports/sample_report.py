"""A report made by hand: what three short articles say of the Rochester and Strood by-election."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from crosscheck.records import (
    Amount,
    Annotated,
    Claim,
    Coverage,
    Document,
    Entry,
    Evidence,
    Fact,
    Finding,
    Link,
    Mention,
    Outcome,
    Period,
    Report,
    Role,
    Scope,
    Span,
    Value,
    Verdict,
)
from crosscheck.reports.layout import RulePage
from crosscheck.values.interval import Interval

EVENT = "Rochester and Strood by-election"
RECKLESS = "Mark Reckless"

AGENCY_SENTENCES = (
    "UKIP won Clacton on October 9 with ease.",
    "The seat is far down the party's table, at number 271,\nsaid Matthew Goodwin, a professor of politics.",
)
PARTY_SENTENCES = (
    (
        "Mark Reckless polled 16,867 votes compared to 13,974 for Kelly Tolhurst, the Conservative councillor who had "
        "been ahead in no poll since the summer, and whose party had sent every minister it could spare to the towns "
        "on the Medway."
    ),
    "This was our 217th target, he said, and it was tighter than expected.",
)
LONDON_SENTENCES = (
    "Mark Reckless erhielt 42,1 Prozent der Stimmen, Naushabah Khan 16,7 Prozent.",
    "Die Wahlbeteiligung betrug 50,7 % bei 40.113 abgegebenen Stimmen.",
    "Der Wahlkreis war der 271. auf der Liste.",
    "Im letzten Monat gewann die UKIP in Clacton.",
)
SENTENCES = {
    "agency.txt": AGENCY_SENTENCES,
    "party.txt": PARTY_SENTENCES,
    "london.txt": LONDON_SENTENCES,
}


def document(name: str, language: str, day: int, source: str | None = None, heading: str | None = None) -> Document:
    """Return the document *name* of 2014-11-*day*: its heading, a blank line, its sentences on one line."""
    return Document(
        id=name,
        path=f"wire/{name}",
        language=language,
        published=date(2014, 11, day),
        source=source,
        title=heading,
        text=(f"{heading}\n\n" if heading else "") + " ".join(SENTENCES[name]) + "\n",
    )


AGENCY = document("agency.txt", "en", 20, "AFP", "Second seat in sight")
PARTY = document("party.txt", "en", 21)
LONDON = document("london.txt", "de", 21, "Der Bote")
DOCUMENTS = (AGENCY, PARTY, LONDON)


def amount(low: str, high: str | None = None, unit: str = "", stated: str | None = None) -> Amount:
    """Return the amount from *low* to *high*, or *low* alone, as stated."""
    interval = Interval.of(Fraction(low), Fraction(high or low))
    given = stated or (None if high else low)
    return Amount(interval, None if given is None else Fraction(given), unit)


def claim(
    number: int, source: Document, quote: str, subject: str, attribute: str, value: Value, *, speaker: str | None = None
) -> Claim:
    """Return the claim that *quote*, which stands in one sentence of *source*, makes."""
    sentence = next(sentence for sentence in SENTENCES[source.id] if quote in sentence)
    begin = source.text.index(sentence)
    start = begin + sentence.index(quote)
    return Claim(
        id=f"{source.id}#{number}",
        document=source.key,
        subject=subject,
        subject_kind="event" if subject == EVENT else "person",
        attribute=attribute,
        value=value,
        scope=Scope(),
        modality="asserted",
        speaker=speaker,
        sentence=Span(begin, begin + len(sentence)),
        quote=Span(start, start + len(quote)),
        mention=mention(Span(start, start + len(quote)), quote, value),
    )


def mention(span: Span, surface: str, value: Value) -> Mention | None:
    """Return the mention that prints *value* at *span*, None for a role."""
    if isinstance(value, Amount):
        return Mention(
            span=span,
            surface=surface,
            kind="percent" if value.unit == "percent" else "number",
            low=value.interval.low,
            high=value.interval.high,
            unit=value.unit,
            rule="sample",
        )
    if isinstance(value, Period):
        return Mention(span=span, surface=surface, kind="date", timex=value.timex, rule="sample")
    return None


def evidence(source: Document, made: Claim) -> Evidence:
    """Return the evidence for *made*."""
    line, column = source.place(made.quote.start)
    end_line, end_column = source.place(made.quote.end)
    return Evidence(
        document=source.key,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        sentence=source.slice(made.sentence),
        quote=source.slice(made.quote),
        claim=made.id,
    )


CLACTON = claim(
    1, AGENCY, "October 9", "Clacton by-election", "date", Period(date(2014, 10, 9), date(2014, 10, 9), "2014-10-09")
)
RANK_EN = claim(2, AGENCY, "number 271", EVENT, "target_rank", amount("271"), speaker="Matthew Goodwin")
WINNER = claim(3, AGENCY, "UKIP", "Clacton by-election", "winner", Role("UKIP", "party"))
VOTES = claim(1, PARTY, "16,867 votes", RECKLESS, "votes", amount("16867", unit="vote"))
VOTES_2 = claim(2, PARTY, "13,974", "Kelly Tolhurst", "votes", amount("13974", unit="vote"))
RANK_OFF = claim(3, PARTY, "217th", EVENT, "target_rank", amount("217"), speaker=RECKLESS)
SHARE = claim(1, LONDON, "42,1 Prozent", RECKLESS, "vote_share", amount("42.05", "42.15", "percent", "42.1"))
SHARE_KHAN = claim(
    2, LONDON, "16,7 Prozent", "Naushabah Khan", "vote_share", amount("16.65", "16.75", "percent", "16.7")
)
TURNOUT = claim(3, LONDON, "50,7 %", EVENT, "turnout", amount("50.65", "50.75", "percent", "50.7"))
BALLOTS = claim(4, LONDON, "40.113 abgegebenen Stimmen", EVENT, "ballots_cast", amount("40113", unit="vote"))
RANK_DE = claim(5, LONDON, "der 271.", EVENT, "target_rank", amount("271"))
CLACTON_DE = claim(
    6, LONDON, "letzten Monat", "Clacton by-election", "date", Period(date(2014, 10, 1), date(2014, 10, 31), "2014-10")
)
WINNER_DE = claim(7, LONDON, "die UKIP", "Clacton by-election", "winner", Role("UKIP", "party"))


def fact(
    number: int,
    *claims: Claim,
    value: Value | None,
    verdict: Verdict = "single",
    in_favour: int = 1,
    against: int = 0,
    checks: tuple[str, ...] = (),
) -> Fact:
    """Return the fact that *claims* state, each linked with the first."""
    levels = ("attribute by cue in the clause", "same name")
    return Fact(
        id=f"f{number}",
        subject=claims[0].subject,
        attribute=claims[0].attribute,
        claims=claims,
        value=value,
        verdict=verdict,
        in_favour=in_favour,
        against=against,
        checks=checks,
        links=tuple(
            Link(claims[0].id, other.id, levels, Fraction(19, 20), "both give it by a cue in the clause")
            for other in claims[1:]
        ),
    )


RANK_FINDING = Finding(
    code="CC101",
    kind="rank",
    severity="error",
    confidence=Fraction(19, 20),
    message="Rochester and Strood by-election, target rank: 271 in two documents, 217 in one",
    explanation=("271 and 217 have no value in common", "linked: same event, same attribute, no scope"),
    evidence=(evidence(AGENCY, RANK_EN), evidence(PARTY, RANK_OFF), evidence(LONDON, RANK_DE)),
    suggestion="217 for 271: two digits transposed",
    fingerprint="3f2a9c0d1e4b5a67",
)
SHARE_FINDING = Finding(
    code="CC201",
    kind="arithmetic",
    severity="warning",
    confidence=Fraction(93, 100),
    message="Mark Reckless: 16,867 of 40,113 votes is 42.05 %, which prints as 42.0, not 42.1",
    explanation=(
        "16,867 / 40,113 = 42.0487 %",
        "42.1 % is any value from 42.05 to 42.15 %, which needs a base of at most 40,111",
    ),
    evidence=(evidence(PARTY, VOTES), evidence(LONDON, SHARE), evidence(LONDON, BALLOTS)),
    suggestion="rounded twice (42.0487 -> 42.05 -> 42.1), or a base without spoilt ballots",
    fingerprint="77b1d2c3e4f50617",
)
OUTCOMES: tuple[tuple[Outcome, tuple[Claim, ...]], ...] = (
    ("agreed", (CLACTON,)),
    ("contradicted", (RANK_EN,)),
    ("single", (VOTES, VOTES_2)),
    ("contradicted", (RANK_OFF,)),
    ("single", (SHARE, SHARE_KHAN, TURNOUT, BALLOTS)),
    ("contradicted", (RANK_DE,)),
    ("agreed", (CLACTON_DE,)),
)
LEDGER = (
    Entry(AGENCY.key, Span(0, 6), "skipped", "nothing alike in another document"),
    *(Entry(made.document, made.quote, outcome, made.attribute) for outcome, several in OUTCOMES for made in several),
)

REPORT = Report(
    documents=DOCUMENTS,
    claims=(
        CLACTON,
        RANK_EN,
        WINNER,
        VOTES,
        VOTES_2,
        RANK_OFF,
        SHARE,
        SHARE_KHAN,
        TURNOUT,
        BALLOTS,
        RANK_DE,
        CLACTON_DE,
        WINNER_DE,
    ),
    facts=(
        fact(1, CLACTON, CLACTON_DE, value=CLACTON.value, verdict="compatible", in_favour=2),
        fact(
            2,
            VOTES_2,
            value=VOTES_2.value,
            checks=("13,974 of 40,113 ballots is 34.84 %",),
        ),
        fact(3, SHARE, value=SHARE.value),
        fact(4, VOTES, value=VOTES.value),
        fact(5, SHARE_KHAN, value=SHARE_KHAN.value),
        fact(6, RANK_EN, RANK_OFF, RANK_DE, value=None, verdict="contradicted", in_favour=2, against=1),
        fact(7, TURNOUT, value=TURNOUT.value),
        fact(8, BALLOTS, value=BALLOTS.value),
        Fact(
            id="f9",
            subject=EVENT,
            attribute="electorate",
            claims=(),
            value=amount("79041", "79196"),
            derived="ballots_cast / turnout",
            sources=(BALLOTS, TURNOUT),
        ),
        fact(10, WINNER, WINNER_DE, value=WINNER.value, verdict="agree", in_favour=2),
    ),
    findings=(RANK_FINDING, SHARE_FINDING),
    coverage=Coverage(LEDGER),
)
"""Every verdict but 'changed'; a finding of restated and one of calculated values."""


def annotated(source: Document) -> Annotated:
    """Return *source* with its sentences, the mentions of its claims, and one name that carries none."""
    starts = [source.text.index(sentence) for sentence in SENTENCES[source.id]]
    spans = [Span(start, start + len(text)) for start, text in zip(starts, SENTENCES[source.id], strict=True)]
    name = Mention(span=Span(spans[0].start, spans[0].start + 4), surface=source.text[starts[0] :][:4], kind="name")
    made = [claim.mention for claim in REPORT.claims if claim.document == source.key and claim.mention]
    return Annotated(source, tuple(spans), tuple(sorted([name, *made], key=lambda m: m.span)))


LABELS = {"target_rank": "place in the target list", "ballots_cast": "ballots cast", "vote_share": "share of the vote"}
RULE_PAGES = (
    RulePage(
        "CC101",
        "same quantity, two values",
        (
            "What it finds: two statements of one count that cannot both be right.",
            'Example: "polled 16,867 votes" here, "18.667 Stimmen" there.',
        ),
    ),
    RulePage(
        "CC201",
        "share, count and total",
        ("What it finds: a share that no count gives.",),
    ),
)

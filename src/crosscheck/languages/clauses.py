"""The section ``clauses`` of a language pack: the small words that say who, whether and by whom."""

from __future__ import annotations

import msgspec


class ModalityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that make a clause more or less than an assertion; the clause is asserted where none stands.

    ``demanded`` says that somebody wants it so ('called for'); ``denied`` negates ('not'), ``affirmed`` are phrases
    with such a word that do not ('not only', 'than expected'), ``likened`` words behind which one only says how long
    nothing was like it ('so viele wie nie'); ``lacking`` stands before what somebody has not ('without'), ``undone``
    are states of those with whom something is not done ('closed'), ``against`` says that they do not want it;
    ``attributive`` are those of the planned, predicted and demanded that may stand before a noun and then tell of its
    number alone ('the planned 300'); ``given`` are the prepositions before what is so already ('after 40 trials');
    ``none`` are words right before a noun that say that there is none ('no'), ``nobody`` those for somebody that say
    it; ``refuted`` says that what was claimed is false ('proved false'); ``conditional`` opens a clause that only
    supposes ('if', 'whether'). ``hearsay`` are words for what nobody vouches for ('claims'): a figure of theirs is
    refuted when the next sentence begins with one of ``rebuttals`` ('it did not'); one of ``retractions`` there ('that
    figure is wrong') refutes any. ``corrected`` leads from what is refuted to what is so ('in fact').
    """

    planned: frozenset[str] = frozenset()
    demanded: frozenset[str] = frozenset()
    predicted: frozenset[str] = frozenset()
    conditional: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    none: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    affirmed: frozenset[str] = frozenset()
    likened: frozenset[str] = frozenset()
    attributive: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    refuted: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    rebuttals: frozenset[str] = frozenset()
    retractions: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()


class ScopeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say of which place, time or part a value is; all lower case.

    ``inside`` stands before the place where something is counted ('in'); ``extents`` name one without a name
    ('nationwide'), by a key that all languages share. ``as_of`` stands before the moment up to which is counted ('by'),
    ``status`` those of them that tell nothing else ('as of'),
    ``since`` before the one from which, ``until`` before the last; ``when`` leads from a date to what was then,
    ``origins`` beside one say since when there is something ('founded'), ``dated`` right before it ('dating from');
    ``rising`` says that a count was another one
    before ('has risen to'); ``ongoing`` says of what is so on the day of the report that it may change
    ('still'), ``last_time`` and ``first_time`` that a date is that of the latest or the earliest of several.
    ``earlier`` stands before the value that was before ('up from'), ``starts`` pairs the words of a change ('from' 12
    'to' 14). ``periods`` are phrases for a period that is no date ('second half', 'year-ago'), by shared key, PAST_REF
    for any earlier one. ``aftermath`` leads to what was before all that the clause tells ('after the'), up to a mark or
    a ``finite`` verb. ``counts`` are nouns for a number of people ('toll'). ``number_of`` leads to the noun of
    which the number is told ('number of'). ``averages`` make a value one of many ('on average'), ``counting`` beside a
    share one of so much of a count ('with 40 per cent of the votes counted').
    ``members`` say that a value is of those named before ('of those', 'including'), ``plurals`` join several and what
    they are ('12 are girls'); ``groups`` are the nouns that name a part of all people ('women'), by shared key;
    ``others`` make a value one beside another ('12 more'), unless a word for ``than`` follows. ``totals`` end what a
    part at the head of a sentence rules ('overall').
    """

    inside: frozenset[str] = frozenset()
    extents: dict[str, frozenset[str]] = {}
    as_of: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    dated: frozenset[str] = frozenset()
    rising: frozenset[str] = frozenset()
    ongoing: frozenset[str] = frozenset()
    last_time: frozenset[str] = frozenset()
    first_time: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    starts: dict[str, str] = {}
    periods: dict[str, frozenset[str]] = {}
    number_of: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    aftermath: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    averages: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    plurals: frozenset[str] = frozenset()
    groups: dict[str, frozenset[str]] = {}
    others: frozenset[str] = frozenset()
    than: frozenset[str] = frozenset()
    totals: frozenset[str] = frozenset()


class PostWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around a post that somebody holds; all lower case.

    ``indefinite`` articles make it one of many ('a coach'); ``vacating`` are words right before or behind it that say
    that its holder is not, or not alone, in office ('former', 'deputy', 'designate'). ``turnover`` are words of a
    sentence that tells of its changing hands ('succeeded'). ``copulas`` join a name and its post ('is'); ``namings``
    lead from the post to the name ('named'), ``introducers`` stand right before that ('as'); ``courtesies`` are titles
    that leave the post next to the name ('Dr'). ``leaving`` words behind a post tell that its
    holder left ('until'). ``led_by`` lead from a body to the name of its head ('chaired by'),
    ``led`` stand behind that ('von ... geleitet'), ``leads`` between both or at the end of the clause ('chairs'),
    ``once_led`` likewise of one who may no longer do so ('chaired'); ``past_copulas`` are to that what copulas are to
    ``leads``. ``streets`` end the names of places that no post is of. ``linking`` words may stand
    between a body and how it is led ('was'). ``lasting`` verbs say how old somebody became ('wurde'),
    ``years_told`` words before an age how few or many years that is ('just').
    ``doers`` stand before the name of the one who did what a participle says ('by'), ``helping`` words between a
    subject and its verb ('has'), ``standing`` ones between somebody and where a role puts them ('stood at the helm'),
    ``having`` one that leads to both ('with'), ``having_done`` stand between a participle that opens a clause and who
    did it ('Gesteuert hatte'), ``intending`` words between a subject and what it is to do ('agreed to');
    ``taken_up`` are pronouns for a thing named just before. ``verb_second``
    says that a name right behind a verb that another word opens the clause of is its subject ('Die Jury leitet Low').
    """

    indefinite: frozenset[str] = frozenset()
    vacating: frozenset[str] = frozenset()
    turnover: frozenset[str] = frozenset()
    entering: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    namings: frozenset[str] = frozenset()
    introducers: frozenset[str] = frozenset()
    courtesies: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()
    led_by: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    once_led: frozenset[str] = frozenset()
    past_copulas: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    years_told: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    helping: frozenset[str] = frozenset()
    standing: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    having_done: frozenset[str] = frozenset()
    intending: frozenset[str] = frozenset()
    taken_up: frozenset[str] = frozenset()
    verb_second: bool = False
    streets: tuple[str, ...] = ()


class VoiceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for who gives a figure without a name, by the side that they speak for, under keys all languages share.

    Those of one side are no parties to a dispute: police and ministry. Who only counts is of none: hospitals.
    ``reckoning`` are the verbs besides those of speech by which one gives a figure of one's own ('counted').
    """

    sides: dict[str, frozenset[str]] = {}
    reckoning: frozenset[str] = frozenset()


class ClauseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Function words by what they do in a clause; all lower case.

    ``boundaries`` open a new segment of the sentence ('while', 'compared to'), ``coordinators`` do not ('and');
    ``bearers`` are the prepositions between
    a value and the one that bears it ('349 votes for Juby'); ``infinitives`` the marks before a verb that only says
    what is to be done ('to win'); ``differences`` the words before a value that is a change
    or lead ('by 12'); ``distances`` those beside one that is missing to something ('short of');
    ``agents`` those between a passive or a noun and the one that acts ('won by');
    ``places`` those before a place; ``of`` those between a share and its whole.
    ``pronouns`` lists, per kind of thing ('person', 'thing'), the words that take up a name; ``articles`` the definite
    ones that make 'the party' an anaphor. ``anaphors`` are the nouns that, with such an article, take up the last name
    of a kind ('the company'); a final or leading ``*`` stands for any ending or beginning. ``relatives`` open a clause
    that only explains the name before ('who'), ``complements`` one that is what the clause before expects or fears
    ('that'). ``tallies`` join the figures of the two sides of a vote ('votes to').
    """

    boundaries: frozenset[str]
    coordinators: frozenset[str]
    bearers: frozenset[str]
    infinitives: frozenset[str]
    differences: frozenset[str]
    distances: frozenset[str]
    agents: frozenset[str]
    places: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    pronouns: dict[str, frozenset[str]]
    anaphors: dict[str, frozenset[str]] = {}
    complements: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    modality: ModalityWords
    scope: ScopeWords = ScopeWords()
    posts: PostWords = PostWords()
    speech: frozenset[str]
    sources: frozenset[str]
    tallies: frozenset[str] = frozenset()
    voices: VoiceWords = VoiceWords()

"""The section ``relations`` of a language pack: how a sentence says that one of its values follows from others."""

from __future__ import annotations

import msgspec


class RelationWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that stand between or before values that make a share, a change, an average or a rate; all lower case.

    ``of`` joins a count and its whole directly ('4 of 12'), ``out_of`` also behind the counted noun ('4 houses out of
    12'); ``wholes`` stand before a whole that comes first ('of 12 houses, 4'); ``fillers`` may stand between one of
    these and the number ('the'). ``each`` makes a fraction of an ordinal ('every sixth'). ``equals`` stands before the
    share of a count just given ('or 30 per cent'), ``sums`` does so at the head of the next sentence ('that is').
    ``starts`` stands before the value that a change began with ('from'), ``ends`` before the one it led to ('to');
    ``earlier`` before an earlier value where 'to' is left out ('up from'), ``than`` where only a time tells that it is
    one ('after'). ``by`` stands before how much it was, ``beyond`` behind it ('more than'); ``rises`` and ``falls`` are
    words for a change that the glossary does not list, which make but one verb with those of ``phrasal`` before them
    ('put up 12 signs'). ``per`` stands before the base of a rate, ``singly`` before one
    of several that have so much each ('a ticket', 'je Wohnung'). ``more`` and ``less``
    begin a comparison by how much one value is beyond the other ('more than'). ``as_many`` stand behind how many times
    one value is another ('twice as many'), which ``multiples`` give in one word, as a fraction, and ``times`` after a
    number; ``like`` stands between that and the other value or its time. ``against`` stand before an earlier value
    where nothing says that anything changed ('compared with'). ``among`` begin a
    sentence with the group that its shares are of ('among voters'); ``owned`` stand between a fraction and the whole
    that it is of ('a fifth of its output'). ``others`` and ``rests`` stand before what parts leave of a whole ('the
    remaining 12', 'that leaves 12'), ``left`` behind it ('12 were left'), ``open`` between a bare number of ``rests``
    and what is said of it ('12 to go'); ``margins`` before by how much two values differ ('a profit of').
    ``leads`` stand before, ``ahead`` behind by how much one of two sides is ahead or short; ``beats`` are the words of
    a clause in which ``by`` stands before that. ``joined`` stand between the two sides of a result ('9 to 2'),
    ``dissents`` behind how many were against, ``all`` before a number that is of all, ``sides`` with a share say for
    or against what was voted ('für', 'dagegen'). ``incomes`` and ``outgoings`` are
    words beside what is taken and spent.
    ``altogether`` stand before or behind what values make together, ``summing`` before what those of the last sentence
    make, ``apiece`` behind and ``respectively`` before what
    each of several is.
    """

    of: frozenset[str] = frozenset()
    out_of: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    equals: frozenset[str] = frozenset()
    sums: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    than: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    rises: frozenset[str] = frozenset()
    falls: frozenset[str] = frozenset()
    phrasal: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    singly: frozenset[str] = frozenset()
    more: frozenset[str] = frozenset()
    less: frozenset[str] = frozenset()
    as_many: frozenset[str] = frozenset()
    multiples: dict[str, str] = {}
    times: frozenset[str] = frozenset()
    like: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    among: frozenset[str] = frozenset()
    owned: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    rests: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    margins: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    beats: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    dissents: frozenset[str] = frozenset()
    all: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    incomes: frozenset[str] = frozenset()
    outgoings: frozenset[str] = frozenset()
    altogether: frozenset[str] = frozenset()
    summing: frozenset[str] = frozenset()
    apiece: frozenset[str] = frozenset()
    respectively: frozenset[str] = frozenset()

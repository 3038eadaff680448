# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study of the demo that two people coded: short talks at the market. All invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Colleague, Staff, hire_colleague
from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.privacy.actors import Actor, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.actions.studies import (
    Keeping,
    StudyWords,
    add_source,
    add_speaker,
    start_study,
)
from voelspriet.listen.conversations.choices import (
    Perspective,
    SourceKind,
    SpeakerRole,
)
from voelspriet.understand.coding.actions.coding import add_fragment, begin_pass, finish_pass
from voelspriet.understand.coding.actions.discussing import Decided, decide_difference
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.actions.registering import take_in_everywhere
from voelspriet.understand.coding.actions.second import give_second
from voelspriet.understand.coding.choices import DifferenceOutcome
from voelspriet.understand.coding.queries.codebooks import usable_codebooks
from voelspriet.understand.coding.queries.differences import differences
from voelspriet.understand.coding.queries.material import (
    MaterialFilters,
    material_detail,
    material_inbox,
)

GIVEN, SEED = 9, 12
SECOND = Colleague("Wietske", "Terpstra", Role.RESEARCHER, "Onderzoeker")
# what somebody said, each sentence with what the first and the second coder made of it
Said = tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...]
TALKS: tuple[Said, ...] = (
    (("De kraamhouders kennen iedereen bij naam.", (5,), (5,)),
     ("Na vijven ligt er overal karton.", (2,), (2,))),
    (("Zaterdag is het druk en gezellig.", (5,), (5,)),
     ("Fietsers rijden gewoon door de gang.", (1,), (1, 3))),
    (("De lampen boven het plein zijn al weken stuk.", (7,), (7,)),
     ("Ik ga dan maar eerder naar huis.", (1,), ())),
    (("Ik zie hier nooit iemand van toezicht.", (8,), (8,)),
     ("Als er iets is, bel ik mijn broer.", (), (5,))),
    (("Iedereen groet elkaar nog.", (3,), (5,)),
     ("Dat vind ik het mooiste van deze buurt.", (), ())),
    (("De banken zijn kapot en niemand maakt ze.", (2,), (2,)),
     ("Wij hebben het drie keer gemeld.", (9,), (9,))),
    (("Bij de fietsenstalling is het donker.", (7,), (7,)),
     ("Mijn dochter loopt daar niet alleen.", (1,), (1,))),
    (("De marktmeester loopt elk uur een rondje.", (8,), (8,)),
     ("Dan weet je dat er iemand is.", (8,), (8,))),
    (("Het plein is schoon, dat mag gezegd worden.", (2,), (2,)),
     ("Jongens hangen bij de trap, maar zij doen niets.", (3,), (3,))),
    (("Wij praten er met de buren over.", (5,), (5,)),
     ("Van de gemeente horen wij niets terug.", (9,), (9,))),
)  # fmt: skip
WORDS = StudyWords(
    title="Hoe mensen de markt beleven",
    question="Wat maakt dat mensen zich op de markt prettig of onprettig voelen?",
    consent_text="Wij schrijven op wat u zegt, zonder uw naam. U mag altijd stoppen.",
    purpose="Het plan voor het marktplein",
)


def code_twice(land: Land, staff: Staff, *, at: datetime) -> None:
    """Talk at the market, code what was said, and have a colleague code most of it blindly."""
    first = staff.others[Role.RESEARCHER]
    second = hire_colleague(
        SECOND, by=system("demo", land.municipality_id), at=at - timedelta(days=60)
    )
    study = _talk(land, first, at - timedelta(days=12))
    take_in_everywhere(by=system("coding.take_in"), at=at - timedelta(days=11))
    _code(_texts(study, first), first, at - timedelta(days=10), is_second=False)
    book = usable_codebooks(by=first)[0].reference
    given = give_second(
        study=study, coder_id=second.user_id or 0, codebook=book, size=GIVEN, seed=SEED,
        by=first, at=at - timedelta(days=9),
    )  # fmt: skip
    mine = [one for one in _texts(study, second) if one[2]]
    _code(mine, second, at - timedelta(days=4), is_second=True)
    _agree(given, first, at - timedelta(days=2))


def _talk(land: Land, by: Actor, at: datetime) -> str:
    area_id, day = land.district_ids[0], dutch_day(at)
    study = start_study(
        words=WORDS, area_ids=[area_id],
        keeping=Keeping(day, day + timedelta(days=90), day + timedelta(days=400)), by=by, at=at,
    )  # fmt: skip
    for said in TALKS:
        text = " ".join(sentence for sentence, _first, _second in said)
        source = add_source(
            reference=study, kind=SourceKind.STREET_TALK, area_id=area_id, held_on=day, text=text,
            original=text, replaced=0, by=by, at=at,
        )  # fmt: skip
        add_speaker(
            reference=source, perspective=Perspective.RESIDENT, role=SpeakerRole.RESIDENT,
            stay=StayLength.TO_15, by=by, at=at,
        )  # fmt: skip
    return study


def _texts(study: str, by: Actor) -> list[tuple[str, str, bool]]:
    """Return the texts of a study: reference, words, and whether they were given to `by`."""
    found = material_inbox(by=by, filters=MaterialFilters(study=study)).items
    details = [material_detail(reference=one.reference, by=by) for one in found]
    return [(one.material.reference, one.text, one.own is not None) for one in details]


def _code(
    texts: Iterable[tuple[str, str, bool]], by: Actor, at: datetime, *, is_second: bool
) -> None:
    numbers = {code.number: code.id for code in usable_codebooks(by=by)[0].codes}
    for reference, text, _given in texts:
        begin_pass(reference=reference, by=by, at=at)
        for sentence, first, second in (one for said in TALKS for one in said):
            factors = second if is_second else first
            start = text.find(sentence)
            if start >= 0 and factors:
                codes = [numbers[one] for one in factors]
                coded = Coded(start, start + len(sentence), codes)
                add_fragment(reference=reference, coded=coded, by=by, at=at)
        finish_pass(reference=reference, by=by, at=at + timedelta(minutes=20))


def _agree(given: str, by: Actor, at: datetime) -> None:
    # slow import: only a demo that is built calculates here
    from voelspriet.understand.coding.actions.agreeing import settle_ready  # noqa: PLC0415

    settle_ready(by=system("coding.agree"), at=at)
    one = differences(second_coding=given, by=by).items[0]
    decide_difference(
        reference=one.reference,
        decided=Decided(DifferenceOutcome.STANDS, "De zin kan op twee manieren gelezen worden."),
        by=by,
        at=at + timedelta(hours=2),
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study of the demo: talks, an observation, a referral and a worrying case. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.actions.studies import (
    Grades,
    Keeping,
    StudyWords,
    add_referral,
    add_source,
    add_speaker,
    start_study,
)
from voelspriet.listen.conversations.actions.urgent import confirm_urgent, hand_over_urgent
from voelspriet.listen.conversations.choices import (
    Perspective,
    SourceKind,
    SpeakerRole,
)
from voelspriet.listen.conversations.rules.entering import entered, key_of, proposed

WELFARE = 7
WORDS = StudyWords(
    title="Waarom het rond het water onprettig voelt",
    question="Hoe komt het dat mensen zich hier onveilig voelen terwijl er weinig gebeurt?",
    consent_text="Wij schrijven op wat u zegt, zonder uw naam. U mag altijd stoppen, ook later.",
    purpose="De buurtagenda van volgend jaar",
)
P, R, S, K = Perspective, SpeakerRole, StayLength, SourceKind
WATER = """Fatima zegt dat het pad langs het water om vijf uur al donker is. Zij loopt om. Haar
buurman, meneer De Vries, doet dat ook.
Vroeger stond er een bankje waar iedereen zat. Nu groet niemand meer."""
SHOP = """Ik heb een winkel hier. Het is schoon, maar na zessen komt er niemand meer langs.
Bel mij gerust op 06-12345678."""
BOYS = """Wij kennen de jongens wel, Sjakie en Bilal voorop. Zij doen niets, maar wie hen niet kent
loopt liever om.
Als de wijkagent even komt praten is het meteen rustig."""
POLICE = """Er komen hier per jaar drie aangiften. Toch hoor ik elke week dat iemand niet durft.
Het licht is het eerste dat zij noemen."""
GROUP = (
    (P.RESIDENT, R.RESIDENT, S.TO_15),
    (P.RESIDENT, R.RESIDENT, S.UNDER_1),
    (P.BOTH, R.KEY_FIGURE, S.FROM_15),
)
# how it was said, how many days ago, what, and who spoke
TALKS = (
    (K.INTERVIEW, 30, WATER, ((P.RESIDENT, R.RESIDENT, S.FROM_15),)),
    (K.STREET_TALK, 21, SHOP, ((P.RESIDENT, R.ENTREPRENEUR, S.TO_5),)),
    (K.GROUP_TALK, 14, BOYS, GROUP),
    (K.INTERVIEW, 9, POLICE, ((P.PROFESSIONAL, R.POLICE, S.TO_5),)),
)
SEEN = (
    "Tussen vier en zes: acht mensen lopen langs, niemand blijft. Twee lantaarns zijn stuk. "
    "Van het tunneltje is het eind niet te zien."
)


def hold_study(land: Land, staff: Staff, *, at: datetime) -> None:
    """Talk with people as a researcher would, in the weeks before `at`."""
    by, area_id = staff.others[Role.RESEARCHER], land.district_ids[0]
    began = at - timedelta(days=35)
    first = dutch_day(began)
    study = start_study(
        words=WORDS,
        area_ids=[area_id, land.district_ids[1]],
        keeping=Keeping(first, first + timedelta(days=120), first + timedelta(days=730)),
        by=by,
        at=began,
    )
    for kind, days, told, speakers in TALKS:
        moment = at - timedelta(days=days)
        proposals = proposed(told, ())
        text, count = entered(told, proposals, accepted={key_of(one) for one in proposals})
        made = add_source(
            reference=study, kind=kind, area_id=area_id, held_on=dutch_day(moment), text=text,
            original=told, replaced=count, by=by, at=moment,
        )  # fmt: skip
        for side, role, stay in speakers:
            add_speaker(reference=made, perspective=side, role=role, stay=stay, by=by, at=moment)
    moment = at - timedelta(days=7)
    add_source(
        reference=study, kind=K.OBSERVATION, area_id=area_id, held_on=dutch_day(moment), text=SEEN,
        original=SEEN, replaced=0, grades=Grades(2, 2, 3), by=by, at=moment,
    )  # fmt: skip
    add_referral(reference=study, role=R.SCHOOL, count=2, by=by, at=moment)
    case = hand_over_urgent(
        reference=study, organisation_id=staff.organisation_ids[WELFARE],
        text="Een bewoner komt al weken de deur niet meer uit.", by=by, at=moment,
    )  # fmt: skip
    confirm_urgent(
        reference=case, name="", by=staff.handlers[WELFARE], at=moment + timedelta(hours=1)
    )

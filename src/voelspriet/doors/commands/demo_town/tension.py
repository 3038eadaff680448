# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the demo knows and how tense it is: the knowledge base and a few readings. All invented."""

from __future__ import annotations

from datetime import datetime, timedelta

from voelspriet.doors.commands.demo_town.land import Land
from voelspriet.doors.commands.demo_town.staff import Staff
from voelspriet.ground.knowledge.actions import add_intervention, add_shipped_interventions
from voelspriet.ground.knowledge.choices import Audience, InterventionKind, Theme
from voelspriet.ground.knowledge.rules import Words
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.understand.tension.actions import correct_reading, read_tension, write_help
from voelspriet.understand.tension.choices import Domain, Phase

OWN = (
    Words(
        title="Lichtwandeling met bewoners",
        kind=InterventionKind.INTERVENTION.value,
        audience=Audience.MUNICIPALITIES.value,
        told=(
            "Met bewoners na donker langs de plekken lopen waar zij omheen gaan, en ter plekke "
            "opschrijven wat licht, snoeien of zicht kan verbeteren."
        ),
        owner="Gemeente Zilverwende, beheer openbare ruimte",
        source_document="Evaluatie van drie wandelingen",
        themes=(Theme.PUBLIC_SPACE.value, Theme.SAFETY.value),
        factors=(7,),
    ),
    Words(
        title="Tafel van de straat",
        kind=InterventionKind.INTERVENTION.value,
        audience=Audience.INITIATIVES.value,
        told=(
            "Een lange tafel op straat waar buren meebrengen wat zij hebben. Wie elkaar niet kent, "
            "zit naast elkaar omdat de plaatsen worden geloot."
        ),
        owner="Welzijn Zilverwende",
        source_document="Gesprek met de opbouwwerkers",
        themes=(Theme.CONTACT.value, Theme.INITIATIVES.value),
        factors=(3,),
    ),
)
# district, days ago, matter, phase, why; the same matter again follows on what was said before
SAID = (
    (0, 48, "", Phase.REST, "Weinig meldingen, op het plein wordt gegroet."),
    (0, 40, "Het pad langs het water", Phase.DISCOMFORT,
     "Mensen lopen om zodra het donker wordt. Er is niets gebeurd."),
    (0, 19, "Het pad langs het water", Phase.TENSION,
     "Twee avonden achter elkaar geschreeuw over en weer. Wie er woont, durft er niet langs."),
    (0, 12, "", Phase.DISCOMFORT, "Op het spreekuur gaat het steeds vaker over het donker."),
    (1, 33, "", Phase.DISCOMFORT, "Ergernis over fietsen op de stoep en afval bij de winkels."),
    (1, 5, "Het grasveld achter de winkels", Phase.INCIDENT,
     "Een harde knal en veel mensen op straat. Wat het was, weten wij nog niet."),
    (2, 21, "", Phase.REST, "Na de buurttafel is het rustig gebleven."),
)  # fmt: skip
MISTAKEN = (
    "Het afval ligt er weer. Over fietsen hoorden wij het niet meer; dat stond er ten onrechte."
)


def keep_knowledge(staff: Staff, *, at: datetime) -> None:
    """Bring what comes with the product, and add two own interventions."""
    add_shipped_interventions(at=at)
    for words in OWN:
        add_intervention(
            words=words, by=staff.others[Role.POLICY_ADVISER], at=at - timedelta(days=90)
        )


def say_how_it_is(land: Land, staff: Staff, *, at: datetime) -> None:
    """Say how tense it is in a few districts; one reading was wrong, one line of help is own."""
    made = ""
    for district, days, matter, phase, why in SAID:
        moment = at - timedelta(days=days)
        said = read_tension(
            area_id=land.district_ids[district],
            matter=matter,
            phase=phase,
            reason=why,
            since=dutch_day(moment),
            by=staff.duos[district][0],
            at=moment,
        )
        made = said if (district, matter) == (1, "") else made
    moment = at - timedelta(days=31)
    correct_reading(
        reference=made,
        phase=Phase.DISCOMFORT,
        reason=MISTAKEN,
        since=dutch_day(moment) - timedelta(days=2),
        by=staff.duos[1][0],
        at=moment,
    )
    write_help(
        phase=Phase.TENSION,
        domain=Domain.YOUTH_WORK,
        text="De straatcoaches zijn er elke avond van zeven tot elf. Bel hun vaste nummer.",
        by=staff.others[Role.POLICY_ADVISER],
        at=at - timedelta(days=60),
    )

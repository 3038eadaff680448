# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What follows up: escalated initiatives, what helps them, corrected notices and works."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.initiatives import make_initiative
from tests.factories.meetings import make_meeting
from tests.factories.notices import LINES, WRITTEN
from tests.factories.signals import NOON
from voelspriet.act.agenda.choices.priorities import RankingChannel
from voelspriet.act.agenda.models import PlannedWorkText, RankingCount
from voelspriet.act.initiatives.models import InitiativeEscalation
from voelspriet.answer.pages.models import NoticeVersion
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.listen.intake.choices import EscalationLevel


def more_followed_up(
    area: Area, organisation: Organisation, parts: dict[str, Any], number: int
) -> None:
    """Make one more of everything that follows up."""
    initiative = make_initiative(area, title=f"Te laat {number}", may_list=True, listed_at=NOON)
    for helped in (initiative, parts["initiative"]):
        make_agreement_row(area, organisation, visibility="public", initiative=helped)
    meeting = make_meeting(area, starts_at=NOON - timedelta(days=number))
    with arranging():
        for late in (initiative, parts["initiative"]):
            InitiativeEscalation.objects.create(
                initiative=late,
                level=EscalationLevel.DIRECTOR,
                due_on=NOON.date() - timedelta(days=number),
                at=NOON,
            )
        PlannedWorkText.objects.create(
            work=parts["work"], language=("en", "tr", "ar")[number % 3], what="Lamps", of_what="x"
        ) if number < 3 else None
        NoticeVersion.objects.create(
            notice=parts["notice"],
            language="nl",
            version=number,
            **LINES,
            shown_from=WRITTEN,
            shown_until=WRITTEN,
            by_name="Noor",
        )
        for counted in (meeting, parts["meeting"]):
            RankingCount.objects.create(
                agenda=parts["area_agenda"],
                channel=RankingChannel.EVENING,
                meeting=counted,
                priority=parts["area_agenda"].priorities.order_by("-id")[0],
                place=1,
                number=number + 1,
            )

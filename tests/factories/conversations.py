# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies, sources, who spoke, worrying cases."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.listen.conversations.models import (
    Referral,
    Source,
    Speaker,
    Study,
    UrgentCase,
)

MADE = datetime(2026, 9, 7, 9, tzinfo=UTC)
_numbers = count(1)


def make_study(area: Area, **more: object) -> Study:
    """Make a running study of one area."""
    values = {"title": "Waarom voelt het hier onprettig?", "question": "Wat maakt het onprettig?",
              "consent_text": "U mag altijd stoppen.", "purpose": "Het buurtplan",
              "starts_on": date(2026, 9, 1), "ends_on": date(2026, 12, 1),
              "keep_until": date(2027, 12, 1), "made_by_id": 1, "made_by_name": "Onno Zoeker",
              "made_at": MADE}  # fmt: skip
    with arranging():
        study = Study.objects.create(
            municipality=municipality_of(area),
            reference=f"K-{next(_numbers):04d}-TEST",
            **values | more,
        )
        study.areas.add(area)
    return study


def make_source(study: Study, text: str = "Het pleintje is donker.", **more: object) -> Source:
    """Make an interview of a study."""
    values = {"kind": "interview", "held_on": date(2026, 9, 3), "made_by_id": 1,
              "made_by_name": "Onno Zoeker", "made_at": MADE}  # fmt: skip
    with arranging():
        area = study.areas.first()
        reference = f"B-{next(_numbers):04d}-TEST"
        return Source.objects.create(
            **{"study": study, "area": area, "reference": reference, "text": text} | values | more
        )


def make_speaker(source: Source, **more: object) -> Speaker:
    """Make somebody who spoke."""
    with arranging():
        number = source.speakers.count() + 1
        values = {"number": number, "perspective": "resident", "role": "resident"}
        return Speaker.objects.create(**{"source": source} | values | more)


def make_urgent(study: Study, organisation: Organisation, **more: object) -> UrgentCase:
    """Make a worrying case that waits."""
    values = {"text": "Een bewoner komt de deur niet meer uit.", "handed_at": MADE,
              "due_at": MADE + timedelta(hours=4), "made_by_id": 1, "made_by_name": "Onno Zoeker",
              "reference": f"Z-{next(_numbers):04d}-TEST"}  # fmt: skip
    with arranging():
        return UrgentCase.objects.create(
            **{"study": study, "organisation": organisation} | values | more
        )


def converse(area: Area, organisation: Organisation) -> dict[str, Any]:
    """Make one of everything."""
    study = make_study(area)
    source = make_source(study)
    make_speaker(source)
    with arranging():
        Referral.objects.create(study=study, role="school", count=2)
    return {"study": study, "source": source, "urgent": make_urgent(study, organisation)}


def more_conversations(area: Area, parts: dict[str, Any], organisation: Organisation) -> None:
    """Make one more of everything that lists show."""
    make_study(area)
    make_source(parts["study"])
    make_speaker(parts["source"], stay="15")
    make_urgent(parts["study"], organisation)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases to learn from, as a draft of a signal or cut loose from it."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from tests.conftest import arranging
from voelspriet.answer.cases.models import CaseStep, LearningCase
from voelspriet.ground.areas.models import Municipality
from voelspriet.listen.intake.models import Signal

MADE = datetime(2026, 9, 7, 9, tzinfo=UTC)
_numbers = count(1)


def make_case(municipality: Municipality, signal: Signal | None, **more: object) -> LearningCase:
    """Make a draft of a signal; without one, a published case."""
    values = {"title": "Het donkere pad", "made_by_id": 1, "made_by_name": "Noor", "made_at": MADE,
              "reference": f"L-{next(_numbers):04d}-TEST"}  # fmt: skip
    if signal is None:
        values |= {"state": "published", "published_at": MADE, "questions": "Wat had u gedaan?",
                   "lessons": "Eerst bellen."}  # fmt: skip
    with arranging():
        made = LearningCase.objects.create(
            municipality=municipality, signal=signal, **values | more
        )
        make_step(made, 1, kind="received", role="reporter", told="Iemand vond het te donker.")
    return made


def make_step(case: LearningCase, position: int, **more: object) -> CaseStep:
    """Make a step of a case."""
    values = {"day": position, "kind": "answered", "role": "adviser"}
    with arranging():
        return CaseStep.objects.create(case=case, position=position, **values | more)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in. One file per subject."""

from voelspriet.act.agenda.forms.agreements import (
    START_DAY,
    AgreementFilterForm,
    AgreementForm,
    FinishForm,
    MoveForm,
    StoryStartForm,
    TellForm,
    day_of,
)

__all__ = [
    "START_DAY",
    "AgreementFilterForm",
    "AgreementForm",
    "FinishForm",
    "MoveForm",
    "StoryStartForm",
    "TellForm",
    "day_of",
]

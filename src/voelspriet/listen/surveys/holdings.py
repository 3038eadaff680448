# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: nothing to hand over, only who made a questionnaire."""

from __future__ import annotations

from voelspriet.ground.people.holdings import user_columns

user_columns(
    facts={"surveys.Questionnaire.made_by_id", "surveys.QuestionnaireVersion.made_by_id"},
)

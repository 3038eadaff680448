# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: nothing that moves; who began a case is a fact."""

from __future__ import annotations

from voelspriet.ground.people.holdings import user_columns

user_columns(facts={"cases.LearningCase.made_by_id"})

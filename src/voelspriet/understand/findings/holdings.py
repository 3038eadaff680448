# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: nothing that moves; who judged something is a fact."""

from __future__ import annotations

from voelspriet.ground.people.holdings import user_columns

user_columns(
    facts={
        "findings.Comparison.made_by_id",
        "findings.WorldVerdict.judged_by_id",
        "findings.ChosenQuote.chosen_by_id",
    }
)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds of somebody: who made an evening is a fact that stays."""

from __future__ import annotations

from voelspriet.ground.people.holdings import user_columns

user_columns(duties=set(), facts={"evenings.Evening.made_by_id"})

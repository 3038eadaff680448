# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: nothing to do, only that they did something."""

from __future__ import annotations

from voelspriet.ground.people.holdings import user_columns

user_columns(facts={"papers.PaperComment.said_by_id", "papers.PaperVersion.frozen_by_id"})

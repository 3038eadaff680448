# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of rows that each have a place."""

from __future__ import annotations

from typing import Any

from django.db.models import Max


def next_place(rows: Any) -> int:
    """Return the place after the last of some rows."""
    return int(rows.aggregate(last=Max("position"))["last"] or 0) + 1


def move(rows: Any, one: Any, step: int) -> None:
    """Let a row change places with the one before it (-1) or after it (1).

    At either end nothing changes. In between it stands on a free place: no place holds two.
    """
    every = list(rows.order_by("position", "pk"))
    other = every.index(one) + (1 if step > 0 else -1)
    if not 0 <= other < len(every):
        return
    next_to, free = every[other], next_place(rows)
    mine, theirs = one.position, next_to.position
    for row, position in ((one, free), (next_to, mine), (one, theirs)):
        row.position = position
        row.save(update_fields=["position"])

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Buttons that put something one place up or down."""

from __future__ import annotations

from voelspriet.act.plans.actions.arranging import move_ambition, move_theme
from voelspriet.act.plans.actions.frames import move_line, move_role
from voelspriet.doors.workspace.access import StaffRequest

STEPS = {"up": -1, "down": 1}
MOST_DIGITS = 15


def moved(request: StaffRequest, plan_reference: str) -> str:
    """Move what the button that was pressed says; return that. Empty when it says no move.

    It says `up-` or `down-`, and then a reference, or `line-` or `role-` and a number.
    """
    way, _dash, what = request.POST.get("deed", "").partition("-")
    kind, _dash, number = what.partition("-")
    step = STEPS.get(way)
    if step is None:
        return ""
    if kind == "T":
        move_theme(reference=what, step=step, by=request.actor, at=request.at)
    elif kind == "D":
        move_ambition(reference=what, step=step, by=request.actor, at=request.at)
    elif kind in {"line", "role"} and number.isascii() and number.isdigit():
        found = int(number[:MOST_DIGITS])
        if kind == "line":
            move_line(
                reference=plan_reference, line_id=found, step=step, by=request.actor, at=request.at
            )
        else:
            move_role(
                reference=plan_reference, role_id=found, step=step, by=request.actor, at=request.at
            )
    else:
        return ""
    return what

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Buttons that put something one place up or down."""

from __future__ import annotations

from typing import Any

from voelspriet.act.plans.actions.arranging import move_ambition, move_theme
from voelspriet.act.plans.actions.frames import move_consultation, move_line, move_role
from voelspriet.doors.workspace.access import StaffRequest

STEPS = {"up": -1, "down": 1}
MOST_DIGITS = 15


def moved(request: StaffRequest, plan_reference: str, *, role_id: int = 0) -> str:
    """Move what the button that was pressed says; return that. Empty when it says no move.

    It says `up-` or `down-`, and then a reference, or `line-` or `role-` and a number; on the page
    of a role also `met-` and the number of a body in which it meets others.
    """
    way, _dash, what = request.POST.get("deed", "").partition("-")
    kind, _dash, number = what.partition("-")
    step = STEPS.get(way)
    if step is None:
        return ""
    who: dict[str, Any] = {"step": step, "by": request.actor, "at": request.at}
    if kind == "T":
        move_theme(reference=what, **who)
    elif kind == "D":
        move_ambition(reference=what, **who)
    elif number.isascii() and number.isdigit():
        is_known = _numbered(kind, int(number[:MOST_DIGITS]), plan_reference, role_id, who)
        return what if is_known else ""
    else:
        return ""
    return what


def _numbered(
    kind: str, number: int, plan_reference: str, role_id: int, who: dict[str, Any]
) -> bool:
    """Move what has a number; tell whether this page knows anything of that kind."""
    if kind == "line":
        move_line(reference=plan_reference, line_id=number, **who)
    elif kind == "role":
        move_role(reference=plan_reference, role_id=number, **who)
    elif kind == "met" and role_id:
        move_consultation(reference=plan_reference, role_id=role_id, consultation_id=number, **who)
    else:
        return False
    return True

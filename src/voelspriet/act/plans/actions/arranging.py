# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of themes and ambitions, and taking them out of a plan."""

from __future__ import annotations

from datetime import datetime

from voelspriet.act.plans.actions.places import move
from voelspriet.act.plans.actions.plans import audit
from voelspriet.act.plans.actions.themes import written_ambition, written_theme
from voelspriet.act.plans.rules.removing import why_ambition_stays, why_theme_stays
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action


@action
def move_theme(*, reference: str, step: int, by: Actor, at: datetime) -> None:
    """Move a theme one place up (-1) or down (1); at either end nothing changes."""
    theme, plan = written_theme(reference, by)
    move(plan.themes.all(), theme, step)
    audit("plan.theme_move", plan, by, at)


@action
def move_ambition(*, reference: str, step: int, by: Actor, at: datetime) -> None:
    """Move an ambition one place up (-1) or down (1) in its theme, or among those of none."""
    one, plan = written_ambition(reference, by)
    move(plan.ambitions.filter(theme=one.theme_id), one, step)
    audit("plan.ambition_move", plan, by, at)


@action
def remove_theme(*, reference: str, by: Actor, at: datetime) -> None:
    """Take a theme out of its plan, with its approach. Refuses one with ambitions."""
    theme, plan = written_theme(reference, by)
    if why := why_theme_stays(theme):
        raise Refused(why)
    theme.delete()
    audit("plan.theme_remove", plan, by, at)


@action
def remove_ambition(*, reference: str, by: Actor, at: datetime) -> None:
    """Take an ambition out of its plan. Refuses one that was measured, or paid measuring for."""
    one, plan = written_ambition(reference, by)
    if why := why_ambition_stays(one):
        raise Refused(why)
    one.delete()
    audit("plan.ambition_remove", plan, by, at)

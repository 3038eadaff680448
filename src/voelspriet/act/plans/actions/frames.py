# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What frames a plan: its lines, and who has which task and meets where."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.plans.actions.places import move, next_place
from voelspriet.act.plans.actions.plans import audit
from voelspriet.act.plans.models import Consultation, Plan, PlanLine, PlanRole
from voelspriet.act.plans.rules.access import row_of, written_plan
from voelspriet.act.plans.rules.frames import (
    LINE_PARTS,
    refuse_people_in_consultation,
    refuse_people_in_role,
)
from voelspriet.act.plans.told import ConsultationTold, LineTold, RoleTold
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.writing import action


@action
def write_line(
    *, reference: str, line_id: int | None = None, told: LineTold, by: Actor, at: datetime
) -> None:
    """Add a line at the end of its kind, or change one. Refuses one without what its kind says."""
    plan = written_plan(reference, by)
    needed = LINE_PARTS[told.kind][0]
    if not getattr(told, needed):
        raise Refused(_("Vul dit in."), field=needed)
    line = _line(plan, line_id) if line_id else PlanLine(plan=plan)
    if line.kind != told.kind:
        line.kind, line.position = told.kind, next_place(plan.lines.filter(kind=told.kind))
    line.label, line.question, line.text = told.label, told.question, told.text
    line.save()
    audit("plan.line_write", plan, by, at, kind=str(told.kind))


@action
def move_line(*, reference: str, line_id: int, step: int, by: Actor, at: datetime) -> None:
    """Move a line one place up (-1) or down (1) among those of its kind."""
    plan = written_plan(reference, by)
    line = _line(plan, line_id)
    move(plan.lines.filter(kind=line.kind), line, step)
    audit("plan.line_move", plan, by, at)


@action
def remove_line(*, reference: str, line_id: int, by: Actor, at: datetime) -> None:
    """Take a line out of the frame."""
    plan = written_plan(reference, by)
    _line(plan, line_id).delete()
    audit("plan.line_remove", plan, by, at)


@action
def write_role(
    *, reference: str, role_id: int | None = None, told: RoleTold, by: Actor, at: datetime
) -> None:
    """Add a role at the end, or change one. Refuses what seems to name somebody."""
    plan = written_plan(reference, by)
    refuse_people_in_role(told)
    role = _role(plan, role_id) if role_id else PlanRole(plan=plan, position=next_place(plan.roles))
    role.body, role.name, role.task = told.body, told.name, told.task
    role.save()
    audit("plan.role_write", plan, by, at)


@action
def move_role(*, reference: str, role_id: int, step: int, by: Actor, at: datetime) -> None:
    """Move a role one place up (-1) or down (1)."""
    plan = written_plan(reference, by)
    move(plan.roles.all(), _role(plan, role_id), step)
    audit("plan.role_move", plan, by, at)


@action
def remove_role(*, reference: str, role_id: int, by: Actor, at: datetime) -> None:
    """Take a role out of a plan, with the bodies in which it meets others."""
    plan = written_plan(reference, by)
    _role(plan, role_id).delete()
    audit("plan.role_remove", plan, by, at)


@action
def write_consultation(
    *,
    reference: str,
    role_id: int,
    consultation_id: int | None = None,
    told: ConsultationTold,
    by: Actor,
    at: datetime,
) -> None:
    """Add a body in which a role meets others, or change one. Refuses members that are people."""
    plan = written_plan(reference, by)
    role = _role(plan, role_id)
    refuse_people_in_consultation(told)
    one = (
        _consultation(role, consultation_id)
        if consultation_id
        else Consultation(role=role, position=next_place(role.consultations))
    )
    one.name, one.held_when = told.name, told.held_when
    one.members, one.municipalities = list(told.members), list(told.municipalities)
    one.save()
    audit("plan.consultation_write", plan, by, at)


@action
def move_consultation(
    *, reference: str, role_id: int, consultation_id: int, step: int, by: Actor, at: datetime
) -> None:
    """Move a body one place up (-1) or down (1) among those in which a role meets others."""
    plan = written_plan(reference, by)
    role = _role(plan, role_id)
    move(role.consultations.all(), _consultation(role, consultation_id), step)
    audit("plan.consultation_move", plan, by, at)


@action
def remove_consultation(
    *, reference: str, role_id: int, consultation_id: int, by: Actor, at: datetime
) -> None:
    """Take a body out of those in which a role meets others."""
    plan = written_plan(reference, by)
    _consultation(_role(plan, role_id), consultation_id).delete()
    audit("plan.consultation_remove", plan, by, at)


def _line(plan: Plan, line_id: int) -> PlanLine:
    return row_of(plan.lines.all(), line_id, _("Deze regel is er niet."))


def _role(plan: Plan, role_id: int) -> PlanRole:
    return row_of(plan.roles.all(), role_id, _("Deze rol is er niet."))


def _consultation(role: PlanRole, consultation_id: int) -> Consultation:
    return row_of(role.consultations.all(), consultation_id, _("Dit overleg is er niet."))

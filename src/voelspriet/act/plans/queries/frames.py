# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what frames a plan: vision, lines, who has which task."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.act.plans.choices import PlanBody, PlanLineKind
from voelspriet.act.plans.models import PlanRole
from voelspriet.act.plans.queries.found import may_write, read_plan
from voelspriet.act.plans.queries.rows import PlanRow, plan_row
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the frame."""

    id: int
    kind: PlanLineKind
    label: str
    question: str
    text: str

    @property
    def what(self) -> str:
        """Name this line among all that stands in a frame."""
        return f"line-{self.id}"


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """A body in which a role meets others."""

    id: int
    name: str
    members: tuple[str, ...]
    municipalities: tuple[str, ...]
    held_when: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role with its task."""

    id: int
    body: PlanBody
    name: str
    task: str
    consultations: tuple[ConsultationRow, ...]

    @property
    def what(self) -> str:
        """Name this role among all that stands in a frame."""
        return f"role-{self.id}"


@dataclass(frozen=True, slots=True)
class PlanFrame:
    """What frames a plan. `lines`: by the code of their kind, in order."""

    plan: PlanRow
    vision: str
    looking_back: str
    framework: str
    source: str
    lines: dict[str, tuple[LineRow, ...]]
    roles: tuple[RoleRow, ...]
    may_write: bool

    def line(self, line_id: int) -> LineRow | None:
        """Return one of the lines; None when there is no such one."""
        every = (line for rows in self.lines.values() for line in rows)
        return next((line for line in every if line.id == line_id), None)

    def role(self, role_id: int) -> RoleRow | None:
        """Return one of the roles; None when there is no such one."""
        return next((role for role in self.roles if role.id == role_id), None)


def plan_frame(*, reference: str, by: Actor) -> PlanFrame:
    """Return what frames a plan: vision, trends, mission, roles, how it is told."""
    plan = read_plan(reference, by)
    lines: dict[str, list[LineRow]] = {kind: [] for kind in PlanLineKind.values}
    for line in plan.lines.order_by("position"):
        row = LineRow(line.pk, PlanLineKind(line.kind), line.label, line.question, line.text)
        lines[line.kind].append(row)
    roles = plan.roles.prefetch_related("consultations").order_by("position")
    return PlanFrame(
        plan=plan_row(plan),
        vision=plan.vision,
        looking_back=plan.looking_back,
        framework=plan.framework,
        source=plan.source,
        lines={kind: tuple(rows) for kind, rows in lines.items()},
        roles=tuple(_role(role) for role in roles),
        may_write=may_write(plan, by),
    )


def _role(role: PlanRole) -> RoleRow:
    met = sorted(role.consultations.all(), key=lambda one: one.position)
    return RoleRow(
        role.pk,
        PlanBody(role.body),
        role.name,
        role.task,
        tuple(
            ConsultationRow(
                one.pk, one.name, tuple(one.members), tuple(one.municipalities), one.held_when
            )
            for one in met
        ),
    )

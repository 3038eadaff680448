# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who reads frozen papers, who freezes one, and who says something about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.rules.area_agendas import leads_agenda, visible_agendas
from voelspriet.act.plans.rules.access import visible_plans, writes_plans
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.models import PaperVersion

ANSWER_LIMIT = 500
HEADING_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Owner:
    """What a paper is of: a plan or a neighbourhood agenda.

    `column` is where a version says so, `title` how it is called. Who may see it reads its
    versions and says something about them; who writes it freezes and answers.
    """

    column: str
    visible: Callable[[Actor], QuerySet[Any]]
    writes: Callable[[Actor, Any], bool]
    title: Callable[[Any], str]
    missing: Promise
    reads_only: Promise


PLAN = Owner(
    column="plan",
    visible=visible_plans,
    writes=lambda by, _plan: writes_plans(by),
    title=lambda plan: str(plan.title),
    missing=_("Dit plan is er niet."),
    reads_only=_("Alleen een beleidsadviseur legt een papier vast en beantwoordt opmerkingen."),
)
AGENDA = Owner(
    column="agenda",
    visible=visible_agendas,
    writes=leads_agenda,
    title=lambda agenda: (
        gettext("Buurtagenda %(area)s %(year)s") % {"area": agenda.area.name, "year": agenda.year}
    ),
    missing=_("Deze agenda is er niet."),
    reads_only=_(
        "Alleen een adviseur van deze buurt legt het blad vast en beantwoordt opmerkingen."
    ),
)


def owner_of(kind: PaperKind) -> Owner:
    """Return what papers of a kind are of."""
    return AGENDA if kind == PaperKind.AGENDA_SHEET else PLAN


def visible_versions(kind: PaperKind, about: str, by: Actor) -> QuerySet[PaperVersion]:
    """Return the versions of a paper: who may see what it is of may read them."""
    owner = owner_of(kind)
    of = {f"{owner.column}__in": owner.visible(by)}
    return PaperVersion.objects.filter(kind=kind, about=about, **of)


def held(kind: PaperKind, reference: str, by: Actor) -> dict[str, int]:
    """Return the column and id of what a paper that `by` freezes is of, held in this transaction.

    A closed plan too. Refuses who only reads along; OutOfScope for everybody else.
    """
    owner = owner_of(kind)
    one = owner.visible(by).select_for_update().filter(reference=reference).first()
    if one is None:
        raise OutOfScope(str(owner.missing))
    if not owner.writes(by, one):
        raise Refused(str(owner.reads_only))
    return {f"{owner.column}_id": one.pk}


def may_write(version: PaperVersion, by: Actor) -> bool:
    """Tell whether `by` writes what a version is of."""
    owner = owner_of(PaperKind(version.kind))
    return owner.writes(by, getattr(version, owner.column))


def refuse_unless_writing(version: PaperVersion, by: Actor) -> None:
    """Refuse who only reads along."""
    if not may_write(version, by):
        raise Refused(str(owner_of(PaperKind(version.kind)).reads_only))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who reads frozen papers, who freezes one, and who says something about it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.plans.rules.access import visible_plans, writes_plans
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.models import PaperVersion

ANSWER_LIMIT = 500
HEADING_LIMIT = 300


def visible_versions(kind: PaperKind, about: str, by: Actor) -> QuerySet[PaperVersion]:
    """Return the versions of a paper: who may read its plan may read them."""
    return PaperVersion.objects.filter(plan__in=visible_plans(by), kind=kind, about=about)


def held_plan(reference: str, by: Actor) -> int:
    """Return the plan whose paper `by` freezes, held in this transaction; a closed one too.

    Refuses who only reads along; OutOfScope for everybody else.
    """
    found = visible_plans(by).select_for_update().filter(reference=reference)
    plan_id = found.values_list("pk", flat=True).first()
    if plan_id is None:
        raise OutOfScope(_("Dit plan is er niet."))
    refuse_unless_writing(by)
    return plan_id


def refuse_unless_writing(by: Actor) -> None:
    """Refuse who only reads along."""
    if not writes_plans(by):
        raise Refused(_("Alleen een beleidsadviseur legt een papier vast en beantwoordt "
                        "opmerkingen."))  # fmt: skip

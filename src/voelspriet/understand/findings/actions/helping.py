# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing interventions of the knowledge base beside a recommendation, by hand."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.knowledge.rules import known_to
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.understand.findings.actions.choosing import recommendation_of
from voelspriet.understand.findings.actions.comparing import audit
from voelspriet.understand.findings.rules.comparisons import MOST_HELPS


@action
def choose_help(*, reference: str, number: int, intervention: str, by: Actor, at: datetime) -> None:
    """Choose an intervention beside a recommendation. Refuses it twice, and more than a few.

    OutOfScope for one that `by` may not read or that is in the archive.
    """
    one = recommendation_of(reference, number, by)
    found = known_to(by).filter(reference=intervention, archived_at__isnull=True).first()
    if found is None:
        raise OutOfScope(_("Dit staat niet in de kennisbank."))
    chosen = set(one.interventions.values_list("pk", flat=True))
    if found.pk in chosen:
        raise Refused(_("Dit staat al bij de aanbeveling."))
    if len(chosen) >= MOST_HELPS:
        message = _("Kies bij een aanbeveling ten hoogste %(most)s stukken uit de kennisbank.")
        raise Refused(message % {"most": MOST_HELPS})
    one.interventions.add(found)
    audit("comparison.help", one.comparison, by, at, number=number, intervention=intervention)


@action
def drop_help(*, reference: str, number: int, intervention: str, by: Actor, at: datetime) -> None:
    """Take an intervention away from a recommendation; it stays in the knowledge base."""
    one = recommendation_of(reference, number, by)
    found = one.interventions.filter(reference=intervention).first()
    if found is None:
        raise OutOfScope(_("Dit staat niet bij de aanbeveling."))
    one.interventions.remove(found)
    audit("comparison.unhelp", one.comparison, by, at, number=number, intervention=intervention)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees and who makes questionnaires."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.listen.surveys.models import Questionnaire

MAKERS = (Role.AREA_ADVISER, Role.POLICY_ADVISER)
READERS = (*MAKERS, Role.DIRECTOR)


def makes_questionnaires(by: Actor) -> bool:
    """Tell whether somebody may take in and make questionnaires: advisers, and the command."""
    if by.municipality_id is None:
        return False
    return by.has(*MAKERS) or by.kind is ActorKind.SYSTEM


def visible_questionnaires(by: Actor) -> QuerySet[Questionnaire]:
    """Return the questionnaires of one's own municipality, and the templates."""
    if not (by.has(*READERS) or by.kind is ActorKind.SYSTEM):
        return Questionnaire.objects.none()
    own = Q(municipality_id=by.municipality_id) if by.municipality_id else Q(pk__in=[])
    return Questionnaire.objects.filter(own | Q(municipality__isnull=True))

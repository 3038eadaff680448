# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of planned work, where they stand, and which signals they can help."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.intake.choices import Category


class WorkKind(TextChoices):
    """What kind of work is planned (soort werk)."""

    PAVING = "paving", _("Straat en stoep")
    LIGHTING = "lighting", _("Verlichting")
    GREEN = "green", _("Groen en speelplekken")
    CLEANING = "cleaning", _("Schoonmaken")
    TRAFFIC = "traffic", _("Verkeer en parkeren")
    PIPES = "pipes", _("Riool, kabels en leidingen")
    BUILDING = "building", _("Bouwen en slopen")
    OTHER = "other", _("Ander werk")


class WorkState(TextChoices):
    """Where planned work stands (stand van het werk)."""

    PLANNED = "planned", _("Gepland")
    MOVED = "moved", _("Verzet")
    DONE = "done", _("Klaar")
    CANCELLED = "cancelled", _("Gaat niet door")


TO_COME = (WorkState.PLANNED, WorkState.MOVED)

# what people tell that work of a kind can take away
HELPS = {
    WorkKind.PAVING: frozenset({Category.PAVEMENT, Category.TRAFFIC, Category.PARKING}),
    WorkKind.LIGHTING: frozenset({Category.LIGHTING}),
    WorkKind.GREEN: frozenset({Category.GREEN}),
    WorkKind.CLEANING: frozenset({Category.LITTER}),
    WorkKind.TRAFFIC: frozenset({Category.TRAFFIC, Category.PARKING}),
    WorkKind.PIPES: frozenset({Category.PAVEMENT}),
    WorkKind.BUILDING: frozenset({Category.NOISE, Category.VANDALISM}),
    WorkKind.OTHER: frozenset({Category.OTHER}),
}

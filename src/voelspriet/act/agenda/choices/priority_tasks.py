# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a priority task comes from, where it stands, and how people judge the work together."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TaskOrigin(TextChoices):
    """Where a priority task comes from (herkomst van een opgave)."""

    POLICY = "policy", _("Beleid van de gemeente")
    NEIGHBOURHOOD_PLAN = "neighbourhood_plan", _("Een wijkplan")
    OTHER = "other", _("Iets anders")


class TaskState(TextChoices):
    """Where a priority task stands (stand van een opgave)."""

    DECIDED = "decided", _("Vastgesteld")
    RUNNING = "running", _("Loopt")
    REVIEWED = "reviewed", _("Teruggekeken")
    STOPPED = "stopped", _("Gestopt")


class TogetherAnswer(TextChoices):
    """Whether something went well in the work together (oordeel over de samenwerking)."""

    YES = "yes", _("Ja")
    PARTLY = "partly", _("Voor een deel")
    NO = "no", _("Nee")


class TaskLineKind(TextChoices):
    """What a line about a priority task is (soort regel bij een opgave)."""

    HEARD = "heard", _("Gehoord in het gebied")
    STEERED = "steered", _("Bijgestuurd door de directie")


# a task that stands or runs takes one of the few numbers; one that is over gives it back
CURRENT_STATES = (TaskState.DECIDED, TaskState.RUNNING)

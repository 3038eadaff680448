# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words about a plan as a whole."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanState(TextChoices):
    """Where a safety plan stands (stand van een veiligheidsplan)."""

    DRAFT = "draft", _("In voorbereiding")
    ADOPTED = "adopted", _("Vastgesteld")
    CLOSED = "closed", _("Afgesloten")


class PlanVisibility(TextChoices):
    """Who may read a safety plan (zichtbaarheid van een veiligheidsplan)."""

    COLLEAGUES = "colleagues", _("Collega's")
    PUBLIC = "public", _("Iedereen")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said about an incident: what is known, and what is not known yet."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FactKind(TextChoices):
    """Whether a line says what is known or what is not known yet (soort regel bij een incident)."""

    KNOWN = "known", _("Wat wij weten")
    UNKNOWN = "unknown", _("Wat wij nog niet weten")

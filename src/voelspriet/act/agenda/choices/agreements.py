# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an agreement stands and who may see it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgreementState(TextChoices):
    """Where an agreement stands (stand van de afspraak)."""

    OPEN = "open", _("Loopt")
    DONE = "done", _("Gedaan")
    NOT_DONE = "not_done", _("Niet gedaan")


class Visibility(TextChoices):
    """Who may see an agreement (zichtbaar voor)."""

    INTERNAL = "internal", _("Alleen collega's")
    REPORTERS = "reporters", _("Ook de melders")
    PUBLIC = "public", _("Iedereen in de buurt")

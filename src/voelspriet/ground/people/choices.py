# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of duty in an area."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DutyKind(TextChoices):
    """Which of the duo somebody is (soort dienst)."""

    FIRST = "first", _("Eerste adviseur")
    SECOND = "second", _("Tweede adviseur")
    STAND_IN = "stand_in", _("Vervanger")

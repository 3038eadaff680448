# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Levels of area and kinds of place."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AreaLevel(TextChoices):
    """How large an area is (niveau)."""

    MUNICIPALITY = "municipality", _("Gemeente")
    DISTRICT = "district", _("Wijk")
    NEIGHBOURHOOD = "neighbourhood", _("Buurt")


class PlaceKind(TextChoices):
    """What a named place on the area's own list is (soort plek)."""

    STREET = "street", _("Straat")
    SPOT = "spot", _("Plek")

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


class MarginAspect(TextChoices):
    """What the people of an area are counted by, never one person (kenmerk van de bevolking)."""

    AGE = "age", _("Leeftijd")
    LENGTH_OF_STAY = "length_of_stay", _("Hoe lang iemand hier woont")


class AgeGroup(TextChoices):
    """Ages as Statistics Netherlands groups them per neighbourhood (leeftijdsgroep)."""

    UNDER_15 = "under_15", _("jonger dan 15")
    FROM_15 = "15_24", _("15 tot 25")
    FROM_25 = "25_44", _("25 tot 45")
    FROM_45 = "45_64", _("45 tot 65")
    FROM_65 = "65_plus", _("65 of ouder")


class StayLength(TextChoices):
    """How long somebody has lived here; the groups do not overlap (woonduur)."""

    UNDER_1 = "under_1", _("korter dan 1 jaar")
    FROM_1 = "1_4", _("1 tot 5 jaar")
    FROM_5 = "5_9", _("5 tot 10 jaar")
    FROM_10 = "10_14", _("10 tot 15 jaar")
    FROM_15 = "15_plus", _("15 jaar of langer")


MARGIN_CATEGORIES = {MarginAspect.AGE: AgeGroup, MarginAspect.LENGTH_OF_STAY: StayLength}

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
    """Age as Statistics Netherlands counts it per neighbourhood (leeftijdsgroep)."""

    UNDER_15 = "0_14", _("Jonger dan 15")
    TO_24 = "15_24", _("15 tot en met 24")
    TO_44 = "25_44", _("25 tot en met 44")
    TO_64 = "45_64", _("45 tot en met 64")
    FROM_65 = "65", _("65 of ouder")


class StayLength(TextChoices):
    """How long the people of an area have lived there, in groups that do not overlap (woonduur)."""

    UNDER_1 = "0", _("Korter dan 1 jaar")
    TO_5 = "1_4", _("1 tot 5 jaar")
    TO_15 = "5_14", _("5 tot 15 jaar")
    FROM_15 = "15", _("15 jaar of langer")


MARGIN_CATEGORIES = {MarginAspect.AGE: AgeGroup, MarginAspect.LENGTH_OF_STAY: StayLength}

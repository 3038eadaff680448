# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said of a factor that two sides speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verdict(TextChoices):
    """Whether both sides say the same of a factor, in one world (oordeel)."""

    CONGRUENT = "congruent", _("Congruent")
    PARTLY = "partly", _("Voor een deel congruent")
    DISCREPANCY = "discrepancy", _("Discrepantie")
    UNDETERMINED = "undetermined", _("Niet te bepalen")


class Sameness(TextChoices):
    """Whether both sides mean the same, on one question (zelfde of niet)."""

    YES = "yes", _("Ja, hetzelfde")
    NO = "no", _("Nee")
    UNKNOWN = "unknown", _("Niet te zeggen")


class QuoteState(TextChoices):
    """Whether whoever said it agrees that a quote is printed (stand van een citaat)."""

    CHOSEN = "chosen", _("Gekozen, nog niet teruggelegd")
    GONE_BACK = "gone_back", _("Teruggelegd, wacht op antwoord")
    AGREED = "agreed", _("Akkoord")
    REFUSED = "refused", _("Geen akkoord")


class ConcernQuadrant(TextChoices):
    """Whether people worry, and whether it visibly gets attention (kwadrant)."""

    CONCERN_AND_ATTENTION = "concern_attention", _("Bezorgd, en zichtbaar aandacht")
    CONCERN_WITHOUT_ATTENTION = "concern", _("Bezorgd, zonder zichtbare aandacht")
    ATTENTION_WITHOUT_CONCERN = "attention", _("Zichtbaar aandacht, niet bezorgd")
    NEITHER = "neither", _("Niet bezorgd, geen zichtbare aandacht")

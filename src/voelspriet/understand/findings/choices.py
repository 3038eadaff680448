# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a published figure counts, and what is said of a factor that two sides speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Measure(TextChoices):
    """What a figure counts (maat)."""

    SIGNALS = "signals", _("Meldingen")
    ANSWER_RATE = "answer_rate", _("Beantwoord")
    DAYS_TO_FIRST_ANSWER = "days_to_first_answer", _("Werkdagen tot het eerste antwoord")


class Mark(TextChoices):
    """Whether a figure is shown (markering)."""

    SHOWN = "shown", _("Getoond")
    AT_LEAST = "at_least", _("Minstens")
    FEW = "few", _("Minder dan 5, of beschermd")
    NOT_ENOUGH = "not_enough", _("Te weinig om te zeggen")


class Standing(TextChoices):
    """How a counted signal stood with its answer on the day of the release (antwoordstand)."""

    ANSWERED = "answered", _("Beantwoord")
    OPEN = "open", _("Nog niet beantwoord")
    NOT_ASKED = "not_asked", _("Geen antwoord gevraagd")


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

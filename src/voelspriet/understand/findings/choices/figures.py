# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a published figure counts."""

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

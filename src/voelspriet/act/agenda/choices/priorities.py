# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a shared priority and its actions stand, and where residents' choices came from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PriorityState(TextChoices):
    """Where a shared priority stands (stand van de prioriteit)."""

    PROPOSED = "proposed", _("Voorgesteld")
    RUNNING = "running", _("Loopt")
    DONE = "done", _("Gedaan")
    STOPPED = "stopped", _("Gestopt")


class ActionState(TextChoices):
    """Where an action stands; it follows from its agreement (stand van de actie)."""

    TO_DO = "to_do", _("Nog te doen")
    RUNNING = "running", _("Bezig")
    DONE = "done", _("Gedaan")
    NOT_DONE = "not_done", _("Niet gedaan")


class RankingChannel(TextChoices):
    """By which door residents said what must come first (kanaal van de keuze)."""

    WEB = "web", _("Op de website")
    EVENING = "evening", _("Op een avond")
    PAPER = "paper", _("Op papier")


# channels of which somebody types the counts in
TYPED_CHANNELS = (RankingChannel.EVENING, RankingChannel.PAPER)

# what residents read while they choose: kept here, as forms and actions speak to colleagues
RANK_LABELS = {
    "first": _("Wat moet als eerste gebeuren?"),
    "second": _("En daarna?"),
    "third": _("En als derde?"),
}
RANK_NONE = _("Ik kies er geen")
RANK_OLD_PAGE = _("Deze pagina is te oud. Kies nog een keer.")
RANK_NOT_NOW = _("U kunt hier nu niet kiezen.")
RANK_NO_FIRST = _("Kies wat eerst moet gebeuren.")
RANK_TWICE = _("Dit koos u hierboven al. Kies iets anders.")
RANK_GONE = _("Dit staat er niet meer bij. Kies nog een keer.")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents read of an initiative: what it needs, how it stands, what was decided."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InitiativeNeed(TextChoices):
    """What an initiative needs of others (wat een initiatief nodig heeft)."""

    HELP = "help", _("Hulp van anderen")
    SUBSIDY = "subsidy", _("Geld")
    PILOT = "pilot", _("Eerst klein proberen")
    CHALLENGE = "challenge", _("Een taak van de gemeente overnemen")
    SPACE = "space", _("Niets, alleen de ruimte")


class InitiativeStatus(TextChoices):
    """How an initiative stands (stand van een initiatief)."""

    IDEA = "idea", _("Nog een idee")
    ACTIVE = "active", _("Loopt")
    PAUSED = "paused", _("Ligt stil")
    STOPPED = "stopped", _("Gestopt")
    UNCLEAR = "unclear", _("Niet duidelijk")


class InitiativeOutcome(TextChoices):
    """What was decided about an initiative (besluit over een initiatief)."""

    GRANTED = "granted", _("Ja, dit kan")
    PARTLY = "partly", _("Ja, voor een deel")
    PILOT = "pilot", _("Ja, eerst op proef")
    CHALLENGE_ACCEPTED = "challenge_accepted", _("Ja, u mag deze taak overnemen")
    REFUSED = "refused", _("Nee, dit kan niet")


class StatementOrigin(TextChoices):
    """Who tells how an initiative stands (herkomst van een uitspraak)."""

    STARTER = "starter", _("Wie het begon")
    COLLEAGUE = "colleague", _("De gemeente")
    DOCUMENT = "document", _("Een document")

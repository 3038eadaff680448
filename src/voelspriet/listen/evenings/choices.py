# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an evening stands, what is on it, who does what, and how a voice came in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EveningState(TextChoices):
    """Where an evening stands (stand van de avond)."""

    PREPARED = "prepared", _("In voorbereiding")
    OPEN = "open", _("Bezig")
    CLOSED = "closed", _("Voorbij")


class ItemKind(TextChoices):
    """What happens in one part of an evening (soort onderdeel)."""

    QUESTION = "question", _("Vraag")
    TALK = "talk", _("Gesprek")
    MAP_ROUND = "map_round", _("Kaartronde")
    AGREEMENTS = "agreements", _("Afspraken")


class VoiceChannel(TextChoices):
    """How somebody in the room takes part (manier van meedoen)."""

    PHONE = "phone", _("Telefoon")
    PAPER = "paper", _("Papier")
    HAND = "hand", _("Hand opgestoken")


class EveningRole(TextChoices):
    """What a link lets somebody do (rol op de avond)."""

    CO_FACILITATOR = "co_facilitator", _("Gespreksleider")
    NOTE_TAKER = "note_taker", _("Notulist")
    SCREEN = "screen", _("Groot scherm")


class RoomQuestionState(TextChoices):
    """Where a question from the room stands (stand van een vraag uit de zaal)."""

    WAITING = "waiting", _("Wacht")
    SHOWN = "shown", _("Op het scherm")
    ANSWERED = "answered", _("Beantwoord")
    PUT_ASIDE = "put_aside", _("Weggelegd")


class PresenceAspect(TextChoices):
    """What is counted of who came, never of one person (kenmerk van wie kwam)."""

    AGE = "age", _("Leeftijd")
    LENGTH_OF_STAY = "length_of_stay", _("Hoe lang iemand hier woont")
    PART = "part", _("Deel van het gebied")

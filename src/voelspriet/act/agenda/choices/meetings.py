# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of moment, where one stands, who came, and whether those it is about were heard."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    """What kind of moment it is (soort bijeenkomst)."""

    RESIDENTS_EVENING = "residents_evening", _("Bewonersavond")
    CONSULTATION_HOUR = "consultation_hour", _("Spreekuur")
    WALK = "walk", _("Wandeling door de buurt")
    LUNCH = "lunch", _("Lunch in de buurt")
    ROUND = "round", _("Ronde: wij zagen het eerst")
    PROFESSIONALS = "professionals", _("Overleg van professionals")
    CALL_TOGETHER = "call_together", _("Spoedoverleg")


class MeetingState(TextChoices):
    """Where a meeting stands (stand van de bijeenkomst)."""

    PLANNED = "planned", _("Gepland")
    HELD = "held", _("Geweest")
    CANCELLED = "cancelled", _("Gaat niet door")


class AttendeeKind(TextChoices):
    """Who came, as a kind and never as a name (soort aanwezigen)."""

    RESIDENTS = "residents", _("Bewoners")
    ENTREPRENEURS = "entrepreneurs", _("Ondernemers")
    VOLUNTEERS = "volunteers", _("Vrijwilligers")
    PARTNERS = "partners", _("Partners")
    COLLEAGUES = "colleagues", _("Collega's")


class HeardAnswer(TextChoices):
    """Whether those a point is about were heard (zijn zij gehoord)."""

    YES = "yes", _("Ja, zij zijn gehoord")
    NO = "no", _("Nee, nog niet")


# kinds that anybody may come to; the others are work among colleagues and partners
PUBLIC_KINDS = (
    MeetingKind.RESIDENTS_EVENING,
    MeetingKind.CONSULTATION_HOUR,
    MeetingKind.WALK,
    MeetingKind.LUNCH,
    MeetingKind.ROUND,
)

# what to expect, for residents: one fixed sentence per kind that is open to all
KIND_WORDS = {
    MeetingKind.RESIDENTS_EVENING: _("Praat mee over uw buurt."),
    MeetingKind.CONSULTATION_HOUR: _("Kom langs met uw vraag. U hoeft geen afspraak te maken."),
    MeetingKind.WALK: _("Loop met ons mee en wijs aan wat u ziet."),
    MeetingKind.LUNCH: _("Eet mee en leer mensen uit de buurt kennen."),
    MeetingKind.ROUND: _("Wij lopen een ronde door de buurt. Wijs ons aan wat u ziet."),
}

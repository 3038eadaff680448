# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words about initiatives, budgets and contact moments that only colleagues read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InitiativeOrigin(TextChoices):
    """Where we know an initiative from (herkomst van een initiatief)."""

    RESIDENT = "resident", _("Door een bewoner begonnen")
    DOCUMENT = "document", _("Uit een document")


class BudgetKind(TextChoices):
    """What a budget of an area is for (soort budget)."""

    LIVABILITY = "livability", _("Leefbaarheidsbudget")
    PROJECT = "project", _("Projectbudget")
    COMMUNICATION = "communication", _("Communicatiebudget")


class BudgetLineState(TextChoices):
    """Where a request for money stands (stand van een aanvraag)."""

    REQUESTED = "requested", _("Gevraagd")
    PROMISED = "promised", _("Toegezegd")
    SPENT = "spent", _("Uitgegeven")
    REFUSED = "refused", _("Afgewezen")


class MomentKind(TextChoices):
    """What kind of contact a returning moment is (soort contactmoment)."""

    CONSULTATION_HOUR = "consultation_hour", _("Spreekuur")
    GATHERING = "gathering", _("Bijeenkomst")
    WALK = "walk", _("Wandeling")
    TALK = "talk", _("Buurtgesprek")
    LUNCH = "lunch", _("Lunch")
    WORK_MEETING = "work_meeting", _("Werkoverleg")
    STANDING = "standing", _("Doorlopend contact")
    INFORMAL = "informal", _("Informeel contact")
    PEER_REVIEW = "peer_review", _("Intervisie")
    FEEDBACK = "feedback", _("Terugkoppeling")
    RESEARCH = "research", _("Onderzoek")


class MomentStatus(TextChoices):
    """Whether a returning moment is held (stand van een contactmoment)."""

    ACTIVE = "active", _("Wordt gehouden")
    PLANNED = "planned", _("Staat gepland")
    PROPOSED = "proposed", _("Geadviseerd")
    STOPPED = "stopped", _("Gestopt")


class MomentUnit(TextChoices):
    """In what a rhythm is counted (eenheid van een ritme)."""

    WEEK = "week", _("Week")
    MONTH = "month", _("Maand")
    YEAR = "year", _("Jaar")


class RemarkKind(TextChoices):
    """What a line from a source is about (soort bronregel)."""

    NOTE = "note", _("Opmerking")
    NEED = "need", _("Wat nodig is")
    ROLE = "role", _("Rol")
    SIZE = "size", _("Omvang")
    SINCE = "since", _("Sinds")
    DOUBT = "doubt", _("Onzeker")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of conversations, who spoke, and how long they live here; never where from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StudyState(TextChoices):
    """Where a study stands (stand van het onderzoek)."""

    RUNNING = "running", _("Loopt")
    ENDED = "ended", _("Afgerond")


class SourceKind(TextChoices):
    """What kind of conversation or note it is (soort bron)."""

    INTERVIEW = "interview", _("Interview")
    GROUP_TALK = "group_talk", _("Groepsgesprek")
    STREET_TALK = "street_talk", _("Straatgesprek")
    OBSERVATION = "observation", _("Observatie")
    MEETING_NOTE = "meeting_note", _("Verslag van een overleg")


class Perspective(TextChoices):
    """From which side somebody speaks (kant van waaruit iemand spreekt)."""

    RESIDENT = "resident", _("Bewoner")
    PROFESSIONAL = "professional", _("Professional")
    BOTH = "both", _("Allebei")


class SpeakerRole(TextChoices):
    """What somebody is in the area, never who (rol van een spreker)."""

    RESIDENT = "resident", _("Bewoner")
    ENTREPRENEUR = "entrepreneur", _("Ondernemer")
    KEY_FIGURE = "key_figure", _("Sleutelfiguur of vrijwilliger")
    AREA_MANAGER = "area_manager", _("Gebiedsmanager of wijkregisseur")
    SAFETY_MANAGER = "safety_manager", _("Veiligheidsmanager")
    POLICE = "police", _("Wijkagent")
    ENFORCEMENT = "enforcement", _("Handhaver")
    HOUSING = "housing", _("Wijkbeheerder van de corporatie")
    COMMUNITY_WORKER = "community_worker", _("Opbouwwerker")
    YOUTH_WORKER = "youth_worker", _("Jongerenwerker")
    SCHOOL = "school", _("School of opvang")
    CARE = "care", _("Zorg of welzijn")
    OTHER = "other", _("Een andere rol")


NOT_ASKED = _("Niet gevraagd")  # how long somebody has been here: kept as an empty choice


class SensitiveSubject(TextChoices):
    """What is never noted of a person who can be recognised (gevoelig onderwerp)."""

    ORIGIN = "origin", _("Herkomst")
    RELIGION = "religion", _("Geloof")
    ORIENTATION = "orientation", _("Seksuele gerichtheid")
    HEALTH = "health", _("Gezondheid")

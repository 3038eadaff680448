# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of knowledge, for whom it is, and what it is about; never about which people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class InterventionKind(TextChoices):
    """What kind of knowledge it is (soort kennis)."""

    INTERVENTION = "intervention", _("Aanpak")
    SOURCE = "source", _("Kennisbron")
    LITERATURE = "literature", _("Literatuur")


class Audience(TextChoices):
    """Who can work with it (voor wie)."""

    EDUCATION = "education", _("Onderwijs")
    PROFESSIONALS = "professionals", _("Sociaal professionals")
    MUNICIPALITIES = "municipalities", _("Gemeenten")
    INITIATIVES = "initiatives", _("Bewonersinitiatieven")
    GENERAL = "general", _("Iedereen")


class Theme(TextChoices):
    """What it is about (thema). A theme is a matter, never a group of people."""

    CONTACT = "contact", _("Contact in de buurt")
    LIVING_TOGETHER = "living_together", _("Samenleven met verschillen")
    INITIATIVES = "initiatives", _("Initiatieven en vrijwilligers")
    PARTICIPATION = "participation", _("Meepraten en meebeslissen")
    COOPERATION = "cooperation", _("Samenwerken tussen partijen")
    BYSTANDERS = "bystanders", _("Omstanders")
    YOUTH = "youth", _("Opgroeien en opvoeden")
    ROLE_MODELS = "role_models", _("Rolmodellen")
    RESILIENCE = "resilience", _("Weerbaarheid")
    SUBSTANCES = "substances", _("Alcohol, drugs en gokken")
    CRIME = "crime", _("Strafbaar gedrag voorkomen")
    MENTAL_HEALTH = "mental_health", _("Mentale gezondheid")
    HEALTH = "health", _("Gezond leven")
    SAFETY = "safety", _("Veiligheid en overlast")
    SUPERVISION = "supervision", _("Toezicht en handhaving")
    PUBLIC_SPACE = "public_space", _("Straat, groen en verkeer")
    OTHER = "other", _("Iets anders")

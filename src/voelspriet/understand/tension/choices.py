# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Phases of tension, and who can help in each."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Phase(TextChoices):
    """How tense it is in an area (fase van spanning). Of a place or a matter, never of people."""

    REST = "rest", _("Rust")
    DISCOMFORT = "discomfort", _("Ongemak")
    TENSION = "tension", _("Spanning")
    INCIDENT = "incident", _("Incident")


class Domain(TextChoices):
    """From which side somebody can help (domein)."""

    RESIDENTS = "residents", _("Bewoners")
    WELFARE = "welfare", _("Welzijn en opbouwwerk")
    YOUTH_WORK = "youth_work", _("Jongerenwerk")
    SCHOOL = "school", _("School")
    HOUSING = "housing", _("Woningcorporatie")
    CARE = "care", _("Zorg")
    ENFORCEMENT = "enforcement", _("Handhaving en boa's")
    POLICE = "police", _("Politie")
    MUNICIPALITY = "municipality", _("Gemeente")

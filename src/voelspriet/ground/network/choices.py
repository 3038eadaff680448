# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of organisation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OrganisationKind(TextChoices):
    """What an organisation is to the neighbourhood (soort organisatie). Never origin or belief."""

    DEPARTMENT = "department", _("Afdeling van de gemeente")
    ENFORCEMENT = "enforcement", _("Handhaving en boa's")
    POLICE = "police", _("Politie")
    HOUSING = "housing", _("Woningcorporatie")
    YOUTH_WORK = "youth_work", _("Jongerenwerk")
    WELFARE = "welfare", _("Welzijn")
    CARE = "care", _("Zorg")
    OTHER = "other", _("Andere partij")

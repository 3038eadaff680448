# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words about the money of a plan."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MoneyKind(TextChoices):
    """Whether money comes every year or once (soort geld)."""

    STRUCTURAL = "structural", _("Structureel")
    INCIDENTAL = "incidental", _("Incidenteel")


class AmountCertainty(TextChoices):
    """How sure it is that an amount or a kind belongs to its row (zekerheid van een bedrag)."""

    PRINTED = "printed", _("Staat in de bron")
    DERIVED = "derived", _("Afgeleid")
    UNCERTAIN = "uncertain", _("Onzeker")


class ControlScope(TextChoices):
    """What a control sum adds up (wat een controlesom optelt)."""

    PRODUCTS = "products", _("Producten")
    PROJECTS = "projects", _("Projecten")
    TYPED = "typed", _("Een eigen som")


class ControlUnit(TextChoices):
    """In what a control sum counts (eenheid van een controlesom)."""

    EURO = "euro", _("Euro")
    COUNT = "count", _("Aantal")


class SumVerdict(TextChoices):
    """What comparing a sum with what is printed gives (oordeel over een controlesom)."""

    AGREES = "agrees", _("Klopt")
    DIFFERS = "differs", _("Klopt niet")
    POSSIBLE = "possible", _("Kan kloppen")
    NOTHING_PRINTED = "nothing_printed", _("Niets afgedrukt")

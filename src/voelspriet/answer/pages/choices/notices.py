# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a notice reaches and where it stands; yes or no to a light question."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeScale(TextChoices):
    """For whom a notice is, the smallest first (schaal van een buurtbericht)."""

    STREETS = "streets", _("Eén of meer straten")
    NEIGHBOURHOOD = "neighbourhood", _("De hele buurt")
    DISTRICT = "district", _("De hele wijk")
    MUNICIPALITY = "municipality", _("De hele gemeente")


class NoticeState(TextChoices):
    """Whether a notice is public (stand van een buurtbericht)."""

    DRAFT = "draft", _("Concept")
    PUBLISHED = "published", _("Openbaar")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


class YesOrNo(TextChoices):
    """An answer to a light question (ja of nee)."""

    YES = "yes", _("Ja")
    NO = "no", _("Nee")

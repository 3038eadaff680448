# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which papers there are, and how far the making of one is."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PaperKind(TextChoices):
    """What a paper is (soort papier)."""

    NOTICE_LETTER = "notice_letter", _("Brief van een buurtbericht")
    AGENDA_SHEET = "agenda_sheet", _("Buurtagenda op één blad")
    EVENING_REPORT = "evening_report", _("Verslag van een bewonersavond")
    EVENING_SLIPS = "evening_slips", _("Stroken voor een bewonersavond")
    EVENING_POSTER = "evening_poster", _("Affiche voor de zaal")
    MAP_SHEET = "map_sheet", _("Kaartblad om op te tekenen")
    PERCEPTION = "perception", _("Rapport over wat mensen zeggen")
    PROPOSAL = "proposal", _("Collegevoorstel")
    PLAN = "plan", _("Veiligheidsplan")
    EVALUATION = "evaluation", _("Evaluatie van een veiligheidsplan")
    PROGRAMME = "programme", _("Actieprogramma")
    BUDGET_APPENDIX = "budget_appendix", _("Begroting van een veiligheidsplan")
    PUBLIC_PLAN = "public_plan", _("Veiligheidsplan voor bewoners")
    COUNCIL_LETTER = "council_letter", _("Raadsbrief")


class PaperState(TextChoices):
    """How far the making of a paper is (stand van een papier)."""

    WAITING = "waiting", _("Wordt gemaakt")
    MADE = "made", _("Klaar")
    FAILED = "failed", _("Niet gelukt")


class PaperFormat(TextChoices):
    """As what file a paper is made (bestandsvorm)."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"

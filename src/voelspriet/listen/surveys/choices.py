# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of question, where a questionnaire came from, and what a probe is after."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class QuestionKind(TextChoices):
    """How a question is answered (soort vraag)."""

    SINGLE = "single", _("Eén antwoord")
    MULTIPLE = "multiple", _("Meer antwoorden")
    STATEMENT = "statement", _("Stelling: eens of oneens")
    GRADE = "grade", _("Cijfer van 1 tot 10")
    OPEN = "open", _("Open vraag")
    THREE_WORDS = "three_words", _("Drie woorden")
    DRAWN_MAP = "drawn_map", _("Tekenen op de kaart")


class QuestionnaireSource(TextChoices):
    """Where a version came from (herkomst van de vragenlijst)."""

    TEMPLATE = "template", _("Sjabloon")
    XLSX = "xlsx", _("XLSForm (xlsx)")
    MARKDOWN = "markdown", _("XLSForm (markdown)")
    BY_HAND = "by_hand", _("Hier gemaakt")


class HotKind(TextChoices):
    """What comes together in one place, in one crime or at one time (soort concentratie)."""

    PLACE = "place", _("Plek")
    CRIME = "crime", _("Delict")
    TIME = "time", _("Tijdstip")


class ProbeGuard(TextChoices):
    """Why a probe is switched off as it comes (waarom een doorvraag uitstaat)."""

    PERSONS = "persons", _("Wijst op bepaalde personen")
    ORIGIN = "origin", _("Vraagt naar herkomst")
    OWN_HOME = "own_home", _("Wijst iemands eigen huis aan")


class AgreeMeaning(TextChoices):
    """What agreeing with a statement says (wat instemmen betekent)."""

    CONCERN = "concern", _("Een zorg")
    STRENGTH = "strength", _("Een kracht")

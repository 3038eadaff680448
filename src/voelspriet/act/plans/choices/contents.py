# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words about what stands in a plan: lines, roles, fields, what ambitions want and lack."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanLineKind(TextChoices):
    """What a line of a plan's frame is about (soort planregel)."""

    TREND = "trend", _("Trend")
    MISSION = "mission", _("Missie")
    TOPIC = "topic", _("Ander onderwerp")
    COMMUNICATION_LINE = "communication_line", _("Communicatielijn")
    COMMUNICATION_PRINCIPLE = "communication_principle", _("Uitgangspunt van communicatie")
    LISTENING_SOURCE = "listening_source", _("Waar wij naar luisteren")
    DOUBT = "doubt", _("Onzeker in de bron")


class PlanBody(TextChoices):
    """Who has a task in a safety plan (rol in het veiligheidsplan)."""

    COUNCIL = "council", _("Gemeenteraad")
    COLLEGE = "college", _("College")
    MAYOR = "mayor", _("Burgemeester")
    ALDERMEN = "aldermen", _("Wethouders")
    SECRETARY = "secretary", _("Gemeentesecretaris")
    TRIANGLE = "triangle", _("Driehoek")
    PARTNERS = "partners", _("Partners")


class SafetyField(TextChoices):
    """The five fields of safety policy of the VNG (veiligheidsveld)."""

    LIVING = "living", _("Veilige woon- en leefomgeving")
    BUSINESS = "business", _("Bedrijvigheid en veiligheid")
    YOUTH = "youth", _("Jeugd en veiligheid")
    PHYSICAL = "physical", _("Fysieke veiligheid")
    INTEGRITY = "integrity", _("Integriteit en veiligheid")


class AmbitionKind(TextChoices):
    """Whether an ambition is about what changes or about what is done (soort ambitie)."""

    EFFECT = "effect", _("Effect: wat er verandert")
    PROCESS = "process", _("Proces: wat er gedaan wordt")


class IndicatorKind(TextChoices):
    """Where the figure of an ambition comes from (soort indicator)."""

    SERIES = "series", _("Reeks met een bron, met de hand bijgehouden")
    PROCESS_FIGURE = "process_figure", _("Procescijfer van ons eigen werk")
    SURVEY_ITEM = "survey_item", _("Vraag uit een onderzoek of avond")


class TargetDirection(TextChoices):
    """What an ambition wants of its figure (richting van een doel)."""

    AT_LEAST = "at_least", _("Ten minste")
    AT_MOST = "at_most", _("Ten hoogste")
    LESS_THAN = "less_than", _("Minder dan")
    DECREASE = "decrease", _("Dalen")
    INCREASE = "increase", _("Stijgen")
    MAINTAIN = "maintain", _("Gelijk blijven")
    NOT_INCREASE = "not_increase", _("Niet stijgen")
    REALISE = "realise", _("Tot stand brengen")


class AmbitionLack(TextChoices):
    """What an ambition needs before it can be tested (wat een ambitie mist)."""

    INDICATOR = "indicator", _("Indicator")
    BASELINE = "baseline", _("Nulmeting")
    TARGET = "target", _("Streefwaarde")
    DEADLINE = "deadline", _("Termijn")


class MomentPurpose(TextChoices):
    """What falls due in the cycle of a plan (soort moment in de cyclus)."""

    PROGRAMME = "programme", _("Actieprogramma vaststellen")
    PROGRAMME_EVALUATION = "programme_evaluation", _("Actieprogramma evalueren")
    INTERIM = "interim", _("Tussenevaluatie")
    FINAL = "final", _("Eindevaluatie")
    RECURRING = "recurring", _("Keert terug")


class ReminderStage(TextChoices):
    """How near a moment is when its plan's owner is told (trap van een herinnering)."""

    AHEAD = "ahead", _("Over acht weken")
    DUE = "due", _("Vandaag")
    LATE = "late", _("Vier weken te laat")


class DecisionBody(TextChoices):
    """Who decided about a plan (wie besloot)."""

    COLLEGE = "college", _("College")
    COUNCIL = "council", _("Raad")


class CourseState(TextChoices):
    """What can be said of an ambition (koers van een ambitie)."""

    ON = "on", _("Op koers")
    OFF = "off", _("Niet op koers")
    UNKNOWN = "unknown", _("Niet te zeggen")

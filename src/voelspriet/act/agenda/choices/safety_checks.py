# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety as a facet of other plans: the questions, how they are answered, and what came of it.

Each question is about one or two of the twelve factors that make people feel safe or unsafe.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanSector(TextChoices):
    """What a plan is about (soort plan)."""

    TRAFFIC = "traffic", _("Verkeer")
    BUILDING = "building", _("Bouwen en inrichten")
    SOCIAL = "social", _("Sociaal")
    OTHER = "other", _("Iets anders")


class SafetyQuestion(TextChoices):
    """What is asked about a plan (vraag van de veiligheidstoets)."""

    TROUBLE = "trouble", _("Houdt het plan rekening met plekken waar mensen nu last hebben?")
    UPKEEP = "upkeep", _("Is afgesproken wie het schoon en heel houdt, ook over een jaar?")
    MEETING = "meeting", _("Komen mensen elkaar er vanzelf tegen?")
    TALK = "talk", _("Weten wij hoe de buurt nu over dit plan praat?")
    TOGETHER = "together", _("Blijft er plek voor wat buren nu samen doen?")
    SAY = "say", _("Hebben bewoners invloed voordat het plan af is?")
    LAYOUT = "layout", _("Is er goed zicht en licht, en is er een andere route?")
    WATCH = "watch", _("Is er iemand die oplet en kan ingrijpen, ook 's avonds?")
    APPROACH = "approach", _("Weten diensten van elkaar wat zij doen, met één aanspreekpunt?")
    WRONG = "wrong", _("Weet iedereen wie naar de mensen toe gaat als het misgaat?")
    TELLING = "telling", _("Horen bewoners op tijd en in gewone taal wat er verandert?")


class SafetyAnswerKind(TextChoices):
    """How a question about a plan is answered (antwoord op de toets)."""

    YES = "yes", _("Ja")
    NO = "no", _("Nee")
    UNKNOWN = "unknown", _("Weten wij niet")
    NOT_HERE = "not_here", _("Speelt hier niet")


class AdviceReply(TextChoices):
    """What a department does with the advice (antwoord van de afdeling)."""

    TAKEN = "taken", _("Overgenomen")
    PARTLY = "partly", _("Voor een deel overgenomen")
    NOT_TAKEN = "not_taken", _("Niet overgenomen")


# the factors of the Tafel van 12 each question is about
FACTORS = {
    SafetyQuestion.TROUBLE: (1,),
    SafetyQuestion.UPKEEP: (2,),
    SafetyQuestion.MEETING: (3,),
    SafetyQuestion.TALK: (4,),
    SafetyQuestion.TOGETHER: (5,),
    SafetyQuestion.SAY: (6,),
    SafetyQuestion.LAYOUT: (7,),
    SafetyQuestion.WATCH: (8,),
    SafetyQuestion.APPROACH: (9,),
    SafetyQuestion.WRONG: (10, 11),
    SafetyQuestion.TELLING: (12,),
}

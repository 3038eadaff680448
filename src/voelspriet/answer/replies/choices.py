# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of an answer: what it is, what language it waits for, how it went out."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AnswerKind(TextChoices):
    """What an answer is to the reporter (soort antwoord)."""

    ACKNOWLEDGEMENT = "acknowledgement", _("Ontvangstbevestiging")
    NOTICE = "notice", _("Vaste mededeling")
    INTERIM = "interim", _("Tussenbericht")
    FINAL = "final", _("Antwoord")
    REVIEW = "review", _("Uitkomst van de herbeoordeling")


class AnswerOrigin(TextChoices):
    """Whether a person wrote it (herkomst). A template alone is no answer."""

    PERSON = "person", _("Zelf geschreven")
    TEMPLATE = "template", _("Standaardtekst")


class TranslationState(TextChoices):
    """Whether an answer stands in the reporter's language (stand van de vertaling)."""

    NOT_NEEDED = "not_needed", _("Niet nodig")
    WAITING = "waiting", _("Wacht op vertaling")
    PERSON = "person", _("Vertaald door een collega")
    MACHINE = "machine", _("Vertaald door een computer, nagekeken")


class DeliveryState(TextChoices):
    """How far a mail is (stand van de verzending)."""

    WAITING = "waiting", _("Wacht")
    SENDING = "sending", _("Wordt verstuurd")
    SENT = "sent", _("Verstuurd")
    FAILED = "failed", _("Mislukt")
    UNCERTAIN = "uncertain", _("Onzeker")


class CallState(TextChoices):
    """Whether somebody was called back (stand van het terugbellen)."""

    OPEN = "open", _("Nog bellen")
    REACHED = "reached", _("Gesproken")
    GIVEN_UP = "given_up", _("Niet bereikt")


class CallResult(TextChoices):
    """How one attempt went (uitkomst van een belpoging)."""

    REACHED = "reached", _("Gesproken")
    NO_ANSWER = "no_answer", _("Geen gehoor")
    WRONG_NUMBER = "wrong_number", _("Verkeerd nummer")


class HeardFace(TextChoices):
    """How a reporter answers: were you heard? (gehoord)."""

    YES = "yes", _("Ja")
    PARTLY = "partly", _("Een beetje")
    NO = "no", _("Nee")


class ReviewOutcome(TextChoices):
    """What a colleague decided after a second "no" (uitkomst van de herbeoordeling)."""

    OPEN = "open", _("Wacht op een collega")
    NEW_ANSWER = "new_answer", _("Er komt een nieuw antwoord")
    DISAGREE = "disagree", _("We zijn het niet eens")


class ServiceMailKind(TextChoices):
    """Why a mail of its own goes out (soort bericht per mail)."""

    NEW_ADVISER = "new_adviser", _("Nieuwe adviseur, aan een melder")
    NEW_CONTACT = "new_contact", _("Nieuwe adviseur, aan een organisatie")
    REMINDER = "reminder", _("Herinnering aan afspraken")
    AREA_NOTICE = "area_notice", _("Buurtbericht, aan een organisatie")
    EVENING_REPORT = "evening_report", _("Verslag van een avond")
    PLAN_MOMENT = "plan_moment", _("Moment in de cyclus, aan wie een plan volgt")


class ReminderStage(TextChoices):
    """When an organisation is reminded of an agreement (moment van herinneren)."""

    BEFORE = "before", _("Bijna zover")
    DUE = "due", _("Het is zover")

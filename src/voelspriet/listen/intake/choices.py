# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a signal: how it came, how the reporter stands in it, where it stands."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Channel(TextChoices):
    """The door a signal came in by (kanaal)."""

    WEB = "web", _("Website")
    BUNDLE = "bundle", _("Bundel van een preventieteam of sleutelfiguur")
    PROFESSIONAL = "professional", _("School, winkel of eigen collega")
    PHONE = "phone", _("Telefoon")
    DOOR = "door", _("Aan de deur")
    WALK = "walk", _("Op een wandeling")
    MAIL = "mail", _("Doorgestuurde mail")


class ProfessionalKind(TextChoices):
    """Who fills in the short form (soort professional)."""

    SCHOOL = "school", _("School")
    SHOP = "shop", _("Winkel of bedrijf")
    STAFF = "staff", _("Eigen collega")


class Openness(TextChoices):
    """Who may know who the reporter is (openheid)."""

    ANONYMOUS = "anonymous", _("Anoniem")
    CONFIDENTIAL = "confidential", _("Alleen mijn adviseurs")
    OPEN = "open", _("Open")


class Permission(TextChoices):
    """Whether the advisers may act on a signal (toestemming). Locked: nothing before a yes."""

    FREE = "free", _("Niet op slot")
    LOCKED = "locked", _("Op slot: eerst vragen")
    GRANTED = "granted", _("Ja gezegd")
    REFUSED = "refused", _("Nee gezegd")


class PlaceTier(TextChoices):
    """How exactly the reporter said where (plaats)."""

    POINT = "point", _("Punt op de kaart")
    STREET = "street", _("Straat of plek")
    AREA = "area", _("Buurt")
    NONE = "none", _("Geen plek")


class WhenKind(TextChoices):
    """When it happens (wanneer)."""

    UNKNOWN = "unknown", _("Niet gezegd")
    NOW = "now", _("Nu")
    MOMENT = "moment", _("Op een moment")
    OFTEN = "often", _("Vaak")


class HotTime(TextChoices):
    """Times at which it happens often (tijden)."""

    MORNING = "morning", _("'s ochtends")
    AFTERNOON = "afternoon", _("'s middags")
    EVENING = "evening", _("'s avonds")
    NIGHT = "night", _("'s nachts")
    WEEKDAYS = "weekdays", _("doordeweeks")
    WEEKEND = "weekend", _("in het weekend")


class AnswerWish(TextChoices):
    """Whether and how the reporter wants to hear back (antwoordwens)."""

    NONE = "none", _("Ik hoef geen antwoord")
    RECEIPT = "receipt", _("Ik kijk zelf met mijn code")
    EMAIL = "email", _("Mail mij")
    CALL = "call", _("Bel mij")


class SignalStatus(TextChoices):
    """Where a signal stands (status)."""

    RECEIVED = "received", _("Ontvangen")
    IN_HAND = "in_hand", _("Opgepakt")
    WAITING = "waiting", _("Wacht op een ander")
    DONE = "done", _("Gedaan")
    DECLINED = "declined", _("Kunnen of willen we niet")
    ANSWERED = "answered", _("Beantwoord")


class Category(TextChoices):
    """What a signal is about (categorie). Suggested by the system, decided by a colleague."""

    LITTER = "litter", _("Afval en zwerfvuil")
    LIGHTING = "lighting", _("Verlichting")
    PAVEMENT = "pavement", _("Stoep, tegels en straat")
    GREEN = "green", _("Groen en speelplekken")
    TRAFFIC = "traffic", _("Te hard rijden en verkeer")
    PARKING = "parking", _("Parkeren")
    NOISE = "noise", _("Lawaai en geluid")
    YOUTH = "youth", _("Groepen op straat")
    NEIGHBOURS = "neighbours", _("Buren")
    VANDALISM = "vandalism", _("Vernieling")
    BURGLARY = "burglary", _("Inbraak en diefstal")
    DRUGS = "drugs", _("Drugs en drank")
    THREAT = "threat", _("Bedreiging en geweld")
    CONFUSED = "confused", _("Onbegrepen gedrag")
    DISCRIMINATION = "discrimination", _("Discriminatie en uitsluiting")
    FEELING = "feeling", _("Onveilig gevoel")
    TOGETHER = "together", _("Samen leven en contact")
    STRENGTH = "strength", _("Iets wat goed gaat")
    OTHER = "other", _("Iets anders")


# Sensitive: public only after 14 days and 5 separate reporters, never exact for anyone else.
SENSITIVE_CATEGORIES = frozenset(
    {
        Category.YOUTH,
        Category.NEIGHBOURS,
        Category.DRUGS,
        Category.THREAT,
        Category.CONFUSED,
        Category.DISCRIMINATION,
        Category.BURGLARY,
    }
)


class LegalKind(TextChoices):
    """What a signal may be in law, with a legal term (juridische soort)."""

    NONE = "none", _("Gewone melding")
    COMPLAINT = "complaint", _("Klacht over de gemeente")
    APPLICATION = "application", _("Aanvraag")
    ENFORCEMENT = "enforcement", _("Verzoek om handhaving")


class PersonFlag(TextChoices):
    """Whether text or photo points at a person (wijst naar een persoon)."""

    NONE = "none", _("Nee")
    RULES = "rules", _("Ja, volgens de regels")
    ADVISER = "adviser", _("Ja, volgens de adviseur")
    CLEARED = "cleared", _("Nee, bekeken door de adviseur")


class AttachmentKind(TextChoices):
    """What was sent along (soort bijlage)."""

    PHOTO = "photo", _("Foto")
    VOICE = "voice", _("Ingesproken")


class DebtReason(TextChoices):
    """Why an answer is owed (reden van de antwoordschuld)."""

    REPORT = "report", _("Melding")
    MESSAGE = "message", _("Nieuw bericht")
    REOPENED = "reopened", _("Heropend")
    RESULT = "result", _("Uitkomst beloofd")


class HandoverState(TextChoices):
    """What the handler did with a hand-over (stand van de overdracht)."""

    OFFERED = "offered", _("Aangeboden")
    TAKEN = "taken", _("Opgepakt")
    REPORTED = "reported", _("Teruggemeld")
    WITHDRAWN = "withdrawn", _("Ingetrokken")


class EscalationLevel(TextChoices):
    """Who must look when a clock runs out (niveau van opschaling)."""

    DIRECTOR = "director", _("Procesdirecteur")
    EXECUTIVE = "executive", _("Bestuurder")


class Clock(TextChoices):
    """Which promise ran out (klok)."""

    FIRST_ANSWER = "first_answer", _("Eerste antwoord")
    PROMISED = "promised", _("Beloofde dag")


class PlaceShare(TextChoices):
    """How exactly an organisation hears where a matter is (plaats voor anderen)."""

    NONE = "none", _("Geen plek")
    NEIGHBOURHOOD = "neighbourhood", _("Alleen de buurt")
    STREET = "street", _("Straat en buurt")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of organisation, subjects, key figures and what is done street by street."""

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


class Subject(TextChoices):
    """What one can turn to somebody, or go somewhere, for (onderwerp)."""

    MEETING = "meeting", _("Mensen ontmoeten")
    HEALTH = "health", _("Zorg en gezondheid")
    MONEY = "money", _("Geld en formulieren")
    LIVING = "living", _("Wonen")
    YOUTH = "youth", _("Kinderen en jongeren")
    AGEING = "ageing", _("Ouder worden")
    LEARNING = "learning", _("Werk en leren")
    SAFETY = "safety", _("Veilig voelen")
    STREET = "street", _("Straat en groen")
    QUARREL = "quarrel", _("Ruzie of overlast")
    SPORT = "sport", _("Sport en bewegen")
    HELPING = "helping", _("Iets doen voor de buurt")


class DeskLanguage(TextChoices):
    """A language in which people are helped at a desk (taal aan de balie)."""

    DUTCH = "nl", _("Nederlands")
    ENGLISH = "en", _("Engels")
    TURKISH = "tr", _("Turks")
    ARABIC = "ar", _("Arabisch")
    OTHER = "other", _("Nog een andere taal")


class Involvement(TextChoices):
    """What somebody wants to do for the neighbourhood (manier van meedoen). Their own choice."""

    INFORMED = "informed", _("Op de hoogte blijven")
    THINKING = "thinking", _("Meedenken")
    DECIDING = "deciding", _("Meebeslissen")
    DOING = "doing", _("Meedoen")


class Pace(TextChoices):
    """How often somebody wants to do so (hoe vaak). Their own choice."""

    ONCE = "once", _("Een keer")
    SOMETIMES = "sometimes", _("Af en toe")
    OFTEN = "often", _("Vaak")


class KeyFigureState(TextChoices):
    """Whether a key figure knows and agreed (stand van de sleutelfiguur)."""

    INVITED = "invited", _("Gevraagd")
    AGREED = "agreed", _("Zei zelf ja")


class KeyFigureEndKind(TextChoices):
    """Why an entry of a key figure is no longer there (einde van een sleutelfiguur)."""

    DECLINED = "declined", _("Zei nee")
    WITHDRAWN = "withdrawn", _("Stopte zelf")
    TAKEN_BACK = "taken_back", _("Vraag ingetrokken")
    EXPIRED = "expired", _("Tijd voorbij")


class Service(TextChoices):
    """What somebody does street by street (dienst in de straat)."""

    STREET_COACH = "street_coach", _("Straatcoach")
    CARETAKER = "caretaker", _("Huismeester of conciërge")
    PREVENTION_TEAM = "prevention_team", _("Buurtpreventieteam")
    YOUTH_WORKER = "youth_worker", _("Jongerenwerker op straat")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents can draw on a map, where their sheet came from, and when it is so."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ShapeKind(TextChoices):
    """What a drawn shape stands for (soort in de legenda)."""

    SAFE_PLACE = "safe_place", _("Veilige plek")
    USUAL_ROUTE = "usual_route", _("Mijn gewone route")
    AVOIDED_ROUTE = "avoided_route", _("Route die ik niet neem")
    DARK_ROUTE = "dark_route", _("Donkere route")
    LORRY_ROUTE = "lorry_route", _("Route met gevaarlijk vrachtverkeer")
    TRAFFIC_SITUATION = "traffic_situation", _("Gevaarlijke situatie in het verkeer")
    CYCLIST_SITUATION = "cyclist_situation", _("Gevaarlijk om te fietsen")
    CROSSING = "crossing", _("Gevaarlijk om over te steken")
    TROUBLE_AREA = "trouble_area", _("Gebied met overlast of criminaliteit")
    TRAFFIC_PLACE = "traffic_place", _("Gevaarlijke plek in het verkeer")
    TRAFFIC_ROUTE = "traffic_route", _("Gevaarlijke route in het verkeer")


class ShapeForm(TextChoices):
    """Whether something is drawn as a point, a line or an area (vorm in de legenda)."""

    POINT = "point", _("een punt")
    LINE = "line", _("een lijn")
    AREA = "area", _("een vlak")


class ShapeOrigin(TextChoices):
    """Whether a shape was drawn, or is a street somebody chose (herkomst van een vorm)."""

    DRAWN = "drawn", _("Getekend")
    CHOSEN = "chosen", _("Straat of plek gekozen")


class ShapeTime(TextChoices):
    """When what somebody drew is so (tijd van een vorm)."""

    ALWAYS = "always", _("Altijd")
    DAY = "day", _("Overdag")
    SCHOOL = "school", _("Als de school begint of uitgaat")
    EVENING = "evening", _("'s Avonds")
    NIGHT = "night", _("'s Nachts")
    WEEKEND = "weekend", _("In het weekend")


class SheetChannel(TextChoices):
    """How a sheet came to us (kanaal van een kaartblad)."""

    PHONE = "phone", _("Eigen telefoon of computer")
    PAPER = "paper", _("Op papier")
    STAFF = "staff", _("Door een collega ingevoerd")


class RoundState(TextChoices):
    """Where a round of maps stands; it follows from its days (stand van een kaartronde)."""

    TO_COME = "to_come", _("Begint nog")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Dicht")
    PUBLISHED = "published", _("Uitkomst is openbaar")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a plan in preparation is: what is there, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of writing a plan; `code` says which, `told` how far it is.

    `theme` is the reference of a theme that has no ambition yet, where there is one.
    """

    code: str
    label: str
    told: str
    is_done: bool
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a plan. `bare`: references of themes without an ambition."""

    has_vision: bool
    lines: int
    roles: int
    themes: int
    bare: tuple[str, ...]
    ambitions: int
    lacking: int
    programmes: int
    moments: int
    products: int
    covers: int


def steps_of(seen: Written) -> tuple[PlanStep, ...]:
    """Return the steps in the order in which a plan is written."""
    return (
        PlanStep(
            "vision",
            _("Visie"),
            _("Staat er.") if seen.has_vision else _("Waar wilt u over vier jaar staan?"),
            seen.has_vision,
        ),
        PlanStep(
            "frame", _("Trends, missie en rollen"), _frame(seen), bool(seen.lines and seen.roles)
        ),
        PlanStep("themes", _("Thema's"), _themes(seen), seen.themes > 0),
        _ambitions(seen),
        PlanStep("programme", _("Actieprogramma en evaluaties"), _programme(seen), _planned(seen)),
        PlanStep("budget", _("Begroting"), _budget(seen), bool(seen.products and seen.covers)),
    )


def _frame(seen: Written) -> str:
    if not seen.roles:
        return _("Wie heeft welke taak? Zet de raad, het college en de partners erbij.")
    if not seen.lines:
        return _("Wat verandert er om ons heen, en wat is onze missie?")
    lines = ngettext("%(count)s regel", "%(count)s regels", seen.lines) % {"count": seen.lines}
    roles = ngettext("%(count)s rol", "%(count)s rollen", seen.roles) % {"count": seen.roles}
    return _("%(lines)s, %(roles)s.") % {"lines": lines, "roles": roles}


def _themes(seen: Written) -> str:
    if not seen.themes:
        return _("Waaraan geeft het plan aandacht?")
    return ngettext("%(count)s thema.", "%(count)s thema's.", seen.themes) % {"count": seen.themes}


def _ambitions(seen: Written) -> PlanStep:
    label = _("Ambities")
    if not seen.ambitions:
        told = _("Wat is er straks anders? Schrijf per thema een of meer ambities.")
        return PlanStep("ambitions", label, told, is_done=False, theme=next(iter(seen.bare), ""))
    if seen.bare:
        told = ngettext(
            "Een thema heeft nog geen ambitie.",
            "%(count)s thema's hebben nog geen ambitie.",
            len(seen.bare),
        ) % {"count": len(seen.bare)}
        return PlanStep("ambitions", label, told, is_done=False, theme=seen.bare[0])
    told = ngettext("%(count)s ambitie.", "%(count)s ambities.", seen.ambitions)
    told = told % {"count": seen.ambitions}
    if seen.lacking:
        lacking = ngettext(
            "%(count)s is nog niet te toetsen.", "%(count)s zijn nog niet te toetsen.", seen.lacking
        )
        told = f"{told} {lacking % {'count': seen.lacking}}"
    return PlanStep("ambitions", label, told, is_done=True)


def _planned(seen: Written) -> bool:
    return bool(seen.programmes and seen.moments)


def _programme(seen: Written) -> str:
    if not seen.programmes:
        return _("Wat doet u in de eerste twee jaar, en wie stelt dat vast?")
    if not seen.moments:
        return _("Zet in de cyclus wanneer u evalueert.")
    programmes = ngettext("%(count)s programma", "%(count)s programma's", seen.programmes)
    moments = ngettext("%(count)s moment", "%(count)s momenten", seen.moments)
    return _("%(programmes)s, %(moments)s in de cyclus.") % {
        "programmes": programmes % {"count": seen.programmes},
        "moments": moments % {"count": seen.moments},
    }


def _budget(seen: Written) -> str:
    if not seen.products:
        return _("Wat kost het per jaar? Typ het in, of lees een bestand in.")
    if not seen.covers:
        return _("Schrijf op wie het betaalt.")
    return _("Staat er.")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages stand in a colleague's navigation. Only pages that the role opens."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.ui.navigation import NavigationGroup, NavigationItem, navigation_source

ADVISER, HANDLER, DIRECTOR = Role.AREA_ADVISER, Role.HANDLER, Role.DIRECTOR
POLICY, EXECUTIVE = Role.POLICY_ADVISER, Role.EXECUTIVE
PRIVACY, ADMINISTRATOR = Role.PRIVACY_OFFICER, Role.ADMINISTRATOR


@dataclass(frozen=True, slots=True)
class _Page:
    label: Promise
    name: str
    roles: tuple[Role, ...]


READERS = (ADVISER, DIRECTOR, POLICY, EXECUTIVE)
DAILY = (
    _Page(_("Vandaag"), "today", tuple(Role)),
    _Page(_("Meldingen"), "inbox", (ADVISER, DIRECTOR)),
    _Page(_("Overdrachten"), "handovers", (HANDLER,)),
    _Page(_("Cijfers"), "figures", READERS),
)
ANSWERED = (
    _Page(_("Terugbellen"), "calls", (ADVISER,)),
    _Page(_("Vertalen"), "translations", (ADVISER,)),
    _Page(_("Herbeoordelen"), "reviews", (ADVISER, DIRECTOR)),
    _Page(_("Verzonden"), "mail", (ADVISER,)),
)
AGREED = (
    _Page(_("Afspraken"), "agreements", (*READERS, HANDLER)),
    _Page(_("Bijeenkomsten"), "meetings", (*READERS, HANDLER)),
    _Page(_("Avonden"), "evenings", READERS),
    _Page(_("Buurtagenda"), "area_agendas", READERS),
    _Page(_("Werkzaamheden"), "works", READERS),
)
PLANNED = (
    _Page(_("Veiligheidsplannen"), "plans", READERS),
    _Page(_("Voorstellen en brieven"), "proposals", READERS),
    _Page(_("Opgaven"), "priority_tasks", READERS),
    _Page(_("Veiligheidstoets"), "safety_checks", (*READERS, HANDLER)),
)
PEOPLE = (
    _Page(_("Initiatieven"), "initiatives", READERS),
    _Page(_("Budgetten"), "budgets", READERS),
    _Page(_("Vragenlijsten"), "questionnaires", (ADVISER, POLICY, DIRECTOR)),
    _Page(_("Kaarten"), "map_rounds", (ADVISER, DIRECTOR, POLICY)),
    _Page(_("Netwerk"), "network", (ADVISER,)),
    _Page(_("Sociale kaart"), "social_map", (ADVISER, ADMINISTRATOR)),
)
RESEARCHER = Role.RESEARCHER
HEARD = (
    _Page(_("Onderzoeken"), "studies", (RESEARCHER,)),
    _Page(_("Zorgelijke gevallen"), "urgent_cases", (RESEARCHER, HANDLER, DIRECTOR)),
    _Page(_("Gespreksleidraden"), "guides", (RESEARCHER,)),
)
UNDERSTOOD = (
    _Page(_("Coderen"), "coding", (RESEARCHER,)),
    _Page(_("Fragmenten"), "fragments", (RESEARCHER, POLICY)),
    _Page(_("Codeboeken"), "codebooks", (RESEARCHER, POLICY)),
    _Page(_("Vergelijkingen"), "comparisons", (RESEARCHER, POLICY)),
    _Page(_("Uitwisselen"), "exchange", (RESEARCHER,)),
    _Page(_("Spanning"), "tension", READERS),
    _Page(_("Kennisbank"), "knowledge", (*READERS, HANDLER, RESEARCHER)),
    _Page(_("Leercasussen"), "cases", (*READERS, HANDLER, RESEARCHER)),
)
TOLD = (
    _Page(_("Incidenten"), "incidents", (ADVISER, DIRECTOR, EXECUTIVE)),
    _Page(_("Buurtberichten"), "notices", READERS),
    _Page(_("Buurtpagina"), "stories", (ADVISER,)),
)
GROUPS: tuple[tuple[Promise | str, tuple[_Page, ...]], ...] = (
    ("", DAILY),
    (_("Antwoorden"), ANSWERED),
    (_("Afspreken"), AGREED),
    (_("Plannen"), PLANNED),
    (_("Met de buurt"), PEOPLE),
    (_("Luisteren"), HEARD),
    (_("Begrijpen"), UNDERSTOOD),
    (_("Vertellen"), TOLD),
    (
        _("Beheer"),
        (
            _Page(_("Mensen"), "people", (ADMINISTRATOR,)),
            _Page(_("Organisaties"), "organisations", (ADMINISTRATOR,)),
            _Page(_("Wie doet wat"), "routing", (ADMINISTRATOR, ADVISER)),
            _Page(_("Standaardteksten"), "templates", (ADMINISTRATOR, ADVISER)),
            _Page(_("Gevaarwoorden"), "danger_terms", (ADMINISTRATOR,)),
            _Page(_("Gemeente"), "settings", (ADMINISTRATOR,)),
            _Page(_("Huisstijl"), "paper_style", (ADMINISTRATOR,)),
        ),
    ),
    (
        _("Privacy"),
        (
            _Page(_("Handelingen"), "audit", (PRIVACY,)),
            _Page(_("Gelezen contactgegevens"), "contact_reads", (PRIVACY,)),
        ),
    ),
)


@navigation_source
def workspace_navigation(request: HttpRequest) -> tuple[NavigationGroup, ...]:
    """Return the pages this colleague's roles open, grouped."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return ()
    groups = (
        NavigationGroup(str(label), tuple(_items(pages, actor, request.path)))
        for label, pages in GROUPS
    )
    return tuple(group for group in groups if group.items)


def _items(pages: tuple[_Page, ...], actor: Actor, path: str) -> list[NavigationItem]:
    items = []
    for page in pages:
        if not actor.has(*page.roles):
            continue
        url = reverse(f"workspace:{page.name}")
        is_current = path == url if page.name == "today" else path.startswith(url)
        items.append(NavigationItem(str(page.label), url, is_current))
    return items

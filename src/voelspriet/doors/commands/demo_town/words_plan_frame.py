# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The frame of the demo's safety plan: trends, mission, who does what, its programmes."""

from __future__ import annotations

from voelspriet.act.plans.choices import DecisionBody, PlanBody, PlanLineKind
from voelspriet.act.plans.told import ConsultationTold, LineTold, ProgrammeTold, RoleTold

LINES = (
    LineTold(
        PlanLineKind.TREND,
        label="Oplichting verhuist naar de telefoon",
        text="Inwoners melden vaker een verdacht bericht dan een verdacht persoon.",
    ),
    LineTold(
        PlanLineKind.TREND,
        label="Meer mensen wonen alleen",
        text="Wie niemand kent in de straat, belt later en voelt zich eerder onveilig.",
    ),
    LineTold(PlanLineKind.MISSION, text="Wij kennen de buurt, en de buurt kent ons."),
    LineTold(
        PlanLineKind.COMMUNICATION_LINE,
        label="Eerst het antwoord",
        question="Wat is er met mijn melding gedaan?",
        text="Wie iets meldt, hoort het eerst zelf; daarna staat het op de buurtpagina.",
    ),
    LineTold(PlanLineKind.LISTENING_SOURCE, label="Meldingen en bewonersavonden"),
)
ROLES = (
    RoleTold(
        PlanBody.COUNCIL, "Gemeenteraad", "Stelt het plan vast en vraagt elk jaar hoe het gaat."
    ),
    RoleTold(PlanBody.COLLEGE, "College", "Stelt de actieprogramma's vast en voert ze uit."),
    RoleTold(PlanBody.TRIANGLE, "Driehoek", "Stemt de inzet van politie en toezicht af."),
)
# of the last of the roles
CONSULTATION = ConsultationTold(
    "Driehoeksoverleg",
    members=("burgemeester", "officier van justitie", "teamchef van de politie"),
    held_when="elke zes weken",
)


def programmes(first: int, last: int) -> tuple[ProgrammeTold, ...]:
    """Return the two action programmes of a plan of four years."""
    return tuple(
        ProgrammeTold(f"Actieprogramma {begin}-{end}", begin, end, DecisionBody.COLLEGE)
        for begin, end in ((first, first + 1), (first + 2, last))
    )

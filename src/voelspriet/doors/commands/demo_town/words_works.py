# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works of the demo, as files of two invented planners."""

from __future__ import annotations

# neighbourhood number, kind, what, number of its street, days from now, length in days, public
CSV_WORKS = (
    (0, "straat en stoep", "Nieuwe tegels in de stoep", 0, 12, 4, "ja"),
    (0, "verlichting", "Nieuwe lampen langs het pad", 1, 30, 2, "ja"),
    (1, "groen", "Bomen snoeien", 0, 6, 3, "ja"),
    (2, "straat en stoep", "Straat opnieuw leggen", 2, 45, 20, "ja"),
    (3, "schoonmaken", "Grote schoonmaak van het plein", 0, 9, 1, "ja"),
    (4, "verkeer", "Drempels tegen hard rijden", 1, 60, 10, "ja"),
    (5, "verlichting", "Lampen nakijken in het hele gebied", 0, 3, 2, "nee"),
    (6, "groen", "Speelplek opknappen", 1, 75, 15, "ja"),
    (8, "bouwen en slopen", "Oude school slopen", 0, 90, 40, "nee"),
)
EVENTS = (
    (0, "Nieuwe waterleiding", 2, 40, 12, "PUBLIC"),
    (3, "Riool vervangen", 1, 100, 30, "PUBLIC"),
    (7, "Glasvezel onder de stoep", 0, 20, 8, "PRIVATE"),
)
CARRIERS = {
    "straat en stoep": "Team Openbare Ruimte",
    "verlichting": "Team Openbare Ruimte",
    "groen": "Team Openbare Ruimte",
    "schoonmaken": "Team Schoon",
    "verkeer": "Team Verkeer",
    "bouwen en slopen": "Aannemer De Hamer",
}
CSV_SOURCE, CALENDAR_SOURCE = "Planning openbare ruimte", "Agenda van het waterbedrijf"
WATER = "Waterbedrijf De Bron"

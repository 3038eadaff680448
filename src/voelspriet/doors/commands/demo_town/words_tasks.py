# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priority tasks of the demo. Invented, as everything here."""

from __future__ import annotations

from voelspriet.act.agenda.actions.priority_tasks import MeasurableResult

RUNNING = {
    "title": "Veilig fietsen naar school",
    "origin_words": "Uitvoeringsplan verkeer",
    "executive": "wethouder verkeer",
    "working_agreement": "Verkeer en Openbare Ruimte leveren samen de route op. Niemand sluit een"
    " straat af zonder dat de ander het weet.",
}
RUNNING_RESULTS = (
    MeasurableResult("Minder auto's rijden te hard op de schoolroute",
                     "Lussen in de weg, van 38 naar 20 op de 100 auto's, in mei"),
    MeasurableResult("Ouders en school denken mee over elke aanpassing",
                     "Bij elke aanpassing een gesprek vooraf, geteld", is_process=True),
)  # fmt: skip
NEXT = {
    "title": "Een rustige jaarwisseling",
    "origin_words": "Veiligheidsplan",
    "executive": "burgemeester",
    "working_agreement": "Handhaving en Openbare Ruimte maken samen één plan per plein.",
}
NEXT_RESULTS = (
    MeasurableResult("Minder schade op de pleinen",
                     "Herstelkosten van tien pleinen, van 40.000 naar 25.000 euro"),
)  # fmt: skip
DUE = {
    "title": "Een schoon en heel winkelplein",
    "origin_words": "Samen met bewoners gemaakt",
    "executive": "wethouder openbare ruimte",
    "working_agreement": "Schoon, Openbare Ruimte en Handhaving hebben één lijst en één rooster.",
}
DUE_RESULTS = (
    MeasurableResult("Het plein is op maandag schoon",
                     "Foto's op twaalf vaste plekken, van 4 naar 10 schoon"),
    MeasurableResult("Winkeliers en bewoners schouwen mee",
                     "Zes schouwen in een jaar met ten minste twee bewoners", is_process=True),
)  # fmt: skip
DESIGN = {
    "council_frame": "Het coalitieakkoord en de begroting van dit jaar.",
    "criteria": "Kinderen en ouderen komen er weer graag. Wie iets meldt, hoort wat er gebeurt.",
    "effect_expected": "Meer mensen lopen of fietsen er, en er zijn minder meldingen.",
    "effect_compared_with": "De telling van vorig jaar, en een plek verderop waar niets verandert.",
}
HEARD = (
    ("Bewoners horen van twee afdelingen een ander verhaal over de planning.", "no", "partly"),
    ("De planning hangt nu op het plein. Dat helpt.", "yes", "yes"),
)
STEERED = "Eén planner voor alle afdelingen, omdat er twee roosters naast elkaar liepen."

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom to call in danger. The same in every municipality in the Netherlands."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.intake.queries.danger import terms_of
from voelspriet.listen.intake.rules.danger import signs_of_danger

SEEN = "danger"  # the hidden field that tells that the numbers were shown


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number with what it is for. `dial` is what a telephone dials."""

    shown: str
    dial: str
    name: str | Promise
    purpose: str | Promise


EMERGENCY = Number(
    "112", "112", _("Spoed"), _("Direct gevaar, brand, iemand is gewond. Elke seconde telt.")
)
NUMBERS = (
    EMERGENCY,
    Number(
        "0900-8844", "09008844", _("Politie, geen spoed"), _("De politie, als het niet nu gebeurt.")
    ),
    Number(
        "113",
        "08000113",
        _("Praten over zelfmoord"),
        _(
            "Denkt u aan zelfmoord? Bel 113 of gratis 0800-0113, dag en nacht. "
            "U hoeft uw naam niet te zeggen."
        ),
    ),
    Number(
        "0800-2000",
        "08002000",
        _("Veilig Thuis"),
        _("Geweld of misbruik thuis, bij u of bij een ander. Gratis, dag en nacht."),
    ),
    Number(
        "0800-7000",
        "08007000",
        _("Meld Misdaad Anoniem"),
        _("Iets vertellen over een misdrijf zonder dat iemand weet wie u bent."),
    ),
)


def must_show_numbers(request: HttpRequest, text: str, *, municipality_id: int) -> bool:
    """Tell whether a form of one page must first show whom to call: once, then it is sent."""
    if request.POST.get(SEEN):
        return False
    return signs_of_danger(text, terms_of(municipality_id=municipality_id))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The twelve factors of the Tafel van 12, by number."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

FACTORS = {
    1: _("Signaalcriminaliteit en -overlast"),
    2: _("Verloedering"),
    3: _("Onbekende anderen"),
    4: _("Het gesprek"),
    5: _("Sociale kwaliteit"),
    6: _("Invloed van bewoners"),
    7: _("Inrichting van de gebouwde omgeving"),
    8: _("Vertrouwenwekkend toezicht"),
    9: _("Kwaliteit van de aanpak"),
    10: _("Reactie op schokkende incidenten"),
    11: _("Invoelend vermogen en leiderschap"),
    12: _("Communicatie"),
}


def known_factors(numbers: Iterable[int]) -> list[int]:
    """Return the numbers that are factors, each once, in order.

    >>> known_factors([12, 3, 3, 13])
    [3, 12]
    """
    return sorted(set(numbers) & FACTORS.keys())

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the papers of a municipality look."""

from __future__ import annotations

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.writers.document import Style


def style_of(municipality: MunicipalityRow) -> Style:
    """Return a municipality's name on its papers, in the colours of the house."""
    return Style(municipality=municipality.name)

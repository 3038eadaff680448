# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said where somebody answered at an evening: by who came, and by nobody else."""

from __future__ import annotations

from django.utils.translation import gettext as _


def who_came_words() -> str:
    """Say what an ambition lacks of which only evenings tell."""
    return _("Hierover sprak alleen wie naar een bewonersavond kwam. Dat is geen steekproef van de"
             " wijk: of dit op koers ligt, is er niet mee te zeggen. Meet het ook met een onderzoek"
             " of een reeks.")  # fmt: skip


def beside_words() -> str:
    """Say why what an evening told is not in the course."""
    return _("Wat op een bewonersavond is gezegd, telt hier niet mee: het is gezegd door wie kwam,"
             " niet door de wijk.")  # fmt: skip

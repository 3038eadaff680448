# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a theme, an ambition or a programme cannot be taken out of its plan; empty when it can."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.found import read_ambition, read_plan, read_theme
from voelspriet.act.plans.rules.access import row_of
from voelspriet.act.plans.rules.removing import (
    why_ambition_stays,
    why_programme_stays,
    why_theme_stays,
)
from voelspriet.ground.privacy.actors import Actor


def theme_stays(*, reference: str, by: Actor) -> str:
    """Say what hangs on a theme."""
    return why_theme_stays(read_theme(reference, by))


def ambition_stays(*, reference: str, by: Actor) -> str:
    """Say what hangs on an ambition."""
    return why_ambition_stays(read_ambition(reference, by))


def programme_stays(*, reference: str, programme_id: int, by: Actor) -> str:
    """Say what hangs on an action programme."""
    programmes = read_plan(reference, by).programmes.all()
    return why_programme_stays(
        row_of(programmes, programme_id, _("Dit actieprogramma is er niet."))
    )

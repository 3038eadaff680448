# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of the own work, offered as a measurement of an ambition about that work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.queries.themes import AmbitionDetail
from voelspriet.act.plans.rules.wording import number
from voelspriet.act.plans.told import MeasurementTold
from voelspriet.answer.pages.queries import ProcessFigure, process_figures
from voelspriet.doors.workspace.access import StaffRequest

WINDOW = timedelta(days=365)
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Offer:
    """A figure that can be taken over.

    `overlaps`: a measurement of less than a year before holds part of the same twelve months, so
    that the two together would say more than there is.
    """

    figure: ProcessFigure
    overlaps: bool

    @property
    def value(self) -> Decimal:
        """The share in per cent, with one decimal."""
        return round(Decimal(self.figure.share) * HUNDRED, 1)

    @property
    def shown(self) -> str:
        """The share as it is read."""
        return number(self.value)

    def told(self) -> MeasurementTold:
        """Return the figure as a measurement, with where it comes from."""
        words = _("Cijfers: %(what)s, twaalf maanden tot %(day)s")
        source = words % {
            "what": self.figure.label,
            "day": date_format(self.figure.on, "j F Y"),
        }
        return MeasurementTold(self.figure.on, self.value, source[:200], self.figure.base)


def offers(request: StaffRequest, detail: AmbitionDetail) -> tuple[Offer, ...]:
    """Return what can be taken over, for who writes the plan of an ambition about own work."""
    if not (detail.is_process_share and detail.may_write):
        return ()
    days = [one.on for one in detail.measurements]
    return tuple(
        Offer(figure, any(abs(figure.on - day) < WINDOW for day in days))
        for figure in process_figures(by=request.actor, at=request.at)
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the money for measuring an ambition is there in the years it is measured."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from django.utils.translation import gettext as _

from voelspriet.act.plans.rules.facts import AmbitionFacts
from voelspriet.act.plans.rules.remarks import RemarkAbout, remarks
from voelspriet.act.plans.rules.wording import listed


def money_remarks(one: AmbitionFacts, budgeted: Collection[int]) -> tuple[str, ...]:
    """Return in plain words which years of measuring and of money do not fit.

    `budgeted` are the years of the projects that pay. Where projects pay, they are the money; the
    years that were only written down are then held against them.
    """
    years = tuple(sorted(set(budgeted)))
    there = years or one.paid_years
    told = [
        remark.text
        for remark in remarks(replace(one, paid_years=there))
        if remark.about is RemarkAbout.PAID_YEARS
    ]
    if there:
        told += _unpaid(one, there)
    if years and one.paid_years and tuple(sorted(one.paid_years)) != years:
        words = _("Opgeschreven is geld in %(written)s; de projecten die betalen, staan in"
                  " %(years)s.")  # fmt: skip
        told.append(words % {"written": listed(one.paid_years), "years": listed(years)})
    return tuple(told)


def _unpaid(one: AmbitionFacts, there: tuple[int, ...]) -> list[str]:
    """Say which years are measured without money, and which money measures nothing."""
    if not one.measured_years:
        return []
    told = []
    if unpaid := [year for year in one.measured_years if year not in there]:
        words = _("Er wordt gemeten in %(years)s, maar daarvoor staat geen geld.")
        told.append(words % {"years": listed(unpaid)})
    if idle := [year for year in there if year not in one.measured_years]:
        words = _("Er staat geld in %(years)s, maar dan wordt er niet gemeten.")
        told.append(words % {"years": listed(idle)})
    return told

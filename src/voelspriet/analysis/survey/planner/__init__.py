# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many answers two waves need, and what the answers they have can show (method §4)."""

from voelspriet.analysis.survey.planner.demand import Demand, Need, Way
from voelspriet.analysis.survey.planner.margins import margin
from voelspriet.analysis.survey.planner.means import (
    detectable_difference,
    needed_per_wave_for_means,
    needed_second_wave_for_means,
    power_for_means,
)
from voelspriet.analysis.survey.planner.questions import Known, PlanAnswer, Question, plan_answers
from voelspriet.analysis.survey.planner.shares import (
    detectable_share,
    needed_per_wave,
    needed_second_wave,
    power_for_shares,
)

__all__ = [
    "Demand",
    "Known",
    "Need",
    "PlanAnswer",
    "Question",
    "Way",
    "detectable_difference",
    "detectable_share",
    "margin",
    "needed_per_wave",
    "needed_per_wave_for_means",
    "needed_second_wave",
    "needed_second_wave_for_means",
    "plan_answers",
    "power_for_means",
    "power_for_shares",
]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pure numbers: surveys, agreement, congruence, text, disclosure and process, on frames.

    from voelspriet.analysis import estimate, survey_design

Nothing here knows Django, a network or the house. Names are looked up in their rooms when they are
first used, so that importing this package loads neither SciPy nor Arrow.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voelspriet.analysis.agreement import alpha, coded_alpha, kappa
    from voelspriet.analysis.congruence import quadrant, salience
    from voelspriet.analysis.disclosure import Cell, audit, protect
    from voelspriet.analysis.errors import ColumnError, InputError
    from voelspriet.analysis.frames import Codes, Frame, FrameLike
    from voelspriet.analysis.process import (
        Ending,
        KeptCase,
        Waiting,
        aalen_johansen,
        fatigue,
        kaplan_meier,
        kept_rate,
        quantile,
        rate,
        share_answered,
    )
    from voelspriet.analysis.process.events import EventColumns
    from voelspriet.analysis.process.ledger import LedgerColumns, kept_rates
    from voelspriet.analysis.process.times import waiting_times
    from voelspriet.analysis.proportions import newcombe, wilson
    from voelspriet.analysis.survey.calibration import calibrate
    from voelspriet.analysis.survey.estimation import (
        Design,
        Estimate,
        Estimates,
        Kind,
        Lonely,
        estimate,
        survey_design,
    )
    from voelspriet.analysis.survey.planner import (
        detectable_difference,
        detectable_share,
        needed_per_wave,
        needed_per_wave_for_means,
        needed_second_wave,
        needed_second_wave_for_means,
        plan_answers,
        power_for_means,
        power_for_shares,
    )
    from voelspriet.analysis.survey.questions import (
        ScaleRecipe,
        agree_share,
        benjamini_hochberg,
        cronbach_alpha,
        how_many,
        options_in_columns,
        options_in_text,
        recipes_from,
        score_scale,
        split_dont_know,
    )
    from voelspriet.analysis.survey.representativeness import (
        margin_response,
        open_response,
        population_margins,
        sample_response,
    )
    from voelspriet.analysis.survey.synthetic import synthetic_monitor
    from voelspriet.analysis.survey.targets import target_outlook
    from voelspriet.analysis.survey.waves import (
        Wave,
        change_between,
        series_of,
        wave_changes,
        waves_of,
    )
    from voelspriet.analysis.survey.weights import kish, trim_weights, weight_limit
    from voelspriet.analysis.text.near_duplicates import Report, nearest
    from voelspriet.analysis.text.readability import flesch_douma, readability
    from voelspriet.analysis.text.suggestions import suggest, train

# where each name stands; the imports above say the same to type checkers, a test compares them
ROOMS = {
    "agreement": ("alpha", "coded_alpha", "kappa"),
    "congruence": ("quadrant", "salience"),
    "disclosure": ("Cell", "audit", "protect"),
    "errors": ("ColumnError", "InputError"),
    "frames": ("Codes", "Frame", "FrameLike"),
    "process": (
        "Ending",
        "KeptCase",
        "Waiting",
        "aalen_johansen",
        "fatigue",
        "kaplan_meier",
        "kept_rate",
        "quantile",
        "rate",
        "share_answered",
    ),
    "process.ledger": ("LedgerColumns", "kept_rates"),
    "process.events": ("EventColumns",),
    "process.times": ("waiting_times",),
    "proportions": ("newcombe", "wilson"),
    "survey.calibration": ("calibrate",),
    "survey.estimation": (
        "Design",
        "Estimate",
        "Estimates",
        "Kind",
        "Lonely",
        "estimate",
        "survey_design",
    ),
    "survey.planner": (
        "detectable_difference",
        "detectable_share",
        "needed_per_wave",
        "needed_per_wave_for_means",
        "needed_second_wave",
        "needed_second_wave_for_means",
        "plan_answers",
        "power_for_means",
        "power_for_shares",
    ),
    "survey.questions": (
        "ScaleRecipe",
        "agree_share",
        "benjamini_hochberg",
        "cronbach_alpha",
        "how_many",
        "options_in_columns",
        "options_in_text",
        "recipes_from",
        "score_scale",
        "split_dont_know",
    ),
    "survey.representativeness": (
        "margin_response",
        "open_response",
        "population_margins",
        "sample_response",
    ),
    "survey.synthetic": ("synthetic_monitor",),
    "survey.targets": ("target_outlook",),
    "survey.waves": ("Wave", "change_between", "series_of", "wave_changes", "waves_of"),
    "survey.weights": ("kish", "trim_weights", "weight_limit"),
    "text.near_duplicates": ("Report", "nearest"),
    "text.readability": ("flesch_douma", "readability"),
    "text.suggestions": ("suggest", "train"),
}
PLACES = {name: room for room, names in ROOMS.items() for name in names}

__all__ = [
    "Cell",
    "Codes",
    "ColumnError",
    "Design",
    "Ending",
    "Estimate",
    "Estimates",
    "EventColumns",
    "Frame",
    "FrameLike",
    "InputError",
    "KeptCase",
    "Kind",
    "LedgerColumns",
    "Lonely",
    "Report",
    "ScaleRecipe",
    "Waiting",
    "Wave",
    "aalen_johansen",
    "agree_share",
    "alpha",
    "audit",
    "benjamini_hochberg",
    "calibrate",
    "change_between",
    "coded_alpha",
    "cronbach_alpha",
    "detectable_difference",
    "detectable_share",
    "estimate",
    "fatigue",
    "flesch_douma",
    "how_many",
    "kaplan_meier",
    "kappa",
    "kept_rate",
    "kept_rates",
    "kish",
    "margin_response",
    "nearest",
    "needed_per_wave",
    "needed_per_wave_for_means",
    "needed_second_wave",
    "needed_second_wave_for_means",
    "newcombe",
    "open_response",
    "options_in_columns",
    "options_in_text",
    "plan_answers",
    "population_margins",
    "power_for_means",
    "power_for_shares",
    "protect",
    "quadrant",
    "quantile",
    "rate",
    "readability",
    "recipes_from",
    "salience",
    "sample_response",
    "score_scale",
    "series_of",
    "share_answered",
    "split_dont_know",
    "suggest",
    "survey_design",
    "synthetic_monitor",
    "target_outlook",
    "train",
    "trim_weights",
    "waiting_times",
    "wave_changes",
    "waves_of",
    "weight_limit",
    "wilson",
]


def __getattr__(name: str) -> object:
    """Look a public name up in its room."""
    room = PLACES.get(name)
    if room is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(importlib.import_module(f"{__name__}.{room}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people answered: don't know apart, several answers, scales, words for small meetings."""

from voelspriet.analysis.survey.questions.answers import (
    AgreeShare,
    Answered,
    agree_share,
    split_dont_know,
)
from voelspriet.analysis.survey.questions.many_tests import benjamini_hochberg, carries_q
from voelspriet.analysis.survey.questions.meetings import HowMany, how_many
from voelspriet.analysis.survey.questions.multiple_answers import (
    ManyAnswers,
    OptionShare,
    options_in_columns,
    options_in_text,
)
from voelspriet.analysis.survey.questions.recipes import recipes_from
from voelspriet.analysis.survey.questions.reliability import Alpha, cronbach_alpha
from voelspriet.analysis.survey.questions.scales import (
    ItemCount,
    ScaleRecipe,
    ScaleScores,
    score_scale,
)

__all__ = [
    "AgreeShare",
    "Alpha",
    "Answered",
    "HowMany",
    "ItemCount",
    "ManyAnswers",
    "OptionShare",
    "ScaleRecipe",
    "ScaleScores",
    "agree_share",
    "benjamini_hochberg",
    "carries_q",
    "cronbach_alpha",
    "how_many",
    "options_in_columns",
    "options_in_text",
    "recipes_from",
    "score_scale",
    "split_dont_know",
]

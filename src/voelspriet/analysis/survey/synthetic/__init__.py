# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A safety monitor that nobody filled in, of which every true value is known.

Municipalities are strata, neighbourhoods are clusters, and the young and men answer less often,
which the weights repair. An answer is a number of successes out of `steps` (1: yes or no, 10: a
score of 0-10) with a chance that depends on municipality, sex and age, and wavers per neighbourhood
around that value. So the true value of every domain is a plain sum over the population.
"""

from voelspriet.analysis.survey.synthetic.population import (
    AGES,
    INDICATORS,
    SEXES,
    Indicator,
    Population,
    margins_of,
    monitor_population,
    true_values,
)
from voelspriet.analysis.survey.synthetic.respondents import (
    Monitor,
    draw_respondents,
    synthetic_monitor,
)

__all__ = [
    "AGES",
    "INDICATORS",
    "SEXES",
    "Indicator",
    "Monitor",
    "Population",
    "draw_respondents",
    "margins_of",
    "monitor_population",
    "synthetic_monitor",
    "true_values",
]

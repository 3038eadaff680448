# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimates of variables by domain, with standard errors that follow the design of the sample."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from enum import StrEnum
from functools import partial, reduce

import numpy as np

from voelspriet.analysis.errors import InputError
from voelspriet.analysis.frames import Codes, Frame, FrameLike, crossed
from voelspriet.analysis.frames.codes import one_group
from voelspriet.analysis.survey.estimation import measures
from voelspriet.analysis.survey.estimation.bases import in_words
from voelspriet.analysis.survey.estimation.choices import chosen
from voelspriet.analysis.survey.estimation.design import Design, survey_design
from voelspriet.analysis.survey.estimation.dont_know import dont_know_shares, without_dont_know
from voelspriet.analysis.survey.estimation.effects import Against
from voelspriet.analysis.survey.estimation.intervals import t_points
from voelspriet.analysis.survey.estimation.measures import Measure, Question, two_columns
from voelspriet.analysis.survey.estimation.memory import keep_freed_memory
from voelspriet.analysis.survey.estimation.reasons import Rows, explained, in_rows
from voelspriet.analysis.survey.estimation.respondents import Asked, asked
from voelspriet.analysis.survey.estimation.results import Estimates
from voelspriet.analysis.survey.estimation.woodruff import quantiles as quantile_measures


class Kind(StrEnum):
    """What to estimate of a variable."""

    MEAN = "mean"
    PROPORTION = "proportion"
    TOTAL = "total"
    RATIO = "ratio"
    QUANTILE = "quantile"


Measuring = Callable[[Question, str], Iterator[Measure]]


def estimate(
    data: FrameLike,
    variables: str | Sequence[str],
    *,
    design: Design | None = None,
    by: str | Sequence[str] = (),
    kind: Kind | str = Kind.MEAN,
    quantiles: Sequence[float] = (0.5,),
    level: float = 0.95,
    against: Against | str = Against.WITHOUT_REPLACEMENT,
    dont_know: Collection[str] = (),
) -> Estimates:
    """Estimate `variables` in every domain of `by`, with Taylor standard errors.

    `design` describes how the rows were drawn (`survey_design`); without it they are a simple
    random sample in which all weigh 1. `by` names no column (one domain, labelled ""), one, or
    several that are crossed. `kind` is *mean*, *proportion* (of 1 or true in a column of 0 and 1,
    otherwise of each category, named `variable=category`), *total* (of those who answered),
    *ratio* (a variable is `numerator/denominator`) or *quantile* (at `quantiles`, shares of 1,
    named `variable q0.5`). `level` is that of the intervals.

    Domains are parts of the sample, whose strata and sampling units all count for the variance.
    Who did not answer, or weighs nothing, is left out of the estimate and counted (`base` minus
    `n`). Degrees of freedom are the sampling units with answers in the domain minus the strata with
    them. Intervals are Student's t for means, totals and ratios; logit with t, or Korn-Graubard's
    where cases are few, for proportions; Woodruff's for quantiles. `deff` compares with a simple
    random sample `against` *without-replacement* or *replacement*. Values of `dont_know`, as text,
    are no answer to a variable; their share of all who answered follows as `variable: don't know`.
    Where something is not defined it is NaN and `interval` says why.

    Raises ColumnError for a column that is not there or holds something else than is asked, and
    InputError for a level or quantile outside 0 to 1, an unknown kind, or no variables.

    Source: Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 5 and 10. Same
    numbers as R `survey` 4.1: svymean, svytotal, svyratio, svyquantile, svyciprop, svyby.
    """
    keep_freed_memory()
    frame = Frame.of(data)
    names = (variables,) if isinstance(variables, str) else tuple(variables)
    measuring = _measuring(kind, quantiles)
    if not names:
        raise InputError("name at least one variable")
    if not 0 < level < 1:
        raise InputError(f"a level lies between 0 and 1, not {level:g}")
    design = survey_design(frame) if design is None else design
    if len(design) != len(frame):
        raise InputError(f"the design has {len(design)} rows, the data {len(frame)}")
    columns = _columns(frame, names, kind)
    split = without_dont_know(frame, columns, dont_know)
    rows = asked(design, _domains(frame, by))
    question = Question(
        frame=split.frame,
        asked=rows,
        level=level,
        against=chosen(Against, against, "against"),
        everyones_points=t_points(rows.everyone.degrees_of_freedom, level),
    )
    found = [measure for name in names for measure in measuring(question, name)]
    for name in columns:
        found += dont_know_shares(question, split, name)
    calibrated = design.calibration is not None
    told = explained(in_rows(found), calibrated=calibrated)
    return _estimates([measure.variable for measure in found], told, rows, split.unseen)


def _columns(frame: Frame, names: Sequence[str], kind: Kind | str) -> list[str]:
    """Return the columns the variables are made of."""
    if kind != Kind.RATIO:
        return list(names)
    return [part for name in names for part in two_columns(frame, name)]


def _measuring(kind: Kind | str, quantiles: Sequence[float]) -> Measuring:
    kind = chosen(Kind, kind, "kind")
    if kind is Kind.QUANTILE:
        wrong = [share for share in quantiles if not 0 < share < 1]
        if wrong or not quantiles:
            told = f", not {wrong[0]:g}" if wrong else ""
            raise InputError(f"quantiles are shares between 0 and 1{told}")
        return partial(quantile_measures, shares=quantiles)
    known: dict[Kind, Measuring] = {
        Kind.MEAN: measures.means,
        Kind.PROPORTION: measures.proportions,
        Kind.TOTAL: measures.totals,
        Kind.RATIO: measures.ratios,
    }
    return known[kind]


def _domains(frame: Frame, by: str | Sequence[str]) -> Codes:
    names = (by,) if isinstance(by, str) else tuple(by)
    if not names:
        return one_group(len(frame))
    return reduce(crossed, (frame.codes(name) for name in names))


def _estimates(
    variables: Sequence[str], told: Rows, rows: Asked, unseen_dont_know: tuple[str, ...]
) -> Estimates:
    labels = rows.groups.labels
    return Estimates(
        variable=tuple(variable for variable in variables for _ in labels),
        domain=labels * len(variables),
        base=np.tile(rows.everyone.answers, len(variables)),
        n=told.n,
        estimate=told.estimate,
        standard_error=told.standard_error,
        ci_low=told.low,
        ci_high=told.high,
        interval=in_words(told.basis.tolist()),
        deff=told.deff,
        degrees_of_freedom=told.degrees_of_freedom,
        without_domain=rows.groups.missing(),
        lonely_strata=len(rows.design.lonely_strata),
        unseen_dont_know=unseen_dont_know,
    )

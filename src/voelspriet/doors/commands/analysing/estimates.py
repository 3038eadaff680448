# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse estimates`: means, shares, totals, ratios and quantiles of a survey."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import (
    CHART,
    FILE,
    NAMES,
    OUT,
    clear_errors,
    say,
)

if TYPE_CHECKING:
    from voelspriet.analysis.frames import Frame
    from voelspriet.analysis.survey.calibration import Calibrated
    from voelspriet.analysis.survey.estimation.design import Design
    from voelspriet.analysis.survey.estimation.results import Estimate, Estimates
    from voelspriet.ground.ui.charts import Chart
    from voelspriet.ground.ui.charts.rows import ForestRow

KINDS = ("mean", "proportion", "total", "ratio", "quantile")
RULES = ("fail", "certainty", "adjust", "average")
AGAINST = ("without-replacement", "replacement")
TITLES = {"mean": "Mean", "proportion": "Share", "total": "Total", "ratio": "Ratio",
          "quantile": "Quantiles"}  # fmt: skip
UNSURE = ": don't know"
MUCH_MISSING = 0.2
NEARLY_ALL = 0.5
NEAR_CENSUS = (
    "More than half of a population answered: these margins describe it, if who did not answer is"
    " like who did; compare nothing over time with them."
)


class Shares(click.ParamType[tuple[float, ...]]):
    """Shares separated by commas, such as `0.25,0.5`."""

    name = "shares"

    def convert(
        self,
        value: str | tuple[float, ...],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[float, ...]:
        """Return the numbers; what is none is refused."""
        if isinstance(value, tuple):
            return value
        try:
            return tuple(float(part) for part in value.split(","))
        except ValueError:
            self.fail(f"{value!r} are not numbers such as 0.25,0.5", param, ctx)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    data: Path
    variables: tuple[str, ...]
    by: tuple[str, ...]
    kind: str
    quantiles: tuple[float, ...]
    level: float
    deff: str
    dont_know: tuple[str, ...]
    design: dict[str, str]
    lonely: str
    calibrate: Path | None
    calibration: str
    leave_out_missing: bool


@click.command()
@click.argument("data", type=FILE)
@click.option("--variables", type=NAMES, required=True,
              help="Columns to estimate; a ratio is numerator/denominator.")  # fmt: skip
@click.option("--by", type=NAMES, default=(), help="Columns to divide by, crossed: area,sex.")
@click.option("--weights", metavar="COLUMN", help="How many people (or how much) a row stands for.")
@click.option("--strata", metavar="COLUMN", help="The groups the sample was drawn from separately.")
@click.option("--cluster", metavar="COLUMN", help="What was drawn in one go, such as households.")
@click.option("--fpc", metavar="COLUMN",
              help="Units in the stratum's population, or the share drawn.")  # fmt: skip
@click.option("--lonely", type=click.Choice(RULES), default="adjust", show_default=True,
              help="What a stratum with one row or cluster adds to the variance.")  # fmt: skip
@click.option("--kind", type=click.Choice(KINDS), default="mean", show_default=True)
@click.option("--quantiles", type=Shares(), default=(0.5,), help="Shares: 0.25,0.5,0.75.")
@click.option("--level", type=float, default=0.95, show_default=True, help="Of the intervals.")
@click.option("--deff", type=click.Choice(AGAINST), default="without-replacement",
              show_default=True, help="The simple random sample to compare with.")  # fmt: skip
@click.option("--dont-know", type=NAMES, default=(), help='Values that mean "don\'t know": 8,9.')
@click.option("--calibrate", type=FILE, metavar="MARGINS",
              help="Margins of the population: variable, category, total.")  # fmt: skip
@click.option("--calibration", type=click.Choice(["raking", "greg"]), default="raking",
              show_default=True, help="How weights are fitted to the margins.")  # fmt: skip
@click.option("--leave-out-missing", is_flag=True,
              help="Leave out rows without a value in a margin, instead of refusing.")  # fmt: skip
@OUT
@CHART
def command(
    *, data: Path, weights: str | None, strata: str | None, cluster: str | None, fpc: str | None,
    out: Path | None, chart: Path | None, **options: Any,
) -> None:  # fmt: skip
    """Estimate what the population would answer, with margins that follow the design of the sample.

    DATA has one row per person asked; an empty value is no answer. Without --weights all rows
    weigh 1, or as --fpc implies. --kind proportion gives the share of 1 (or true), or of every
    category. Values of --dont-know are no answer; their own share follows.

    MARGINS of --calibrate: variable, category, total; the categories of every variable add up to
    the same population; a numeric margin has an empty category.

    Result, one row per variable and domain: variable, domain, base (rows asked), n (answered),
    estimate, standard_error, ci_low, ci_high, interval (its kind, or why there is none), deff.

    Example: voelspriet analyse estimates survey.csv --variables grade --by area --weights weight
    """
    # slow import: `--help` must not wait for it
    from voelspriet.doors.commands.analysing.drawing import write_result  # noqa: PLC0415

    named = {"weights": weights, "strata": strata, "cluster": cluster, "fpc": fpc}
    used = {name: column for name, column in named.items() if column is not None}
    asked = Asked(data=data, design=used, **options)
    found, design, calibrated = _estimated(asked)
    with clear_errors():
        write_result(found.columns(), out, chart=chart, draw=lambda: _chart(found, asked))
    _tell(found, asked, calibrated)
    if design.sampled_share.max() > NEARLY_ALL:
        say(NEAR_CENSUS)


def _estimated(asked: Asked) -> tuple[Estimates, Design, Calibrated | None]:
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.survey.estimation.design import survey_design  # noqa: PLC0415
    from voelspriet.analysis.survey.estimation.estimates import estimate  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415

    margins, variables = _margins(asked.calibrate)
    calibrated = None
    with clear_errors(asked.data):
        frame = read_frame(asked.data, _columns(asked, variables))
        design = survey_design(frame, lonely=asked.lonely, **asked.design)
        if margins is not None:
            calibrated = _calibrated(frame, margins, design, asked)
            design = calibrated.design
        found = estimate(
            frame, asked.variables, design=design, by=asked.by, kind=asked.kind,
            quantiles=asked.quantiles, level=asked.level, against=asked.deff,
            dont_know=asked.dont_know,
        )  # fmt: skip
    return found, design, calibrated


def _margins(file: Path | None) -> tuple[Frame | None, tuple[str, ...]]:
    """Return the margins and the columns they need."""
    if file is None:
        return None, ()
    # slow imports: only who calibrates waits for them
    from voelspriet.analysis.survey.calibration import read_margins  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415

    with clear_errors(file):
        margins = read_frame(file)
        return margins, read_margins(margins).variables


def _calibrated(frame: Frame, margins: Frame, design: Design, asked: Asked) -> Calibrated:
    # slow import: only who calibrates waits for it
    from voelspriet.analysis.survey.calibration import calibrate  # noqa: PLC0415

    return calibrate(
        frame, margins, design=design, method=asked.calibration,
        leave_out_missing=asked.leave_out_missing,
    )  # fmt: skip


def _columns(asked: Asked, margins: tuple[str, ...]) -> list[str]:
    """Return every column that may be needed: a ratio has two."""
    names = [*asked.by, *asked.design.values(), *margins]
    for variable in asked.variables:
        names.append(variable)
        for place, sign in enumerate(variable):
            if sign == "/" and asked.kind == "ratio":
                names += [variable[:place].strip(), variable[place + 1 :].strip()]
    return names


def _chart(found: Estimates, asked: Asked) -> Chart:
    # slow import: only who asks for a chart waits for it
    from voelspriet.ground.ui.charts import forest_chart  # noqa: PLC0415

    share = asked.kind == "proportion"
    rows = [_row(one) for one in found if share or not one.variable.endswith(UNSURE)]
    by = f" by {' and '.join(asked.by)}" if asked.by else ""
    return forest_chart(
        rows,
        title=f"{TITLES[asked.kind]} of {', '.join(asked.variables)}{by}",
        unit="share" if share else "number",
        level=asked.level,
        source=asked.data.name,
    )


def _row(one: Estimate) -> ForestRow:
    # slow import: only who asks for a chart waits for it
    from voelspriet.ground.ui.charts.rows import ForestRow  # noqa: PLC0415

    none = one.interval.removeprefix("none: ") if one.interval.startswith("none: ") else ""
    return ForestRow(
        label=one.domain or one.variable,
        group=one.variable if one.domain else "",
        estimate=one.estimate,
        low=one.ci_low,
        high=one.ci_high,
        n=one.n,
        note=none,
        interval="" if none else one.interval,
    )


def _tell(found: Estimates, asked: Asked, calibrated: Calibrated | None) -> None:
    """Say what was left out, assumed or adjusted."""
    if found.without_domain:
        say(f"Rows without {' or '.join(asked.by)}, in no domain: {found.without_domain}.")
    for variable, share in _missing_shares(found).items():
        if share > MUCH_MISSING:
            say(f"{variable}: {100 * share:.0f} % of those asked gave no answer.")
    if found.lonely_strata:
        say(f"Strata with one row or cluster: {found.lonely_strata} ({asked.lonely}).")
    if found.unseen_dont_know:
        say(f"No variable has the value {', '.join(found.unseen_dont_know)}.")
    if calibrated is not None:
        say(f"{calibrated.statement[0].upper()}{calibrated.statement[1:]}.")


def _missing_shares(found: Estimates) -> dict[str, float]:
    """Return per variable the share of those asked that gave no answer."""
    base, missing = dict.fromkeys(found.variable, 0), dict.fromkeys(found.variable, 0)
    for one in found:
        base[one.variable] += one.base
        missing[one.variable] += one.missing
    # who does not know did answer
    return {
        variable: missing.get(variable + UNSURE, missing[variable]) / max(base[variable], 1)
        for variable in base
        if not variable.endswith(UNSURE)
    }

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet plans import-budget`: the budget of a plan, from a spreadsheet or a document."""

from __future__ import annotations

from pathlib import Path

import click

from voelspriet.doors.commands.progress import answer
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.storing import all_or_nothing


@click.command("import-budget")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--plan", "reference", required=True, help="The word of the plan in its address.")
@click.option("--replace", "replaces", is_flag=True, help="Take the place of the budget it has.")
@click.option("--municipality", "slug", help="Its slug, when there are several.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_budget_command(
    file: Path, *, reference: str, replaces: bool, slug: str | None, as_json: bool
) -> None:
    """Import the budget of a plan from YAML, XLSX, ODS or CSV, whole or not at all.

    A refusal says sheet, row, column and reason of everything that is wrong. The answer says
    which sums are not what the paper prints.

    Example: voelspriet plans import-budget begroting.xlsx --plan P-2K7M
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.act.plans.actions.budgets import import_budget  # noqa: PLC0415
    from voelspriet.act.plans.budget_file import read_budget  # noqa: PLC0415
    from voelspriet.act.plans.queries import budget_outcomes as told  # noqa: PLC0415
    from voelspriet.doors.commands.areas import clear_errors, municipality_id_of  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415  as above

    with clear_errors(), all_or_nothing():
        by = system("plans import-budget", municipality_id_of(slug))
        years = told.years_of_plan(reference=reference, by=by)
        budget = read_budget(file.read_bytes(), name=file.name, years=years)
        import_budget(
            reference=reference, budget=budget, replaces=replaces, by=by, at=timezone.now()
        )
        outcome = told.budget_outcome(reference=reference, by=by)
    counts = (
        f"{outcome.products} products, {outcome.covers} covers, {outcome.hires} hires, "
        f"{outcome.projects} projects, {outcome.controls} control sums, {outcome.remarks} remarks."
    )
    lines = [counts]
    lines += [f"Year {year}: {words}" for year, words in outcome.totals]
    lines.append(f"Control sums: {', '.join(f'{n} {verdict}' for verdict, n in outcome.verdicts)}.")
    lines += [f"Does not agree: {sentence}" for sentence in outcome.wrong]
    answer(outcome, lines, as_json=as_json)

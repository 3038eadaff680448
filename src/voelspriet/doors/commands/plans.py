# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet plans`: import a safety plan, and check printed figures against their sources."""

from __future__ import annotations

from pathlib import Path

import click

from voelspriet.doors.commands.planning.import_budget import import_budget_command
from voelspriet.doors.commands.progress import answer
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.storing import all_or_nothing


@click.group()
def command() -> None:
    """Safety plans from a document.

    Example: voelspriet plans import plan.yaml
    """


command.add_command(import_budget_command)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--municipality", "slug", help="Its slug, when there are several.")
@click.option("--name", help="What the document is called as a source; else its file name.")
@click.option("--again", is_flag=True, help="Make a second draft of a plan that is there already.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(file: Path, *, slug: str | None, name: str | None, again: bool, as_json: bool) -> None:
    """Import a safety plan (YAML) as a new draft, whole or not at all.

    A refusal says where in the file and why. The answer says how many ambitions can be tested.

    Example: voelspriet plans import plan.yaml --municipality huizen
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.act.plans.actions.importing import import_plan  # noqa: PLC0415
    from voelspriet.act.plans.reading.document import read_plan  # noqa: PLC0415
    from voelspriet.doors.commands.areas import clear_errors, municipality_id_of  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415  as above

    with clear_errors(), all_or_nothing():
        document = read_plan(file)
        where = municipality_id_of(slug)
        done = import_plan(
            municipality_id=where,
            document=document,
            source=name or file.name,
            again=again,
            by=system("plans import", where),
            at=timezone.now(),
        )
    lacking = done.ambitions - done.measurable
    lines = [
        f"{done.reference}: {done.themes} themes, {done.ambitions} ambitions.",
        f"Over the whole plan: {done.overall}. Moments of the cycle: {done.moments}.",
        f"{done.measurable} ambitions can be tested, {lacking} lack something.",
    ]
    if done.differs:
        lines.append(f"The file says otherwise of: {', '.join(done.differs)}.")
    lines += [f"Not read: {place}" for place in document.unread]
    answer(done, lines, as_json=as_json)


@command.command("figures")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Also what agrees, and what is not printed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def figures(file: Path, *, every: bool, as_json: bool) -> None:
    """List printed figures that disagree with their own sources (YAML).

    Each check is a formula over the figures of the file, reckoned again.

    Example: voelspriet plans figures figures.yaml
    """
    check_ready()
    # these need Django to be set up
    from voelspriet.act.plans.reading.figures import read_figures  # noqa: PLC0415
    from voelspriet.doors.commands.areas import clear_errors  # noqa: PLC0415  as above

    with clear_errors():
        found = read_figures(file)
    rows = [
        {
            "id": one.check.key,
            "printed": None if one.check.printed is None else str(one.check.printed),
            "recomputed": f"{one.recomputed.normalize():f}",
            "agrees": one.agrees,
        }
        for one in found
    ]
    wrong = sum(one.agrees is False for one in found)
    compared = sum(one.agrees is not None for one in found)
    lines = [
        f"{one.check.key}: printed {row['printed'] or 'nothing'}, recomputed {row['recomputed']}"
        f" ({one.check.description})"
        for one, row in zip(found, rows, strict=True)
        if every or one.agrees is False
    ]
    lines.append(f"{wrong} of {compared} printed figures disagree; {len(found)} were recomputed.")
    answer({"checks": rows, "disagree": wrong}, lines, as_json=as_json)

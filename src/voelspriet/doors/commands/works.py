# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet works`: take in planned works from a CSV or a calendar file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from voelspriet.doors.commands.areas import municipality_id_of
from voelspriet.doors.commands.progress import answer
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError
from voelspriet.doors.commands.storing import all_or_nothing

FILE = click.Path(path_type=Path)


@click.group()
def command() -> None:
    """Planned works: what is done where and when.

    Example: voelspriet works import planning.csv --source "Planning beheer" --dry-run
    """


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--source", required=True, help="Where it comes from; the same name every time.")
@click.option("--municipality", "slug", help="Its slug, when there are several.")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(file: Path, *, source: str, slug: str | None, dry_run: bool, as_json: bool) -> None:
    """Take in works from a CSV or iCalendar file, all of it or nothing.

    Works known by source and key are brought up to date; what the file leaves out stays.

    Example: voelspriet works import planning.ics --source "Planning beheer"
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.act.agenda.actions.works import import_works  # noqa: PLC0415
    from voelspriet.act.agenda.queries.works_import import works_changes  # noqa: PLC0415
    from voelspriet.act.agenda.told import WorksRejected  # noqa: PLC0415
    from voelspriet.act.agenda.works_file import read_works  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import Refused, system  # noqa: PLC0415
    from voelspriet.lib.working_days import dutch_day  # noqa: PLC0415

    by, now = system("works import", municipality_id_of(slug)), timezone.now()
    try:
        told = read_works(file.read_bytes(), name=file.name)
        changes = works_changes(told=told, source=source, on=dutch_day(now), by=by)
        if not dry_run:
            with all_or_nothing():
                import_works(told=told, source=source, by=by, at=now)
    except WorksRejected as rejected:
        raise CommandError(_problems(rejected.problems)) from rejected
    except Refused as refused:
        raise CommandError(refused.reason) from refused
    except OSError as error:
        message = f"{file}: {error.strerror}"
        raise CommandError(message) from error
    _say(changes, dry_run=dry_run, as_json=as_json)


def _say(changes: Any, *, dry_run: bool, as_json: bool) -> None:
    counts = {
        "added": sum(one.is_new for one in changes),
        "changed": sum(bool(one.fields) for one in changes),
        "unchanged": sum(one.is_same for one in changes),
    }
    lines = [
        f"{one.key}: {field.label}: {field.was} → {field.becomes}"
        for one in changes
        for field in one.fields
    ]
    done = "would be added" if dry_run else "added"
    rest = f"{counts['changed']} changed, {counts['unchanged']} as they were."
    lines.append(f"{counts['added']} {done}, {rest}")
    answer({**counts, "stored": not dry_run}, lines, as_json=as_json)


def _problems(problems: Any) -> str:
    lines = [f"row {one.row}, {one.column or 'file'}: {one.why}" for one in problems]
    return "nothing was taken in:\n" + "\n".join(lines)

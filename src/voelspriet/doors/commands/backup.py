# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet backup`: database and files in one sealed file."""

from __future__ import annotations

from pathlib import Path

import click

from voelspriet.doors.commands.progress import answer, progress_bar
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError


@click.command()
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(out: Path, *, as_json: bool) -> None:
    """Write database and files, encrypted as a whole, to OUT.

    Voelspriet may go on running: the backup shows one moment. The key file is not in it.

    Example: voelspriet backup /backups/voelspriet-2026-03-01.backup
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.config.environment import read_environment  # noqa: PLC0415
    from voelspriet.ground.privacy.actions import make_backup  # noqa: PLC0415
    from voelspriet.ground.privacy.actions.backup import rows_to_back_up  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415
    from voelspriet.ground.privacy.keys import KeyFileError  # noqa: PLC0415

    try:
        with progress_bar(rows_to_back_up(), "Rows and files", show=not as_json) as progress:
            counts = make_backup(
                target=out, by=system("backup"), at=timezone.now(), progress=progress
            )
    except KeyFileError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        message = f"{error.filename}: {error.strerror}"
        raise CommandError(message) from error
    keys = read_environment().home / "keys.json"
    lines = [
        f"{counts.all_rows} rows and {counts.files} files are in {out}.",
        "The key file is not in it, and without it nobody can open this backup.",
        f"Keep a copy of {keys} in another place: on paper, or in a password safe.",
    ]
    told = {"out": str(out), "rows": counts.all_rows, "files": counts.files}
    answer(told, lines, as_json=as_json)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet restore`: put a backup back."""

from __future__ import annotations

from pathlib import Path

import click

from voelspriet.doors.commands.progress import answer, progress_bar
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Also when this installation is not empty.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(file: Path, *, force: bool, as_json: bool) -> None:
    """Replace database and files by those of the backup in FILE.

    The whole file is verified before anything is touched. Stop Voelspriet first, and put the
    keys.json of the day of the backup in place. The database may be of the other kind.

    Example: voelspriet restore /backups/voelspriet-2026-03-01.backup
    """
    check_ready(with_key=False)
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.privacy.actions import restore_backup  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import Refused, system  # noqa: PLC0415
    from voelspriet.ground.privacy.sealing import SealError  # noqa: PLC0415
    from voelspriet.ground.queue.queries import queue_health  # noqa: PLC0415

    if queue_health(at=timezone.now()).workers:
        message = "Voelspriet is running (or was, less than a minute ago). Stop it first."
        raise CommandError(message)
    try:
        with progress_bar(_length(file), "Verify and restore", show=not as_json) as progress:
            done = restore_backup(
                source=file,
                by=system("restore"),
                at=timezone.now(),
                force=force,
                progress=progress,
            )
    except SealError as error:
        raise CommandError(str(error)) from error
    except Refused as refused:
        message = f"{refused.reason} Use --force."
        raise CommandError(message) from refused
    except OSError as error:
        message = f"{error.filename}: {error.strerror}"
        raise CommandError(message) from error
    counts = done.counts
    lines = [
        f"{counts.all_rows} rows and {counts.files} files of {done.made_at} are back.",
        "Everybody has to sign in again.",
    ]
    told = {"made_at": done.made_at, "rows": counts.all_rows, "files": counts.files}
    answer(told, lines, as_json=as_json)


def _length(file: Path) -> int:
    """Return how many rows and files a restore looks at: each is verified, then put back."""
    # these need Django to be set up
    from voelspriet.ground.privacy.sealing import read_manifest  # noqa: PLC0415

    with file.open("rb") as opened:
        manifest = read_manifest(opened)
    told = [manifest.get("rows"), manifest.get("files")]
    return 2 * sum(count for count in told if isinstance(count, int))

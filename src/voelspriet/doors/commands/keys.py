# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet keys`: look at the key file, and give everything a new key."""

from __future__ import annotations

import click

from voelspriet.doors.commands.progress import answer, progress_bar
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group()
def command() -> None:
    """Keys: the file without which nobody reads what people told.

    Example: voelspriet keys check
    """


@command.command()
@AS_JSON
def check(*, as_json: bool) -> None:
    """See that the key file belongs to this database.

    Example: voelspriet keys check
    """
    check_ready()
    # these need Django to be set up
    from django.conf import settings  # noqa: PLC0415

    from voelspriet.ground.privacy.sealing import fingerprint  # noqa: PLC0415

    told = {"key": fingerprint(settings.KEYRING), "keys": len(settings.KEYRING.fields)}
    lines = [f"The key file ({told['key']}) belongs to this database."]
    if len(settings.KEYRING.fields) > 1:
        lines.append("A rotation was not finished: run `voelspriet keys rotate`.")
    answer(told, lines, as_json=as_json)


@command.command()
@AS_JSON
def rotate(*, as_json: bool) -> None:
    """Give every encrypted value and file a new key, and drop the old one.

    Stop Voelspriet first. Interrupted, it goes on where it stopped when you run it again.

    Example: voelspriet keys rotate
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.config.environment import read_environment  # noqa: PLC0415
    from voelspriet.ground.privacy.actions import rotate_keys  # noqa: PLC0415
    from voelspriet.ground.privacy.actions.rotation import rows_to_rotate  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415
    from voelspriet.ground.privacy.keys import KeyFileError  # noqa: PLC0415
    from voelspriet.ground.queue.queries import queue_health  # noqa: PLC0415

    home = read_environment().home
    if queue_health(at=timezone.now()).workers:
        message = "Voelspriet is running (or was, less than a minute ago). Stop it first."
        raise CommandError(message)
    try:
        with progress_bar(rows_to_rotate(), "Rows and files", show=not as_json) as progress:
            done = rotate_keys(
                home=home, by=system("keys rotate"), at=timezone.now(), progress=progress
            )
    except KeyFileError as error:
        raise CommandError(str(error)) from error
    lines = [
        f"{done.values} values and {done.files} files have the new key ({done.key}).",
        f"Keep a copy of {home / 'keys.json'} now, and make a backup.",
        "Older backups open only with the key file of their day: keep that as long as them.",
    ]
    answer(done, lines, as_json=as_json)

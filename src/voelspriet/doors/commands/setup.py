# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make an installation ready, or bring it up to date."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from voelspriet.doors.commands.start import CommandError, set_up_django


@contextmanager
def only_one(home: Path) -> Iterator[None]:
    """Hold the lock of this installation. Raises CommandError when another setup holds it."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "setup.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"Another `voelspriet setup` is running in {home}."
            raise CommandError(message) from error
        yield


def set_up(*, quiet: bool = False) -> None:
    """Make the key file when there is none, bring the database and the static files up to date.

    Raises CommandError when the key file does not belong to the database.
    """
    from voelspriet.config.environment import read_environment  # noqa: PLC0415  --help stays quick

    home = read_environment().home
    with only_one(home):
        is_new = not (home / "keys.json").exists()
        set_up_django(make_keys=True)
        # these need Django to be set up
        from django.core.management import call_command  # noqa: PLC0415
        from django.utils import timezone  # noqa: PLC0415

        from voelspriet.ground.knowledge import actions as knowledge  # noqa: PLC0415
        from voelspriet.ground.privacy.actions import ensure_key_check  # noqa: PLC0415
        from voelspriet.ground.privacy.keys import KeyFileError  # noqa: PLC0415
        from voelspriet.listen.surveys.actions import (  # noqa: PLC0415
            add_template_questionnaires,
        )

        say = (lambda _line: None) if quiet else click.echo
        say("Database …")
        call_command("migrate", interactive=False, verbosity=0)
        try:
            ensure_key_check(at=timezone.now())
        except KeyFileError as error:
            raise CommandError(str(error)) from error
        add_template_questionnaires(at=timezone.now())
        knowledge.add_shipped_interventions(at=timezone.now())
        say("Static files …")
        collect_static()
        if is_new:
            say(
                f"The keys are in {home / 'keys.json'}. Keep a copy somewhere else than the "
                "backups: without it nobody can read the reports again."
            )


def collect_static() -> None:
    """Collect the static files when the build is newer than what was collected.

    They belong to the program, not to one home: a site that runs from the same folder goes on
    serving them, so they are only touched when they must be, by one process at a time.
    """
    # these need Django to be set up
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    collected = Path(settings.STATIC_ROOT)
    collected.parent.mkdir(parents=True, exist_ok=True)
    with (collected.parent / "collecting.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        manifest = collected / "staticfiles.json"
        built = [path for folder in settings.STATICFILES_DIRS for path in Path(folder).rglob("*")]
        newest = max((path.stat().st_mtime for path in built), default=0.0)
        if not manifest.exists() or manifest.stat().st_mtime < newest:
            call_command("collectstatic", interactive=False, verbosity=0)


def check_ready(*, with_key: bool = True) -> None:
    """Set Django up and see that this installation can run.

    Without `with_key` the database may belong to another key file: a restore replaces it.

    Raises CommandError when the key file is missing or of another installation, or when the
    database is not up to date.
    """
    set_up_django()
    # these need Django to be set up
    from django.db import DatabaseError, connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    from voelspriet.ground.privacy.queries import key_matches  # noqa: PLC0415

    try:
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        message = f"The database does not answer: {str(error).strip().splitlines()[0]}"
        raise CommandError(message) from error
    if behind:
        message = "The database is not up to date. Run `voelspriet setup` first."
        raise CommandError(message)
    if with_key and not key_matches():
        message = "The key file is not the one this database was written with. Put your copy back."
        raise CommandError(message)


@click.command()
def command() -> None:
    """Make this installation ready: keys, database, static files.

    Running it again brings an installation up to date and harms nothing.

    Example: VOELSPRIET_HOME=/srv/voelspriet voelspriet setup
    """
    set_up()
    click.echo("Ready. Start with: voelspriet serve")

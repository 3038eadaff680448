# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Show the product with a municipality that does not exist."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import click

from voelspriet.doors.commands.serve import check_port, serve
from voelspriet.doors.commands.setup import set_up
from voelspriet.doors.commands.start import CommandError

STAGES = ("empty", "fresh", "busy")
DEMO_HOME = "var/demo"


def _moment(_context: click.Context, _parameter: click.Parameter, text: str | None) -> datetime:
    if text is None:
        return datetime.now(tz=UTC).replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text} is no moment; write it as 2026-11-20T12:00+01:00."
        raise click.BadParameter(message) from error
    if moment.tzinfo is None:
        message = "Say the time zone too, as in 2026-11-20T12:00+01:00."
        raise click.BadParameter(message)
    return moment


@click.command()
@click.option("--stage", type=click.Choice(STAGES), default="busy", show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, envvar="HOST")
@click.option("--port", default=8000, show_default=True, type=int, envvar="PORT")
@click.option("--seed", default=1, show_default=True, help="Another seed, another municipality.")
@click.option("--at", callback=_moment, help="The moment the demo stands at (default: now).")
@click.option("--no-serve", is_flag=True, help="Only build it.")
def command(  # noqa: PLR0917  click hands every option over
    stage: str, host: str, port: int, seed: int, at: datetime, no_serve: bool
) -> None:
    """Build a fictional municipality and serve it until stopped.

    empty: land and colleagues; fresh: also the reports of the last weeks; busy: also two years of
    history. A demo that was built before is served again as it stands.

    Example: voelspriet demo --stage busy --port 8080
    """
    started = time.monotonic()
    _choose_home(host, port)
    if not no_serve:
        check_port(host, port)
    set_up(quiet=True)
    built = _build(stage, seed, at)
    seconds = time.monotonic() - started
    click.echo(f"{'Built' if built else 'Found'} in {seconds:.0f} s.")
    _tell(host, port)
    if not no_serve:
        click.echo("Ctrl-C stops.")
        serve(host=host, port=port)


def _choose_home(host: str, port: int) -> None:
    """Keep the demo apart from a real installation, and let its own address be trusted."""
    # the settings read the environment once, when Django is set up
    import os  # noqa: PLC0415  only this command changes the environment

    os.environ.setdefault("VOELSPRIET_HOME", str(Path(DEMO_HOME)))
    shown = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104  compared, not bound
    os.environ.setdefault("VOELSPRIET_PUBLIC_URL", f"http://{shown}:{port}")
    mails = Path(os.environ["VOELSPRIET_HOME"]).absolute() / "mail"
    os.environ.setdefault("VOELSPRIET_EMAIL_URL", mails.as_uri())  # written down, never sent
    os.environ.setdefault("VOELSPRIET_ALLOWED_HOSTS", f"127.0.0.1,localhost,[::1],{host}")


def _build(stage: str, seed: int, at: datetime) -> bool:
    """Build the demo unless it is there; return whether it was built now."""
    # these need Django to be set up
    from django.db import transaction  # noqa: PLC0415
    from django.utils import translation  # noqa: PLC0415

    from voelspriet.doors.commands.demo_town.building import Stage, build  # noqa: PLC0415
    from voelspriet.doors.commands.demo_town.names import MUNICIPALITY_CODE  # noqa: PLC0415
    from voelspriet.ground.areas.queries import municipalities  # noqa: PLC0415

    present = municipalities()
    if any(row.area_code != MUNICIPALITY_CODE for row in present):
        message = "This installation serves a real municipality. Give the demo a home of its own."
        raise CommandError(message)
    if present:
        return False
    # all or nothing; and one commit is quicker than thousands
    with translation.override("nl"), transaction.atomic():
        build(stage=Stage(stage), seed=seed, at=at, say=click.echo)
    return True


def _tell(host: str, port: int) -> None:
    """Print where to look and how to sign in."""
    # needs Django to be set up
    from voelspriet.doors.commands.demo_town import names, staff  # noqa: PLC0415

    base = f"http://{host}:{port}"
    lines = [
        "",
        f"{names.MUNICIPALITY} does not exist; nobody in it does.",
        f"  Residents   {base}/          (also /en/ /tr/ /ar/)",
        f"  Colleagues  {base}/werk/",
        "",
        f"Sign in with the password {names.PASSWORD} as",
        *(f"  {each.email:<34} {each.function}" for each in staff.one_of_each()),
        "",
    ]
    click.echo("\n".join(lines))

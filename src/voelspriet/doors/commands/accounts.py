# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet accounts`: the first administrator, and a way back in when nobody can sign in."""

from __future__ import annotations

import click

from voelspriet.doors.commands.areas import municipality_id_of
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError

MUNICIPALITY = click.option("--municipality", "slug", help="Its slug, when there are several.")


@click.group()
def command() -> None:
    """Accounts of colleagues: the first administrator, a new one-time password.

    Example: voelspriet accounts add --email noor@huizen.example --name "Noor Visser"
    """


@command.command()
@click.option("--email", required=True, help="What they sign in with.")
@click.option("--name", required=True, help="First name and family name.")
@click.option("--first-name", help="What residents see; else the first word of the name.")
@click.option("--role", default="administrator", show_default=True, help="Their first role.")
@click.option("--function", default="", help="What they are, in words residents know.")
@click.option("--phone", default="", help="The number residents may call.")
@MUNICIPALITY
def add(
    *, email: str, name: str, first_name: str | None, role: str, function: str, phone: str,
    slug: str | None,
) -> None:  # fmt: skip
    """Make an account and print its one-time password, once.

    The first administrator makes all other accounts on the pages under Beheer.

    Example: voelspriet accounts add --email noor@huizen.example --name "Noor Visser"
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.people.actions import create_user  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import Refused, system  # noqa: PLC0415
    from voelspriet.ground.privacy.choices import Role  # noqa: PLC0415

    if role not in Role:
        message = f"There is no role {role}; there are: {', '.join(Role)}"
        raise CommandError(message)
    try:
        made = create_user(
            email=email,
            name=name,
            first_name=first_name or name.strip().partition(" ")[0],
            role=Role(role),
            function=function,
            phone=phone,
            by=system("accounts add", municipality_id_of(slug)),
            at=timezone.now(),
        )
    except Refused as refused:
        raise CommandError(refused.reason) from refused
    _say(email, made.password)


@command.command()
@click.argument("email")
@MUNICIPALITY
def reset(email: str, *, slug: str | None) -> None:
    """Give an account a new one-time password; whoever was signed in with it no longer is.

    Example: voelspriet accounts reset noor@huizen.example
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.people.actions import reset_password  # noqa: PLC0415
    from voelspriet.ground.people.queries.actors import actor_by_email  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import Refused, system  # noqa: PLC0415
    from voelspriet.lib.working_days import dutch_day  # noqa: PLC0415

    now, where = timezone.now(), municipality_id_of(slug)
    who = actor_by_email(email=email, on=dutch_day(now))
    if who is None or who.user_id is None or who.municipality_id != where:
        message = f"Nobody who may work here now signs in with {email}."
        raise CommandError(message)
    try:
        password = reset_password(user_id=who.user_id, by=system("accounts reset", where), at=now)
    except Refused as refused:
        raise CommandError(refused.reason) from refused
    _say(email, password)


def _say(email: str, password: str) -> None:
    click.echo(f"{email} can sign in once with this password, and then chooses another:")
    click.echo(f"  {password}")
    click.echo("It is not kept anywhere: hand it over yourself, by phone or on paper.")

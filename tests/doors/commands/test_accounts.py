# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet accounts`: how the first administrator comes in, and how one comes back in."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from django.test import Client

from tests.factories.areas import make_town
from tests.factories.people import make_user
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
NOOR = ("--email", "noor@kernhem.example", "--name", "Noor Visser")


def run(*words: str) -> str:
    result = CliRunner().invoke(voelspriet, ["accounts", *words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def password_in(said: str) -> str:
    return said.splitlines()[1].strip()


def sign_in(password: str) -> str:
    """Return where signing in leads to; nowhere when it is refused."""
    form = {"email": "noor@kernhem.example", "password": password}
    answer = Client().post("/werk/inloggen/", form)
    return answer.headers.get("Location", "")


def test_the_first_administrator_signs_in_and_must_choose_a_password():
    town = make_town().municipality
    password = password_in(run("add", *NOOR))
    user = User.objects.get(email="noor@kernhem.example")
    assert (user.first_name, user.password_is_one_time) == ("Noor", True)
    assert user.assignments.get().role == Role.ADMINISTRATOR
    assert sign_in(password) != ""
    line = AuditLine.objects.get(action="account.create")
    assert (line.actor_name, line.municipality_id) == ("accounts add", town.pk)


def test_a_reset_gives_a_new_password_and_ends_the_old_one():
    make_town()
    old = password_in(run("add", *NOOR))
    new = password_in(run("reset", "Noor@kernhem.example"))
    assert sign_in(old) == ""
    assert sign_in(new) != ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "--email", "noor", "--name", "Noor"), "Dit is geen e-mailadres"),
        (("add", *NOOR, "--role", "king"), "There is no role king; there are: area_adviser"),
        (("add", *NOOR, "--municipality", "elders"), "Choose one municipality"),
        (("reset", "niemand@kernhem.example"), "Nobody who may work here"),
    ],
)
def test_what_cannot_be_is_one_clear_line(words, told):
    make_town()
    with pytest.raises(CommandError, match=told):
        run(*words)
    assert not User.objects.filter(email__startswith="noor").exists()


def test_an_account_of_another_municipality_is_not_touched():
    make_town()
    other = make_town(name="Elders", area_code="GM9998", row=5).municipality
    make_user(other, Role.HANDLER, email="ver@elders.example")
    with pytest.raises(CommandError, match="Nobody who may work here"):
        run("reset", "ver@elders.example", "--municipality", "waterrijk")

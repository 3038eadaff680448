# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guessing receipt codes is hopeless, and a code that was given always works."""

from __future__ import annotations

import logging
import random
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.conftest import arranging
from tests.doors.public.report.walking import Walker
from tests.factories.areas import make_town
from tests.factories.people import make_duo
from tests.factories.replies import code_of, make_followed
from voelspriet.act.initiatives.models import Initiative
from voelspriet.config.logs import JsonFormatter
from voelspriet.ground.network.models import KeyFigure
from voelspriet.ground.privacy.actors import resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.ui.receipts import receipt_card
from voelspriet.lib.references import CODE_DIGITS, grouped, new_receipt_code
from voelspriet.listen.intake.actions import withdraw_signal
from voelspriet.listen.intake.actions.codes import MOST_FAILURES_A_MINUTE
from voelspriet.listen.intake.models import FailedCode, Signal
from voelspriet.listen.intake.rules.codes import receipt_code

CODE = re.compile(r"(?:^|_)code(?:_|$)")
pytestmark = pytest.mark.django_db
PAGE = "/volgen/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
CLOCK = {"Content-Length", "Expires"}
# what was typed stands in the field again
TYPED = re.compile(r' value="[^"]*"')


@pytest.fixture
def area():
    town = make_town()
    make_duo(town.municipality, town.neighbourhoods[0])
    return town.neighbourhoods[0]


@pytest.fixture
def noon(monkeypatch):
    """Stand still within one minute, so that the count of that minute is certain."""
    at = timezone.now().replace(second=1, microsecond=0)
    monkeypatch.setattr(timezone, "now", lambda: at)
    return at


def wrong_codes(code: str) -> dict[str, str]:
    """Return every way a code can be wrong, by its reason."""
    other_digit = str((int(code[-1]) + 5) % 10)
    return {
        "unknown": code_of(999_999),
        "almost": code[:-1] + other_digit,
        "reversed": code[::-1],
        "one digit short": code[:-1],
        "one digit more": code + "0",
        "empty": "",
        "words": "mijn code",
        "endless": code * 20,
        "a reference": "M-7K3N-P9QX",
        "a query": "' OR 1=1 --",
        "a wildcard": "%%%%%%%%%%%%%%%%",
        "no character": f"{code[:8]}\x00{code[9:]}",
    }


def _seen(response) -> tuple:
    page = TYPED.sub("", TOKEN.sub("", response.content.decode()))
    headers = {name: value for name, value in response.headers.items() if name not in CLOCK}
    return response.status_code, page, tuple(sorted(headers.items())), tuple(response.cookies)


def test_every_wrong_code_gets_the_very_same_answer(area, noon):  # noqa: ARG001  time stands still
    signal, code = make_followed(area)
    gone, old = make_followed(area)
    withdraw_signal(code=old, by=resident(area.pk), at=timezone.now())
    answers = {
        reason: _seen(Client().post(PAGE, {"code": typed, "do": do}))
        for reason, typed in wrong_codes(code).items()
        for do in ("open", "permit", "withdraw", "anders")
    }
    assert len({str(answer) for answer in answers.values()}) == 1
    assert answers["unknown"][0] == 422
    assert Signal.objects.get(pk=signal.pk).withdrawn_at is None
    # a receipt that was taken back still opens: it is the reporter's, and tells nothing
    assert Client().post(PAGE, {"code": old}).status_code == 200
    assert Signal.objects.get(pk=gone.pk).withdrawn_at is not None


def test_a_wrong_code_costs_the_same_work_as_another(area, noon):  # noqa: ARG001
    """As many questions to the database, of the same kinds: time tells nothing of what exists."""
    _signal, code = make_followed(area)
    Client().post(PAGE, {"code": code_of(999_999)})  # the first of a minute makes its row
    asked = {}
    for reason in ("unknown", "almost", "reversed"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            Client().post(PAGE, {"code": wrong_codes(code)[reason]})
        asked[reason] = [
            re.sub(r"'[^']*'|\d+", "?", one["sql"]) for one in queries.captured_queries
        ]
    assert asked["unknown"] == asked["almost"] == asked["reversed"]
    # looked up by a keyed hash through its index: no comparison of digits that could be timed
    lookups = [one for one in queries.captured_queries if "receipt_hash" in one["sql"]]
    assert lookups
    assert not any(code[:8] in one["sql"] or code[::-1] in one["sql"] for one in lookups)


def test_only_wrong_codes_count_and_for_everybody_together(area, noon):
    _signal, code = make_followed(area)
    for _again in range(3):
        Client().post(PAGE, {"code": code})
        Client().get(PAGE)
    assert not FailedCode.objects.exists()
    for number in range(4):
        address = f"203.0.113.{number}"
        Client().post(PAGE, {"code": code_of(number + 500)}, REMOTE_ADDR=address,
                      headers={"X-Forwarded-For": address})  # fmt: skip
    row = FailedCode.objects.get()
    assert row.count == 4
    assert row.minute == noon.replace(second=0)
    assert {field.name for field in FailedCode._meta.get_fields()} == {"id", "minute", "count"}


def test_above_the_limit_a_valid_code_works_and_a_wrong_one_waits(area, noon, monkeypatch):
    _signal, code = make_followed(area)
    for number in range(MOST_FAILURES_A_MINUTE):
        assert Client().post(PAGE, {"code": code_of(number + 500)}).status_code == 422
    refused = {_seen(Client().post(PAGE, {"code": typed})) for typed in wrong_codes(code).values()}
    assert len(refused) == 1
    assert "te veel verkeerde codes" in refused.pop()[1]
    assert FailedCode.objects.get().count == MOST_FAILURES_A_MINUTE
    for do in ("open", "write"):
        opened = Client().post(
            PAGE, {"code": code, "do": do, "text": "Nog iets", "submission": "z"}
        )
        assert opened.status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: noon + timedelta(minutes=1))
    assert "klopt niet" in Client().post(PAGE, {"code": code_of(1)}).content.decode()


def test_trying_for_a_year_at_the_limit_finds_nothing():
    """10¹⁶ codes against 60 tries a minute: of a million receipts one falls in 317 years."""
    receipts, a_year = 1_000_000, MOST_FAILURES_A_MINUTE * 60 * 24 * 365
    assert receipts * a_year / 10**CODE_DIGITS < 0.01


def test_codes_follow_no_pattern(settings):
    """Neither the order of receiving nor a neighbouring submission tells anything of a code."""
    codes = [receipt_code(settings.KEYRING, f"inzending-{number}") for number in range(2000)]
    assert len(set(codes)) == 2000
    for place in range(CODE_DIGITS):
        counts = [sum(code[place] == str(digit) for code in codes) for digit in range(10)]
        # χ² with 9 degrees of freedom: 40 is passed by chance once in 130,000 places
        assert sum((count - 200) ** 2 / 200 for count in counts) < 40
    assert new_receipt_code(rng=random.Random(1)) != new_receipt_code(rng=random.Random(2))


def _everything_stored() -> Iterator[tuple[str, str]]:
    """Every value of every column of every table, as it stands in the database."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for row in cursor.fetchall():
                for value in row:
                    if isinstance(value, memoryview | bytes):
                        yield table, bytes(value).decode("latin-1")
                    else:
                        yield table, str(value)


def _traces(code: str) -> list[str]:
    number = int(code)
    return [code, grouped(code), grouped(code).replace(" ", "-"), f"{number:x}", code[::-1],
            code[:12], code[4:]]  # fmt: skip


@pytest.fixture
def lines():
    """Everything that is logged, as it would be written."""
    kept: list[str] = []

    class Keeper(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            kept.append(JsonFormatter().format(record) + record.getMessage())

    keeper = Keeper(level=logging.DEBUG)
    names = ("", "voelspriet", "django", "django.request", "django.security")
    for name in names:
        logging.getLogger(name).addHandler(keeper)
    yield kept
    for name in names:
        logging.getLogger(name).removeHandler(keeper)


def test_a_code_is_on_the_receipt_and_nowhere_else(area, lines):
    """Told, followed, written further and mistyped: no table, log, cookie or address holds it."""
    walker = Walker().tell("De lantaarn is stuk.")
    code = walker.code
    assert len(code) == CODE_DIGITS
    client = walker.client
    followed = client.post(PAGE, {"code": code, "do": "open"})
    client.post(PAGE, {"code": code, "do": "write", "text": "Nog steeds.", "submission": "s"})
    client.post(PAGE, {"code": f"{code[:-1]}x", "do": "open"})
    client.get(f"{PAGE}?code=1", headers={"Referer": "http://testserver/melden/klaar/"})

    assert followed.status_code == 200
    assert not Session.objects.exists()
    assert AuditLine.objects.exists()
    assert "public:follow" in "".join(lines)
    places = list(_everything_stored())
    assert len(places) > 500
    for trace in _traces(code):
        assert [table for table, value in places if trace in value] == []
        assert not any(trace in line for line in lines)
        for response in (walker.page, followed):
            assert trace not in str(response.cookies)
            assert trace not in str(dict(response.headers))
    # on the follow page it travels in the bodies of forms, never in a link
    page = followed.content.decode()
    assert not re.search(rf'(?:href|action|src)="[^"]*{code}', page)
    assert "?code" not in page
    assert area.pk


def test_the_address_a_qr_holds_keeps_the_code_behind_the_hash(area):
    """What stands behind # never travels to a server, so no log on the way can hold it."""
    code = code_of(4242)
    card = receipt_card(code, path="/volgen/")
    assert card.link.endswith(f"/volgen/#{code}")
    assert "?" not in card.link
    assert area.pk


def test_no_column_can_be_searched_for_a_code():
    """The columns about codes are keyed hashes of 64 hexadecimal characters, unique."""
    for column in (
        Signal._meta.get_field("receipt_hash"),
        Initiative._meta.get_field("receipt_hash"),
        KeyFigure._meta.get_field("code_hash"),
    ):
        assert column.max_length == 64
        assert column.unique
    named = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        # a code of a codebook is another thing, and a row that points at one holds no code
        if CODE.search(field.name) and not field.is_relation
        if model.__module__.startswith("voelspriet.")
    ]
    assert sorted(named) == [
        "areas.Area.code",
        "areas.Area.municipality_code",
        "areas.Municipality.area_code",
        "drawings.MapRound.code",  # stands on posters: a map to draw on
        "evenings.Evening.join_code",  # stands on the screen, and is gone when the evening ends
        "network.KeyFigure.code_hash",
    ]


def test_the_same_code_means_something_else_under_another_key(area, settings):
    signal, code = make_followed(area)
    with arranging():
        Signal.objects.filter(pk=signal.pk).update(receipt_hash=code.ljust(64, "0"))
    assert Client().post(PAGE, {"code": code}).status_code == 422
    assert settings.KEYRING.receipt_hash(code) != code.ljust(64, "0")

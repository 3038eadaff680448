# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The disk is full in the middle of an import: one clear line, and nothing half-stored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from click.testing import CliRunner
from django.db import OperationalError, connection

from tests.factories.areas import make_town
from voelspriet.act.agenda.models import PlannedWork
from voelspriet.act.initiatives.models import Initiative, StatusStatement
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db(transaction=True)
NO_SPACE = "could not extend file: No space left on device"
AFTER = 12  # rows that still fit
HEAD = "sleutel;wat;gebied;van;tot;door"


@contextmanager
def full_disk() -> Iterator[None]:
    """Let the database run full: for real on SQLite, after some rows elsewhere."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            (pages,) = cursor.fetchone()
            cursor.execute(f"PRAGMA max_page_count = {pages + 1}")
            try:
                yield
            finally:
                cursor.execute("PRAGMA max_page_count = 1073741823")
        return
    written = [0]

    def stop(execute, sql, params, many, context):
        written[0] += sql.startswith("INSERT")
        if written[0] > AFTER:
            raise OperationalError(NO_SPACE)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(stop):
        yield


def stopped(*words: object) -> str:
    with full_disk(), pytest.raises(CommandError) as error:
        CliRunner().invoke(voelspriet, list(map(str, words)), catch_exceptions=False)
    return str(error.value)


def test_initiatives_are_imported_whole_or_not_at_all(shared):
    make_town(name="Huizen")
    before = Organisation.objects.count(), AuditLine.objects.count()
    said = stopped("initiatives", "import", shared / "cases/huizen_initiatives.yaml")
    assert "nothing was stored" in said
    assert "full" in said or NO_SPACE in said
    assert not Initiative.objects.exists()
    assert not StatusStatement.objects.exists()
    assert (Organisation.objects.count(), AuditLine.objects.count()) == before


def test_works_are_imported_whole_or_not_at_all(tmp_path):
    town = make_town()
    area = town.neighbourhoods[0]
    file = tmp_path / "planning.csv"
    row = "{n};Nieuwe tegels {n} {long};{code};2026-10-01;2026-10-09;De Klinker"
    rows = [row.format(n=n, long="x" * 150, code=area.code) for n in range(400)]
    file.write_text(HEAD + "\n" + "\n".join(rows), encoding="utf-8")
    said = stopped("works", "import", file, "--source", "Planning beheer")
    assert "nothing was stored" in said
    assert not PlannedWork.objects.exists()
    assert not AuditLine.objects.filter(action="work.import").exists()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet initiatives import`, as a person and as a program call it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tests.factories.areas import make_town
from voelspriet.act.initiatives.models import Initiative
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError

pytestmark = pytest.mark.django_db


def run(*words: object) -> str:
    result = CliRunner().invoke(voelspriet, list(map(str, words)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_document_is_imported_and_told(shared):
    make_town(name="Huizen")
    file = shared / "cases/huizen_initiatives.yaml"
    told = run("initiatives", "import", file)
    assert "20 initiatives, 19 organisations, 20 moments of contact: 59 added" in told
    assert "Statements contradict: buurtvaders, jongeren_van_huizen." in told
    assert "Left out: buurtvaders: description: speaks of origin or belief" in told
    again = json.loads(run("initiatives", "import", file, "--json"))
    assert (again["added"], again["unchanged"]) == (0, 59)


def test_a_broken_file_or_none_is_one_clear_error(tmp_path):
    make_town(name="Huizen")
    file = tmp_path / "kapot.yaml"
    with pytest.raises(CommandError, match="No such file"):
        run("initiatives", "import", file)
    file.write_text("report_date: 2023\ninitiatives: 3\n", encoding="utf-8")
    with pytest.raises(CommandError, match="initiatives: must be a list"):
        run("initiatives", "import", file)
    assert not Initiative.objects.exists()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet questionnaires import`, as a person and as a program call it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tests.factories.areas import make_town
from tests.listen.surveys.reading_forms import markdown, xlsx
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError
from voelspriet.listen.surveys.models import QuestionnaireVersion

pytestmark = pytest.mark.django_db


def run(*words: object) -> str:
    words = ("questionnaires", "import", *words)
    result = CliRunner().invoke(voelspriet, list(map(str, words)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_file_is_checked_taken_in_and_known_again(tmp_path):
    make_town()
    file = tmp_path / "vragen.xlsx"
    file.write_bytes(xlsx("good_constraint"))
    assert "3 questions, nothing wrong" in run(file, "--check")
    assert not QuestionnaireVersion.objects.exists()
    assert "version 1 stored" in run(file)
    again = json.loads(run(file, "--json"))
    assert (again["number"], again["stored"]) == (1, False)


def test_what_is_wrong_is_told_by_sheet_row_and_column(tmp_path):
    make_town()
    file = tmp_path / "vragen.md"
    file.write_bytes(markdown("broken_references"))
    for more in ((), ("--check",)):
        with pytest.raises(CommandError) as refused:
            run(file, *more)
        told = str(refused.value)
        assert "survey, row 2, relevant:" in told
        assert "survey, row 3, type:" in told
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "weg.md")
    assert not QuestionnaireVersion.objects.exists()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet conversations import-project`: told first, stored when somebody says it was read."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tests.factories.areas import make_town
from tests.factories.conversations import make_study
from tests.factories.people import make_user
from tests.understand.coding.qda.making import qdpx, selection
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.models import Source
from voelspriet.understand.coding.models import Fragment

pytestmark = pytest.mark.django_db
TEXT = "Karin de Vries zei dat het plein donker is."


@pytest.fixture
def call(tmp_path):
    """Call the command on a file with one coded text, with anything else than usual."""
    town = make_town()
    researcher = make_user(town.municipality, Role.RESEARCHER)
    make_user(town.municipality, Role.ADMINISTRATOR, email="beheer@voelspriet.example")
    area = town.neighbourhoods[0]
    file = tmp_path / "onderzoek.qdpx"
    file.write_bytes(qdpx(TEXT, selection(1, 27, 39, "plein donker")))
    usual = {"study": make_study(area).reference, "read-by": researcher.email, "area": area.name,
             "held-on": "2026-09-01", "codebook": "Uit NVivo", "side": "resident"}  # fmt: skip

    def run(*flags: str, content: bytes | None = None, **other: str) -> str:
        if content is not None:
            file.write_bytes(content)
        told = usual | {name.replace("_", "-"): value for name, value in other.items()}
        words = [part for name, value in told.items() for part in (f"--{name}", value)]
        result = CliRunner().invoke(
            voelspriet, ["conversations", "import-project", str(file), *words, *flags],
            catch_exceptions=False,
        )  # fmt: skip
        assert result.exit_code == 0, result.output
        return result.output

    return run


def test_it_is_told_first_and_stored_when_it_was_read(call):
    told = call()
    assert "1 codes, 1 texts, 1 fragments" in told
    assert "Karin de Vries → [naam 1]" in told
    assert "Nothing was stored" in told
    assert not Source.objects.exists()
    assert "Stored." in call("--enter")
    source = Source.objects.get()
    one = Fragment.objects.get()
    assert source.text.startswith("[naam 1] zei")
    assert source.text[one.start : one.end] == "plein donker"
    with pytest.raises(CommandError, match="naam"):
        call("--enter")
    assert Source.objects.count() == 1


def test_a_word_that_is_no_name_is_kept(call):
    told = json.loads(call("--json", "--keep", "Karin de Vries"))
    assert (told["replaced"], told["stored"]) == (0, False)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"read_by": "niemand@voelspriet.example"}, "no account"),
        ({"read_by": "beheer@voelspriet.example"}, "onderzoeker"),
        ({"area": "Nergens"}, "no area 'Nergens'"),
        ({"study": "K-0000-NONE"}, "is er niet"),
        ({"content": b"geen archief"}, "geen ZIP"),
    ],
)
def test_what_cannot_be_is_one_clear_line(call, more, why):
    with pytest.raises(CommandError, match=why):
        call("--enter", **more)
    assert not Source.objects.exists()

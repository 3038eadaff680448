# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet areas`, as a person and as a program call it."""

import json

import pytest
from click.testing import CliRunner

from tests.factories.areas import make_town, point_in
from tests.ground.areas.test_import import geojson, row
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError
from voelspriet.ground.areas.models import Area, Municipality, Street
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db


def run(*words):
    result = CliRunner().invoke(voelspriet, list(map(str, words)), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words):
    with pytest.raises(CommandError) as error:
        CliRunner().invoke(voelspriet, list(map(str, words)), catch_exceptions=False)
    return str(error.value)


def test_import_set_up_streets_and_locate(tmp_path):
    areas = geojson(tmp_path / "buurten_2026.geojson", [row(1), row(2)])
    assert "neighbourhood, 2026: 2 added, 0 changed" in run("areas", "import", areas)
    told = json.loads(run("areas", "import", areas, "--json"))
    assert (told["added"], told["unchanged"], told["level"]) == (0, 2, "neighbourhood")
    done = run(
        "areas", "set-up", "--code", "GM9999", "--year", 2026, "--name", "Waterrijk",
        "--slug", "waterrijk", "--phone", "14 099",
    )  # fmt: skip
    assert done == "Waterrijk is set up with 2 neighbourhoods.\n"
    assert Municipality.objects.get().phone == "14 099"

    streets = tmp_path / "straten.csv"
    streets.write_text("naam,x,y\nSpeeltuin,150600,450100\nZee,0,300000\n", encoding="utf-8")
    done = run("areas", "streets", "import", streets, "--crs", "28992")
    assert done == "1 added, 0 changed, 0 as they were.\n1 outside the municipality left out.\n"
    assert Street.objects.get().name == "Speeltuin"

    lon, lat = point_in(Area.objects.get(code="BU99990102"))
    points = tmp_path / "points.csv"
    points.write_text(f"lon,lat\n{lon},{lat}\n,\n", encoding="utf-8")
    out = tmp_path / "out.csv"
    told = json.loads(
        run("areas", "locate", points, "--lon", "lon", "--lat", "lat", "--year", 2026, "--out", out,
            "--json")
    )  # fmt: skip
    assert told == {"rows": 2, "located": 1, "left_empty": {"empty": 1}}
    assert "BU99990102,Buurt 2" in out.read_text(encoding="utf-8")
    actions = AuditLine.objects.order_by("id").values_list("action", "actor_name")
    assert actions[0] == ("areas.imported", "areas import")
    assert ("municipality.set_up", "areas set-up") in actions


def test_errors_are_one_clear_line(tmp_path):
    assert "there is no file" in refused("areas", "import", tmp_path / "no.gpkg")
    bad = geojson(tmp_path / "b_2026.geojson", [row(1), row(1)])
    message = refused("areas", "import", bad)
    assert message == "row 2: the code BU99990101 stands in row 1 too"
    assert not Area.objects.exists()
    points = ("--lon", "lon", "--lat", "lat", "--year", "2026", "--out", tmp_path / "o.csv")
    assert "No such file" in refused("areas", "locate", tmp_path / "no.csv", *points)


def test_streets_ask_which_municipality_when_there_are_two(tmp_path):
    make_town()
    make_town(name="Heuvelen", area_code="GM9998", row=5)
    path = tmp_path / "straten.csv"
    path.write_text("naam,x,y\nSpeeltuin,150600,450100\n", encoding="utf-8")
    words = ("areas", "streets", "import", path, "--crs", "28992")
    assert "set up are: heuvelen, waterrijk" in refused(*words)
    assert "1 added" in run(*words, "--municipality", "waterrijk")


@pytest.mark.parametrize(
    "words", [(), ("import",), ("set-up",), ("locate",), ("streets",), ("streets", "import")]
)
def test_help_gives_an_example(words):
    assert "Example: voelspriet areas" in run("areas", *words, "--help").replace("\n  ", " ")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The population by age and length of stay: from a CSV, whole or not at all."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from django.db import IntegrityError

from tests.conftest import arranging
from tests.factories.areas import make_area, make_town
from voelspriet.doors.commands.main import voelspriet
from voelspriet.doors.commands.start import CommandError
from voelspriet.ground.areas.actions import import_margins
from voelspriet.ground.areas.choices import AgeGroup, MarginAspect, StayLength
from voelspriet.ground.areas.models import AreaMargin
from voelspriet.ground.areas.queries import margins
from voelspriet.ground.areas.reading.margin_file import read_margins
from voelspriet.ground.areas.told import FileRejected
from voelspriet.ground.privacy.actors import OutOfScope, system

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
BY = system("test")
AGES = dict(zip(AgeGroup.values, (10, 20, 30, 40, 50), strict=True))


def written(folder, *rows, header="code,aspect,category,people"):
    path = folder / "margins.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def ages(code, counts=AGES):
    return [f"{code},age,{category},{people}" for category, people in counts.items()]


def refused(path):
    with pytest.raises(FileRejected) as error:
        read_margins(path)
    return error.value.reason


def stored(town, path):
    return import_margins(
        municipality_id=town.municipality.pk, file=read_margins(path), by=BY, at=AT
    )


def test_counts_are_stored_once_and_brought_up_to_date(tmp_path):
    town = make_town()
    code = town.neighbourhoods[0].code
    done = stored(town, written(tmp_path, *ages(code)))
    assert (done.areas, done.added, done.changed, done.unchanged) == (1, 5, 0, 0)
    assert stored(town, written(tmp_path, *ages(code))).unchanged == 5
    done = stored(town, written(tmp_path, *ages(code, AGES | {"65": 51})))
    assert (done.added, done.changed, done.unchanged) == (0, 1, 4)
    found = margins(area_id=town.neighbourhoods[0].pk, aspect=MarginAspect.AGE)
    assert [(row.category, row.people) for row in found] == list((AGES | {"65": 51}).items())
    assert found[0].label == "Jonger dan 15"
    assert found[0].source == "margins.csv"


def test_a_district_is_the_sum_of_its_neighbourhoods_only_when_all_are_known(tmp_path):
    town = make_town(neighbourhoods=2)
    district = town.districts[0]
    first, second = town.neighbourhoods
    stored(town, written(tmp_path, *ages(first.code)))
    assert margins(area_id=district.pk, aspect=MarginAspect.AGE) == []
    stored(town, written(tmp_path, *ages(second.code)))
    found = margins(area_id=district.pk, aspect=MarginAspect.AGE)
    assert [row.people for row in found] == [20, 40, 60, 80, 100]
    assert margins(area_id=district.pk, aspect=MarginAspect.LENGTH_OF_STAY) == []
    stored(town, written(tmp_path, *ages(district.code, dict.fromkeys(AGES, 7))))
    own = margins(area_id=district.pk, aspect=MarginAspect.AGE)
    assert [row.people for row in own] == [7] * 5


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",age,65,3", "row 6: column code: empty"),
        ("X,origin,any,3", "row 6: column aspect: 'origin' is not one of age, length_of_stay"),
        ("X,age,old,3", "row 6: column category: 'old' is not one of 0_14, 15_24"),
        ("X,age,65,-1", "row 6: column people: '-1' is no number of people"),
        ("X,age,65,3.5", "row 6: column people: '3.5' is no number of people"),
        ("X,age,65", "row 6: column people: '' is no number of people"),
        ("X,age,65,3", "row 6: X 65 stands in row 5 too"),
    ],
)
def test_what_is_wrong_is_told_with_row_and_column(tmp_path, row, reason):
    assert reason in refused(written(tmp_path, *ages("X"), row))


def test_a_group_that_is_missing_would_make_shares_wrong(tmp_path):
    told = refused(written(tmp_path, *ages("X")[:3]))
    assert told == "row 3: X has no row for 45_64, 65 of age"
    assert "no column category" in refused(
        written(tmp_path, "X;age;3", header="code;aspect;people")
    )
    assert refused(written(tmp_path)) == "the file holds no rows"


def test_an_unknown_area_leaves_everything_as_it_was(tmp_path):
    town = make_town()
    make_area(code="BU00000000", municipality_code="GM0000", slug="elders")
    path = written(tmp_path, *ages(town.neighbourhoods[0].code), *ages("BU00000000"))
    with pytest.raises(FileRejected, match="row 6: BU00000000 is no area of"):
        stored(town, path)
    assert not AreaMargin.objects.exists()
    with pytest.raises(OutOfScope):
        import_margins(municipality_id=0, file=read_margins(path), by=BY, at=AT)


def test_the_command_says_what_it_did(tmp_path):
    town = make_town()
    path = written(tmp_path, *ages(town.neighbourhoods[0].code))
    words = ["areas", "margins", "import", str(path), "--source", "CBS 2024"]
    result = CliRunner().invoke(voelspriet, words, catch_exceptions=False)
    assert result.output == "1 areas: 5 groups added, 0 changed, 0 as they were.\n"
    assert AreaMargin.objects.first().source == "CBS 2024"
    path.write_text("code,aspect,category,people\nX,age,old,1\n", encoding="utf-8")
    with pytest.raises(CommandError, match="row 1: column category"):
        CliRunner().invoke(voelspriet, words, catch_exceptions=False)


def test_a_group_of_an_area_stands_there_once():
    """area_margin_once_per_group."""
    area = make_area()
    row = {"area": area, "aspect": "age", "category": "65", "people": 1}
    with arranging():
        AreaMargin.objects.create(**row)
        with pytest.raises(IntegrityError):
            AreaMargin.objects.create(**row)


def test_the_groups_of_stay_do_not_overlap():
    assert StayLength.values == ["0", "1_4", "5_14", "15"]

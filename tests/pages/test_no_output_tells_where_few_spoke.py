# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attack on the areas of fragments: who reads along never learns where one or two spoke.

Asked of both lists and of the file: by their columns, by every filter and pair of filters, by their
order and by cursors that are guessed.
"""

from __future__ import annotations

import csv
from io import StringIO
from itertools import product
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import factor, install
from tests.factories.comparisons import make_comparison, said
from tests.factories.conversations import make_study
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.queries import fragments as reading
from voelspriet.understand.coding.queries.fragments import FragmentFilters

pytestmark = pytest.mark.django_db
WIDE = "Ergens in dit onderzoek"
FEW = {
    "ELZENBES.": "of the only resident here",
    "WILGBES.": "of the only professional",
    "ESDOORNBES.": "of nobody who was recorded",
}
# what would tell it in other words
BESIDE = {"TUNNELBES": "a hot spot", "AVONDBES": "a time"}


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):  # noqa: ARG001  the tables must be there
    """A study of three areas: four residents in two, one in the third, one professional."""
    with django_db_blocker.unblock(), transaction.atomic():
        town = make_town(host="testserver", neighbourhoods=3)
        install()
        areas = town.neighbourhoods
        study, code = make_study(areas[0]), factor(areas[0], 1)
        with arranging():
            study.areas.set(areas)
        said(study, code, "ELZENBES.", area=areas[2], place=areas[2], hot_spot="TUNNELBES")
        for area, number in product(areas[:2], range(4)):
            said(study, code, f"LINDEBES {area.name} {number}.", area=area)
        said(study, code, "WILGBES.", area=areas[1], side="professional", hot_time="AVONDBES")
        said(study, code, "ESDOORNBES.", area=areas[1], side="unknown", speaker=False)
        people = {role: make_user(town.municipality, role) for role in reading_roles()}
        one = make_comparison(study, code)
        yield SimpleNamespace(study=study, areas=areas, code=code, people=people, one=one)
        transaction.set_rollback(True)


def reading_roles() -> tuple[Role, Role]:
    """Return who reads fragments: who codes, and who reads along."""
    return (Role.RESEARCHER, Role.POLICY_ADVISER)


def _client(scene, role: Role) -> Client:
    client = Client()
    with arranging():
        client.force_login(scene.people[role])
    return client


def _rows(client: Client, **sent: object) -> list[dict[str, str]]:
    answer = client.post(reverse("workspace:fragments_file"), sent | {"form": "csv"})
    told = b"".join(answer.streaming_content).decode().lstrip("\ufeff")
    return list(csv.DictReader(StringIO(told)))


def test_an_area_is_told_where_many_spoke_and_one_is_never_left_over(scene):
    rows = _rows(_client(scene, Role.POLICY_ADVISER), study=scene.study.reference)
    told = [row["area"] for row in rows]
    # two areas had enough; the smaller of them stays untold beside the one that had not
    kept = scene.areas[1].name
    assert told == [kept] * 4 + [WIDE] * 7
    assert {row["text"] for row in rows[:4]} == {f"LINDEBES {kept} {n}." for n in range(4)}
    assert not [row for row in rows if row["place"] or row["hot_spot"] or row["hot_time"]]


def test_no_filter_tells_what_the_column_hides(scene):
    client, study = _client(scene, Role.POLICY_ADVISER), scene.study.reference
    lists = {
        reverse("workspace:fragments"): ("area", "side", "code"),
        reverse("workspace:comparison_fragments", args=(scene.one.reference, 1)): (
            "gebied", "kant", "code",
        ),
    }  # fmt: skip
    key = str(scene.code.key)
    for chosen in product(scene.areas, (("", ""), ("resident", key), ("professional", ""))):
        area, (side, code) = chosen
        values = (area.pk, side, code)
        told = str(_rows(client, study=study, area=area.pk, side=side, code=code))
        for url, names in lists.items():
            sent = {"study": study} | dict(zip(names, values, strict=True))
            told += client.get(url, sent).content.decode()
        assert [word for word in FEW | BESIDE if word in told] == [], chosen
        assert ("LINDEBES" in told) == (area == scene.areas[1] and side != "professional")
    for side, words in (("resident", {"ELZENBES."}), ("professional", {"WILGBES."})):
        rows = _rows(client, study=study, side=side)
        assert words <= {row["text"] for row in rows if row["area"] == WIDE}


def test_no_order_and_no_guessed_cursor_tells_it(scene, monkeypatch):
    monkeypatch.setattr(reading, "PAGE_SIZE", 2)
    by = actor_of(scene.people[Role.POLICY_ADVISER])
    given = {"study": scene.study.reference, "by": by}
    first = reading.study_fragments(**given)
    ids = [one.fragment.id for one in reading.every_study_fragment(**given)]
    assert ids[:2] == [one.fragment.id for one in first.items]
    for guess in (f"0~{ids[0]}", f"1~{ids[5]}", str(ids[0]), "é", "~"):
        assert reading.study_fragments(**given, cursor=guess).items == first.items
    seen, cursor = list(first.items), first.next_cursor
    while cursor:
        assert "~" not in cursor
        page = reading.study_fragments(**given, cursor=cursor)
        seen, cursor = [*seen, *page.items], page.next_cursor
    assert [one.fragment.id for one in seen] == ids
    url = reverse("workspace:comparison_fragments", args=(scene.one.reference, 1))
    for role in reading_roles():
        told = _client(scene, role).get(url).content.decode()
        assert ('id="fragment-' in told) == (role is Role.RESEARCHER)


def test_who_codes_sees_every_area(scene):
    by = actor_of(scene.people[Role.RESEARCHER])
    rows = _rows(_client(scene, Role.RESEARCHER), area=scene.areas[2].pk)
    assert [(row["text"], row["area"], row["hot_spot"]) for row in rows] == [
        ("ELZENBES.", scene.areas[2].name, "TUNNELBES")
    ]
    found = reading.study_fragments(study="", by=by, filters=FragmentFilters())
    ids = [one.fragment.id for one in found.items]
    assert ids == sorted(ids)

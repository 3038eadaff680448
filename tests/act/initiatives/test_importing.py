# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The document of Huizen comes in with its contradictions intact, and nothing it should not."""

from __future__ import annotations

import copy

import pytest
import yaml
from django.test import Client

from tests.factories.areas import make_area, make_town
from tests.factories.people import actor_of, make_duo
from tests.factories.signals import NOON
from voelspriet.act.initiatives.actions import settle_statements
from voelspriet.act.initiatives.actions.importing import import_document
from voelspriet.act.initiatives.models import ContactMoment, Initiative, Remark, StatusStatement
from voelspriet.act.initiatives.queries.initiatives import (
    InitiativeFilters,
    initiative_counts,
    initiatives,
)
from voelspriet.act.initiatives.reading.document import read_document
from voelspriet.act.initiatives.reading.entries import FileRejected
from voelspriet.act.initiatives.rules.groups import speaks_of_groups
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import system
from voelspriet.lib.working_days import dutch_day

pytestmark = pytest.mark.django_db
TODAY = dutch_day(NOON)


@pytest.fixture
def huizen():
    town = make_town(name="Huizen")
    make_area(code="BU99990909", name="Oostermeent", parent=town.area)
    return town


@pytest.fixture
def path(shared):
    return shared / "cases/huizen_initiatives.yaml"


@pytest.fixture
def adviser(huizen):
    return actor_of(make_duo(huizen.municipality, huizen.area)[0])


def bring_in(huizen, path):
    return import_document(
        municipality_id=huizen.municipality.pk,
        document=read_document(path),
        name="Rapport 2023",
        by=system("test", huizen.municipality.pk),
        at=NOON,
    )


def test_everything_comes_in_once(huizen, path):
    done = bring_in(huizen, path)
    assert (done.initiatives, done.organisations, done.contact_moments) == (20, 19, 20)
    assert (done.added, done.changed) == (59, 0)
    counts = (Initiative.objects.count(), Organisation.objects.count())
    assert (*counts, ContactMoment.objects.count()) == (20, 19, 20)
    statements = StatusStatement.objects.count()
    again = bring_in(huizen, path)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 59)
    assert StatusStatement.objects.count() == statements


def test_five_are_told_to_have_stopped_of_which_two_uncertain(huizen, path):
    bring_in(huizen, path)
    stopped = StatusStatement.objects.filter(status="stopped")
    assert stopped.count() == 5
    assert set(
        stopped.filter(is_uncertain=True).values_list("initiative__import_key", flat=True)
    ) == {"buurtvaders", "jongeren_van_huizen"}


def test_what_contradicts_surfaces_with_its_sources(huizen, path, adviser):
    done = bring_in(huizen, path)
    assert sorted(done.contradicted) == ["buurtvaders", "jongeren_van_huizen"]
    page = initiatives(filters=InitiativeFilters(view="contradicted"), by=adviser, on=TODAY)
    assert {row.title for row in page.items} == {"Buurtvaders", "Jongeren van Huizen"}
    fathers = Initiative.objects.get(import_key="buurtvaders")
    said = {(one.status, one.source) for one in fathers.statements.all()}
    assert said == {
        ("stopped", "3.1; 5.1 (Rapport 2023)"),
        ("active", "3.3; 5.1 (Rapport 2023)"),
    }
    youth = Initiative.objects.get(import_key="jongeren_van_huizen")
    assert youth.other_names == ["Jongeren voor Huizen"]
    assert initiative_counts(by=adviser, on=TODAY).stale > 10


def test_the_page_shows_both_statements(huizen, path):
    first = make_duo(huizen.municipality, huizen.area)[0]
    bring_in(huizen, path)
    client = Client()
    client.force_login(first)
    reference = Initiative.objects.get(import_key="buurtvaders").reference
    body = client.get(f"/werk/initiatieven/{reference}/").content.decode()
    assert "Deze uitspraken spreken elkaar tegen" in body
    assert "3.1; 5.1 (Rapport 2023)" in body
    assert "3.3; 5.1 (Rapport 2023)" in body


def test_what_was_settled_here_stays_settled(huizen, path, adviser):
    bring_in(huizen, path)
    fathers = Initiative.objects.get(import_key="buurtvaders")
    holds = fathers.statements.get(status="stopped")
    settle_statements(
        reference=fathers.reference, statement_id=holds.pk, why="Gebeld.", by=adviser, at=NOON
    )
    done = bring_in(huizen, path)
    assert done.contradicted == ["jongeren_van_huizen"]
    fathers.refresh_from_db()
    assert (fathers.status, fathers.is_contradicted) == ("stopped", False)


def test_unknown_places_stay_words_and_known_ones_find_their_area(huizen, path):
    bring_in(huizen, path)
    team = Initiative.objects.get(import_key="bpt_oostermeent")
    assert team.area is not None
    assert (team.area.name, team.place_words) == ("Oostermeent", "Oostermeent (omgeving)")
    assert "ligging onzeker" in " ".join(one.text for one in team.remarks.all())
    house = Initiative.objects.get(import_key="buurthuis_kostmand")
    assert (house.area, house.place_words, house.responsible_area) == (
        None, "Kostmand", huizen.area,
    )  # fmt: skip


def test_origin_belief_and_sensitive_stories_are_kept_out_and_said(huizen, path):
    done = bring_in(huizen, path)
    assert "buurtvaders: description: speaks of origin or belief" in done.left_out
    words = [one.idea + one.place_words for one in Initiative.objects.all()]
    words += [one.text for one in Remark.objects.all()]
    words += [one.why for one in StatusStatement.objects.all()]
    assert [one for one in words if speaks_of_groups(one)] == []
    case = Initiative.objects.get(import_key="petitie_dealen")
    assert (case.is_sensitive, case.idea) == (True, "")
    assert "bedreigd" not in " ".join(words)
    assert not Initiative.objects.filter(listed_at__isnull=False).exists()
    assert not Initiative.objects.filter(may_list=True).exists()


def _broken(path, tmp_path, change):
    content = copy.deepcopy(yaml.safe_load(path.read_text("utf-8")))
    change(content)
    file = tmp_path / "kapot.yaml"
    file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda c: c["initiatives"][2].update(status="dood"),
            "initiatives 3 (buurtvaders): status: 'dood' is not one of active",
        ),
        (
            lambda c: c["initiatives"][0].pop("name"),
            "initiatives 1 (burenverbinders): name: is not there",
        ),
        (
            lambda c: c["initiatives"][0].update(members="veel"),
            "initiatives 1 (burenverbinders): members: 'veel' is not a whole number",
        ),
        (lambda c: c["organisations"][1].update(id="gemeente_oov"), "id: stands there twice"),
        (lambda c: c["organisations"][1].update(type="club"), "type: 'club' is not one of"),
        (lambda c: c["contact_moments"][0].update(frequency=[1]), "frequency: must be a group"),
        (
            lambda c: c["contact_moments"][0]["frequency"].update(unit=None),
            "unit: is not there, and every needs it",
        ),
        (lambda c: c["initiatives"].pop(), "counts: initiatives: says 20, and the file holds 19"),
        (lambda c: c.update(report_date="ooit"), "report_date: 'ooit' is not a day"),
        (lambda c: c.update(initiatives="geen"), "initiatives: must be a list"),
        (lambda c: c["initiatives"].append("tekst"), "initiatives 21: must be a group of fields"),
    ],
)
def test_a_broken_file_says_entry_field_and_why(path, tmp_path, change, says):
    with pytest.raises(FileRejected) as refused:
        read_document(_broken(path, tmp_path, change))
    assert says in refused.value.reason


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"initiatives: [", "is not YAML"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"", "must hold sections"),
        (b"- 1", "must hold sections"),
        (b"!!python/object/apply:os.system [ls]", "is not YAML"),
        (b"a: " + b"x" * 2_000_001, "larger"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path, content, says):
    file = tmp_path / "kapot.yaml"
    file.write_bytes(content)
    with pytest.raises(FileRejected) as refused:
        read_document(file)
    assert says in refused.value.reason


def test_nothing_stays_when_it_fails_halfway(huizen, path, monkeypatch):
    def broken(*_args: object, **_more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("voelspriet.act.initiatives.actions.importing.refresh", broken)
    with pytest.raises(RuntimeError):
        bring_in(huizen, path)
    assert not Organisation.objects.exists()
    assert not ContactMoment.objects.exists()

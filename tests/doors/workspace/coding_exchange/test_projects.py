# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole project by page: read by the worker, looked at, entered whole or not at all."""

from __future__ import annotations

import html
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE, make_codebook
from tests.factories.conversations import make_study
from tests.factories.people import actor_of, make_user
from tests.understand.coding.qda.making import qdpx, selection
from tests.understand.coding.qda.test_refusing import REFUSED
from voelspriet.doors.jobs.projects import forget, take_over_waiting
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.queue.registry import handler
from voelspriet.listen.conversations.models import Source
from voelspriet.understand.coding.actions import incoming
from voelspriet.understand.coding.models import Codebook, Fragment, Material, ProjectImport
from voelspriet.understand.coding.queries.incoming import project_import, project_imports

pytestmark = pytest.mark.django_db
TEXT = "Karin de Vries zei: het plein is donker. Bel 06-12345678."
GOOD = qdpx(TEXT, selection(1, 20, 40, "het plein is donker."), selection(2, 0, 0))


@pytest.fixture
def area():
    return make_town(host="testserver").neighbourhoods[0]


@pytest.fixture
def study(area):
    return make_study(area)


@pytest.fixture
def page(client, study):
    client.force_login(make_user(study.municipality, Role.RESEARCHER))
    return client


def send(page, study, content=GOOD, name="onderzoek.qdpx", **more):
    sent = {"file": SimpleUploadedFile(name, content), "codebook": "Uit NVivo",
            "area": study.areas.get().pk, "held_on": "2026-09-01", "kind": "interview",
            "perspective": "resident", "keep": "plein\n"}  # fmt: skip
    return page.post(reverse("workspace:exchange_project", args=[study.reference]), sent | more)


def work():
    handler("coding.take_over")(import_id=ProjectImport.objects.get().pk)


def told(page, there):
    return html.unescape(page.get(there).text)


def nothing_is_in():
    rooms = (Codebook, Source, Material, Fragment)
    return not any(model.objects.exists() for model in rooms)


def test_a_project_is_read_looked_at_and_entered(page, study):
    form = page.get(reverse("workspace:exchange_study", args=[study.reference])).text
    assert 'enctype="multipart/form-data"' in form
    there = send(page, study)["Location"]
    shown = told(page, there)
    assert "data-again" in shown
    assert "Het bestand wordt gelezen" in shown
    assert TEXT.encode() not in bytes(ProjectImport.objects.get().content)
    assert nothing_is_in()
    work()
    shown = told(page, there)
    assert "Karin de Vries" in shown
    assert "[naam 1]" in shown
    assert "Blijft weg" in shown
    assert nothing_is_in()
    assert page.post(there).status_code == 422
    assert page.post(there, {"has_read": "on"})["Location"] == there
    work()
    shown = told(page, there)
    assert "Dit kwam binnen" in shown
    assert "Karin de Vries" not in shown
    row = ProjectImport.objects.get()
    assert (row.state, row.content) == ("done", None)
    assert "Karin" not in row.told
    (fragment,) = Fragment.objects.all()
    text = Source.objects.get().text
    assert text[fragment.start : fragment.end] == "het plein is donker."
    assert text.startswith("[naam 1] zei")
    work()  # a second wake-up finds nothing to do
    assert Source.objects.count() == 1
    assert page.post(there, {"has_read": "on"}).status_code == 422
    for name in ("send", "enter", "entered"):
        assert AuditLine.objects.filter(action=f"project.{name}").count() == 1


@pytest.mark.parametrize(
    "kind",
    ["half an archive", "a bomb that says so", "a bomb that lies", "up", "a link", "locked",
     "laughs", "a file from the disk", "broken xml", "another root"],
)  # fmt: skip
def test_a_file_nobody_should_make_is_refused_where_and_why(page, study, kind):
    make, why = REFUSED[kind]
    there = send(page, study, make())["Location"]
    work()
    shown = told(page, there)
    assert why in shown
    assert "Geweigerd: er is niets bewaard" in shown
    assert nothing_is_in()
    row = ProjectImport.objects.get()
    assert (row.state, row.content, row.told) == ("refused", None, "")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"content": b"x" * 10_000_001}, "groter dan 10 MB"),
        ({"content": b""}, "Dit bestand is leeg."),
        ({"name": "onderzoek.zip"}, "eindigt op .qdpx"),
        ({"area": 0}, "Selecteer een geldige keuze"),
        ({"codebook": "Moslims"}, ""),
        ({"held_on": ""}, ""),
    ],
)
def test_what_can_be_said_at_once_is_said_beside_the_field(page, study, more, why):
    answer = send(page, study, **more)
    assert answer.status_code == 422
    assert why in html.unescape(answer.text)
    assert not ProjectImport.objects.exists()


def test_refused_while_entering_nothing_is_half_there(page, study, area):
    there = send(page, study)["Location"]
    work()
    page.post(there, {"has_read": "on"})
    make_codebook(area, name="Uit NVivo")
    assert send(page, study).status_code == 422
    work()
    assert "Er is al een codeboek met deze naam." in told(page, there)
    assert Codebook.objects.count() == 1
    assert not Source.objects.exists()
    assert ProjectImport.objects.get().state == "refused"


def test_what_goes_wrong_is_tried_three_times(page, study, monkeypatch):
    there = send(page, study)["Location"]
    monkeypatch.setattr(incoming, "read_project", lambda _content: 1 / 0)
    with arranging():
        ProjectImport.objects.update(changed_at=MADE - timedelta(days=300))
    for _again in range(3):
        with pytest.raises(ZeroDivisionError):
            take_over_waiting()
    assert "drie keer" in told(page, there)
    assert nothing_is_in()


def test_files_and_what_is_told_of_them_go(page, study):
    send(page, study)
    forget()
    work()
    assert ProjectImport.objects.count() == 1
    with arranging():
        ProjectImport.objects.update(changed_at=timezone.now() - timedelta(days=2))
    forget()
    assert not ProjectImport.objects.exists()


def test_another_town_finds_nothing(page, study):
    send(page, study)
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    other = actor_of(make_user(elsewhere.municipality, Role.RESEARCHER))
    reference = ProjectImport.objects.get().reference
    assert project_imports(study=study.reference, by=other) == ()
    with pytest.raises(OutOfScope):
        project_import(reference=reference, by=other)
    with pytest.raises(OutOfScope):
        incoming.enter_project(reference=reference, by=other, at=MADE)


def test_what_the_database_refuses(study, area):
    values = {
        "study": study, "reference": "P-0001-TEST", "kind": "interview", "area": area,
        "held_on": "2026-09-01", "codebook": "Uit NVivo", "content": b"x", "language": "nl",
        "asked_by_id": 1, "asked_by_name": "Onno Zoeker", "asked_at": MADE, "changed_at": MADE,
    }  # fmt: skip
    for name, wrong in (
        ("project_import_file_until_done", {"content": None}),
        ("project_import_file_until_done", {"state": "done"}),
        ("project_import_file_until_done", {"state": "x"}),
        ("project_import_refused_says_why", {"state": "refused", "content": None}),
        ("project_import_refused_says_why", {"why": "Zomaar"}),
        ("project_import_says_what_it_is", {"kind": "x"}),
        ("project_import_says_what_it_is", {"perspective": "x"}),
        ("project_import_says_what_it_is", {"codebook": ""}),
    ):
        with pytest.raises(IntegrityError, match=name), arranging(), transaction.atomic():
            ProjectImport.objects.create(**values | wrong)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works on the staff site, on the page of a signal, in public and from the command line."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.areas import make_street, make_town
from tests.factories.people import make_duo, make_organisation, make_user
from tests.factories.signals import make_signal
from tests.factories.works import SOON, make_work
from voelspriet.act.agenda.models import Agreement, PlannedWork
from voelspriet.doors.commands import works as command
from voelspriet.doors.commands.start import CommandError
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.choices import Category

pytestmark = pytest.mark.django_db
LIST, NEW, FILE = (reverse(f"workspace:{name}") for name in ("works", "work_new", "works_import"))
ROW = "K-1;{what};{area};2026-09-22;2026-09-25;Team Straat"
HEAD = "sleutel;wat;gebied;van;tot;door"


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def as_adviser(client, town, area):
    client.force_login(make_duo(town.municipality, area)[0])
    return client


@pytest.fixture
def as_policy(client, town):
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    return client


def page(work, name="work"):
    return reverse(f"workspace:{name}", args=[work.reference])


def upload(*rows, name="planning.csv"):
    content = "\n".join([HEAD, *rows]).encode()
    return {"file": SimpleUploadedFile(name, content), "source": "Planning beheer"}


def test_work_is_written_down_by_hand(as_adviser, area):
    make_street(area, name="Korte Steeg")
    sent = {"kind": "paving", "what": "Nieuwe tegels", "area": area.pk, "streets": "Korte Steeg",
            "starts_on": SOON.isoformat(), "ends_on": "", "carrier": "De Klinker",
            "state": "planned"}  # fmt: skip
    wrong = as_adviser.post(NEW, sent | {"streets": "Nergens", "is_public": "on"})
    assert wrong.status_code == 422
    assert "Deze straat kennen wij niet" in wrong.text
    assert 'value="Nieuwe tegels"' in wrong.text
    answer = as_adviser.post(NEW, sent)
    work = PlannedWork.objects.get()
    assert answer["Location"] == page(work)
    assert (work.ends_on, work.source) == (SOON, "Zelf opgeschreven")
    assert "Korte Steeg" in as_adviser.get(page(work)).text
    assert "Nieuwe tegels" in as_adviser.get(LIST).text
    as_adviser.post(page(work, "work_edit"), sent | {"state": "cancelled"})
    assert "Nieuwe tegels" not in as_adviser.get(LIST).text
    assert "Nieuwe tegels" in as_adviser.get(f"{LIST}?toon=voorbij").text


def test_an_adviser_reads_works_elsewhere_and_writes_none(as_adviser, town):
    work = make_work(town.neighbourhoods[1])
    text = as_adviser.get(page(work)).text
    assert "Dit ziet de adviseur van dit gebied." in text
    assert page(work, "work_edit") not in text
    assert as_adviser.get(page(work, "work_edit")).status_code == 404
    assert as_adviser.get(FILE).status_code == 403


def test_at_a_signal_one_asks_whether_work_can_come_forward(as_adviser, town, area):
    party = make_organisation(town.municipality, name="Team Straat")
    work = make_work(area, organisation=party, carrier="Team Straat")
    signal = make_signal(area=area, category=Category.PAVEMENT)
    text = as_adviser.get(reverse("workspace:signal", args=[signal.reference])).text
    assert "Gepland werk dichtbij" in text
    link = re.search(r'href="([^"]*werk=[^"]*)"', text).group(1).replace("&amp;", "&")
    form = as_adviser.get(link).text
    assert "Kijken of dit werk eerder kan: Nieuwe tegels in de stoep." in form
    assert f'<option value="{party.pk}" selected>' in form
    sent = {"organisation": party.pk, "what": "Eerder?", "day": "week", "due_on": "",
            "visibility": "internal", "contact": "", "area": area.pk,
            "melding": signal.reference}  # fmt: skip
    as_adviser.post(reverse("workspace:agreement_new"), sent)
    assert Agreement.objects.get().organisation == party
    assert "1" in re.search(
        r"In het hele gebied</dt><dd>(\d+)", as_adviser.get(page(work)).text
    ).group(1)


def test_unknown_work_in_the_address_changes_nothing(as_adviser):
    there = reverse("workspace:agreement_new")
    assert "Kijken of" not in as_adviser.get(f"{there}?werk=W-0000-NONE").text


def hidden(text):
    return dict(
        re.findall(r'<input type="hidden" name="(content|name|source)" value="([^"]*)"', text)
    )


def test_a_file_is_shown_first_and_taken_in_after(as_policy, area):
    shown = as_policy.post(FILE, upload(ROW.format(what="Tegels", area=area.name)))
    assert shown.status_code == 200
    assert "Tegels" in shown.text
    assert not PlannedWork.objects.exists()
    sent = hidden(shown.text)
    assert sent["source"] == "Planning beheer"
    answer = as_policy.post(FILE, sent, follow=True)
    assert "1 erbij, 0 gewijzigd, 0 zoals het was." in answer.text
    again = as_policy.post(FILE, upload(ROW.format(what="Keien", area=area.name)))
    assert "<td>Tegels</td><td>Keien</td>" in again.text
    as_policy.post(FILE, hidden(again.text))
    assert PlannedWork.objects.get().what == "Keien"


def test_mistakes_in_a_file_are_told_with_row_and_column(as_policy, area):
    wrong = as_policy.post(FILE, upload("1;x;Atlantis;2026-09-22;2026-09-22;Team"))
    assert wrong.status_code == 422
    assert "<td>2</td><td>gebied</td>" in wrong.text
    assert 'value="Planning beheer"' in wrong.text
    assert as_policy.post(FILE, {"source": "x"}).status_code == 422
    spoilt = {"content": "geen-base64!", "name": "x.csv", "source": "Planning"}
    assert as_policy.post(FILE, spoilt).status_code == 422
    assert as_policy.post(FILE, spoilt | {"content": ""}).status_code == 422
    gone = hidden(as_policy.post(FILE, upload(ROW.format(what="Tegels", area=area.name))).text)
    assert as_policy.post(FILE, gone | {"content": "b25zaW4="}).status_code == 422
    assert not PlannedWork.objects.exists()


def test_the_neighbourhoods_page_tells_what_comes(client, town, area):
    make_work(area, is_public=True, what="Nieuwe lampen", state="moved")
    make_work(area, what="Geheim werk")
    there = reverse("public:neighbourhood", args=[town.municipality.slug, area.slug])
    text = client.get(there).text
    assert "Nieuwe lampen" in text
    assert "Let op: dit is verzet" in text
    assert "Geheim werk" not in text


def run(*args):
    result = CliRunner().invoke(command.command, ["import", *map(str, args)])
    if isinstance(result.exception, CommandError):
        return str(result.exception)
    assert result.exception is None, result.output
    return result.output


def test_the_command_takes_a_file_in(area, tmp_path):
    file = tmp_path / "planning.csv"
    file.write_text("\n".join([HEAD, ROW.format(what="Tegels", area=area.name)]), "utf-8")
    dry = run(file, "--source", "Planning", "--dry-run", "--json")
    assert json.loads(dry) == {"added": 1, "changed": 0, "unchanged": 0, "stored": False}
    assert not PlannedWork.objects.exists()
    assert "1 added, 0 changed, 0 as they were." in run(file, "--source", "Planning")
    file.write_text("\n".join([HEAD, ROW.format(what="Keien", area=area.name)]), "utf-8")
    assert "K-1: Wat: Tegels → Keien" in run(file, "--source", "Planning", "--dry-run")
    file.write_text(f"{HEAD}\n1;x;Atlantis;2026-09-22;2026-09-22;Team", "utf-8")
    assert "row 2, gebied: Dit gebied kennen wij niet: Atlantis." in run(file, "--source", "P")
    assert "No such file" in run(tmp_path / "weg.csv", "--source", "P")

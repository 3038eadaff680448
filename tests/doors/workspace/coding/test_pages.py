# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coding on the pages, without a script; and what one coder did at no address of the other."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE, factor, install, make_fragment, make_pass, make_text
from tests.factories.conversations import make_study
from tests.factories.people import actor_of, make_user
from tests.pages.discovery import staff_addresses
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.understand.coding.models import Code, Fragment, Material

pytestmark = pytest.mark.django_db
ADDRESSES = ("codebook", "coding", "fragments")


@pytest.fixture
def town():
    made = make_town()
    install()
    return made


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def user(town):
    return make_user(town.municipality, Role.RESEARCHER)


@pytest.fixture
def as_researcher(client, user):
    client.force_login(user)
    return client


def _go(name, *args):
    return reverse(f"workspace:{name}", args=args)


def test_a_text_is_coded_by_sentences_without_a_script(as_researcher, area):
    text = make_text(area)
    as_researcher.post(_go("coding_next"))
    text.refresh_from_db()
    assert text.state == "in_hand"
    there = _go("coding_fragment", text.reference)
    page = as_researcher.get(_go("coding_text", text.reference)).text
    seen = re.search(r'name="seen" value="(\w+)"', page).group(1)
    codes = [factor(area, 7).pk, factor(area, 8).pk]
    sent = {"first": 1, "last": 2, "codes": codes, "valence": "problem", "seen": seen}
    for wrong in ({"codes": []}, {"first": ""}, {"first": 3, "last": 1}, {"first": 9},
                  {"memo": "Zij zijn moslims."}, {"seen": "0" * 64}):  # fmt: skip
        assert as_researcher.post(there, sent | wrong).status_code == 422, wrong
    answer = as_researcher.post(there, sent)
    assert answer["Location"] == _go("coding_text", text.reference)
    page = as_researcher.get(answer["Location"]).text
    assert "Het pleintje is donker. Niemand let er op." in page
    assert "7 Inrichting gebouwde omgeving, 8 Vertrouwenwekkend toezicht" in page
    row = Fragment.objects.get()
    edit = _go("coding_fragment_edit", text.reference, row.pk)
    assert 'value="42"' in as_researcher.get(edit).text
    as_researcher.post(edit, sent | {"first": "", "last": "", "start": 0, "end": 23, "seen": "",
                                     "memo": "Kort", "codes": codes[:1]})  # fmt: skip
    assert Fragment.objects.get(removed_at=None).end == 23
    as_researcher.post(_go("coding_deed", text.reference, "ongedaan"))
    assert Fragment.objects.get(removed_at=None).end == 42
    assert as_researcher.post(_go("coding_deed", text.reference, "kwijt")).status_code == 404
    done = as_researcher.post(_go("coding_finish", text.reference))
    assert done["Location"] == _go("coding")
    again = as_researcher.get(_go("coding_text", text.reference)).text
    assert "Ga verder met deze tekst" in again
    assert "data-coding-form" not in again


def test_a_script_gets_only_the_part_that_changed(as_researcher, user, area):
    text = make_text(area)
    make_pass(text, actor_of(user))
    sent = {"start": 0, "end": 23, "codes": [factor(area, 8).pk], "valence": "neutral"}
    there = _go("coding_fragment", text.reference)
    part = as_researcher.post(there, sent, headers={"X-Part": "coding"})
    assert part.status_code == 200
    assert "<html" not in part.text
    assert "8 Vertrouwenwekkend toezicht" in part.text
    wrong = as_researcher.post(there, sent | {"codes": []}, headers={"X-Part": "coding"})
    assert wrong.status_code == 422
    assert "Kies ten minste één code" in wrong.text


def test_a_part_stays_as_fast_whatever_the_study_holds(
    as_researcher, user, area, django_assert_max_num_queries
):
    text = make_text(area)
    own = make_pass(text, actor_of(user))
    for start in range(40):
        make_fragment(own, factor(area, 8), start=start, end=start + 5)
    sent = {"start": 0, "end": 23, "codes": [factor(area, 8).pk], "valence": "neutral"}
    with django_assert_max_num_queries(40):
        there = _go("coding_fragment", text.reference)
        as_researcher.post(there, sent, headers={"X-Part": "coding"})


def test_blindness_holds_at_every_address(town, area, user):
    """Whatever the second coder or a reader asks for: nothing of the first comes out."""
    text = make_text(area, state="coded", study=None)
    with arranging():
        Material.objects.update(study=text.source.study_id)
    first = make_pass(text, actor_of(user), finished_at=MADE)
    secret = make_fragment(first, factor(area, 10), memo="EERSTE", hot_spot="EERSTE")
    other = make_user(town.municipality, Role.RESEARCHER, first_name="Sem")
    make_pass(text, actor_of(other), is_second=True)
    reader = make_user(town.municipality, Role.POLICY_ADVISER)
    asked = 0
    for somebody in (other, reader):
        client = Client()
        client.force_login(somebody)
        for address in staff_addresses():
            name = address.name.removeprefix("workspace:")
            if not name.startswith(("coding", "fragments", "study")) or name == "coding_finish":
                continue  # once the second is finished both may be read
            known = {"reference": text.source.study.reference if name.startswith("study")
                     else text.reference, "fragment_id": secret.pk, "deed": "ongedaan"}  # fmt: skip
            path = reverse(address.name, kwargs={one: known[one] for one in address.parts})
            part = {"X-Part": "coding"}
            key = {"code": str(factor(area, 10).key)}
            for response in (client.get(path), client.get(path, key, headers=part),
                             client.post(path, {"form": "csv"}, headers=part)):  # fmt: skip
                told = b"".join(response) if response.streaming else response.content
                assert b"EERSTE" not in told, (name, somebody.first_name)
                assert b"vs-badge--code" not in told, (name, somebody.first_name)
                asked += 1
    assert asked > 60
    secret.refresh_from_db()
    assert secret.removed_at is None


def test_a_file_holds_what_may_leave_and_is_noted(as_researcher, user, area):
    make_fragment(make_pass(make_text(area), actor_of(user)), factor(area, 8), world="life")
    hidden = make_text(area, "Geheim pleintje, zegt men hier nu.",
                       is_sensitive=True, sensitive_reason="asked")  # fmt: skip
    make_fragment(make_pass(hidden, actor_of(user)), factor(area, 8), end=16)
    with arranging():
        Fragment.objects.update(memo="=1+1")
    page = as_researcher.get(_go("fragments"), {"world": "life", "code": factor(area, 8).key})
    assert "Het pleintje is donker." in page.text
    assert "Geheim" not in page.text
    answer = as_researcher.post(_go("fragments_file"), {"form": "csv", "world": "life"})
    told = b"".join(answer.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(told))
    assert (row["text"], row["factor_number"], row["world"]) == (
        "Het pleintje is donker.", "8", "life"
    )  # fmt: skip
    assert row["memo"] == "'=1+1"
    book = as_researcher.post(_go("fragments_file"), {"form": "xlsx"})
    sheet = zipfile.ZipFile(io.BytesIO(book.content)).read("xl/worksheets/sheet1.xml").decode()
    assert "Het pleintje is donker." in sheet
    assert "Geheim" not in sheet
    assert AuditLine.objects.filter(action="fragments.export").count() == 2


def test_a_file_comes_in_or_says_what_is_wrong(as_researcher, area):
    there = _go("study_fragments", make_study(area).reference)

    def send(content):
        file = SimpleUploadedFile("f.csv", content.encode())
        sent = {"file": file, "kind": "interview", "held_on": "2026-09-01", "has_read": "on"}
        return as_researcher.post(there, sent)

    wrong = send("area,perspective,text,valence\n,resident,Dag,goed\n")
    assert wrong.status_code == 422
    assert "“goed” is hier niet bekend." in wrong.text
    assert "<td>2</td><td>valence</td>" in wrong.text
    assert not Material.objects.exists()
    assert send("area,perspective,text,factor_number\n,resident,Dag,3\n").status_code == 302
    assert Fragment.objects.get().codes.get().number == 3


def test_a_codebook_is_made_changed_and_published(as_researcher):
    made = as_researcher.post(_go("codebook_new"), {"name": "Water", "kind": "themes"})
    there = made["Location"]
    assert as_researcher.post(there, {"name": "Moslims"}).status_code == 422
    as_researcher.post(there, {"name": "Kade", "definition": "Aan het water"})
    code = Code.objects.get(name="Kade")
    as_researcher.post(there, {"name": "Steiger", "parent": code.pk})
    reference = there.rstrip("/").split("/")[-1]
    edit = _go("codebook_code", reference, code.pk)
    assert "Aan het water" in as_researcher.get(edit).text
    as_researcher.post(edit, {"name": "De kade"})
    as_researcher.post(_go("codebook_publish", reference))
    page = as_researcher.get(there).text
    assert "De kade › Steiger" in page
    assert as_researcher.get(edit).status_code == 404
    as_researcher.post(_go("codebook_draft", reference))
    newer = Code.objects.get(name="De kade", version__number=2)
    as_researcher.post(_go("codebook_code_remove", reference, newer.pk))
    assert as_researcher.get(there, {"versie": "1"}).text.count("Steiger") >= 1
    assert "Steiger" not in as_researcher.get(there).text


def test_what_is_sensitive_says_so(as_researcher, user, area):
    text = make_text(area)
    make_pass(text, actor_of(user))
    as_researcher.post(_go("coding_sensitive", text.reference), {"reason": "person"})
    assert "blijft buiten alles" in as_researcher.get(_go("coding_text", text.reference)).text
    assert as_researcher.post(_go("coding_take_in")).status_code == 302

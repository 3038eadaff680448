# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study and a codebook out, a codebook in, on the pages and without a script."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.coding import (
    factor,
    install,
    make_codebook,
    make_fragment,
    make_pass,
    make_text,
)
from tests.factories.people import actor_of, make_user
from tests.understand.coding.qda.making import CODE, archive, numbered, project, text_source
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.models import Codebook
from voelspriet.understand.coding.qda import read_codebook, read_project

pytestmark = pytest.mark.django_db
THERE = "workspace:exchange_import"
QDC = (
    '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo 15"><Codes>'
    f'<Code guid="{CODE}" name="Licht" isCodable="true"><Description>Is er licht?</Description>'
    f'<Code guid="{numbered(1)}" name="Lampen" isCodable="true"/>'
    f'<Code guid="{numbered(2)}" name="Turkse bewoners" isCodable="true"/>'
    "</Code></Codes></CodeBook>"
).encode()


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def researcher(town):
    return make_user(town.municipality, Role.RESEARCHER)


@pytest.fixture
def page(client, researcher):
    client.force_login(researcher)
    return client


def upload(page, content, name="codes.qdc", **more):
    sent = {"name": "Uit NVivo", "kind": "themes", "file": SimpleUploadedFile(name, content)}
    return page.post(reverse(THERE), sent | more)


def seen_in(response):
    return html.unescape(re.search(r'name="seen" value="([^"]+)"', response.text).group(1))


def test_a_codebook_is_looked_at_before_it_comes_in(page):
    look = upload(page, QDC)
    assert look.status_code == 200
    for words in ("NVivo 15", "Lampen", "Is er licht?", "Blijft weg", "Turkse bewoners", "2 codes"):
        assert words in look.text
    assert not Codebook.objects.exists()
    sent = {"name": "Uit NVivo", "kind": "themes", "seen": seen_in(look), "enter": "yes"}
    answer = page.post(reverse(THERE), sent)
    assert answer.status_code == 302
    (version,) = Codebook.objects.get().versions.all()
    assert [one.name for one in version.codes.order_by("position")] == ["Licht", "Lampen"]
    assert version.published_at is None
    # the name is taken: said beside the field, and what was read is still there
    again = page.post(reverse(THERE), sent)
    assert again.status_code == 422
    assert "Er is al een codeboek met deze naam." in again.text
    assert "Turkse bewoners" in again.text
    assert seen_in(again)
    assert 'value="Uit NVivo"' in again.text
    assert "Uit NVivo" in page.get(reverse("workspace:exchange")).text


def test_of_a_project_only_the_codes_come_in(page):
    case = f'<Cases><Case guid="{numbered(1)}" name="Karin"/></Cases>'
    codes = (f'<Code guid="{CODE}" name="Licht" isCodable="true"/>'
             f'<Code guid="{{{numbered(1)}}}" name="Karin" isCodable="true"/>')  # fmt: skip
    told = project(case + text_source(), codes=codes)
    look = upload(page, archive(("project.qde", told)), "onderzoek.QDPX")
    for words in ("Licht", "1 code<", "Teksten en fragmenten", "ook een geval"):
        assert words in look.text
    assert look.status_code == 200


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("codes.docx", QDC, "eindigt op .qdc of .qdpx"),
        ("codes.qdc", b"<x>", "geen goede XML"),
        ("codes.qdc", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "aanwijzingen die wij niet"),
        ("codes.qdpx", b"PK", "geen ZIP"),
        ("codes.qdpx", archive(("project.qde", project()), ("../x", "x")), "buiten dit bestand"),
        ("codes.qdc", b" " * 10_000_001, "groter dan 10 MB"),
        ("codes.qdpx", archive(("project.qde", project(codes=""))), "geen code"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_beside_the_field(page, name, content, why):
    response = upload(page, content, name)
    assert response.status_code == 422
    assert why in html.unescape(response.text)
    assert not Codebook.objects.exists()


def test_codes_somebody_made_up_or_kept_too_long_are_not_entered(page, monkeypatch):
    seen = seen_in(upload(page, QDC))
    sent = {"name": "Uit NVivo", "kind": "themes", "enter": "yes"}
    forged = signing.dumps([[], [], ""], key="anders", salt="coding.codebook_file")
    assert page.post(reverse(THERE), sent | {"seen": forged}).status_code == 422
    assert page.post(reverse(THERE), sent | {"seen": ""}).status_code == 422
    late = (datetime.now(UTC) + timedelta(hours=5)).timestamp()
    monkeypatch.setattr(signing.time, "time", lambda: late)
    response = page.post(reverse(THERE), sent | {"seen": seen})
    assert "te lang geleden" in response.text
    assert not Codebook.objects.exists()


def test_a_study_goes_out_only_when_asked(page, town, researcher):
    install()
    material = make_text(town.neighbourhoods[0])
    own = make_pass(material, actor_of(researcher))
    make_fragment(own, factor(town.neighbourhoods[0], 8))
    there = reverse("workspace:exchange_study", args=[material.study.reference])
    shown = page.get(there)
    assert "1 december 2027" in shown.text
    assert shown["Content-Type"].startswith("text/html")
    file = page.post(there)
    assert file["Content-Disposition"] == (
        f'attachment; filename="{material.study.reference}.qdpx"'
    )  # fmt: skip
    (source,) = read_project(file.content).project.sources
    assert source.text[source.selections[0].start :].startswith("Het pleintje")
    assert page.post(reverse("workspace:exchange_study", args=["K-0000-NONE"])).status_code == 404


def test_a_codebook_goes_out(page, town):
    install()
    book = Codebook.objects.get(seed="tafel_van_12")
    file = page.get(reverse("workspace:exchange_codebook", args=[book.reference]))
    assert len(read_codebook(file.content).codebook.codes) == 12
    empty = make_codebook(town.neighbourhoods[0]).codebook
    missing = reverse("workspace:exchange_codebook", args=[empty.reference])
    assert page.get(missing).status_code == 404
    assert missing not in page.get(reverse("workspace:exchange")).text

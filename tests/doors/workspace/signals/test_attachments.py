# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos and recordings: seen by who may, each look logged, written out and destroyed."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from tests.factories.signals import NOON, make_escalation, make_handover, make_signal
from voelspriet.ground.privacy.actors import resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.actions import receive_signal
from voelspriet.listen.intake.actions.files import destroy_files
from voelspriet.listen.intake.choices import PlaceTier
from voelspriet.listen.intake.models import Attachment, Signal
from voelspriet.listen.intake.told import PlaceTold, Told

VOICE = b"\x1a\x45\xdf\xa3" + b"webm A_OPUS " + b"\x00" * 200


def _photo() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(buffer, "JPEG")
    return buffer.getvalue()


def _told(desk, **more) -> Signal:
    told = Told(
        submission="een-lang-willekeurig-woord-2",
        place=PlaceTold(tier=PlaceTier.AREA, area_id=desk.here.pk),
        **more,
    )
    where = desk.town.municipality.pk
    receipt = receive_signal(municipality_id=where, told=told, by=resident(where), at=NOON)
    return Signal.objects.get(reference=receipt.reference)


@pytest.fixture
def photo(desk) -> Attachment:
    return _told(desk, text="Glas op straat", photos=(_photo(),)).attachments.get()


def _get(client, photo):
    return client.get(reverse("workspace:attachment", args=[photo.file_name]))


def test_the_duo_sees_the_photo_and_each_look_is_logged(desk, photo):
    response = _get(desk.adviser, photo)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert Image.open(BytesIO(response.content)).size == (40, 30)
    assert "no-store" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    _get(desk.adviser, photo)
    assert AuditLine.objects.filter(action="attachment.read").count() == 2


def test_nobody_else_sees_the_photo(desk, photo):
    make_escalation(photo.signal)
    make_handover(photo.signal, desk.organisation)
    assert _get(desk.neighbour, photo).status_code == 404
    assert _get(desk.handler, photo).status_code == 404
    assert _get(desk.director, photo).status_code == 403
    assert not AuditLine.objects.filter(action="attachment.read").exists()


def test_a_handler_sees_a_photo_only_cleared_and_handed_over_with_photos(desk, photo):
    handover = make_handover(photo.signal, desk.organisation, with_photos=True)
    assert _get(desk.handler, photo).status_code == 404
    decide = reverse("workspace:attachment_decide", args=[photo.file_name])
    assert desk.neighbour.post(decide, {"besluit": "vrij"}).status_code == 404
    assert desk.adviser.post(decide, {"besluit": "vrij"}).status_code == 302
    assert _get(desk.handler, photo).status_code == 200
    shown = desk.handler.get(reverse("workspace:handover", args=[handover.reference]))
    assert photo.file_name in shown.content.decode()
    assert desk.adviser.post(decide, {"besluit": "terug"}).status_code == 302
    assert _get(desk.handler, photo).status_code == 404


def test_a_recording_is_written_out_and_then_gone(desk):
    signal = _told(desk, voice=VOICE)
    voice = signal.attachments.get()
    assert "nog niet uitgeschreven" in desk.adviser.get(reverse("workspace:inbox")).content.decode()
    assert _get(desk.adviser, voice).content == VOICE
    url = reverse("workspace:transcribe", args=[voice.file_name])
    assert desk.neighbour.post(url, {"text": "x"}).status_code == 404
    refused = desk.adviser.post(url, {"text": " "})
    assert refused.status_code == 422
    assert _get(desk.adviser, voice).status_code == 200
    assert desk.adviser.post(url, {"text": "De lamp is stuk"}).status_code == 302
    signal.refresh_from_db()
    assert signal.text == "De lamp is stuk"
    assert _get(desk.adviser, voice).status_code == 404


def test_a_name_that_is_no_attachment_does_not_exist(desk):
    make_signal(area=desk.here)
    for name in ("x", "..%2F..%2Fkeys.json"):
        assert desk.adviser.get(f"/werk/bijlagen/{name}/").status_code == 404


def test_a_file_that_went_missing_does_not_exist(desk, photo):
    destroy_files([photo.file_name])
    assert _get(desk.adviser, photo).status_code == 404

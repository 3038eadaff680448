# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hand-overs: the least data, in other words, to one organisation, each look logged."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_street, point_in
from tests.factories.signals import (
    NOON,
    handler_of,
    make_attachment,
    make_contact,
    make_handover,
    make_organisation,
    make_signal,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.choices import HandoverState, PlaceShare, SignalStatus
from voelspriet.listen.intake.models import Handover
from voelspriet.listen.intake.rules.access import handed_over
from voelspriet.listen.intake.rules.wording import repeats_words

TODAY = dutch_day(NOON)
TOLD = "Mijn buurman van nummer 12 zet elke avond zijn afval naast de container in de straat."


def _hand_over(scene, signal, **more):
    values = {
        "text": "Graag controle op afval naast de containers.",
        "ground": "Beheer openbare ruimte",
        "purpose": "Opruimen",
        "organisation_id": scene.organisation.pk,
    }
    return actions.hand_over(
        reference=signal.reference, by=scene.adviser, at=NOON, **{**values, **more}
    )


def test_a_hand_over_makes_the_signal_wait_on_the_organisation(scene):
    signal = make_signal(area=scene.here, text=TOLD)
    reference = _hand_over(scene, signal)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.WAITING
    assert signal.waiting_on == scene.organisation.name
    assert Handover.objects.get().reference == reference


def test_the_handler_reads_the_text_written_for_them_and_nothing_of_the_reporter(scene):
    signal = make_signal(
        area=scene.here, text=TOLD, place_words="bij de blauwe deur", point=point_in(scene.here)
    )
    make_contact(signal, name="Sanne Vermeer")
    reference = _hand_over(scene, signal)
    shown = repr(queries.handover_detail(reference=reference, by=scene.handler, at=NOON))
    shown += repr(queries.handovers(by=scene.handler))
    assert "Graag controle op afval" in shown
    for secret in (TOLD, "buurman", "blauwe deur", "Vermeer", signal.reference, signal.point):
        assert secret not in shown
    with pytest.raises(OutOfScope):
        queries.signal_detail(reference=signal.reference, by=scene.handler, on=TODAY)


@pytest.mark.parametrize(
    "text",
    [TOLD, "Let op: elke avond zijn afval naast de container in de straat. Graag kijken."],
)
def test_the_words_of_the_reporter_are_refused(scene, text):
    signal = make_signal(area=scene.here, text=TOLD)
    with pytest.raises(Refused, match="eigen woorden") as refused:
        _hand_over(scene, signal, text=text)
    assert refused.value.field == "text"


def test_repeating_is_seen_through_case_signs_and_accents():
    assert repeats_words("DE LAMP—is kapót!", "De lamp is kapot.")
    assert not repeats_words("Straatverlichting herstellen", "De lamp is kapot.")
    assert not repeats_words("Lamp kapot", "Lamp kapot")  # too short to know anybody by


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"text": " "}, "text"),
        ({"ground": ""}, "ground"),
        ({"purpose": ""}, "purpose"),
        ({"organisation_id": 0}, "organisation"),
        ({"point_days": 3}, "point_days"),
        ({"with_photos": True}, "with_photos"),
    ],
)
def test_what_a_hand_over_needs(scene, missing, field):
    signal = make_signal(area=scene.here, text=TOLD)
    with pytest.raises(Refused) as refused:
        _hand_over(scene, signal, **missing)
    assert refused.value.field == field


def test_a_closed_organisation_or_one_elsewhere_is_refused(scene):
    signal = make_signal(area=scene.here, text=TOLD)
    gone = make_organisation(scene.town.municipality, name="Weg", is_active=False)
    with pytest.raises(Refused):
        _hand_over(scene, signal, organisation_id=gone.pk)


@pytest.mark.parametrize("status", [SignalStatus.DONE, SignalStatus.DECLINED])
def test_what_is_settled_is_taken_up_again_first(scene, status):
    signal = make_signal(area=scene.here, text=TOLD, status=status)
    with pytest.raises(Refused):
        _hand_over(scene, signal)


@pytest.mark.parametrize(
    ("share", "place"),
    [
        (PlaceShare.NONE, ""),
        (PlaceShare.NEIGHBOURHOOD, "Waterrijk buurt 1"),
        (PlaceShare.STREET, "Vlierlaan, Waterrijk buurt 1"),
    ],
)
def test_the_place_is_as_exact_as_was_chosen(scene, share, place):
    street = make_street(scene.here, name="Vlierlaan")
    signal = make_signal(area=scene.here, text=TOLD, street=street, place_words="nummer 12")
    _hand_over(scene, signal, place=share)
    assert Handover.objects.get().place == place


def test_the_exact_point_expires_and_each_look_is_logged(scene):
    lon, lat = point_in(scene.here)
    signal = make_signal(area=scene.here, text=TOLD, point=(lon, lat))
    reference = _hand_over(scene, signal, point_days=3)
    key = {"reference": reference, "by": scene.handler}
    for _look in range(2):
        point = actions.read_point_of(at=NOON, **key)
    assert (point.lon, point.lat) == (pytest.approx(lon, abs=1e-5), pytest.approx(lat, abs=1e-5))
    assert AuditLine.objects.filter(action="handover.read_point").count() == 2
    with pytest.raises(Refused):
        actions.read_point_of(at=NOON + timedelta(days=3), **key)
    late = queries.handover_detail(at=NOON + timedelta(days=3), **key)
    assert late.point_until is None


def test_without_a_shared_point_there_is_none_to_read(scene):
    signal = make_signal(area=scene.here, text=TOLD, point=point_in(scene.here))
    reference = _hand_over(scene, signal)
    with pytest.raises(Refused):
        actions.read_point_of(reference=reference, by=scene.handler, at=NOON)


def test_another_organisation_sees_and_does_nothing(scene):
    signal = make_signal(area=scene.here, text=TOLD)
    reference = _hand_over(scene, signal)
    other = handler_of(make_organisation(scene.town.municipality, name="Anders"))
    assert queries.handovers(by=other) == ()
    key = {"reference": reference, "by": other, "at": NOON}
    for deed in (
        lambda: queries.handover_detail(**key),
        lambda: actions.take_handover(**key),
        lambda: actions.report_handover(report="Klaar", **key),
        lambda: actions.read_point_of(**key),
        lambda: actions.withdraw_handover(**key),
    ):
        with pytest.raises(OutOfScope):
            deed()


def test_an_adviser_is_no_handler(scene):
    make_handover(make_signal(area=scene.here), scene.organisation)
    assert not handed_over(scene.adviser).exists()


def test_a_handler_takes_and_reports_back_and_the_signal_is_in_hand_again(scene):
    signal = make_signal(area=scene.here, text=TOLD)
    reference = _hand_over(scene, signal)
    key = {"reference": reference, "by": scene.handler, "at": NOON}
    actions.take_handover(**key)
    with pytest.raises(Refused):
        actions.take_handover(**key)
    with pytest.raises(Refused) as refused:
        actions.report_handover(report=" ", **key)
    assert refused.value.field == "report"
    actions.report_handover(report="Opgeruimd en bord geplaatst.", **key)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.IN_HAND
    assert Handover.objects.get().state == HandoverState.REPORTED
    back = queries.reported_back(by=scene.adviser, on=TODAY)
    assert [row.reference for row in back] == [signal.reference]
    with pytest.raises(Refused):
        actions.report_handover(report="Nog eens", **key)


def test_with_another_hand_over_open_the_signal_keeps_waiting(scene):
    signal = make_signal(area=scene.here, text=TOLD)
    first = _hand_over(scene, signal)
    _hand_over(scene, signal)
    actions.report_handover(reference=first, report="Klaar.", by=scene.handler, at=NOON)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.WAITING


def test_a_withdrawn_hand_over_disappears_from_the_handler(scene):
    signal = make_signal(area=scene.here, text=TOLD)
    reference = _hand_over(scene, signal)
    with pytest.raises(OutOfScope):
        actions.withdraw_handover(reference=reference, by=scene.neighbour, at=NOON)
    actions.withdraw_handover(reference=reference, by=scene.adviser, at=NOON)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.IN_HAND
    with pytest.raises(OutOfScope):
        queries.handover_detail(reference=reference, by=scene.handler, at=NOON)
    with pytest.raises(Refused):
        actions.withdraw_handover(reference=reference, by=scene.adviser, at=NOON)


def test_only_a_cleared_photo_goes_along(scene):
    signal = make_signal(area=scene.here, text=TOLD)
    shown, hidden = make_attachment(signal), make_attachment(signal)
    key = {"by": scene.adviser, "at": NOON}
    actions.clear_photo(file_name=shown.file_name, cleared=True, **key)
    reference = _hand_over(scene, signal, with_photos=True)
    detail = queries.handover_detail(reference=reference, by=scene.handler, at=NOON)
    assert detail.photos == (shown.file_name,)
    for file_name in (hidden.file_name, shown.file_name):
        with pytest.raises(OutOfScope):  # the first not shared, the second has no file here
            actions.open_attachment(file_name=file_name, by=scene.handler, at=NOON)
    actions.clear_photo(file_name=shown.file_name, cleared=False, **key)
    assert queries.handover_detail(reference=reference, by=scene.handler, at=NOON).photos == ()


def test_photos_are_decided_on_by_the_duo_alone(scene):
    photo = make_attachment(make_signal(area=scene.here))
    for by in (scene.neighbour, scene.handler, scene.director):
        with pytest.raises(OutOfScope):
            actions.clear_photo(file_name=photo.file_name, cleared=True, by=by, at=NOON)
        with pytest.raises(OutOfScope):
            actions.open_attachment(file_name=photo.file_name, by=by, at=NOON)


def test_a_destroyed_attachment_is_gone_for_everybody(scene):
    photo = make_attachment(make_signal(area=scene.here))
    with arranging():
        photo.destroyed_at = NOON
        photo.save()
    with pytest.raises(OutOfScope):
        actions.open_attachment(file_name=photo.file_name, by=scene.adviser, at=NOON)

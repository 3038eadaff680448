# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making, moving and ending agreements, and whatever is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.signals import make_signal
from voelspriet.act.agenda.actions import finish_agreement, make_agreement, move_agreement
from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement, AgreementMove
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import Permission, SignalStatus

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
TODAY = date(2026, 9, 9)
DUE = date(2026, 9, 23)


@pytest.fixture
def handler(town, organisation):
    return actor_of(make_user(town.municipality, Role.HANDLER, organisation=organisation))


def wording(organisation, **more):
    values = {
        "signal_references": [],
        "area_id": None,
        "organisation_id": organisation.pk,
        "contact": "Mo",
        "what": "De lantaarnpaal maken",
        "due_on": DUE,
        "visibility": Visibility.REPORTERS,
        "at": AT,
    }
    return values | more


def test_make_agreement_from_signals_lets_them_wait_on_who_promised(adviser, area, organisation):
    signals = [make_signal(area=area), make_signal(area=area)]
    references = [signal.reference for signal in signals]

    row = make_agreement(**wording(organisation, signal_references=references), by=adviser)

    agreement = Agreement.objects.get(reference=row.reference)
    assert agreement.area_id == area.pk
    assert (agreement.first_due_on, agreement.due_on) == (DUE, DUE)
    assert set(agreement.signals.all()) == set(signals)
    for signal in signals:
        signal.refresh_from_db()
        assert signal.status == SignalStatus.WAITING
        assert signal.waiting_on == organisation.name
    made = AuditLine.objects.get(action="agreement.make")
    assert made.detail["signals"] == 2
    assert "lantaarnpaal" not in str(made.detail)


def test_make_agreement_without_a_signal_needs_an_area(adviser, area, organisation):
    with pytest.raises(Refused) as refused:
        make_agreement(**wording(organisation), by=adviser)
    assert refused.value.field == "area"

    row = make_agreement(**wording(organisation, area_id=area.pk), by=adviser)
    assert row.area_name == area.name


@pytest.mark.parametrize("permission", [Permission.LOCKED, Permission.REFUSED])
def test_make_agreement_refuses_a_locked_signal(adviser, area, organisation, permission):
    free = make_signal(area=area)
    locked = make_signal(area=area, permission=permission)
    references = [free.reference, locked.reference]

    with pytest.raises(Refused):
        make_agreement(**wording(organisation, signal_references=references), by=adviser)
    assert not Agreement.objects.exists()
    free.refresh_from_db()
    assert free.status == SignalStatus.RECEIVED


def test_make_agreement_accepts_a_signal_whose_reporter_said_yes(adviser, area, organisation):
    signal = make_signal(area=area, permission=Permission.GRANTED)

    make_agreement(**wording(organisation, signal_references=[signal.reference]), by=adviser)
    assert Agreement.objects.get().signals.get() == signal


def test_make_agreement_refuses_a_withdrawn_signal(adviser, area, organisation):
    signal = make_signal(area=area, withdrawn_at=AT)

    with pytest.raises(Refused):
        make_agreement(**wording(organisation, signal_references=[signal.reference]), by=adviser)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"what": "  "}, "what"),
        ({"what": "x" * 301}, "what"),
        ({"due_on": TODAY - timedelta(days=1)}, "due_on"),
        ({"due_on": TODAY + timedelta(days=401)}, "due_on"),
    ],
)
def test_make_agreement_refuses(adviser, area, organisation, wrong, field):
    with pytest.raises(Refused) as refused:
        make_agreement(**wording(organisation, area_id=area.pk, **wrong), by=adviser)
    assert refused.value.field == field


def test_make_agreement_refuses_a_closed_organisation(adviser, area, town):
    closed = make_organisation(town.municipality, is_active=False)

    with pytest.raises(Refused) as refused:
        make_agreement(**wording(closed, area_id=area.pk), by=adviser)
    assert refused.value.field == "organisation"


def test_make_agreement_elsewhere_is_out_of_scope(adviser, area, organisation, town):
    other = town.neighbourhoods[1]
    foreign = make_organisation(
        make_town(name="Duinoord", area_code="GM9998", row=5).municipality, name="Politie"
    )
    signal = make_signal(area=other)

    for wrong in (
        {"area_id": other.pk},
        {"signal_references": [signal.reference]},
        {"area_id": area.pk, "organisation_id": foreign.pk},
    ):
        with pytest.raises(OutOfScope):
            make_agreement(**wording(organisation, **wrong), by=adviser)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AREA_ADVISER])
def test_only_an_adviser_makes_agreements(town, area, organisation, role):
    by = actor_of(make_user(town.municipality, role, organisation=organisation))

    with pytest.raises(OutOfScope):
        make_agreement(**wording(organisation, area_id=area.pk), by=by)


def test_move_agreement_keeps_the_first_day_as_measure(adviser, area, organisation):
    agreement = make_agreement_row(area, organisation, due_on=DUE)

    move_agreement(
        reference=agreement.reference,
        to_on=DUE + timedelta(days=7),
        reason="De lamp is niet op voorraad.",
        by=adviser,
        at=AT,
    )
    agreement.refresh_from_db()
    assert agreement.first_due_on == DUE
    assert agreement.due_on == DUE + timedelta(days=7)
    assert agreement.move.from_on == DUE

    with pytest.raises(Refused):
        move_agreement(
            reference=agreement.reference,
            to_on=DUE + timedelta(days=14),
            reason="Nog eens",
            by=adviser,
            at=AT,
        )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"to_on": DUE}, "to_on"),
        ({"to_on": TODAY - timedelta(days=1)}, "to_on"),
        ({"to_on": TODAY + timedelta(days=401)}, "to_on"),
    ],
)
def test_move_agreement_refuses(adviser, area, organisation, wrong, field):
    agreement = make_agreement_row(area, organisation, due_on=DUE)
    values = {"to_on": DUE + timedelta(days=7), "reason": "Geen lamp"} | wrong

    with pytest.raises(Refused) as refused:
        move_agreement(reference=agreement.reference, **values, by=adviser, at=AT)
    assert refused.value.field == field


def test_move_agreement_is_for_the_adviser(area, organisation, handler, town):
    agreement = make_agreement_row(area, organisation, due_on=DUE)
    values = {"to_on": DUE + timedelta(days=7), "reason": "Geen lamp", "at": AT}

    with pytest.raises(Refused):
        move_agreement(reference=agreement.reference, **values, by=handler)
    stranger = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    with pytest.raises(OutOfScope):
        move_agreement(reference=agreement.reference, **values, by=stranger)


def test_agreement_move_happens_once_in_the_database(area, organisation):
    agreement = make_agreement_row(area, organisation)
    move = {"from_on": DUE, "to_on": DUE, "reason": "x", "at": AT}

    with arranging():
        AgreementMove.objects.create(agreement=agreement, **move)
    with arranging(), pytest.raises(IntegrityError), transaction.atomic():
        AgreementMove.objects.create(agreement=agreement, **move)


@pytest.mark.parametrize("state", [AgreementState.DONE, AgreementState.NOT_DONE])
def test_finish_agreement_by_the_organisation_returns_the_signals(
    adviser, handler, area, organisation, state
):
    signal = make_signal(area=area)
    row = make_agreement(**wording(organisation, signal_references=[signal.reference]), by=adviser)

    finish_agreement(
        reference=row.reference,
        result="De lamp brandt weer.",
        done=state == AgreementState.DONE,
        by=handler,
        at=AT,
    )
    agreement = Agreement.objects.get()
    assert (agreement.state, agreement.ended_at) == (state, AT)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.IN_HAND
    assert signal.answers_owed == 1, "the reporter still waits for an answer"


def test_finish_agreement_leaves_signals_that_wait_on_another(adviser, area, town, organisation):
    signal = make_signal(area=area)
    other = make_organisation(town.municipality, name="Politie")
    first, second = (
        make_agreement(**wording(one, signal_references=[signal.reference]), by=adviser)
        for one in (organisation, other)
    )

    finish_agreement(reference=first.reference, result="Klaar", done=True, by=adviser, at=AT)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.WAITING

    finish_agreement(reference=second.reference, result="Klaar", done=True, by=adviser, at=AT)
    signal.refresh_from_db()
    assert signal.status == SignalStatus.IN_HAND


@pytest.mark.parametrize("result", [" ", "x" * 2001])
def test_finish_agreement_refuses_no_result_or_too_much(adviser, area, organisation, result):
    agreement = make_agreement_row(area, organisation)

    with pytest.raises(Refused) as refused:
        finish_agreement(reference=agreement.reference, result=result, done=True, by=adviser, at=AT)
    assert refused.value.field == "result"


def test_finish_agreement_refuses_an_ended_one(adviser, area, organisation):
    agreement = make_agreement_row(area, organisation, state=AgreementState.DONE)

    with pytest.raises(Refused):
        finish_agreement(
            reference=agreement.reference, result="Klaar", done=True, by=adviser, at=AT
        )
    with pytest.raises(Refused):
        move_agreement(reference=agreement.reference, to_on=DUE, reason="x", by=adviser, at=AT)


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE])
def test_whoever_reads_along_ends_nothing(area, organisation, town, role):
    agreement = make_agreement_row(area, organisation)
    by = actor_of(make_user(town.municipality, role))

    with pytest.raises(Refused):
        finish_agreement(reference=agreement.reference, result="x", done=True, by=by, at=AT)


@pytest.mark.parametrize("role", [Role.HANDLER, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_an_agreement_of_others_is_out_of_scope(area, organisation, town, role):
    agreement = make_agreement_row(area, organisation)
    by = actor_of(make_user(town.municipality, role))

    with pytest.raises(OutOfScope):
        finish_agreement(reference=agreement.reference, result="x", done=True, by=by, at=AT)


@pytest.mark.parametrize(
    ("state", "ended_at"), [(AgreementState.OPEN, AT), (AgreementState.DONE, None)]
)
def test_agreement_ended_has_a_day_holds_in_the_database(area, organisation, state, ended_at):
    agreement = make_agreement_row(area, organisation)
    broken = pytest.raises(IntegrityError, match="agreement_ended_has_a_day")

    with arranging(), broken, transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(state=state, ended_at=ended_at)

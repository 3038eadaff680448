# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A worrying case: read by who it is for, confirmed by name, late after four working hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories.conversations import MADE, make_study, make_urgent
from tests.factories.people import actor_of, make_organisation, make_user
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.conversations.actions.urgent import (
    confirm_urgent,
    escalate_urgent,
    hand_over_urgent,
)
from voelspriet.listen.conversations.models import UrgentCase
from voelspriet.listen.conversations.queries.urgent import urgent_cases

AT = datetime(2026, 9, 11, 13, 30, tzinfo=UTC)  # Friday half past three
SECRET = "Iemand komt de deur niet meer uit."


def test_it_is_due_after_four_working_hours_and_only_the_fact_is_kept(
    researcher, area, organisation
):
    reference = hand_over_urgent(
        reference=make_study(area).reference, organisation_id=organisation.pk, text=SECRET,
        by=researcher, at=AT,
    )  # fmt: skip
    (row,) = urgent_cases(by=researcher, at=AT).items
    assert row.due_at == datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
    assert row.words == SECRET
    with pytest.raises(Refused):
        confirm_urgent(reference=reference, name=" ", by=researcher, at=AT)
    confirm_urgent(reference=reference, name="Bas Schild", by=researcher, at=AT)
    case = UrgentCase.objects.get()
    assert (case.text, case.confirmed_by) == ("", "Bas Schild")
    with pytest.raises(Refused):
        confirm_urgent(reference=reference, name="Bas", by=researcher, at=AT)
    assert SECRET not in str([line.__dict__ for line in AuditLine.objects.all()])
    assert "Bas" not in str([line.detail for line in AuditLine.objects.all()])


def test_a_handler_reads_and_confirms_those_of_their_organisation(town, area, organisation):
    case = make_urgent(make_study(area), organisation)
    own = actor_of(make_user(town.municipality, Role.HANDLER, organisation=organisation))
    elsewhere = make_organisation(town.municipality, name="Elders")
    other = actor_of(make_user(town.municipality, Role.HANDLER, organisation=elsewhere))
    assert urgent_cases(by=other, at=AT).items == ()
    with pytest.raises(OutOfScope):
        confirm_urgent(reference=case.reference, name="x", by=other, at=AT)
    (row,) = urgent_cases(by=own, at=AT).items
    assert row.words == case.text
    confirm_urgent(reference=case.reference, name="Iemand anders", by=own, at=AT)
    assert UrgentCase.objects.get().confirmed_by == own.name


def test_a_director_sees_late_ones_without_their_words(town, area, organisation):
    director = actor_of(make_user(town.municipality, Role.DIRECTOR))
    case = make_urgent(make_study(area), organisation)
    make_urgent(make_study(area), organisation, text="", confirmed_by="Bas", confirmed_at=MADE)
    by = system("conversations.escalate")
    assert escalate_urgent(by=by, at=case.due_at) == 0
    assert urgent_cases(by=director, at=AT).items == ()
    assert escalate_urgent(by=by, at=case.due_at + timedelta(minutes=1)) == 1
    assert escalate_urgent(by=by, at=AT) == 0
    (row,) = urgent_cases(by=director, at=AT).items
    assert (row.reference, row.words, row.is_late) == (case.reference, "", True)
    with pytest.raises(OutOfScope):
        confirm_urgent(reference=case.reference, name="x", by=director, at=AT)


def test_it_goes_only_to_an_open_organisation_here(researcher, area, town):
    closed = make_organisation(town.municipality, is_active=False)
    study = make_study(area).reference
    for wrong in (closed.pk, 999_999):
        with pytest.raises(OutOfScope):
            hand_over_urgent(
                reference=study, organisation_id=wrong, text=SECRET, by=researcher, at=AT
            )
    with pytest.raises(Refused):
        hand_over_urgent(reference=study, organisation_id=closed.pk, text=" ", by=researcher, at=AT)

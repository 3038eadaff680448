# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""An agreement that helps an initiative: both sides see it, residents as far as it was meant."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.factories.initiatives import make_initiative
from tests.factories.people import actor_of, make_duo
from voelspriet.act.agenda.actions import make_agreement
from voelspriet.act.agenda.choices import Visibility
from voelspriet.act.agenda.queries import agreement_detail
from voelspriet.act.agenda.queries.of_initiatives import (
    agreements_of_initiative,
    initiative_to_agree,
    promised_publicly,
    promised_to_starter,
)
from voelspriet.answer.pages.queries.initiatives import listed_initiatives
from voelspriet.ground.privacy.actors import OutOfScope, Refused

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 8, 9, tzinfo=UTC)
ON, DUE = date(2026, 9, 8), date(2026, 9, 22)


@pytest.fixture
def initiative(area):
    return make_initiative(area, title="Koken", may_list=True, listed_at=AT)


def promise(initiative, organisation, by, visibility=Visibility.PUBLIC, area_id=None):
    return make_agreement(
        signal_references=(),
        area_id=area_id,
        organisation_id=organisation.pk,
        contact="Kees",
        what="Tafels lenen",
        due_on=DUE,
        visibility=visibility,
        initiative_reference=initiative.reference,
        by=by,
        at=AT,
    )


def test_both_sides_name_each_other(initiative, area, organisation, adviser):
    made = promise(initiative, organisation, adviser)
    assert made.area_id == area.pk
    detail = agreement_detail(reference=made.reference, by=adviser, on=ON)
    assert (detail.initiative_reference, detail.initiative_title) == (initiative.reference, "Koken")
    assert detail.made_to == "wie het initiatief begon"
    (row,) = agreements_of_initiative(reference=initiative.reference, by=adviser, on=ON)
    assert row.reference == made.reference


def test_residents_see_what_was_meant_for_them(initiative, area, organisation, adviser):
    for visibility in Visibility:
        promise(initiative, organisation, adviser, visibility=visibility)
    assert len(promised_to_starter(initiative_id=initiative.pk, on=ON)) == 2
    (row,) = promised_publicly(initiative_ids=[initiative.pk], on=date(2026, 9, 23))[initiative.pk]
    assert (row.what, row.organisation_name, row.is_late) == (
        "Tafels lenen",
        organisation.name,
        True,
    )
    (listed,) = listed_initiatives(area_ids=[area.pk], language="ar", on=ON)
    assert [one.what for one in listed.promises] == ["Tafels lenen"]


def test_only_for_an_initiative_one_leads_and_that_was_not_taken_back(
    town, initiative, organisation, adviser
):
    other_area = town.neighbourhoods[1]
    other = actor_of(make_duo(town.municipality, other_area)[0])
    with pytest.raises(OutOfScope):
        promise(initiative, organisation, other, area_id=other_area.pk)
    assert initiative_to_agree(reference=initiative.reference, by=other) is None
    gone = make_initiative(initiative.area, withdrawn_at=AT)
    with pytest.raises(Refused):
        promise(gone, organisation, adviser)
    assert initiative_to_agree(reference=gone.reference, by=adviser) is None

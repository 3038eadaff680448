# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database itself refuses what must never be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_street
from tests.factories.drawings import close, make_round, make_sheet, shape_at
from tests.factories.signals import NOON
from voelspriet.listen.drawings.models import DrawnShape, MapResult, MapRound, MapSheet

pytestmark = pytest.mark.django_db


def _breaks(name: str, write) -> None:
    with pytest.raises(IntegrityError) as broken, arranging(), transaction.atomic():
        write()
    # SQLite names the columns of a unique constraint, PostgreSQL its name
    assert name in str(broken.value) or "UNIQUE" in str(broken.value)


def test_a_round_asks_something(area):
    _breaks("map_round_asks_something", lambda: make_round(area, question=""))


def test_a_round_closes_after_it_opens(one):
    before = one.opens_at - timedelta(seconds=1)
    rounds = MapRound.objects.filter(pk=one.pk)
    _breaks("map_round_closes_after_opening", lambda: rounds.update(closes_at=before))


def test_a_round_is_emptied_only_after_it_closed(one):
    rounds = MapRound.objects.filter(pk=one.pk)
    _breaks("map_round_emptied_after_closing", lambda: rounds.update(emptied_at=NOON))
    close(one)
    early = NOON - timedelta(hours=1)
    _breaks("map_round_emptied_after_closing", lambda: rounds.update(emptied_at=early))


def test_a_result_is_of_five_sheets_or_more(one):
    def publish(sheets: int) -> MapResult:
        return MapResult.objects.create(
            round=one, content={}, sheets=sheets, published_at=NOON, published_by_name="Noor"
        )

    _breaks("map_result_of_enough_sheets", lambda: publish(4))
    with arranging():
        publish(5)
    _breaks("drawings_mapresult", lambda: publish(5))


def test_a_sheet_of_ones_own_phone_names_no_colleague(one):
    sheet = make_sheet(one)
    sheets = MapSheet.objects.filter(pk=sheet.pk)
    _breaks("map_sheet_of_own_phone_names_nobody", lambda: sheets.update(entered_by_id=1))
    with arranging():
        sheets.update(channel="paper", entered_by_id=1)


def test_one_form_makes_one_sheet(one):
    sheet = make_sheet(one)
    _breaks("submission", lambda: make_sheet(one, submission=sheet.submission))


def test_a_shape_lies_somewhere_is_of_a_kind_and_its_street_was_chosen(area, one):
    make_sheet(one, shape_at(area))
    shapes = DrawnShape.objects.all()
    street = make_street(area, name="Beukenlaan")
    _breaks("drawn_shape_lies_somewhere", lambda: shapes.update(geometry=""))
    _breaks("drawn_shape_kind_known", lambda: shapes.update(kind="haunted"))
    _breaks("drawn_shape_street_was_chosen", lambda: shapes.update(street=street))
    with arranging():
        shapes.update(street=street, origin="chosen")

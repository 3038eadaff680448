# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What everybody may see: squares that five sheets or more marked, once, and nothing else."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tests.conftest import arranging
from tests.factories.drawings import close, make_round, make_sheet, shape_at
from tests.factories.signals import NOON, adviser_of
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.listen.drawings.actions import (
    open_map_round,
    publish_map_result,
    remove_map_sheet,
    submit_map_sheet,
)
from voelspriet.listen.drawings.choices import RoundState, SheetChannel
from voelspriet.listen.drawings.models import MapResult, MapSheet
from voelspriet.listen.drawings.queries import open_round, public_result
from voelspriet.listen.drawings.queries.open_rounds import running_rounds
from voelspriet.listen.drawings.rules.legend import legend
from voelspriet.listen.drawings.rules.publishing import Marked, at_least, open_cells

AFTER = NOON + timedelta(days=1)
TOKEN = "geheim"


def marks(kind: str, cell: str, sheets: int, start: int = 0) -> list[Marked]:
    return [Marked(start + n, kind, (cell,)) for n in range(sheets)]


@pytest.mark.parametrize(
    ("count", "told"), [(4, 0), (5, 5), (9, 5), (10, 10), (42, 20), (200, 200)]
)
def test_counts_are_told_as_at_least(count, told):
    assert at_least(count) == told


def test_a_square_is_shown_from_five_sheets_on():
    shown = open_cells(marks("crossing", "10_10", 5) + marks("crossing", "90_90", 4))
    assert [(one.cell, one.at_least) for one in shown] == [("5_5", 5)]


def test_one_sheet_counts_once_however_often_it_marks_a_square():
    one_person = [Marked(1, "crossing", ("10_10", "11_11"))] * 20
    assert open_cells(one_person) == ()


def test_kinds_never_add_up_to_a_square():
    mixed = marks("crossing", "10_10", 3) + marks("safe_place", "10_10", 3, start=10)
    assert open_cells(mixed) == ()


def test_where_others_see_crime_is_never_shown():
    assert open_cells(marks("trouble_area", "10_10", 100)) == ()
    assert [kind for kind, entry in legend().items() if not entry.is_open] == ["trouble_area"]


def test_safe_places_stand_first_then_what_most_people_say():
    shown = open_cells(
        marks("crossing", "10_10", 12) + marks("safe_place", "10_10", 5)
        + marks("crossing", "90_90", 25)
    )  # fmt: skip
    assert [(one.kind, one.at_least) for one in shown] == [
        ("safe_place", 5), ("crossing", 20), ("crossing", 10),
    ]  # fmt: skip


@pytest.fixture
def full(area, one):
    """Six sheets that agree on a safe place and an area; one that marks a crossing of its own."""
    for _number in range(6):
        make_sheet(one, shape_at(area, note="Bij de bakker"), shape_at(area, "trouble_area"))
    make_sheet(one, shape_at(area, "crossing", east=0.1))
    return close(one)


@pytest.mark.django_db
def test_a_result_holds_no_shape_no_word_and_no_small_count(full, adviser):
    publish_map_result(reference=full.reference, by=adviser, at=AFTER)
    stored = MapResult.objects.get()
    assert stored.sheets == 5
    assert {cell["kind"] for cell in stored.content["cells"]} == {"safe_place"}
    assert "bakker" not in json.dumps(stored.content)
    shown = public_result(code=full.code.lower(), language="nl", at=AFTER)
    assert shown is not None
    assert shown.round.state is RoundState.PUBLISHED
    (safe,) = shown.safe_places
    assert [cell.at_least for cell in safe.cells] == [5]
    assert all(len(cell.ring) == 5 for cell in safe.cells)
    assert "trouble_area" not in {str(kind.entry.kind) for kind in shown.kinds}
    assert all(not kind.cells for kind in shown.others)


@pytest.mark.django_db
def test_a_result_is_published_once_and_stays_as_it_was(full, adviser):
    publish_map_result(reference=full.reference, by=adviser, at=AFTER)
    before = MapResult.objects.get().content
    sheet = MapSheet.objects.earliest("id")
    remove_map_sheet(
        round_reference=full.reference, reference=sheet.reference, by=adviser, at=AFTER
    )
    assert MapResult.objects.get().content == before
    with pytest.raises(Refused, match="al openbaar"):
        publish_map_result(reference=full.reference, by=adviser, at=AFTER)
    with pytest.raises(Refused, match="al openbaar"):
        open_map_round(reference=full.reference, by=adviser, at=AFTER)
    for channel, by in (
        (SheetChannel.PHONE, resident(full.municipality_id)), (SheetChannel.PAPER, adviser),
    ):  # fmt: skip
        with pytest.raises(Refused, match="dicht"):
            submit_map_sheet(
                round_reference=full.reference, shapes=[], channel=channel, token=TOKEN,
                by=by, at=AFTER,
            )  # fmt: skip


@pytest.mark.django_db
def test_an_open_round_or_one_of_few_sheets_is_not_published(town, area, adviser):
    few = close(make_round(area))
    for _number in range(4):
        make_sheet(few)
    with pytest.raises(Refused, match="te weinig"):
        publish_map_result(reference=few.reference, by=adviser, at=AFTER)
    running = make_round(area)
    with pytest.raises(Refused, match="Sluit eerst"):
        publish_map_result(reference=running.reference, by=adviser, at=AFTER)
    with pytest.raises(OutOfScope):
        publish_map_result(reference=few.reference, by=adviser_of(town.neighbourhoods[1]), at=AFTER)
    assert public_result(code=few.code, language="nl", at=AFTER) is None


@pytest.mark.django_db
def test_residents_see_open_rounds_and_results_and_nothing_else(area, full, adviser):
    open_one = make_round(area, question_translations={"tr": "Nerede?"})
    close(make_round(area))
    make_round(area, opens_at=AFTER + timedelta(days=3))

    def seen() -> set[str]:
        return {one.code for one in running_rounds(area_ids=[area.pk], language="nl", at=AFTER)}

    assert seen() == {open_one.code}
    publish_map_result(reference=full.reference, by=adviser, at=AFTER)
    assert seen() == {open_one.code, full.code}
    turkish = open_round(code=open_one.code, language="tr", at=AFTER)
    assert (turkish.question, turkish.question_language) == ("Nerede?", "tr")
    arabic = open_round(code=open_one.code, language="ar", at=AFTER)
    assert (arabic.question, arabic.question_language) == (open_one.question, "nl")
    assert "Straat 0101 1" in arabic.streets
    with arranging():
        assert open_round(code="ONBEKEND", language="nl", at=AFTER) is None

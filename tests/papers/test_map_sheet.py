# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a round on A3: the map with marks at its own corners, the legend, the link."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.conf import settings

from tests.factories.areas import make_street, make_town
from tests.factories.drawings import make_round
from tests.factories.people import actor_of, make_duo
from tests.papers.documents import HOSTILE
from tests.papers.reading import Back
from voelspriet.ground.areas.rows import municipality_row_of
from voelspriet.listen.drawings.queries import sheet_plan
from voelspriet.papers.map_sheet import HIGHEST_MM, WIDEST_MM, map_sheet, marked, width_of
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
A3_LYING = (1191, 842)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def plan(town):
    area = town.neighbourhoods[0]
    make_street(area, name="Lindelaan")
    one = make_round(area, question_translations={"ar": "أين تشعرون بالأمان؟"})
    by = actor_of(make_duo(town.municipality, area)[0])
    return sheet_plan(reference=one.reference, by=by)


def back(town, plan, language="nl") -> Back:
    row = municipality_row_of(town.municipality)
    document = map_sheet(plan=plan, municipality=row, language=language, on=date(2026, 9, 1))
    return Back(write_pdf(document, fonts=settings.PAPER_FONTS))


@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar"])
def test_it_is_one_lying_a3_with_map_legend_and_link(town, plan, language):
    found = back(town, plan, language)
    box = found.file.pages[0].mediabox
    assert (found.pages, found.language) == (1, language)
    assert (round(box.width), round(box.height)) == A3_LYING
    assert found.is_tagged
    assert found.links == [plan.link]
    assert len(found.alts) == 2  # the map and the code; colours of the legend are decoration
    assert str(len(plan.legend)) in found.words
    assert ("Teken niet waar u woont." in found.words) == (language == "nl")


def test_the_marks_stand_on_the_corners_that_the_photo_is_laid_by(plan):
    svg = marked(plan)
    squares = [
        (float(x) + float(width) / 2, float(y) + float(width) / 2)
        for x, y, width in re.findall(
            r'<rect x="(-?[\d.]+)" y="(-?[\d.]+)" width="([\d.]+)"[^>]*fill="#000"', svg
        )
    ]
    wide, high = plan.width_metres, plan.height_metres
    for found, (x, y) in zip(squares, [(0, 0), (wide, 0), (0, high), (wide, high)], strict=True):
        assert found == pytest.approx((x, y), abs=0.2)
    assert svg.count('fill="#fff"/>') == 3  # that at the top left is whole


def test_the_map_is_as_large_as_the_sheet_allows(plan):
    wide = replace(plan, width_metres=4000.0, height_metres=400.0)
    high = replace(plan, width_metres=400.0, height_metres=4000.0)
    assert width_of(wide) == WIDEST_MM
    assert width_of(high) == HIGHEST_MM / 10


def test_hostile_words_are_words(town, plan):
    found = back(town, replace(plan, question=HOSTILE[:200], area_name=HOSTILE[:100]))
    assert found.pages == 1
    assert found.links == [plan.link]

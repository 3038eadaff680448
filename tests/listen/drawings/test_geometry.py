# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which drawings we can take, and in which squares they are counted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.areas import SIDE, SOUTH, WEST
from voelspriet.ground.areas.ground_plan import metres_of
from voelspriet.ground.areas.projection import to_wgs84
from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.drawings.choices import ShapeForm, ShapeKind
from voelspriet.listen.drawings.rules.geometry import shape_of
from voelspriet.listen.drawings.rules.grid import cells_of, public_cell, square_of
from voelspriet.listen.drawings.rules.legend import legend, usual_kinds

CSS = Path(__file__).resolve().parents[3] / "frontend" / "src" / "css" / "drawings.css"


def polygon(*ring: tuple[float, float]) -> dict[str, object]:
    return {"type": "Polygon", "coordinates": [[list(point) for point in ring]]}


def at(x: float, y: float) -> list[float]:
    """Return degrees of metres from the corner of the grid of test towns."""
    return list(to_wgs84(WEST + x, SOUTH + y))


BAD = {
    "nothing": (None, ShapeForm.POINT),
    "words": ("geen json", ShapeForm.POINT),
    "a list": ([1, 2], ShapeForm.POINT),
    "another form": (polygon((0, 0), (1, 0), (1, 1), (0, 0)), ShapeForm.LINE),
    "no numbers": ({"type": "Point", "coordinates": ["5", "52"]}, ShapeForm.POINT),
    "true": ({"type": "Point", "coordinates": [True, False]}, ShapeForm.POINT),
    "no place on earth": ({"type": "Point", "coordinates": [500, 52]}, ShapeForm.POINT),
    "not a number": ('{"type":"Point","coordinates":[NaN,52]}', ShapeForm.POINT),
    "one point": ({"type": "LineString", "coordinates": [[5, 52]]}, ShapeForm.LINE),
    "a line on one spot": ({"type": "LineString", "coordinates": [[5, 52]] * 2}, ShapeForm.LINE),
    "an open area": (polygon((5, 52), (5.1, 52), (5.1, 52.1), (5, 52.1)), ShapeForm.AREA),
    "an area of two points": (polygon((5, 52), (5.1, 52), (5, 52), (5, 52)), ShapeForm.AREA),
    "an area that crosses itself": (
        polygon((5, 52), (5.1, 52.1), (5.1, 52), (5, 52.1), (5, 52)), ShapeForm.AREA,
    ),
    "an area with a hole": (
        {"type": "Polygon", "coordinates": [[[5, 52], [5.1, 52], [5.1, 52.1], [5, 52]]] * 2},
        ShapeForm.AREA,
    ),
    "too many points": (
        {"type": "LineString", "coordinates": [[5 + n / 10_000, 52] for n in range(301)]},
        ShapeForm.LINE,
    ),
    "deep": ("[" * 100_000, ShapeForm.POINT),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(BAD))
def test_a_drawing_we_cannot_take_is_refused_in_a_sentence(kind):
    told, form = BAD[kind]
    with pytest.raises(Refused) as refused:
        shape_of(told, form)
    assert refused.value.reason.endswith(".")


def test_a_drawing_is_kept_to_the_decimetre_and_without_anything_else():
    told = {"type": "Point", "coordinates": [5.12345678, 52.1, 3], "naam": "geheim"}
    assert shape_of(told, ShapeForm.POINT).geometry == (
        '{"type":"Point","coordinates":[5.123457,52.1]}'
    )


def test_a_line_crosses_every_square_on_its_way():
    line = {"type": "LineString", "coordinates": [at(50, 50), at(450, 50)]}
    cells = cells_of(json.dumps(line))
    columns = sorted(int(cell.split("_")[0]) for cell in cells)
    assert columns == list(range(int(WEST // 100), int(WEST // 100) + 5))
    assert len({cell.split("_")[1] for cell in cells}) == 1


def test_an_area_covers_the_squares_inside_it():
    ring = [at(10, 10), at(290, 10), at(290, 290), at(10, 290), at(10, 10)]
    cells = cells_of(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    assert len(cells) == 9
    assert len({public_cell(cell) for cell in cells}) == 4


def test_an_area_beyond_all_measure_is_counted_by_its_edge():
    ring = [[4, 51.8], [6.5, 51.8], [6.5, 53], [4, 53], [4, 51.8]]
    assert 0 < len(cells_of(json.dumps({"type": "Polygon", "coordinates": [ring]}))) <= 1200


@given(st.floats(0, SIDE), st.floats(0, SIDE))
def test_a_point_lies_in_the_square_that_is_drawn_for_it(x, y):
    (cell,) = cells_of(json.dumps({"type": "Point", "coordinates": at(x, y)}))
    ring = metres_of([(lon, lat) for lon, lat in square_of(cell)])
    ((px, py),) = metres_of([tuple(at(x, y))])
    assert ring[:, 0].min() - 0.2 <= px <= ring[:, 0].max() + 0.2
    assert ring[:, 1].min() - 0.2 <= py <= ring[:, 1].max() + 0.2


def test_the_legend_holds_every_kind_once_and_the_eight_of_the_study():
    assert set(legend()) == set(ShapeKind.values)
    of_study = [entry for entry in legend().values() if entry.source]
    assert [entry.source for entry in of_study] == [f"L{n}" for n in range(1, 9)]
    assert set(usual_kinds()) < set(legend())


@pytest.mark.real_data
def test_the_legend_says_of_the_eight_what_the_study_says(shared):
    text = (shared / "cases" / "almere_congruence.yaml").read_text(encoding="utf-8")
    block = text[text.index("map_legend:") : text.index("\nchecks:")]
    told = re.findall(r"id: (L\d).*?geometry: (\w+).*?traffic: (\w+)", block, re.DOTALL)
    ours = {
        entry.source: (str(entry.form), str(entry.is_traffic).lower())
        for entry in legend().values()
        if entry.source
    }
    assert {key: (form, traffic) for key, form, traffic in told} == ours
    assert sum(entry.is_traffic for entry in legend().values()) == 6


def test_the_styles_give_every_kind_the_colour_of_the_legend():
    css = CSS.read_text(encoding="utf-8")
    found = dict(re.findall(r"\.vs-legend--(\w+) \{ --vs-kind: (#[0-9a-f]{6}); \}", css))
    assert found == {kind: entry.colour for kind, entry in legend().items()}

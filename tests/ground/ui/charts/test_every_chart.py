# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What holds for every chart: told without sight, safe, the same each time, alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from tests.ground.ui.charts.examples import HOSTILE, KINDS, SVG, texts, tree
from voelspriet.ground.ui.charts import ForestRow, forest_chart, tokens
from voelspriet.ground.ui.charts.lettering import fitted
from voelspriet.ground.ui.charts.painter import painted
from voelspriet.ground.ui.charts.scene import TEXT_SIZE, WIDTH, Scene, Text

every_kind = pytest.mark.parametrize("kind", KINDS)
NAMESPACES = {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}


@every_kind
def test_a_chart_is_an_image_with_a_title_and_a_description(kind):
    chart = KINDS[kind]()
    root = tree(chart)

    assert root.get("role") == "img"
    named = [root.find(f"{SVG}{name}") for name in ("title", "desc")]
    assert [one.text for one in named] == [chart.title, chart.description]
    assert root.get("aria-labelledby") == " ".join(one.get("id") for one in named)
    inside = {name for one in root.iter() for name in one.attrib if one is not root}
    assert not [name for name in inside if name == "role" or name.startswith("aria")]
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]


@every_kind
def test_a_description_is_sentences_with_numbers(kind):
    description = KINDS[kind]().description

    assert re.search(r"[A-Z].+\d.+\.$", description)
    assert not re.search(r"[{}]|nan|None|\s\s|\.\.", description)


@every_kind
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_language_is_told(kind, language):
    root = tree(KINDS[kind](language=language))

    assert root.get("lang") == language
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language


@every_kind
def test_dutch_differs_in_words_and_in_its_decimal_comma(kind):
    dutch, english = KINDS[kind](language="nl"), KINDS[kind](language="en")

    assert dutch.description != english.description
    assert not re.search(r"\d\.\d", dutch.description)
    assert dutch.columns == english.columns


@every_kind
def test_every_text_can_be_read_on_a_phone(kind):
    root = tree(KINDS[kind]())
    sizes = [float(one.get("font-size").removesuffix("px")) for one in root.iter(f"{SVG}text")]

    assert min(sizes) >= TEXT_SIZE
    assert TEXT_SIZE * 390 / WIDTH >= 12
    assert root.get("viewBox") == f"0 0 {WIDTH} {root.get('height')}"
    assert {"Noto Sans" in one.get("font-family") for one in root.iter(f"{SVG}text")} == {True}


@every_kind
def test_a_chart_loads_nothing_and_runs_nothing(kind):
    chart = KINDS[kind](HOSTILE["script"])

    tags = {element.tag.removeprefix(SVG) for element in tree(chart).iter()}
    assert tags <= {"svg", "title", "desc", "g", "path", "line", "rect", "text"}
    names = {name for element in tree(chart).iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name]
    assert "style" not in names
    assert "url(" not in chart.svg
    assert set(re.findall(r"https?://[^\"'\s]+", chart.svg)) <= NAMESPACES


@every_kind
@pytest.mark.parametrize("what", ["script", "control", "arabic", "long"])
def test_any_label_is_drawn_as_text_and_stands_whole_in_the_table(kind, what):
    label = HOSTILE[what]
    chart = KINDS[kind](label)

    assert "script" not in {element.tag.removeprefix(SVG) for element in tree(chart).iter()}
    assert label in [*chart.columns.get("label", []), *chart.columns.get("group", [])]


def test_a_text_that_looks_like_a_part_of_the_drawing_stays_whole():
    text = 'say role="img" class="x"'
    marks = (Text(0, 20, text),)

    assert texts(
        painted(Scene(marks, 40), columns={}, title="x", description="y", language="nl")
    ) == [text]


def test_whatever_stands_in_a_text_it_is_drawn_as_text():
    marks = [Text(0, 20, fitted(text, 10_000, 15)) for text in HOSTILE.values()]
    chart = painted(Scene(tuple(marks), 40), columns={}, title="x", description="y", language="nl")

    tags = {element.tag.removeprefix(SVG) for element in tree(chart).iter()}
    assert tags == {"svg", "title", "desc", "g", "path", "rect", "text"}
    drawn = [text for text in texts(chart) if text]
    assert drawn == [cleaned for text in HOSTILE.values() if (cleaned := fitted(text, 10_000, 15))]


@every_kind
def test_a_long_label_is_cut_in_the_drawing(kind):
    drawn = texts(KINDS[kind](HOSTILE["long"]))

    assert any(text.endswith("…") for text in drawn)
    assert max(map(len, drawn)) < 80


@every_kind
def test_the_same_numbers_give_the_same_bytes_and_other_numbers_other_ids(kind):
    first, again, other = KINDS[kind](), KINDS[kind].__wrapped__(), KINDS[kind]("elsewhere")

    assert first == again
    ids = [set(re.findall(r'\bid="([^"]+)"', chart.svg)) for chart in (first, other)]
    assert not ids[0] & ids[1]
    assert {len(one) for one in ids} == {2}


def test_the_last_digit_of_a_number_which_machines_differ_in_changes_nothing():
    one, other = (
        forest_chart([ForestRow("a", "", value, None, None, 1)], title="x")
        for value in (0.1 + 0.2, 0.3)
    )

    assert one.columns != other.columns
    assert one.svg == other.svg


def test_another_process_draws_the_same_bytes():
    program = (
        "import sys; from tests.ground.ui.charts.examples import KINDS;"
        "sys.stdout.buffer.write(''.join(k().svg for k in KINDS.values()).encode())"
    )
    drawn = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]

    assert drawn[0] == drawn[1]
    assert drawn[0].decode() == "".join(kind().svg for kind in KINDS.values())


@every_kind
def test_all_columns_of_the_table_are_as_long(kind):
    assert len({len(column) for column in KINDS[kind]().columns.values()}) == 1


@every_kind
def test_more_than_colour_tells_lines_and_marks_apart(kind):
    """No two colours of data share a line style or a filled shape."""
    looks: dict[str, set[tuple[str | None, ...]]] = {}
    for element in tree(KINDS[kind]()).iter():
        colour, outline = element.get("stroke"), element.get("d", "")
        look = (element.get("stroke-dasharray"), element.get("stroke-width"))
        if colour and look != ("", "1"):
            shape = f"{outline} {element.get('fill')}" if outline.endswith("Z") else "line"
            looks.setdefault(colour, set()).add((*look, shape))

    assert tokens.ACCENT in looks
    for one, other in combinations(looks, 2):
        assert not looks[one] & looks[other], (one, other)


def test_importing_charts_is_light():
    program = "import sys, voelspriet.ground.ui.charts; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not {"altair", "vl_convert", "django", "numpy", "pandas", "pyarrow"} & set(loaded)


def test_a_drawing_that_is_no_xml_would_be_noticed():
    with pytest.raises(ET.ParseError):
        ET.fromstring("<svg><text>a & b</text></svg>")  # noqa: S314  our own text

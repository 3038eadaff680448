# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map in the perception report: what many talks name, in drawing, words and table alike."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import factor, install
from tests.factories.comparisons import make_comparison, said
from tests.factories.conversations import make_study
from tests.factories.people import actor_of, make_user
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.perception_report.places import on_the_map
from voelspriet.papers.writers.document import Figure, Heading, Paragraph, Table
from voelspriet.understand.findings.queries.places import told_places

pytestmark = pytest.mark.django_db
NAMES = ("Fietstunnel", "de fietstunnel", "fietstunnel", "fietstunnel", "fietstunnel",
         "fietstunnel", "fietstunnel")  # fmt: skip


@pytest.fixture
def scene():
    """Two areas: seven talks name a tunnel in one, four a square in both; one is sensitive."""
    town = make_town()
    install()
    areas = town.neighbourhoods[:2]
    study, code = make_study(areas[0]), factor(areas[0], 1)
    with arranging():
        study.areas.set(areas)
    for name in NAMES:
        said(study, code, "Het is er donker.", area=areas[0], hot_spot=name)
    for area in areas:
        for _number in range(4):
            said(study, code, "Het is er druk.", area=area, hot_spot="Pleintje")
    said(study, code, "GEHEIM.", area=areas[1], hot_spot="Pleintje", sensitive=True)
    by = actor_of(make_user(town.municipality, Role.POLICY_ADVISER))
    return SimpleNamespace(one=make_comparison(study, code), by=by, areas=areas, code=code)


def _blocks(scene):
    places = told_places(reference=scene.one.reference, by=scene.by)
    return on_the_map(SimpleNamespace(places=places))


def _only(blocks, kind):
    return [one for one in blocks if isinstance(one, kind)]


def _text(block) -> str:
    return "".join(run.text for run in block.words)


def test_what_many_talks_name_stands_in_drawing_words_and_table(scene):
    blocks = _blocks(scene)
    (figure,), (table,) = _only(blocks, Figure), _only(blocks, Table)
    first, second = (area.name for area in scene.areas)
    assert figure.alt == (
        "Kaart van de gebieden van dit onderzoek. "
        f"1. {first}: fietstunnel (ten minste 5 gesprekken); "
        f"2. {second}: geen plek in vijf gesprekken of meer."
    )
    assert figure.svg.count("<path") == figure.svg.count("<text") == 2
    told = [["".join(run.text for run in cell) for cell in row] for row in table.rows]
    assert told == [
        [f"1. {first}", "fietstunnel", "ten minste 5 gesprekken"],
        [f"2. {second}", "geen plek in vijf gesprekken of meer", "–"],
    ]
    # four talks, and a fifth that is sensitive: not a word of it
    assert "leintje" not in repr(blocks)


def test_an_area_is_a_place_of_the_area_it_is_coded_with(scene):
    for _number in range(5):
        said(scene.one.study, scene.code, "Daar.", area=scene.areas[0], place=scene.areas[1],
             hot_spot="Haven")  # fmt: skip
    first, second = told_places(reference=scene.one.reference, by=scene.by).areas
    assert [one.name for one in first.places] == ["fietstunnel"]
    assert [(one.name, one.at_least) for one in second.places] == [("Haven", 5)]


def test_where_no_edges_are_known_the_report_says_so_and_keeps_the_table(scene):
    with arranging():
        Area.objects.filter(pk=scene.areas[1].pk).update(boundary=None, outline=None)
    blocks = _blocks(scene)
    assert not _only(blocks, Figure)
    assert _only(blocks, Table)
    (why,) = [_text(one) for one in _only(blocks, Paragraph)][-1:]
    assert why == f"Er staat geen kaart bij: de grens is niet bekend van {scene.areas[1].name}."


def test_where_nobody_was_recorded_as_speaking_nothing_is_counted(scene):
    """As in a study of fragments from a file, without edges: every reason is given."""
    for one in scene.one.study.sources.all():
        one.speakers.all().delete()
    with arranging():
        Area.objects.update(boundary=None, outline=None)
    heading, why = _blocks(scene)
    assert isinstance(heading, Heading)
    assert "niet vastgelegd wie sprak" in _text(why)
    assert "de grens is niet bekend van" in _text(why)


def test_nobody_else_reads_it(scene):
    other = make_town(name="Elders", area_code="GM8888", row=9)
    by = actor_of(make_user(other.municipality, Role.RESEARCHER, email="a@elders.example"))
    with pytest.raises(OutOfScope):
        told_places(reference=scene.one.reference, by=by)

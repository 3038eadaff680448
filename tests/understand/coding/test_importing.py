# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fragments from a file: the case of Almere, and everything that is wrong in another."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE
from tests.factories.conversations import make_study
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.choices import SourceKind
from voelspriet.listen.conversations.models import Source, Speaker
from voelspriet.understand.coding.actions.importing import import_fragments
from voelspriet.understand.coding.actions.learning import learn
from voelspriet.understand.coding.choices import WhyNotLearned
from voelspriet.understand.coding.fragment_file import FragmentsRefused, read_fragments
from voelspriet.understand.coding.models import Code, Fragment, Material, Suggester
from voelspriet.understand.coding.queries.fragments import (
    FragmentFilters,
    every_study_fragment,
    study_fragments,
)

pytestmark = pytest.mark.django_db
HEAD = "fragment_id,area,perspective,world,factor_number,valence,text,source_section\n"


@pytest.fixture
def study(area, town):
    found = make_study(area)
    with arranging():
        found.areas.add(town.area)
    return found


def _take(study, by, content):
    return import_fragments(
        study=study.reference, lines=read_fragments(content.encode()),
        kind=SourceKind.MEETING_NOTE, held_on=date(2026, 9, 1), by=by, at=MADE,
    )  # fmt: skip


def test_the_case_of_almere(shared):
    if not (shared / "cases" / "almere_fragments.csv").exists():
        pytest.skip("the case of Almere is not here")
    town = make_town(name="Almere")
    by = actor_of(make_user(town.municipality, Role.RESEARCHER))
    first, second = town.neighbourhoods[:2]
    for one, name in ((first, "Molenbuurt"), (second, "Regenboogbuurt")):
        type(one).objects.filter(pk=one.pk).update(name=name)
    study = make_study(town.area)
    with arranging():
        study.areas.add(first, second)
    coded = (shared / "cases" / "almere_fragments.csv").read_text(encoding="utf-8")
    taken = _take(study, by, coded)
    lines = read_fragments(coded.encode())
    assert taken.fragments == len(lines) == 116
    rows = list(every_study_fragment(study=study.reference, by=by))
    assert [one.fragment.words for one in rows] != []
    assert Counter(one.fragment.words for one in rows) == Counter(one.text for one in lines)
    assert Counter(one.fragment.codes[0].number for one in rows) == Counter(
        one.factor for one in lines
    )
    uncoded = (shared / "cases" / "almere_uncoded_quotes.csv").read_text(encoding="utf-8")
    waiting = _take(study, by, uncoded)
    assert waiting.uncoded == Material.objects.filter(state="uncoded").count() > 20
    # honest: three sources are no base to suggest anything from (docs/explanation)
    version = Code.objects.filter(fragments__isnull=False).first().version
    assert learn(version_id=version.pk, by=system("coding.learn"), at=MADE)
    learned = Suggester.objects.get()
    assert (learned.fragments, learned.sources) == (116, 3)
    assert (learned.why_not, learned.weights) == (WhyNotLearned.FEW_SOURCES, "")
    # the file names no speakers, so there are none: nothing counts who spoke how often
    assert not Speaker.objects.exists()


def test_ranges_and_facets_come_over(study, area, researcher):
    _take(study, researcher, "# Bron: x\n" + HEAD
          + f"A,{area.name},resident,leefwereld,2,concern,Vuil 👩‍👧 op straat,1\n"
          + f'B,{area.name},resident,systeemwereld,8,strength,"Er is\ntoezicht",2\n'
          + "C,both,professional,both,,,Nog niet gecodeerd,3\n")  # fmt: skip
    (text,) = Material.objects.filter(state="coded")
    assert text.source.text == "Vuil 👩‍👧 op straat\nEr is\ntoezicht"
    page = study_fragments(study=study.reference, by=researcher)
    first, second = (one.fragment for one in page.items)
    assert (first.words, first.world, first.valence, first.side) == (
        "Vuil 👩‍👧 op straat", "life", "problem", "resident"
    )  # fmt: skip
    assert (second.words, second.codes[0].label, second.memo) == (
        "Er is\ntoezicht", "8 Vertrouwenwekkend toezicht", "B · 2"
    )  # fmt: skip
    key = second.codes[0].key
    filters = FragmentFilters(code=key, area_id=area.pk, world="system", side="resident")
    found = study_fragments(study=study.reference, by=researcher, filters=filters)
    assert [one.fragment.id for one in found.items] == [second.id]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", (1, "")),
        (HEAD, (0, "")),
        ("area,text\nx,y\n", (1, "")),
        (HEAD + "A,{area},neighbour,,1,,Dag,\n", (2, "perspective")),
        (HEAD + "A,{area},resident,maan,1,,Dag,\n", (2, "world")),
        ("# bron\n" + HEAD + "A,{area},resident,,13,,Dag,\n", (3, "factor_number")),
        (HEAD + "A,{area},resident,,1,goed,Dag,\n", (2, "valence")),
        (HEAD + "A,{area},resident,,1,,,\n", (2, "text")),
        (HEAD + "A,{area},resident,,1,,Bel 06-12345678,\n", (2, "text")),
        (HEAD + "A,{area},resident,,1,,Dag,\nB,Nergens,resident,,1,,Dag,\n", (3, "area")),
        (HEAD + 'A,{area},resident,,1,,"Dag\n', (2, "")),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(study, area, researcher, content, where):
    with pytest.raises(FragmentsRefused) as refused:
        _take(study, researcher, content.format(area=area.name))
    assert where in [(one.row, one.column) for one in refused.value.problems]
    assert not Source.objects.exists()
    assert not Fragment.objects.exists()


def test_a_study_of_separate_areas_has_no_area_for_both(area, researcher, town):
    study = make_study(area)
    with arranging():
        study.areas.add(town.neighbourhoods[1])
    with pytest.raises(FragmentsRefused):
        _take(study, researcher, HEAD + "A,both,resident,,1,,Dag,\n")

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program in a study: texts without names, fragments where they were."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories.coding import MADE, factor, install, make_fragment, make_pass, make_text
from tests.factories.conversations import make_study
from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.conversations.choices import Perspective, SourceKind
from voelspriet.listen.conversations.models import Source
from voelspriet.understand.coding.actions import making
from voelspriet.understand.coding.actions.exchange import export_study
from voelspriet.understand.coding.actions.taking_over import Given, planned, take_over_project
from voelspriet.understand.coding.models import Codebook, Fragment, Material
from voelspriet.understand.coding.qda import ProjectRead, guid_of, read_project, told
from voelspriet.understand.coding.rules import taking_over

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 3)
LIGHT, PLACE, WRONG = (guid_of("test", number) for number in range(3))
CODES = told.Codebook(
    (
        told.Code(LIGHT, "Licht"),
        told.Code(PLACE, "Plek"),
        told.Code(WRONG, "Turkse bewoners"),
    )
)
TEXT = ("\r\n Karin de Vries zei 🙂:\r\nhet plein is donker.\r\nBel 06-12345678 of Karin de Vries. "
        "Zij komt nooit. ")  # fmt: skip


def selection(number, words, *codes, text=TEXT, user="", **more):
    start = text.index(words) if words else 0
    codings = tuple(
        told.Coding(guid_of("coding", number, code), code, user) for code in codes
    )  # fmt: skip
    return told.Selection(
        guid_of("selection", number), start, start + len(words), words, codings=codings, **more
    )


def project(*selections, text=TEXT, codebook=CODES, **more):
    source = told.Source(guid_of("source", 1), "Gesprek 1", text, selections=selections, **more)
    return ProjectRead(told.Project("Proef", "NVivo", codebook=codebook, sources=(source,)), ())


def given(area, **more):
    return Given(
        **{"kind": SourceKind.INTERVIEW, "area_id": area.pk, "held_on": DAY,
           "codebook": "Uit NVivo", "perspective": Perspective.RESIDENT} | more
    )  # fmt: skip


def taken_over(area, read, by, **more):
    study = make_study(area)
    plan = planned(read=read, by=by)
    done = take_over_project(
        study=study.reference, plan=plan, given=given(area, **more), by=by, at=MADE
    )
    return study, plan, done


def words_of(study):
    (source,) = Source.objects.filter(study=study)
    return [
        source.text[one.start : one.end]
        for one in Fragment.objects.filter(coding_pass__material__source=source).order_by("start")
    ]


def test_fragments_stand_on_the_same_words_without_names(area, researcher):
    read = project(
        selection(1, "het plein is donker.\r\n", LIGHT),
        selection(2, "donker", LIGHT, PLACE),
        selection(3, "Bel 06-12345678 of", PLACE),
        selection(4, "Zij komt nooit", LIGHT),
    )
    study, plan, done = taken_over(area, read, researcher)
    (source,) = Source.objects.filter(study=study)
    assert source.text.startswith("[naam 1] zei 🙂:\nhet plein")
    assert "06-1" not in source.text
    assert "Karin" not in source.text
    assert words_of(study) == [
        "het plein is donker.", "donker", "Bel [telefoon 1] of", "Zij komt nooit"
    ]  # fmt: skip
    assert (done.codes, done.texts, done.fragments) == (2, 1, 4)
    assert source.replaced == len(plan.texts[0].proposals) == 3
    material = Material.objects.get(source=source)
    assert (material.state, material.side) == ("coded", "resident")
    (own,) = material.passes.all()
    assert (own.coder_id, own.coder_name) == (researcher.user_id, "Ingevoerd uit NVivo")
    assert own.finished_at is not None


def test_what_does_not_come_in_is_said(area, researcher):
    read = project(
        selection(1, "donker", WRONG),
        selection(2, "plein", LIGHT, WRONG, description="Vraag Karin de Vries, 06-12345678"),
        selection(3, "Zij komt nooit", description="Alleen een memo"),
        selection(4, "\r\n", LIGHT),
        selection(5, "komt", LIGHT, user="a"),
        selection(6, "nooit", LIGHT, user="b"),
    )
    study, plan, _done = taken_over(area, read, researcher)
    assert words_of(study) == ["plein", "komt", "nooit"]
    assert {one.memo for one in Fragment.objects.all()} == {""}
    said = {one.sentence: one.count for one in plan.remarks}
    assert said["Een codering met een code die niet binnenkomt."] == 2
    assert said["Een selectie zonder code."] == 2
    assert said["Een selectie zonder woorden."] == 1
    assert said["Een memo die mensen indeelt of naar iemand kan wijzen."] == 1
    assert said["Meer codeurs in één tekst werden één codeur."] == 1


def test_codes_of_a_whole_text_and_of_one_place_twice(area, researcher):
    whole = (told.Coding(guid_of("whole", 1), PLACE),)
    read = project(selection(1, "donker", LIGHT), selection(2, "donker", PLACE), codings=whole)
    study, _plan, _done = taken_over(area, read, researcher)
    first, second = Fragment.objects.filter(coding_pass__material__source__study=study).order_by(
        "start"
    )
    assert (first.start, first.end) == (0, len(Source.objects.get(study=study).text))
    assert second.given.count() == 2


def test_too_long_and_empty_texts_are_said(researcher):
    for text, why in (("x" * 60_001, "langer dan 60000"), (" \r\n ", "zonder woorden")):
        plan = planned(read=project(text=text), by=researcher)
        assert plan.texts == ()
        assert any(why in one.sentence for one in plan.remarks)


def test_nothing_is_entered_when_anything_is_refused(area, researcher):
    read = project(selection(1, "donker", LIGHT))
    with pytest.raises(Refused, match="komen"):
        taken_over(area, read, researcher, held_on=date(2030, 1, 1))
    assert not Source.objects.exists()
    assert not Codebook.objects.exists()
    taken_over(area, read, researcher)
    with pytest.raises(Refused, match="naam"):
        taken_over(area, read, researcher)
    assert Source.objects.count() == 1


def test_only_researchers_plan(policy):
    with pytest.raises(Refused):
        planned(read=project(), by=policy)


def test_our_own_study_comes_in_with_its_facets(area, researcher):
    install()
    material = make_text(area)
    own = make_pass(material, researcher)
    make_fragment(own, factor(area, 8), valence="strength", world="system", side="professional",
                  dimension="feel", acting_party="police", memo="Let op")  # fmt: skip
    content = export_study(reference=material.study.reference, by=researcher, at=MADE)
    study, plan, _done = taken_over(area, read_project(content), researcher)
    (one,) = Fragment.objects.filter(coding_pass__material__source__study=study)
    facets = (one.valence, one.world, one.side, one.dimension, one.acting_party, one.memo)
    assert facets == ("strength", "system", "professional", "feel", "police", "Let op")
    names = [code.words.name for code in plan.codes]
    assert "Waardering" not in names
    assert "Kracht" not in names
    assert words_of(study) == ["Het pleintje is donker."]


def test_the_bounds_are_those_of_a_fragment():
    assert taking_over.MOST_CODES == making.MOST_CODES
    assert taking_over.MEMO_LIMIT == making.MEMO_LIMIT

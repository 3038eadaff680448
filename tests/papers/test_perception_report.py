# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The perception report: whole, honest about who was heard, and no way from it to a person."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from django.utils import translation

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE, factor, install
from tests.factories.comparisons import make_comparison, make_quote, make_verdict, said
from tests.factories.conversations import make_speaker, make_study
from tests.factories.knowledge import make_intervention
from tests.factories.people import actor_of, make_user
from tests.factories.second_coding import make_run, make_second
from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.perception_report import perception_report
from voelspriet.papers.writers.checking import check
from voelspriet.papers.writers.document import Contents
from voelspriet.papers.writers.html import write_html
from voelspriet.understand.coding.models import AgreementFigure
from voelspriet.understand.coding.queries.agreement import ToldAgreement, told_agreement
from voelspriet.understand.coding.queries.codebooks import codebook_detail
from voelspriet.understand.findings.actions.counting import count_salience
from voelspriet.understand.findings.models import Recommendation
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.heard import heard
from voelspriet.understand.findings.queries.places import told_places

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)
NOTHING = ToldAgreement((), is_under_way=False)


@pytest.fixture
def scene(db):  # noqa: ARG001  the tables must be there
    """Two areas: many residents in both, a rare role in one, one professional, one sensitive."""
    town = make_town()
    install()
    by = actor_of(make_user(town.municipality, Role.POLICY_ADVISER))
    areas = town.neighbourhoods[:2]
    study = make_study(areas[0])
    with arranging():
        study.areas.add(areas[1])
    code = factor(areas[0], 1)
    for number in range(3):
        for area in areas:
            last = said(study, code, f"Donker {number} {area.pk}.", area=area, stay="15")
    make_speaker(last.coding_pass.material.source, role="entrepreneur")
    one = make_comparison(study, code, factor(areas[0], 4))
    row = one.factors.get(number=1)
    make_verdict(row)
    for words, state, more in (
        ("MAG GEDRUKT.", "agreed", {"area": areas[1]}), ("WACHT NOG.", "gone_back", {}),
        ("NIET GEVRAAGD.", "chosen", {}), ("WIL NIET.", "refused", {}),
        ("PROF ZEGT.", "agreed", {"side": "professional", "role": "police"}),
        ("GEHEIM.", "agreed", {"sensitive": True}),
    ):  # fmt: skip
        make_quote(row, said(study, code, words, **more), state=state)
    help_with = make_intervention(town.municipality, url="https://voorbeeld.example/licht")
    with arranging():
        Recommendation.objects.create(
            comparison=one, factor=row, number=1, title="Zet licht neer", text="Begin nu."
        ).interventions.add(help_with)
    count_salience(reference=one.reference, by=by, at=MADE)
    return one, by


def _document(scene, *, language="nl", links=None):
    one, by = scene
    with translation.override(language):
        detail = comparison_detail(reference=one.reference, by=by)
        return perception_report(
            detail=detail,
            heard=heard(reference=one.reference, by=by),
            codebook=codebook_detail(
                reference=detail.codebook_reference, number=detail.version, by=by
            ),
            agreement=told_agreement(
                study=detail.comparison.study_reference, codebook=detail.codebook_reference, by=by
            ),
            places=told_places(reference=one.reference, by=by),
            municipality=municipalities()[0],
            language=language,
            on=DAY,
            links=links or {},
        )


def _text(scene, **more):
    return str(write_html(_document(scene, **more)))


def test_it_is_whole(scene):
    document = _document(scene)
    check(document)
    assert any(isinstance(block, Contents) for block in document.blocks)
    text = _text(scene)
    for heading in (
        "Samenvatting", "De vraag", "Zo is het onderzocht", "Wie is gehoord, en wie niet",
        "Wat bewoners zeggen en professionals zien", "Aanbevelingen",
        "Wat dit onderzoek niet kan zeggen", "Bijlage A: het codeboek", "Bijlage B: de tellingen",
    ):  # fmt: skip
        assert f">{heading}<" in text
    assert "Summary" in _text(scene, language="en")


def test_what_may_help_has_its_owner_and_source(scene):
    text = _text(scene).split("Wat hierbij kan helpen")[1]
    assert '<a href="https://voorbeeld.example/licht"><strong>Lichtwandeling' in text
    assert "Samen langs donkere plekken." in text
    assert "Eigenaar: " in text
    assert "Een evaluatie" in text


def test_only_what_was_agreed_is_printed(scene):
    text = _text(scene)
    assert "MAG GEDRUKT." in text
    for words in ("WACHT NOG", "NIET GEVRAAGD", "WIL NIET", "GEHEIM"):
        assert words not in text
    assert text.count("[citaat nog niet teruggelegd]") == 2
    assert "Concept." in text
    one, _by = scene
    with arranging():
        one.factors.get(number=1).quotes.exclude(state="agreed").update(state="refused")
    text = _text(scene)
    assert "teruggelegd]" not in text
    assert "Concept." not in text


def test_it_leads_to_nobody(scene):
    """No rare role, no area of a side with few speakers, no count that tells of one person."""
    text = _text(scene)
    for word in ("wijkagent", "ondernemer", "spreker 1", "Onno Zoeker"):
        assert word not in text.lower()
    # one professional: no number, no area beside the quote
    assert "minder dan drie" in text
    quote = text.split("PROF ZEGT.”")[1][:120]
    assert "(Professional)" in quote
    assert "niet getoond: aan een van beide kanten spraken minder dan drie mensen" in text


def test_the_way_to_fragments_is_for_colleagues_only(scene):
    address = "https://voorbeeld.nl/werk/fragmenten/"
    assert text_has_links(_text(scene, links={1: address})) == 2  # the row, the recommendation
    assert text_has_links(_text(scene)) == 0


def text_has_links(text: str) -> int:
    return text.count("https://voorbeeld.nl/")


def test_how_far_coders_agreed_is_told_without_who(scene):
    one, by = scene
    assert "niet dubbel gecodeerd: bij elke tekst" in _text(scene)
    coder = actor_of(make_user(one.study.municipality, Role.RESEARCHER))
    second = make_second(one.study, one.version, coder)
    assert "De uitkomst is er nog niet." in _text(scene)
    code = one.factors.get(number=1).code
    with arranging():
        type(second).objects.filter(pk=second.pk).update(finished_at=MADE)
        run = make_run(second, one.version, texts=9, changed_texts=1)
        for coefficient, unit in product(("kappa", "alpha"), ("codepoint", "segment")):
            AgreementFigure.objects.create(
                run=run, code=code, coefficient=coefficient, unit=unit, units=12_345,
                value=0.816, low=0.704, high=0.9,
            )  # fmt: skip
        run.figures.filter(coefficient="alpha", unit="segment").update(
            value=None, low=None, high=None, why_none="everywhere"
        )
    text = _text(scene)
    assert "<strong>0,82</strong><br>0,70 tot 0,90" in text
    assert "12.345 tekens" in text
    assert "9 teksten, door 2 mensen gecodeerd" in text
    assert "toeval verklaart dat al" in text
    assert "1 tekst telt niet mee" in text
    assert "<strong>0.82</strong><br>0.70 to 0.90" in _text(scene, language="en")
    assert coder.name not in text
    elsewhere = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
    for role, town in ((Role.POLICY_ADVISER, elsewhere.municipality),
                       (Role.AREA_ADVISER, one.study.municipality)):  # fmt: skip
        stranger = actor_of(make_user(town, role))
        assert told_agreement(study=one.study.reference, by=stranger) == NOTHING
    assert told_agreement(study=one.study.reference, by=by).runs


def test_nobody_recorded_is_told(scene):
    one, _by = scene
    with arranging():
        for source in one.study.sources.all():
            source.speakers.all().delete()
    assert "Wie sprak, is bij deze gesprekken niet vastgelegd." in _text(scene)

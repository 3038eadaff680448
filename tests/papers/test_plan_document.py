# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a plan: the real one of Huizen whole, and honest about what it lacks."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import translation

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.plans import make_plan
from tests.factories.signals import NOON
from tests.papers.editable import Editable
from tests.papers.reading import Back
from voelspriet.act.plans.actions.budgets import import_budget
from voelspriet.act.plans.actions.cycle import write_programme
from voelspriet.act.plans.actions.importing import import_plan
from voelspriet.act.plans.budget_file import read_budget
from voelspriet.act.plans.choices import DecisionBody
from voelspriet.act.plans.queries.plan_papers import printed_plan
from voelspriet.act.plans.queries.programme_papers import printed_programme
from voelspriet.act.plans.reading.document import read_plan
from voelspriet.act.plans.told import ProgrammeTold
from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.action_programme import action_programme
from voelspriet.papers.plan_document import plan_document
from voelspriet.papers.plan_evaluation import plan_evaluation
from voelspriet.papers.writers.checking import check
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.html import write_html
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def huizen(django_db_setup, django_db_blocker, shared):  # noqa: ARG001  the tables must be there
    """The town with its plan and budget, imported once."""
    with django_db_blocker.unblock(), transaction.atomic():
        town = make_town(name="Huizen")
        by = system("test", town.municipality.pk)
        done = import_plan(
            municipality_id=town.municipality.pk,
            document=read_plan(shared / "cases/huizen_ivp_2019_2022.yaml"),
            source="Integraal Veiligheidsplan",
            again=False,
            by=by,
            at=NOON,
        )
        path = shared / "cases/huizen_budget_2019_2022.yaml"
        read = read_budget(path.read_bytes(), name=path.name, years=range(2019, 2023))
        import_budget(reference=done.reference, budget=read, replaces=False, by=by, at=NOON)
        yield town, done.reference
        transaction.set_rollback(True)


def reader_of(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


def document_of(plan, *, language="nl", write=plan_document, on=DAY):
    town, reference = plan
    with translation.override(language):
        printed = printed_plan(reference=reference, by=reader_of(town), on=on)
        return write(plan=printed, municipality=municipalities()[0], language=language, on=on)


def test_the_plan_of_huizen_is_printed_whole(huizen):
    document = document_of(huizen)
    html = str(write_html(document))
    assert "Van de 35 ambities bij de thema" in html
    assert "zijn er 16 te toetsen zoals zij er staan." in html
    for key in ("IVP-0", "OND-10", "TH-9", "JV-5", "HIC-6", "SS-3", "EX-2"):
        assert f"{key}<br>" in html
    back = Back(write_pdf(document, fonts=settings.PAPER_FONTS))
    assert back.language == "nl"
    assert back.is_tagged
    words = back.words.replace("\u00a0", " ")
    for told in (
        "Veiligheid voorop!", "Inhoud", "Thema 6: Extremisme", "Wie doet wat", "De cyclus",
        "Bijlage A: wat de toetsing vraagt", "Bijlage B: begroting", "€ 1.459.293",
        "opgeteld is het € 314.000",
        "€ 39.000 of € 38.000", "Bijlage C: onzeker in de bron",
        "Gemeten in 2019 en 2021, doel in 2022", "Betaald uit:", "termijn ontbreekt",
    ):  # fmt: skip
        assert told in words
    made = Editable(write_docx(document, fonts=settings.PAPER_FONTS))
    assert made.languages == {"nl"}
    made.check_order()
    themes = [text for level, text in made.headings if level == 2 and text.startswith("Thema")]
    assert len(themes) == 6
    assert made.torn_rows == 0


def test_a_plan_with_nothing_in_it_is_a_document_too():
    town = make_town(name="Elders", area_code="GM8888", row=3)
    plan = make_plan(town.municipality)
    document = document_of((town, plan.reference), language="en")
    check(document)
    html = str(write_html(document))
    assert 'lang="en"' in html
    assert "Contents" in html
    assert "0 ambities" not in html


def test_the_evaluation_of_huizen_claims_no_more_than_was_measured(huizen):
    document = document_of(huizen, write=plan_evaluation)
    back = Back(write_pdf(document, fonts=settings.PAPER_FONTS))
    assert back.title.startswith("Eindevaluatie: ")
    assert back.is_tagged
    words = back.words
    for told in (
        "Samen 0 0 17 19", "83 % (2022,",
        "De vraag is een andere dan die van het doel",
        "Bewoners stelden vooraf geen criteria.", "Wat deze evaluatie niet kan zeggen",
        "Ontbreekt: indicator",
    ):  # fmt: skip
        assert told in words
    made = Editable(write_docx(document, fonts=settings.PAPER_FONTS))
    assert made.languages == {"nl"}
    made.check_order()
    assert made.torn_rows == 0
    during = document_of(huizen, write=plan_evaluation, on=date(2020, 12, 31), language="en")
    assert "Interim evaluation" in during.title


def programme_of(plan, year):
    town, reference = plan
    return printed_programme(reference=reference, first_year=year, by=reader_of(town), on=DAY)


def programme_paper(plan, year, *, language="nl"):
    with translation.override(language):
        return action_programme(
            printed=programme_of(plan, year),
            municipality=municipalities()[0],
            language=language,
            on=DAY,
        )


def test_each_programme_holds_what_falls_in_its_years(huizen):
    first, second = programme_of(huizen, 2019), programme_of(huizen, 2021)
    keys = [{one.key for one in found.plan.ambitions} for found in (first, second)]
    assert {"IVP-0", "OND-7", "OND-8", "TH-5", "TH-6"} <= keys[0] & keys[1]  # measured or each year
    assert "OND-2" in keys[0] - keys[1]
    assert "JV-1" in keys[1] - keys[0]
    undated = {one.key for one in first.undated}
    town, reference = huizen
    whole = printed_plan(reference=reference, by=reader_of(town), on=DAY)
    # nothing is lost: each ambition is in a programme, or said to be in none
    assert keys[0] | keys[1] | undated == {one.key for one in whole.ambitions}
    assert {one.due_on.year for one in second.plan.cycle.moments} == {2021, 2022}
    # the money of both together is that of the plan
    assert first.plan.budget.totals.total.replace("\u00a0", " ") == "€ 971.831"
    assert second.plan.budget.totals.total.replace("\u00a0", " ") == "€ 487.462"
    assert whole.budget.totals.total.replace("\u00a0", " ") == "€ 1.459.293"
    with pytest.raises(OutOfScope):
        programme_of(huizen, 2020)


def test_a_programme_is_printed_to_read_and_to_edit(huizen):
    document = programme_paper(huizen, 2019)
    back = Back(write_pdf(document, fonts=settings.PAPER_FONTS))
    assert back.title == "Actieprogramma 2019-2020"
    assert back.is_tagged
    words = back.words.replace("\u00a0", " ")
    for told in (
        "Wie het vaststelt: College", "Integraal Veiligheidsplan Huizen (2019–2022)",
        "Thema 6: Extremisme", "Geen ambitie van dit thema", "€ 971.831", "Het geld in deze jaren",
        "€ 521.988", "niet vastgelegd",
        "Streefwaarde: ", "Ambities zonder jaar", "Huizen wordt formeel",
    ):  # fmt: skip
        assert told in words
    assert "2021" not in words.split("Producten per jaar")[1][:200]
    made = Editable(write_docx(document, fonts=settings.PAPER_FONTS))
    assert made.languages == {"nl"}
    made.check_order()
    assert made.torn_rows == 0


def test_a_programme_of_an_empty_plan_says_what_is_not_there():
    town = make_town(name="Elders", area_code="GM8888", row=3)
    plan = make_plan(town.municipality)
    by = reader_of(town)

    def write(name, first, last):
        told = ProgrammeTold(name, first, last, DecisionBody.COLLEGE)
        write_programme(reference=plan.reference, told=told, by=by, at=NOON)

    write("Eerst", 2019, 2019)
    for first, last, field in ((2019, 2020, "first_year"), (2018, 2018, "first_year"),
                               (2022, 2021, "last_year"), (2022, 2023, "last_year")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            write("Nog een", first, last)
        assert refused.value.field == field
    document = programme_paper((town, plan.reference), 2019, language="en")
    check(document)
    html = str(write_html(document))
    assert 'lang="en"' in html
    assert "holds no money" in html

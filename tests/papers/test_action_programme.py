# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two programmes of the real plan of Huizen: what falls in their years, and nothing else."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils import translation

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.plans import make_plan
from tests.factories.signals import NOON
from tests.papers.editable import Editable
from tests.papers.reading import Back
from tests.papers.test_plan_document import DAY
from tests.papers.test_plan_document import huizen as huizen  # a fixture, known by its name here
from voelspriet.act.plans.actions.cycle import add_programme
from voelspriet.act.plans.choices import DecisionBody
from voelspriet.act.plans.queries.plan_papers import printed_plan
from voelspriet.act.plans.queries.programme_papers import printed_programme
from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.action_programme import action_programme
from voelspriet.papers.writers.checking import check
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.html import write_html
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db


def reader_of(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


def printed(plan, year):
    town, reference = plan
    return printed_programme(reference=reference, first_year=year, by=reader_of(town), on=DAY)


def paper_of(plan, year, *, language="nl"):
    with translation.override(language):
        return action_programme(
            printed=printed(plan, year), municipality=municipalities()[0], language=language, on=DAY
        )


def test_each_programme_holds_what_falls_in_its_years(huizen):
    first, second = printed(huizen, 2019), printed(huizen, 2021)
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
        printed(huizen, 2020)


def test_a_programme_is_printed_to_read_and_to_edit(huizen):
    document = paper_of(huizen, 2019)
    back = Back(write_pdf(document, fonts=settings.PAPER_FONTS))
    assert back.title == "Actieprogramma 2019-2020"
    assert back.is_tagged
    words = back.words.replace("\u00a0", " ")
    for told in (
        "Vastgesteld door: College", "Integraal Veiligheidsplan Huizen (2019–2022)",
        "Thema 6: Extremisme", "Geen ambitie van dit thema", "€ 971.831", "Het geld in deze jaren",
        "€ 521.988", "Tussenevaluatie kadernota", "niet gehouden",
        "Streefwaarde: ", "Ambities zonder jaar", "EX-2: ",
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
    given = {"reference": plan.reference, "approved_by": DecisionBody.COLLEGE, "by": by, "at": NOON}
    add_programme(name="Eerst", first_year=2019, last_year=2019, **given)
    for first, last, field in ((2019, 2020, "first_year"), (2018, 2018, "last_year"),
                               (2022, 2021, "last_year"), (2022, 2023, "last_year")):  # fmt: skip
        with pytest.raises(Refused) as refused:
            add_programme(name="Nog een", first_year=first, last_year=last, **given)
        assert refused.value.field == field
    document = paper_of((town, plan.reference), 2019, language="en")
    check(document)
    html = str(write_html(document))
    assert 'lang="en"' in html
    assert "no money" in html

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The budget as a paper by itself: what adds up, what does not, and what stays uncertain."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.utils import translation

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.plan_budgets import make_plan_budget
from tests.factories.plans import make_plan
from tests.papers.editable import Editable
from tests.papers.reading import Back
from voelspriet.act.plans.models import BudgetHire
from voelspriet.act.plans.queries.budget_papers import printed_budget
from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.budget_appendix import budget_appendix
from voelspriet.papers.writers.checking import check
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.html import write_html
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def plan(town):
    return make_plan(town.municipality, first_year=2019, last_year=2022)


def printed(town, plan, role=Role.POLICY_ADVISER):
    by = actor_of(make_user(town.municipality, role))
    return printed_budget(reference=plan.reference, by=by)


def document_of(town, plan, language="nl"):
    with translation.override(language):
        return budget_appendix(
            printed=printed(town, plan),
            municipality=municipalities()[0],
            language=language,
            on=DAY,
        )


def test_it_holds_every_sum_and_says_what_differs(town, plan):
    make_plan_budget(plan)
    document = document_of(town, plan)
    back = Back(write_pdf(document, fonts=settings.PAPER_FONTS))
    assert back.is_tagged
    words = back.words.replace("\u00a0", " ")
    for told in (
        "Dit klopt niet met elkaar", "Structureel", "=Reserve", "24 weken × 32-36 uur × € 90",
        "Komt boven op de producten", "€ 69.120 tot € 77.760", "De periode is 26 weken",
        "€ 1,50 of € 3,50", "een vermoeden", "Restant van een jaar",
    ):  # fmt: skip
        assert told in words, told
    made = Editable(write_docx(document, fonts=settings.PAPER_FONTS))
    made.check_order()
    assert made.torn_rows == 0
    section = made.file.sections[0]
    assert section.page_width > section.page_height


def test_the_steps_add_up_from_products_to_what_is_left(town, plan):
    make_plan_budget(plan)
    steps = {row.label: dict(row.by_year) for row in printed(town, plan).balance}
    assert list(steps) == [
        "Producten", "Inhuur boven op de producten", "Kosten samen", "Dekking",
        "Dekking min kosten",
    ]  # fmt: skip
    told = {
        label: {year: one.replace("\u00a0", " ") for year, one in row.items()}
        for label, row in steps.items()
    }
    # the hire of 2019 is part of a product, that of 2021 comes on top
    assert told["Kosten samen"][2019] == told["Producten"][2019] == "€ 100.005,50"
    assert told["Kosten samen"][2021] == "€ 69.120 tot € 77.760"
    assert told["Dekking min kosten"][2019] == "€ -50.005,50"
    assert told["Dekking min kosten"][2021] == "€ -77.760 tot € -69.120"


def test_parts_are_laid_beside_the_product_they_are_in(town, plan):
    make_plan_budget(plan)
    verdicts = {(one.label, one.year): one for one in printed(town, plan).parts}
    assert verdicts["Jeugd", 2019].verdict_label == "Klopt"
    more = verdicts["Toezicht", 2019]
    assert (more.verdict_label, more.is_wrong) == ("Klopt niet", True)
    with arranging():  # without the hire that is part of it, less is told than it costs
        BudgetHire.objects.filter(key="boa").delete()
    rest = next(one for one in printed(town, plan).parts if one.label == "Toezicht")
    assert rest.verdict_label.replace("\u00a0", " ") == "Niet onderverdeeld: € 1.000,50"
    assert not rest.is_wrong


def test_a_plan_without_a_budget_says_so(town, plan):
    document = document_of(town, plan, language="en")
    check(document)
    assert "2019–2022" in str(write_html(document))
    assert len(document.blocks) == 6


def test_who_reads_no_plans_gets_none(town, plan):
    with pytest.raises(OutOfScope):
        printed(town, plan, role=Role.HANDLER)

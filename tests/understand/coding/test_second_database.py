# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses of second codings, agreement and differences."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.coding import (
    MADE,
    factor,
    install,
    make_fragment,
    make_material,
    make_pass,
)
from tests.factories.conversations import make_source, make_study
from tests.factories.second_coding import make_difference, make_run, make_second
from voelspriet.understand.coding.models import AgreementFigure, AgreementText

pytestmark = pytest.mark.django_db
# SQLite names the columns of a unique constraint and PostgreSQL its name
UNIQUE = {"agreement_text_once", "agreement_figure_once", "coding_difference_once"}
FIGURE = {"coefficient": "kappa", "unit": "segment", "value": 0.5, "low": 0.1, "high": 0.9,
          "why_none": "", "units": 9}  # fmt: skip


def _refused(constraint, make):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        make()
    is_unique = constraint in UNIQUE and connection.vendor == "sqlite"
    assert ("UNIQUE" if is_unique else constraint) in str(stopped.value)


@pytest.fixture
def version(area):
    install()
    return factor(area, 8).version


@pytest.fixture
def study(area):
    return make_study(area)


def test_a_second_coding(study, version, second):
    make_second(study, version, second, asked=3, seed=0)
    for wrong in ({"asked": 3}, {"seed": 3}, {"asked": 0, "seed": 3}):
        _refused(
            "second_coding_sample_has_a_seed",
            lambda wrong=wrong: make_second(study, version, second, **wrong),
        )
    early = {"finished_at": MADE - timedelta(1)}
    _refused("second_coding_given_before_finished",
             lambda: make_second(study, version, second, **early))  # fmt: skip


def test_a_pass_that_was_given_and_a_fragment_both_agreed_on(
    study, version, area, researcher, second
):
    made = make_second(study, version, second)
    material = make_material(make_source(study))
    _refused("pass_given_is_second", lambda: make_pass(material, researcher, second_coding=made))
    own, one = make_pass(material, researcher), make_difference(made, material)
    make_fragment(own, factor(area, 8), difference=one, counts=True)
    for counts in (None, False):
        _refused(
            "fragment_agreed_counts",
            lambda counts=counts: make_fragment(own, difference=one, counts=counts),
        )


def test_a_calculation_and_its_figures(study, version, area, second):
    made = make_second(study, version, second)
    _refused("agreement_run_drawn_often", lambda: make_run(made, version, replications=999))
    run = make_run(made, version)
    with arranging():
        AgreementText.objects.create(run=run, reference="F-1")
        AgreementFigure.objects.create(run=run, code=factor(area, 8), **FIGURE)
    _refused("agreement_text_once", lambda: AgreementText.objects.create(run=run, reference="F-1"))
    _refused(
        "agreement_figure_once",
        lambda: AgreementFigure.objects.create(run=run, code=factor(area, 8), **FIGURE),
    )
    for wrong, constraint in (
        ({"coefficient": "x"}, "agreement_figure_known"),
        ({"unit": "x"}, "agreement_figure_known"),
        ({"value": None}, "agreement_figure_or_why_none"),
        ({"low": None}, "agreement_figure_or_why_none"),
        ({"why_none": "rare"}, "agreement_figure_or_why_none"),
        ({"low": None, "high": None}, "agreement_figure_or_why_none"),
        ({"low": None, "high": None, "why_none": "everywhere"}, "agreement_figure_or_why_none"),
        ({"value": None, "low": None, "high": None, "why_none": "rare"},
         "agreement_figure_or_why_none"),
    ):  # fmt: skip
        _refused(
            constraint,
            lambda wrong=wrong: AgreementFigure.objects.create(
                run=run, code=factor(area, 1), **FIGURE | wrong
            ),
        )


def test_a_difference(study, version, second):
    made, material = make_second(study, version, second), make_material(make_source(study))
    make_difference(made, material)
    _refused("coding_difference_once", lambda: make_difference(made, material))
    _refused("coding_difference_is_a_piece", lambda: make_difference(made, material, start=23))
    for wrong in (
        {"outcome": "first"},
        {"outcome": "x", "decided_by_id": 1, "decided_at": MADE},
        {"outcome": "first", "decided_by_id": 1},
        {"decided_by_id": 1, "decided_at": MADE},
    ):
        _refused(
            "coding_difference_decided_by_somebody",
            lambda wrong=wrong: make_difference(made, material, start=1, **wrong),
        )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving texts to a second coder, calculating once both are done, and talking through."""

from __future__ import annotations

import random

import pytest

from tests.conftest import arranging
from tests.factories.coding import (
    MADE,
    TEXT,
    factor,
    install,
    make_fragment,
    make_material,
    make_pass,
    make_text,
)
from tests.factories.conversations import make_source, make_study
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.understand.coding.actions import coding
from voelspriet.understand.coding.actions.agreeing import settle_ready, settle_second
from voelspriet.understand.coding.actions.discussing import Decided, decide_difference
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.actions.second import give_second, take_back
from voelspriet.understand.coding.choices import DifferenceOutcome
from voelspriet.understand.coding.models import (
    AgreementRun,
    AgreementText,
    Codebook,
    CodingDifference,
    CodingPass,
    Fragment,
    SecondCoding,
)
from voelspriet.understand.coding.queries.agreement import second_coding, study_agreement
from voelspriet.understand.coding.queries.differences import difference_detail, differences
from voelspriet.understand.coding.queries.fragments import own_fragments, study_fragments
from voelspriet.understand.coding.rules.access import going_out, visible_fragments

pytestmark = pytest.mark.django_db
JOB = system("coding.agree")
CLOSING = len(TEXT) - 30, len(TEXT)


@pytest.fixture
def study(area, researcher):
    """A study with three texts the researcher finished, each with one fragment."""
    install()
    made = make_study(area)
    for _again in range(3):
        material = make_material(make_source(made, TEXT), state="coded")
        own = make_pass(material, researcher, finished_at=MADE)
        make_fragment(own, factor(area, 8), memo="EERSTE")
    return made


def give(study, by, coder, **more):
    book = Codebook.objects.get(seed="tafel_van_12").reference
    values = {"study": study.reference, "coder_id": coder.user_id, "codebook": book, "size": None}
    reference = give_second(**values | more, by=by, at=MADE)
    return SecondCoding.objects.get(reference=reference)


def code_all(made, by, area, number=8):
    """Have the second coder code the first sentence of every text."""
    for own in made.passes.select_related("material").order_by("pk"):
        there = own.material.reference
        coding.begin_pass(reference=there, by=by, at=MADE)
        coded = Coded(0, 23, [factor(area, number).pk], memo="TWEEDE")
        coding.add_fragment(reference=there, coded=coded, by=by, at=MADE)
        coding.finish_pass(reference=there, by=by, at=MADE)


def test_a_sample_can_be_drawn_again_from_its_seed(study, researcher, second):
    references = sorted(study_references(study))
    made = give(study, researcher, second, size=2, seed=12)
    drawn = set(made.passes.values_list("material__reference", flat=True))
    assert drawn == set(random.Random(12).sample(references, 2))
    assert (made.asked, made.seed) == (2, 12)
    assert study_agreement(study=study.reference, by=researcher).ready == 1
    # what is left, all of it: no seed
    rest = give(study, researcher, second)
    assert (rest.asked, rest.seed, rest.passes.count()) == (None, None, 1)
    with pytest.raises(Refused):
        give(study, researcher, second)


def study_references(study):
    found = CodingPass.objects.filter(material__study=study, is_second=False)
    return found.values_list("material__reference", flat=True)


def test_only_what_somebody_else_finished_is_given(study, town, researcher, second, policy):
    # of another study, and not finished
    make_pass(make_text(town.neighbourhoods[0]), researcher)
    with pytest.raises(Refused):
        give(study, researcher, researcher)
    with pytest.raises(Refused):
        give(study, researcher, second, size=4)
    with pytest.raises(OutOfScope):
        give(study, researcher, policy)
    with pytest.raises(OutOfScope):
        give(study, policy, second)
    with pytest.raises(OutOfScope):
        give(study, researcher, second, codebook="C-GEEN")
    both = make_user(town.municipality, (Role.RESEARCHER, Role.PRIVACY_OFFICER))
    with pytest.raises(Refused):
        give(study, researcher, actor_of(both))
    assert not SecondCoding.objects.exists()


def test_agreement_is_calculated_once_everything_is_done(area, study, researcher, second):
    made = give(study, researcher, second)
    assert not settle_second(second_coding_id=made.pk, by=JOB, at=MADE)
    code_all(made, second, area)
    # one text done or all of them: nobody sees anything before the calculation opens it
    assert {one.coding_pass.coder_id for one in visible_fragments(second)} == {second.user_id}
    assert not going_out(second).exists()
    assert settle_ready(by=JOB, at=MADE) == 1
    assert settle_ready(by=JOB, at=MADE) == 0
    run = AgreementRun.objects.get()
    assert (run.texts, run.version.number, run.made_by_name) == (3, 1, JOB.name)
    assert set(AgreementText.objects.values_list("reference", flat=True)) == set(
        study_references(study)
    )
    _study, row = second_coding(reference=made.reference, by=researcher)
    (code,) = row.run.codes
    assert code.kappa_text.value == 1.0
    assert code.alpha_pieces.value == 1.0
    assert "te weinig om te zeggen" in code.kappa_text.why_none_label
    assert row.run.unused == 11
    assert code.kappa_text.units == 3 * len(TEXT)
    assert not CodingDifference.objects.exists()
    assert visible_fragments(researcher).count() == 6
    # what leaves the room counts a text once
    assert going_out(researcher).count() == 3


def test_what_is_not_finished_is_taken_back(study, researcher, second):
    made = give(study, researcher, second)
    own = made.passes.order_by("pk")[0]
    code_all_of = own.material.reference
    coding.begin_pass(reference=code_all_of, by=second, at=MADE)
    coding.finish_pass(reference=code_all_of, by=second, at=MADE)
    # the second coder would come to read the first codes, and could be given the texts again
    with pytest.raises(Refused):
        take_back(reference=made.reference, by=second, at=MADE)
    take_back(reference=made.reference, by=researcher, at=MADE)
    assert made.passes.count() == 1
    assert settle_second(second_coding_id=made.pk, by=JOB, at=MADE)
    with pytest.raises(Refused):
        take_back(reference=made.reference, by=researcher, at=MADE)
    assert study_agreement(study=study.reference, by=researcher).ready == 2
    # nothing done at all: the giving goes
    rest = give(study, researcher, second)
    take_back(reference=rest.reference, by=researcher, at=MADE)
    assert SecondCoding.objects.count() == 1


def test_nothing_that_is_left_of_a_destroyed_text_keeps_the_others_waiting(
    study, researcher, second
):
    made = give(study, researcher, second)
    with arranging():
        for own in made.passes.select_related("material__source"):
            own.material.source.delete()
    assert settle_ready(by=JOB, at=MADE) == 1
    assert not AgreementRun.objects.exists()
    _study, row = second_coding(reference=made.reference, by=researcher)
    assert (row.run, row.texts) == (None, 0)


@pytest.fixture
def differing(area, study, researcher, second):
    """Both coded the first sentence of one text, each with another code."""
    made = give(study, researcher, second, size=1)
    code_all(made, second, area, number=1)
    settle_second(second_coding_id=made.pk, by=JOB, at=MADE)
    return CodingDifference.objects.get()


def decide(one, by, outcome, reason="Het gaat over groet.", **more):
    decide_difference(
        reference=one.reference,
        decided=Decided(DifferenceOutcome(outcome), reason, **more),
        by=by,
        at=MADE,
    )


def counting(one, by):
    found = going_out(by).filter(coding_pass__material=one.material)
    return [(own.coding_pass.is_second, own.codes.get().number) for own in found]


def test_a_difference_shows_both_and_an_outcome_says_which_counts(
    differing, area, researcher, second
):
    detail = difference_detail(reference=differing.reference, by=second)
    assert (detail.first_name, detail.second_name) == (researcher.name, second.name)
    assert detail.row.first[0].memo == "EERSTE"
    assert detail.row.second[0].memo == "TWEEDE"
    assert detail.row.words == TEXT[:23]
    assert counting(differing, researcher) == [(False, 8)]
    before = list(AgreementRun.objects.get().figures.values_list("value", flat=True))
    decide(differing, second, "second")
    assert counting(differing, researcher) == [(True, 1)]
    decide(differing, second, "changed", code_ids=[factor(area, 3).pk])
    assert counting(differing, researcher) == [(False, 3)]
    assert difference_detail(reference=differing.reference, by=second).row.agreed == (
        f"3 {factor(area, 3).name}",
    )
    # nobody's own coding changed by it
    assert [one.codes[0].number for one in own_fragments(
        reference=differing.material.reference, by=researcher)] == [8]  # fmt: skip
    decide(differing, researcher, "first")
    assert counting(differing, researcher) == [(False, 8)]
    decide(differing, researcher, "stands")
    assert counting(differing, researcher) == [(False, 8)]
    assert Fragment.objects.filter(difference__isnull=False).count() == 0
    (row,) = differences(second_coding=differing.second_coding.reference, by=second).items
    assert (row.outcome, row.reason) == ("stands", "Het gaat over groet.")
    assert not differences(
        second_coding=differing.second_coding.reference, by=second, only_open=True
    ).items
    assert list(AgreementRun.objects.get().figures.values_list("value", flat=True)) == before
    assert len(study_fragments(study=differing.material.study.reference, by=second).items) == 3


def test_an_outcome_needs_a_reason_that_points_at_nobody(differing, researcher, policy):
    for wrong in (
        {"outcome": "first", "reason": " "},
        {"outcome": "first", "reason": "Bel 06-12345678 maar."},
        {"outcome": "changed"},
    ):
        with pytest.raises(Refused):
            decide(differing, researcher, **wrong)
    for by in (policy,):
        with pytest.raises(OutOfScope):
            decide(differing, by, "first")
    assert AuditLine.objects.filter(action="difference.decide").count() == 0

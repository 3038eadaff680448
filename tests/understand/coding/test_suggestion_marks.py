# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people took over from a suggestion is marked, and neither teaches nor measures."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.coding import MADE, factor, install, make_fragment, make_pass, make_text
from tests.factories.suggestions import SAID, teach
from voelspriet.ground.privacy.actors import system
from voelspriet.understand.coding.actions.coding import add_fragment, begin_pass, finish_pass
from voelspriet.understand.coding.actions.learning import learn
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.actions.merging import merge_codes
from voelspriet.understand.coding.models import FragmentCode, SuggestedCode, Suggester
from voelspriet.understand.coding.rules.access import teaching

pytestmark = pytest.mark.django_db
JOB = system("coding.learn")


@pytest.fixture
def codes(area):
    install()
    return {number: factor(area, number) for number in (2, 8)}


def _learned(version):
    assert learn(version_id=version.pk, by=JOB, at=MADE)
    one = Suggester.objects.get()
    rows = SuggestedCode.objects.order_by("code").values_list(
        "code", "fragments", "right", "suggested", "precision_low", "held_with", "recall_low"
    )
    return one.weights, one.fragments, one.texts, list(rows)


def _accept(area, by, code, words, *, suggested):
    text = make_text(area, "\n".join(words))
    begin_pass(reference=text.reference, by=by, at=MADE)
    start = 0
    for one in words:
        coded = Coded(start, start + len(one), [code.pk],
                      suggested_ids=[code.pk] if suggested else ())  # fmt: skip
        add_fragment(reference=text.reference, coded=coded, by=by, at=MADE)
        start += len(one) + 1
    finish_pass(reference=text.reference, by=by, at=MADE)


def test_accepting_many_suggestions_teaches_and_measures_nothing(area, researcher, codes):
    version = codes[2].version
    teach(area, researcher, codes)
    before, count = _learned(version), teaching([version]).count()
    for number in range(2):
        # right ones, which would raise precision, and wrong ones, which would change the words
        words = [f"{one} {number}" for one in SAID[2]]
        _accept(area, researcher, codes[2], words, suggested=True)
        _accept(area, researcher, codes[8], words, suggested=True)
    assert FragmentCode.objects.filter(origin="suggestion").count() == 28
    assert teaching([version]).count() == count
    assert _learned(version) == before
    # a person's own codes do count
    _accept(area, researcher, codes[8], SAID[2], suggested=False)
    assert teaching([version]).count() == count + len(SAID[2])


def test_a_merge_keeps_the_mark(area, researcher, codes):
    own = make_pass(make_text(area, state="coded"), researcher, finished_at=MADE)
    both = make_fragment(own, codes[2], codes[8])
    first = make_fragment(own, codes[2], start=24, end=42)
    double = make_fragment(own, codes[8], start=24, end=42)
    with arranging():
        FragmentCode.objects.filter(fragment__in=[both, double], code=codes[8]).update(
            origin="suggestion"
        )
    merge_codes(reference=codes[2].version.codebook.reference, merged_id=codes[8].pk,
                kept_id=codes[2].pk, seen=2, by=researcher, at=MADE)  # fmt: skip
    told = FragmentCode.objects.order_by("fragment").values_list("fragment", "origin")
    assert list(told) == [(both.pk, "suggestion"), (first.pk, "suggestion")]


def test_the_database_knows_where_a_code_can_come_from(area, researcher, codes):
    fragment = make_fragment(make_pass(make_text(area), researcher))
    for wrong in ("", "program"):
        with (
            pytest.raises(IntegrityError, match="fragment_code_origin_known"),
            arranging(),
            transaction.atomic(),
        ):
            FragmentCode.objects.create(fragment=fragment, code=codes[2], origin=wrong)

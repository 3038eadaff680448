# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one coder did is never seen by the other before both are done, by nobody else either."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.coding import MADE, factor, install, make_fragment, make_pass, make_text
from voelspriet.understand.coding.actions.coding import finish_pass
from voelspriet.understand.coding.models import Fragment
from voelspriet.understand.coding.queries.fragments import (
    every_study_fragment,
    own_fragments,
    study_fragments,
)
from voelspriet.understand.coding.queries.material import (
    material_counts,
    material_detail,
    material_inbox,
)
from voelspriet.understand.coding.rules.access import (
    going_out,
    visible_fragments,
    visible_passes,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def twice(area, researcher, second):
    """A text the first coder finished and the second was given, with other words in each memo."""
    install()
    material = make_text(area, state="coded")
    first = make_pass(material, researcher, finished_at=MADE)
    make_fragment(first, factor(area, 8), memo="EERSTE")
    other = make_pass(material, second, is_second=True, started_at=None)
    return material, first, other


def _told(material, by):
    """Everything the room tells of a text, in words."""
    study = material.study.reference
    return repr(
        (
            own_fragments(reference=material.reference, by=by),
            study_fragments(study=study, by=by),
            list(every_study_fragment(study="", by=by)),
            material_detail(reference=material.reference, by=by) if by.roles else "",
            material_inbox(by=by),
            material_counts(by=by),
        )
    )


def test_nothing_of_the_first_before_the_second_is_done(twice, researcher, second, policy):
    material, first, other = twice
    for by in (second, policy):
        assert first not in visible_passes(by)
        assert not visible_fragments(by).exists()
        assert not going_out(by).exists()
    assert "EERSTE" not in _told(material, second)
    assert "Vertrouwenwekkend" not in _told(material, second)
    # each their own
    assert set(visible_passes(researcher)) == {first}
    assert set(visible_passes(second)) == {other}


def test_nor_of_the_second_by_the_first(area, twice, researcher, second):
    material, _first, other = twice
    make_fragment(other, factor(area, 1), memo="TWEEDE")
    assert "TWEEDE" not in _told(material, researcher)
    assert "TWEEDE" in _told(material, second)


def test_everything_once_both_are_done(twice, area, researcher, second, policy):
    material, first, other = twice
    make_fragment(other, factor(area, 1), memo="TWEEDE")
    other.started_at = MADE
    with arranging():
        other.save()
    finish_pass(reference=material.reference, by=second, at=MADE)
    for by in (researcher, second, policy):
        assert set(visible_passes(by)) == {first, other}
        assert set(visible_fragments(by)) == set(Fragment.objects.all())
        # what leaves the room counts a text once
        assert {one.coding_pass_id for one in going_out(by)} == {first.pk}


def test_a_detail_does_not_tell_that_a_text_is_coded_twice(twice, researcher):
    material, first, other = twice
    before = material_detail(reference=material.reference, by=researcher)
    with arranging():
        other.delete()
    assert material_detail(reference=material.reference, by=researcher) == before
    assert first in visible_passes(researcher)

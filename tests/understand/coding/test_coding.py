# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coding a text: fragments by codepoint, undoing, finishing, and what is refused."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.coding import MADE, TEXT, factor, install, make_pass, make_text
from tests.factories.conversations import make_speaker
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.understand.coding.actions import coding
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.choices import SensitiveReason, Valence
from voelspriet.understand.coding.models import CodingDeed, Fragment, Material
from voelspriet.understand.coding.queries.fragments import own_fragments, undoing
from voelspriet.understand.coding.queries.material import (
    MaterialFilters,
    material_detail,
    material_inbox,
    next_to_code,
)
from voelspriet.understand.coding.rules.access import going_out

pytestmark = pytest.mark.django_db


@pytest.fixture
def text(area, researcher):
    install()
    material = make_text(area)
    coding.begin_pass(reference=material.reference, by=researcher, at=MADE)
    return material


def _add(material, by, start=0, end=23, **more):
    codes = more.pop("codes", None) or [factor(material.area, 8).pk]
    coded = Coded(start=start, end=end, code_ids=codes, **more)
    return coding.add_fragment(reference=material.reference, coded=coded, by=by, at=MADE)


def _words(material, by):
    return [one.words for one in own_fragments(reference=material.reference, by=by)]


def test_a_range_is_in_codepoints_whatever_the_signs(area, researcher):
    install()
    words = "Dat 👩‍👧 pleintje é é \r\n مظلم جدا. Klaar."
    material = make_text(area, words)
    coding.begin_pass(reference=material.reference, by=researcher, at=MADE)
    start = words.index("مظلم")
    _add(material, researcher, start, start + 9, valence=Valence.PROBLEM)
    assert _words(material, researcher) == ["مظلم جدا."]


def test_undo_and_redo_go_back_and_forth(text, researcher):
    first = _add(text, researcher)
    _add(text, researcher, 24, 42)
    coding.remove_fragment(reference=text.reference, fragment_id=first, by=researcher, at=MADE)
    deeds = {"reference": text.reference, "by": researcher, "at": MADE}
    assert _words(text, researcher) == ["Niemand let er op."]
    coding.undo(**deeds)
    assert len(_words(text, researcher)) == 2
    coding.undo(**deeds)
    coding.undo(**deeds)
    assert _words(text, researcher) == []
    with pytest.raises(Refused):
        coding.undo(**deeds)
    coding.redo(**deeds)
    assert _words(text, researcher) == ["Het pleintje is donker."]
    assert undoing(reference=text.reference, by=researcher).redo
    _add(text, researcher, 43, len(TEXT))
    with pytest.raises(Refused):
        coding.redo(**deeds)
    # what was undone stays in the audit
    assert AuditLine.objects.filter(action="pass.undo").count() == 3
    assert AuditLine.objects.filter(action="fragment.add").count() == 3


def test_a_change_is_one_deed(text, researcher):
    old = _add(text, researcher)
    coded = Coded(0, 42, [factor(text.area, 1).pk], memo="let op")
    new = coding.change_fragment(
        reference=text.reference, fragment_id=old, coded=coded, by=researcher, at=MADE
    )
    assert new != old
    assert len(_words(text, researcher)) == 1
    coding.undo(reference=text.reference, by=researcher, at=MADE)
    assert _words(text, researcher) == ["Het pleintje is donker."]


def test_finishing_destroys_what_was_taken_away(text, researcher):
    old = _add(text, researcher)
    _add(text, researcher, 24, 42)
    coding.remove_fragment(reference=text.reference, fragment_id=old, by=researcher, at=MADE)
    coding.finish_pass(reference=text.reference, by=researcher, at=MADE)
    assert Fragment.objects.count() == 1
    assert not CodingDeed.objects.exists()
    text.refresh_from_db()
    assert text.state == "coded"
    with pytest.raises(Refused):
        _add(text, researcher)
    coding.reopen_pass(reference=text.reference, by=researcher, at=MADE)
    _add(text, researcher)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("memo", "Dit zeggen vooral Marokkaanse jongens."),
        ("memo", "Bel 06 12345678"),
        ("hot_spot", "Bij de moskee van de moslims"),
        ("hot_spot", "Kerkstraat 12"),
        ("hot_crime", "verslaafden"),
        ("hot_time", "x" * 81),
    ],
)
def test_a_facet_never_divides_or_points(text, researcher, field, words):
    with pytest.raises(Refused) as stopped:
        _add(text, researcher, **{field: words})
    assert stopped.value.field == field
    assert not Fragment.objects.exists()


def test_a_text_may_speak_of_a_group(area, researcher):
    install()
    material = make_text(area, "Zij zeggen dat het de Polen zijn. Ik merk daar niets van.")
    coding.begin_pass(reference=material.reference, by=researcher, at=MADE)
    _add(material, researcher, 0, 33)
    assert _words(material, researcher) == ["Zij zeggen dat het de Polen zijn."]


def test_what_is_no_piece_or_no_code_is_refused(text, researcher, area):
    for start, end in ((0, 0), (5, 3), (0, len(TEXT) + 1), (23, 24)):
        with pytest.raises(Refused):
            _add(text, researcher, start, end)
    with pytest.raises(Refused):
        coding.add_fragment(reference=text.reference, coded=Coded(0, 5, []), by=researcher, at=MADE)
    with pytest.raises(OutOfScope):
        _add(text, researcher, codes=[999_999])
    with pytest.raises(OutOfScope):
        _add(text, researcher, place_id=999_999)
    stranger = make_speaker(make_text(area).source)
    with pytest.raises(OutOfScope):
        _add(text, researcher, speaker_id=stranger.pk)
    own = make_speaker(text.source, perspective="professional", role="police")
    _add(text, researcher, speaker_id=own.pk)
    assert Fragment.objects.get().side == "professional"


def test_a_fragment_never_slides_over_a_text_that_changed(text, researcher):
    _add(text, researcher)
    with arranging():
        text.source.text = "Ja. " + TEXT
        text.source.save()
    (row,) = own_fragments(reference=text.reference, by=researcher)
    assert row.has_changed
    assert row.words == ""
    assert material_detail(reference=text.reference, by=researcher).has_changed
    with pytest.raises(Refused):
        _add(text, researcher, seen=text.digest)


def test_a_text_is_one_coders_and_then_not_shown_again(text, researcher, second):
    assert material_detail(reference=text.reference, by=second).is_taken
    with pytest.raises(Refused):
        coding.begin_pass(reference=text.reference, by=second, at=MADE)
    with pytest.raises(Refused):
        _add(text, second)
    assert next_to_code(by=researcher) == text.reference
    assert next_to_code(by=second) == ""
    coding.finish_pass(reference=text.reference, by=researcher, at=MADE)
    assert next_to_code(by=researcher) == ""


def test_a_blind_second_pass_is_next_for_whom_it_was_given_to(text, researcher, second):
    coding.finish_pass(reference=text.reference, by=researcher, at=MADE)
    make_pass(text, second, is_second=True, started_at=None)
    assert next_to_code(by=second) == text.reference
    coding.begin_pass(reference=text.reference, by=second, at=MADE)
    _add(text, second)
    coding.finish_pass(reference=text.reference, by=second, at=MADE)
    with pytest.raises(Refused):
        coding.reopen_pass(reference=text.reference, by=researcher, at=MADE)


def test_what_is_sensitive_stays_inside(text, researcher):
    _add(text, researcher)
    assert going_out(researcher).exists()
    coding.mark_material(
        reference=text.reference, reason=SensitiveReason.ASKED, by=researcher, at=MADE
    )
    assert not going_out(researcher).exists()
    coding.mark_material(reference=text.reference, reason=None, by=researcher, at=MADE)
    with arranging():
        text.source.is_sensitive = True
        text.source.save()
    assert not going_out(researcher).exists()
    assert material_inbox(by=researcher).items[0].is_sensitive


def test_an_inbox_is_narrowed_and_of_ones_own_town(text, area, researcher, policy):
    make_text(area, side="resident")
    assert len(material_inbox(by=researcher).items) == 2
    assert len(material_inbox(by=researcher, filters=MaterialFilters(state="uncoded")).items) == 1
    filters = MaterialFilters("source", area.pk, text.study.reference)
    assert [one.reference for one in material_inbox(by=researcher, filters=filters).items] == [
        text.reference
    ]
    assert not material_inbox(by=policy).items
    assert Material.objects.count() == 2

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bundling: what may be taken together, and near-duplicates side by side."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.areas import point_in
from tests.factories.signals import NOON, adviser_of, make_bundle, make_signal
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake import actions, queries
from voelspriet.listen.intake.choices import PersonFlag, SignalStatus
from voelspriet.listen.intake.models import Bundle, Signal

TODAY = dutch_day(NOON)
LAMP = "De lamp bij de speeltuin is al weken stuk."


def _bundle(by, *signals, title="Lampen"):
    return actions.bundle_signals(
        references=[signal.reference for signal in signals], title=title, by=by, at=NOON
    )


def test_bundled_signals_share_one_bundle(scene):
    one, two = make_signal(area=scene.here), make_signal(area=scene.here)
    reference = _bundle(scene.adviser, one, two)
    assert set(Signal.objects.values_list("bundle__reference", flat=True)) == {reference}
    line = AuditLine.objects.get(action="bundle.make")
    assert line.detail["signals"] == [one.reference, two.reference]


def test_a_third_signal_joins_the_bundle_there_is(scene):
    one, two, three = (make_signal(area=scene.here) for _ in range(3))
    first = _bundle(scene.adviser, one, two)
    assert _bundle(scene.adviser, one, three, title="") == first
    assert Bundle.objects.count() == 1


def test_two_bundles_do_not_merge(scene):
    signals = [make_signal(area=scene.here) for _ in range(4)]
    make_bundle(*signals[:2])
    make_bundle(*signals[2:])
    with pytest.raises(Refused, match="twee verschillende"):
        _bundle(scene.adviser, signals[0], signals[2])


def test_one_signal_twice_is_no_bundle(scene):
    one = make_signal(area=scene.here)
    with pytest.raises(Refused):
        _bundle(scene.adviser, one, one)


def test_a_new_bundle_needs_a_name(scene):
    with pytest.raises(Refused) as refused:
        _bundle(scene.adviser, make_signal(area=scene.here), make_signal(area=scene.here), title="")
    assert refused.value.field == "title"


@pytest.mark.parametrize(
    "unfit",
    [
        {"person_flag": PersonFlag.RULES},
        {"person_flag": PersonFlag.ADVISER},
        {"withdrawn_at": NOON},
        {"status": SignalStatus.ANSWERED, "owed": False},
    ],
)
def test_flagged_withdrawn_and_closed_signals_are_not_bundled(scene, unfit):
    with pytest.raises(Refused):
        _bundle(scene.adviser, make_signal(area=scene.here), make_signal(area=scene.here, **unfit))
    assert not Bundle.objects.exists()


def test_signals_of_another_duo_are_not_bundled(scene):
    with pytest.raises(OutOfScope):
        _bundle(scene.adviser, make_signal(area=scene.here), make_signal(area=scene.there))


def test_a_signal_leaves_its_bundle(scene):
    one, two = make_signal(area=scene.here), make_signal(area=scene.here)
    make_bundle(one, two)
    key = {"reference": one.reference, "by": scene.adviser, "at": NOON}
    actions.unbundle_signal(**key)
    one.refresh_from_db()
    assert one.bundle is None
    with pytest.raises(Refused):
        actions.unbundle_signal(**key)


def test_a_bundle_is_settled_and_closed_at_once_but_never_for_who_waits(scene):
    one = make_signal(area=scene.here, owed=False)
    two = make_signal(area=scene.here)
    bundle = make_bundle(one, two)
    key = {"reference": bundle.reference, "by": scene.adviser, "at": NOON}
    assert actions.settle_bundle(done=True, reason="De lampen branden.", **key) == 2
    assert actions.close_bundle(**key) == (1, 1)
    one.refresh_from_db()
    two.refresh_from_db()
    assert (one.status, two.status) == (SignalStatus.ANSWERED, SignalStatus.DONE)
    with pytest.raises(Refused):
        actions.close_bundle(**key)


def test_declining_a_bundle_needs_a_reason(scene):
    bundle = make_bundle(make_signal(area=scene.here), make_signal(area=scene.here))
    with pytest.raises(Refused):
        actions.settle_bundle(
            reference=bundle.reference, done=False, reason="", by=scene.adviser, at=NOON
        )


def test_a_bundle_of_another_duo_is_out_of_scope(scene):
    bundle = make_bundle(make_signal(area=scene.here), make_signal(area=scene.here))
    with pytest.raises(OutOfScope):
        actions.close_bundle(reference=bundle.reference, by=scene.neighbour, at=NOON)


def test_near_duplicates_stand_side_by_side_the_most_alike_first(scene):
    place = point_in(scene.here)
    own = make_signal(area=scene.here, text=LAMP, point=place)
    same = make_signal(area=scene.here, text=LAMP, point=place)
    alike = make_signal(area=scene.here, text="Lamp bij de speeltuin stuk, al weken", point=place)
    make_signal(area=scene.here, text="Er ligt glas op het fietspad naar school")
    rows = queries.duplicates_of(reference=own.reference, by=scene.adviser, on=TODAY)
    assert [row.row.reference for row in rows] == [same.reference, alike.reference]
    assert rows[0].score_share == 100


@pytest.mark.parametrize(
    "unfit",
    [
        {"person_flag": PersonFlag.RULES},
        {"withdrawn_at": NOON},
        {"status": SignalStatus.ANSWERED, "owed": False},
        {"received_at": NOON - timedelta(days=60)},
    ],
)
def test_what_may_not_be_compared_is_no_near_duplicate(scene, unfit):
    own = make_signal(area=scene.here, text=LAMP)
    make_signal(area=scene.here, text=LAMP, **unfit)
    assert queries.duplicates_of(reference=own.reference, by=scene.adviser, on=TODAY) == ()


def test_a_flagged_signal_gets_no_suggestions(scene):
    own = make_signal(area=scene.here, text=LAMP, person_flag=PersonFlag.RULES)
    make_signal(area=scene.here, text=LAMP)
    assert queries.duplicates_of(reference=own.reference, by=scene.adviser, on=TODAY) == ()


def test_near_duplicates_stay_within_what_one_directs(scene):
    own = make_signal(area=scene.here, text=LAMP)
    make_signal(area=scene.there, text=LAMP, area_told=scene.here)
    assert queries.duplicates_of(reference=own.reference, by=scene.adviser, on=TODAY) == ()
    both = adviser_of(scene.here, scene.there)
    assert len(queries.duplicates_of(reference=own.reference, by=both, on=TODAY)) == 1
    with pytest.raises(OutOfScope):
        queries.duplicates_of(reference=own.reference, by=scene.neighbour, on=TODAY)


def test_what_one_message_would_answer(scene):
    one, two = make_signal(area=scene.here), make_signal(area=scene.here)
    alone = make_signal(area=scene.here)
    make_bundle(alone, make_signal(area=scene.here, owed=False), title="Rommel")
    bundle = make_bundle(one, two)
    rows = queries.bundles_owed(by=scene.adviser, on=TODAY)
    assert [(row.reference, row.waiting, row.title) for row in rows] == [
        (bundle.reference, 2, "Lampen in het park")
    ]
    assert queries.bundles_owed(by=scene.neighbour, on=TODAY) == ()

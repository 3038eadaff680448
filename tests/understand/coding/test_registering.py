# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes in by itself, what never does, and what goes with its words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import arranging
from tests.factories.coding import MADE, factor, install, make_fragment, make_pass
from tests.factories.conversations import make_source, make_speaker, make_study
from tests.factories.evening_rooms import make_evening, make_note
from tests.factories.signals import make_signal
from voelspriet.ground.privacy.actors import Refused, system
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.actions.keeping import forget_expired
from voelspriet.listen.evenings.models import Voice, Vote
from voelspriet.understand.coding.actions.registering import take_in, take_in_everywhere
from voelspriet.understand.coding.models import Fragment, Material
from voelspriet.understand.coding.rules.access import visible_material

pytestmark = pytest.mark.django_db
JOB = system("coding.take_in")


def test_every_kind_comes_in_once(area):
    source = make_source(make_study(area))
    make_signal(area=area)
    make_signal(area=area, professional_kind="school")
    make_note(make_evening(area, state="closed", closed_at=MADE, join_code=None), is_left_out=True)
    make_note(make_evening(area))  # still going on
    assert take_in_everywhere(by=JOB, at=MADE) == 4
    assert take_in_everywhere(by=JOB, at=MADE) == 0
    found = {(one.kind, one.side, one.is_sensitive) for one in Material.objects.all()}
    assert found == {
        ("source", "unknown", False),
        ("signal", "resident", False),
        ("signal", "professional", False),
        ("note", "unknown", True),
    }
    make_speaker(source, perspective="professional")
    take_in_everywhere(by=JOB, at=MADE)
    assert Material.objects.get(kind="source").side == "professional"


def test_open_answers_come_in_after_the_evening_and_are_looked_at(area):
    evening = make_evening(area, state="closed", closed_at=MADE, join_code=None)
    item = evening.items.order_by("position").first()
    with arranging():
        for slip, words in enumerate(("Meer licht.", "Bel Jan op 06-12345678.", ""), 1):
            voice = Voice.objects.create(evening=evening, channel="paper", slip=slip)
            Vote.objects.create(item=item, voice=voice, text=words)
    assert take_in_everywhere(by=JOB, at=MADE) == 2
    found = {one.answer.text: one.sensitive_reason for one in Material.objects.all()}
    assert found == {"Meer licht.": "", "Bel Jan op 06-12345678.": "person"}
    # the day is that of the evening for each of them: nobody is known by when they sent
    assert {one.arrived_on for one in Material.objects.all()} == {dutch_day(evening.starts_at)}
    with arranging():
        Vote.objects.update(text="")
    take_in_everywhere(by=JOB, at=MADE)
    assert not Material.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"permission": "locked"},
        {"permission": "refused"},
        {"person_flag": "rules"},
        {"person_flag": "adviser"},
        {"openness": "confidential", "answer_wish": "receipt"},
        {"withdrawn_at": MADE, "text": ""},
    ],
)
def test_a_signal_that_may_not_be_coded_never_comes_in(area, researcher, more):
    make_signal(area=area, **more)
    assert take_in_everywhere(by=JOB, at=MADE) == 0
    # nor stays to be read when it became so later
    signal = make_signal(area=area)
    take_in_everywhere(by=JOB, at=MADE)
    with arranging():
        for name, value in more.items():
            setattr(signal, name, value)
        signal.save()
    assert not visible_material(researcher).exists()


def test_fragments_go_with_the_words(area, researcher):
    install()
    study = make_study(area)
    make_source(study)
    signal = make_signal(area=area)
    take_in_everywhere(by=JOB, at=MADE)
    for material in Material.objects.all():
        make_fragment(make_pass(material, researcher), factor(area, 2), end=5)
    assert Fragment.objects.count() == 2
    with arranging():
        signal.text, signal.withdrawn_at = "", MADE
        signal.save()
    take_in(municipality_id=researcher.municipality_id, by=researcher, at=MADE)
    assert Fragment.objects.count() == 1
    forget_expired(by=system("conversations.forget"), at=MADE + timedelta(days=900))
    assert not Fragment.objects.exists()
    assert not Material.objects.exists()


def test_only_a_researcher_of_the_town_takes_in(policy):
    with pytest.raises(Refused):
        take_in(municipality_id=policy.municipality_id, by=policy, at=MADE)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Suggestions on the pages: unticked beside the form, never in a blind pass; and their numbers."""

from __future__ import annotations

import csv
import io
import re

import pytest
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE, factor, install, make_pass, make_text
from tests.factories.people import actor_of, make_user
from tests.factories.suggestions import make_suggester, teach
from voelspriet.doors.jobs.suggestions import learn_all, learn_version
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.queue.registry import handler
from voelspriet.understand.coding.models import Fragment, FragmentCode, Suggester

pytestmark = pytest.mark.django_db
SENT = {"first": 1, "last": 1, "valence": "problem", "memo": "Kort"}


@pytest.fixture
def area():
    town = make_town()
    install()
    return town.neighbourhoods[0]


@pytest.fixture
def user(area):
    return make_user(factor(area, 8).version.codebook.municipality, Role.RESEARCHER)


@pytest.fixture
def as_researcher(client, user):
    client.force_login(user)
    return client


def _go(name, *args):
    return reverse(f"workspace:{name}", args=args)


def test_a_suggestion_is_offered_and_only_a_person_codes(as_researcher, user, area):
    code = factor(area, 8)
    make_suggester(code)
    text = make_text(area)
    make_pass(text, actor_of(user))
    page = as_researcher.get(_go("coding_text", text.reference)).text
    assert "Stel codes voor bij dit stuk" in page
    there = _go("coding_suggestions", text.reference)
    page = as_researcher.post(there, SENT)
    assert page.status_code == 200
    box = f'<input type="checkbox" class="vs-check" name="codes" value="{code.pk}" id="suggestie-'
    assert box in page.text
    assert "checked" not in page.text.split(box)[1].split(">")[0]
    assert "Klopte bij 82 % van 40 fragmenten die het programma niet kende." in page.text
    assert "\nKort</textarea>" in page.text  # what was typed stays
    assert "vs-error-summary" not in page.text
    assert not Fragment.objects.exists()
    part = as_researcher.post(there, {"start": 0, "end": 23}, headers={"X-Part": "coding"}).text
    assert "<html" not in part
    assert "Suggesties: 8 Vertrouwenwekkend toezicht" in part
    other = as_researcher.post(there, {"first": 3, "last": 3}).text
    assert "Geen suggestie voor dit stuk." in other
    for nothing in ({"first": 9}, {}):
        assert "Kies een stuk. Dan ziet u" in as_researcher.post(there, nothing).text
    # ticked, and sent as any code, with what stood beside it
    (shown,) = re.findall(r'name="shown" value="([^"]+)"', page.text)
    sent = SENT | {"codes": [code.pk, code.pk], "shown": [shown, "1-2", "x"]}
    live = as_researcher.post(
        _go("coding_fragment", text.reference), sent, headers={"X-Part": "coding"}
    )
    assert "(suggestie)" in live.text
    assert list(Fragment.objects.get().codes.all()) == [code]
    # the next piece, coded while the suggestions of this one still stand there
    as_researcher.post(_go("coding_fragment", text.reference), sent | {"first": 2, "last": 2})
    origins = FragmentCode.objects.order_by("fragment__start").values_list("origin", flat=True)
    assert list(origins) == ["suggestion", "person"]
    # a change keeps the mark
    row = Fragment.objects.get(start=0)
    as_researcher.post(_go("coding_fragment_edit", text.reference, row.pk),
                       SENT | {"codes": [code.pk, factor(area, 2).pk]})  # fmt: skip
    told = FragmentCode.objects.filter(fragment__removed_at=None, fragment__start=0)
    assert dict(told.values_list("code__number", "origin")) == {8: "suggestion", 2: "person"}
    as_researcher.post(_go("coding_finish", text.reference))
    file = as_researcher.post(_go("fragments_file"), {"form": "csv"})
    rows = list(csv.DictReader(io.StringIO(b"".join(file.streaming_content).decode("utf-8-sig"))))
    assert sorted(one["suggested"] for one in rows) == [
        "", "Tafel van 12: 8 Vertrouwenwekkend toezicht",
    ]  # fmt: skip


def test_a_blind_pass_has_none(as_researcher, user, area):
    make_suggester(factor(area, 8))
    text = make_text(area, state="coded")
    first = make_user(factor(area, 8).version.codebook.municipality, Role.RESEARCHER)
    make_pass(text, actor_of(first), finished_at=MADE)
    make_pass(text, actor_of(user), is_second=True)
    page = as_researcher.get(_go("coding_text", text.reference)).text
    assert "data-coding-form" in page
    assert "vs-suggested" not in page
    for part in ({}, {"X-Part": "coding"}):
        told = as_researcher.post(
            _go("coding_suggestions", text.reference), SENT, headers=part
        ).text
        assert 'id="suggestie-' not in told
        assert "Klopte" not in told


def test_the_numbers_stand_on_a_page_and_learning_is_asked_for(as_researcher, user, area):
    book = factor(area, 8).version.codebook.reference
    page = as_researcher.get(_go("coding_suggesters")).text
    assert "Gecodeerde fragmenten: 0. Nodig: 100." in page
    as_researcher.post(_go("coding_learn", book))
    page = as_researcher.get(_go("coding_suggesters")).text
    assert "data-again" in page
    assert "Het programma leert." in page
    handler("coding.learn")(version_id=factor(area, 8).version_id)
    page = as_researcher.get(_go("coding_suggesters")).text
    assert "data-again-rest" in page
    assert "Er zijn te weinig gecodeerde fragmenten." in page
    with arranging():
        Suggester.objects.all().delete()
    teach(area, actor_of(user), {number: factor(area, number) for number in (2, 8)})
    learn_all()
    learn_version(version_id=factor(area, 8).version_id)  # nobody waits: not done again
    page = as_researcher.get(_go("coding_suggesters")).text
    assert "met de codes van versie 1. Fragmenten: 120. Teksten: 12. Bronnen: 12." in page
    assert "60 (12)" in page
    assert "Te weinig fragmenten kregen deze code" in page
    told = as_researcher.get(_go("coding")).text
    assert _go("coding_suggesters") in told

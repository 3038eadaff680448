# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moving a code and merging two on the pages, without a script."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.coding import MADE, factor, install, make_fragment, make_pass, make_text
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions.codebooks import start_draft
from voelspriet.understand.coding.models import Code, FragmentCode

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    """A town with the codebooks of the program, one coded text, and its researcher signed in."""
    town = make_town()
    install()
    area = town.neighbourhoods[0]
    user = make_user(town.municipality, Role.RESEARCHER)
    own = make_pass(make_text(area, state="coded"), actor_of(user), finished_at=MADE)
    make_fragment(own, factor(area, 8))
    make_fragment(own, factor(area, 2), start=24, end=42)
    client = Client()
    client.force_login(user)
    return client, factor(area, 8), factor(area, 2), actor_of(user)


def test_two_codes_become_one_after_a_look(place):
    client, away, kept, _by = place
    there = reverse("workspace:codebook_merge", args=(away.version.codebook.reference,))
    assert "Voeg ze nu samen" not in client.get(there).text
    assert client.get(there, {"merged": away.pk, "kept": away.pk}).status_code == 422
    page = client.get(there, {"merged": away.pk, "kept": kept.pk}).text
    assert "Dit kan niet ongedaan worden gemaakt" in page
    sent = dict(re.findall(r'<input type="hidden" name="(merged|kept|seen)" value="(\d+)"', page))
    assert sent == {"merged": str(away.pk), "kept": str(kept.pk), "seen": "1"}
    assert client.post(there, sent | {"seen": "2"}).status_code == 422
    answer = client.post(there, sent)
    page = client.get(answer["Location"]).text
    assert "in versie 2" in page
    assert set(FragmentCode.objects.values_list("code__number", flat=True)) == {2}


def test_a_code_is_moved_in_a_draft(place):
    client, away, kept, by = place
    book = away.version.codebook.reference
    start_draft(reference=book, by=by, at=MADE)
    one, other = (
        Code.objects.get(version__number=2, key=code.key) for code in (away, kept)
    )  # fmt: skip
    there = reverse("workspace:codebook_code_move", args=(book, one.pk))
    assert client.post(there, {"parent": one.pk}).status_code == 422
    assert client.post(there, {"parent": other.pk}).status_code == 302
    one.refresh_from_db()
    assert one.parent_id == other.pk
    merge = reverse("workspace:codebook_merge", args=(book,))
    page = client.get(merge, {"merged": away.pk, "kept": kept.pk}).text
    assert "Publiceer het eerst" in page
    assert "Voeg ze nu samen" not in page

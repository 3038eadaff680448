# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a pasted talk to a source without names, on the pages and without a script."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories.areas import make_town
from tests.factories.conversations import make_source, make_study, make_urgent
from tests.factories.people import make_organisation, make_user
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.models import Source, SourceOriginal, Study, UrgentCase

pytestmark = pytest.mark.django_db
TALK = "Fatima zegt dat Henk dealt.\r\nBel 06-12345678. De moslims zijn aardig, Sjonnie ook."


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def as_researcher(client, town):
    client.force_login(make_user(town.municipality, Role.RESEARCHER))
    return client


def test_a_study_is_started_on_one_page(as_researcher, area):
    there = reverse("workspace:study_new")
    sent = {"title": "Plein", "question": "Wat maakt het onprettig?", "areas": [area.pk],
            "consent_text": "U mag stoppen.", "purpose": "Plan", "starts_on": "2026-09-01",
            "ends_on": "2026-12-01", "keep_until": "2027-12-01", "original_days": ""}  # fmt: skip
    wrong = as_researcher.post(there, sent | {"question": "Wat doen Turkse jongens?"})
    assert wrong.status_code == 422
    assert "turkse" in wrong.text
    answer = as_researcher.post(there, sent)
    assert answer["Location"] == reverse("workspace:study", args=[Study.objects.get().reference])
    assert "Wordt niet bewaard" in as_researcher.get(answer["Location"]).text


def _sent(area, **more):
    return {"kind": "street_talk", "area": area.pk, "held_on": "2026-09-03", "text": TALK,
            "perspective": "resident", "role": "resident", "stay": "15", **more}  # fmt: skip


def test_names_go_out_before_anything_is_kept(as_researcher, area):
    there = reverse("workspace:study_source", args=[make_study(area).reference])
    assert as_researcher.post(there, _sent(area, text="")).status_code == 422
    page = as_researcher.post(there, _sent(area))
    assert page.status_code == 200
    assert not Source.objects.exists()
    for told in ("Fatima", "[naam 1]", "[telefoon 1]", "Geloof", "moslims"):
        assert told in page.text
    keys = re.findall(r'name="replace" value="([\d-]+)" id="[^"]+" checked', page.text)
    assert len(keys) >= 3
    unread = as_researcher.post(there, _sent(area, names="1", replace=keys[:1]))
    assert unread.status_code == 422
    assert unread.text.count(" checked") == 1
    chosen = {"names": "1", "replace": keys, "has_read": "on", "words_1": "sjonnie",
              "kind_1": "name"}  # fmt: skip
    answer = as_researcher.post(there, _sent(area, **chosen))
    source = Source.objects.get()
    assert answer["Location"] == reverse("workspace:source", args=[source.reference])
    assert source.text == (
        "[naam 1] zegt dat [naam 2] dealt.\nBel [telefoon 1]. De moslims zijn aardig, [naam 3] ook."
    )
    assert not SourceOriginal.objects.exists()
    text = as_researcher.get(answer["Location"]).text
    assert "4 plekken zijn vervangen" in text
    assert "15 jaar of langer" in text


def test_what_is_not_accepted_stays(as_researcher, area):
    there = reverse("workspace:study_source", args=[make_study(area).reference])
    as_researcher.post(there, _sent(area, names="1", has_read="on"))
    assert Source.objects.get().text == TALK.replace("\r\n", "\n")


def test_a_file_is_read_and_a_bad_one_refused(as_researcher, area):
    there = reverse("workspace:study_source", args=[make_study(area).reference])
    bad = SimpleUploadedFile("gesprek.docx", b"geen archief")
    refused = as_researcher.post(there, _sent(area, text="", file=bad))
    assert refused.status_code == 422
    assert "beschadigd" in refused.text
    good = SimpleUploadedFile("gesprek.txt", b"Henk vindt het donker.")
    page = as_researcher.post(there, _sent(area, text="", file=good))
    assert "[naam 1]" in page.text


def test_a_text_with_too_much_to_look_at_is_cut(as_researcher, area):
    there = reverse("workspace:study_source", args=[make_study(area).reference])
    many = as_researcher.post(there, _sent(area, text="Fatima zegt. " * 400))
    assert many.status_code == 422


def test_speakers_referrals_marks_and_the_end(as_researcher, town, area):
    source = make_source(make_study(area))
    study = source.study.reference
    go = as_researcher.post
    go(reverse("workspace:source_speaker", args=[source.reference]),
       {"perspective": "professional", "role": "police", "stay": ""})  # fmt: skip
    go(reverse("workspace:source_sensitive", args=[source.reference]), {"sensitive": "yes"})
    go(reverse("workspace:study_referral", args=[study]), {"role": "school", "count": "2"})
    text = as_researcher.get(reverse("workspace:study", args=[study])).text
    for told in ("Gevoelig", "Professional: 1", "School of opvang: 2"):
        assert told in text
    wrong = go(reverse("workspace:study_referral", args=[study]), {"role": "school", "count": "0"})
    assert wrong.status_code == 422
    wrong = go(
        reverse("workspace:study_urgent", args=[study]), {"organisation": "", "text": "Hulp"}
    )
    assert wrong.status_code == 422
    assert "Hulp" in wrong.text
    organisation = make_organisation(town.municipality)
    go(reverse("workspace:study_urgent", args=[study]),
       {"organisation": organisation.pk, "text": "Hulp"})  # fmt: skip
    case = UrgentCase.objects.get()
    there = reverse("workspace:urgent_confirm", args=[case.reference])
    assert go(there, {"name": ""}).status_code == 422
    go(there, {"name": "Bas"})
    assert "Alleen dit feit is bewaard" in as_researcher.get(reverse("workspace:urgent_cases")).text
    go(reverse("workspace:study_end", args=[study]))
    assert as_researcher.get(reverse("workspace:study_source", args=[study])).status_code == 409
    gone = go(reverse("workspace:source_remove", args=[source.reference]))
    assert gone["Location"] == reverse("workspace:study", args=[study])
    assert not Source.objects.exists()


def test_guides_are_read_and_a_handler_confirms(client, as_researcher, town, area):
    assert "Gesprek op straat" in as_researcher.get(reverse("workspace:guides")).text
    organisation = make_organisation(town.municipality)
    case = make_urgent(make_study(area), organisation)
    client.force_login(make_user(town.municipality, Role.HANDLER, organisation=organisation))
    page = client.get(reverse("workspace:urgent_cases")).text
    assert case.text in page
    assert "Ik heb dit" in page
    client.post(reverse("workspace:urgent_confirm", args=[case.reference]), {})
    assert UrgentCase.objects.get().confirmed_at is not None

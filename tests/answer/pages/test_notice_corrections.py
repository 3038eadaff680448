# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A public notice is corrected: new words at once, the old ones kept, translations behind."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.notices import LINES, WRITTEN, make_notice
from tests.factories.people import actor_of, make_duo, make_user
from voelspriet.answer.pages.actions.notice_corrections import correct_notice
from voelspriet.answer.pages.actions.notices import write_lines
from voelspriet.answer.pages.models import Notice, NoticeVersion
from voelspriet.answer.pages.queries.notices import notice_detail, public_notices
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = WRITTEN + timedelta(hours=3)
TODAY = date(2026, 9, 8)
NEW = LINES | {"matter": "De knal was een band die sprong. Niemand is gewond."}
CHANGED = "Wij weten nu wat het was."


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def adviser(town, area):
    return actor_of(make_duo(town.municipality, area)[0])


@pytest.fixture
def notice(area):
    return make_notice(area, languages=("nl", "ar", "tr"))


def correct(notice, by, lines=NEW, changed=CHANGED, at=AT, **more):
    correct_notice(reference=notice.reference, lines=lines, changed=changed, by=by, at=at, **more)


def shown(notice, language):
    (row,) = public_notices(area_ids=[notice.area_id], language=language, on=TODAY)
    return row


def test_the_new_words_stand_there_at_once_with_what_changed(notice, adviser):
    assert shown(notice, "nl").corrected_at is None
    correct(notice, adviser)
    now = shown(notice, "nl")
    assert (now.matter, now.corrected_at, now.updated_at) == (NEW["matter"], AT, AT)
    assert (now.changed, now.changed_language, now.newer) == (CHANGED, "nl", None)
    assert now.published_at == WRITTEN
    line = AuditLine.objects.get(action="notice.correct")
    assert line.detail["version"] == 2


def test_what_stood_there_is_kept_in_every_language(notice, adviser):
    correct(notice, adviser)
    correct(notice, adviser, lines=LINES, changed="Toch niet.", at=AT + timedelta(hours=1))
    detail = notice_detail(reference=notice.reference, by=adviser, at=AT)
    kept = [(one.version, one.language, one.shown_from, one.shown_until) for one in detail.versions]
    hour = AT + timedelta(hours=1)
    # the translations were of the first Dutch words only
    assert kept == [(2, "nl", AT, hour)] + [(1, code, WRITTEN, AT) for code in ("ar", "nl", "tr")]
    assert detail.versions[0].matter == NEW["matter"]
    assert detail.corrected_by_name == adviser.name


def test_a_translation_is_behind_until_it_is_written_anew(notice, adviser):
    correct(notice, adviser)
    behind = shown(notice, "ar")
    assert behind.language == "ar"
    assert behind.newer.matter == NEW["matter"]
    assert (behind.changed, behind.changed_language) == (CHANGED, "nl")
    lines = {one.language: one.is_behind for one in _lines(notice, adviser)}
    assert lines == {"nl": False, "ar": True, "tr": True}

    write_lines(
        reference=notice.reference,
        language="ar",
        lines=LINES,
        changed="نعرف الآن",
        by=adviser,
        at=AT,
    )
    again = shown(notice, "ar")
    assert (again.newer, again.changed, again.changed_language) == (None, "نعرف الآن", "ar")
    assert shown(notice, "tr").newer is not None


def _lines(notice, by):
    return notice_detail(reference=notice.reference, by=by, at=AT).lines


def test_what_does_not_correct_anything_is_refused(town, area, notice, adviser):
    for wrong, why in (
        ({"lines": LINES}, "niets veranderd"),
        ({"changed": " "}, "wat er is veranderd"),
        ({"lines": NEW | {"you_can": ""}}, "Vul dit in"),
        ({"lines": NEW | {"matter": "x" * 301}}, "korter"),
        ({"lines": NEW | {"matter": "Meneer De Vries van nummer 12 deed het."}}, "persoon"),
        ({"changed": "Meneer De Vries deed het."}, "persoon"),
    ):
        with pytest.raises(Refused, match=why):
            correct(notice, adviser, **wrong)
    for state in ("draft", "withdrawn"):
        with pytest.raises(Refused, match="openbaar"):
            correct(make_notice(area, state=state), adviser)
    with pytest.raises(Refused, match="openbaar"):
        correct(notice, adviser, at=datetime(2026, 9, 22, 9, tzinfo=UTC))
    with pytest.raises(Refused):
        correct(notice, actor_of(make_user(town.municipality, Role.EXECUTIVE)))
    with pytest.raises(OutOfScope):
        correct(notice, actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0]))
    assert not NoticeVersion.objects.exists()
    correct(notice, adviser, changed="Meneer De Vries deed het.", person_checked=True)


def test_the_database_keeps_versions_whole(notice, adviser):
    correct(notice, adviser)
    rows = Notice.objects.filter(pk=notice.pk)
    for change in (
        {"version": 1},
        {"corrected_at": None},
        {"published_at": None, "state": "draft"},
    ):
        _breaks("notice_corrected_has_a_moment", lambda change=change: rows.update(**change))
    old = NoticeVersion.objects.filter(language="nl")
    _breaks("notice_version_was_shown", lambda: old.update(shown_until=WRITTEN - timedelta(1)))
    again = old.get()
    again.pk = None
    _breaks("notice_version_once", again.save)


def _breaks(name, write):
    with pytest.raises(IntegrityError) as broken, arranging(), transaction.atomic():
        write()
    assert name in str(broken.value) or "UNIQUE" in str(broken.value)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the audit: by the privacy officer of the municipality, and by nobody else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_municipality
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.actions.exports import note_audit_export
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.privacy.records import (
    AuditFilters,
    audit_actions,
    audit_lines,
    every_audit_line,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def municipality():
    return make_municipality()


@pytest.fixture
def officer(municipality):
    return actor_of(make_user(municipality, Role.PRIVACY_OFFICER))


def make_line(municipality, at=AT, action="contact.read", **more):
    with arranging():
        return AuditLine.objects.create(
            at=at,
            municipality_id=municipality.pk,
            actor_kind="staff",
            action=action,
            subject="signal",
            **more,
        ).pk


def ids(officer, **filters):
    return [row.id for row in audit_lines(filters=AuditFilters(**filters), by=officer).items]


def test_days_are_dutch_days(municipality, officer):
    # half past eleven at night, Dutch winter time, is half past ten UTC
    late = make_line(municipality, at=datetime(2026, 3, 2, 22, 30, tzinfo=UTC))
    next_day = make_line(municipality, at=datetime(2026, 3, 2, 23, 30, tzinfo=UTC))

    day = date(2026, 3, 2)
    assert ids(officer, since=day, until=day) == [late]
    assert ids(officer, since=day + timedelta(days=1)) == [next_day]


def test_filters_narrow_by_name_deed_reference_and_reads(municipality, officer):
    read = make_line(municipality, actor_name="Noor Visser", subject_reference="M-1")
    photo = make_line(municipality, action="attachment.read")
    close = make_line(municipality, action="signal.close", subject_reference="M-2")

    assert ids(officer) == [close, photo, read]
    assert ids(officer, reads_only=True) == [photo, read]
    assert ids(officer, name="visser") == [read]
    assert ids(officer, action="signal.close") == [close]
    assert ids(officer, reference="m-2") == [close]
    assert audit_actions(by=officer) == ("attachment.read", "contact.read", "signal.close")


def test_lines_of_the_same_moment_page_without_gap_or_double(municipality, officer, monkeypatch):
    monkeypatch.setattr("voelspriet.ground.privacy.records.PAGE_SIZE", 2)
    made = [make_line(municipality) for _ in range(5)]
    seen, cursor = [], ""
    for _ in range(3):
        page = audit_lines(filters=AuditFilters(), by=officer, cursor=cursor)
        seen += [row.id for row in page.items]
        cursor = page.next_cursor

    assert seen == made[::-1]
    assert cursor == ""
    assert ids(officer) == made[:2:-1]


def test_the_export_gives_every_line_oldest_first(municipality, officer):
    made = [make_line(municipality, at=AT + timedelta(minutes=n)) for n in range(3)]

    assert [row.id for row in every_audit_line(filters=AuditFilters(), by=officer)] == made


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PRIVACY_OFFICER])
def test_nobody_but_the_officer_reads_the_audit(municipality, role):
    by = actor_of(make_user(municipality, role))

    for reading in (
        lambda: audit_lines(filters=AuditFilters(), by=by),
        lambda: every_audit_line(filters=AuditFilters(), by=by),
        lambda: audit_actions(by=by),
        lambda: note_audit_export(reads_only=False, by=by, at=AT),
    ):
        with pytest.raises(OutOfScope):
            reading()


def test_the_audit_of_another_municipality_is_not_there(officer):
    make_line(make_municipality(name="Duinoord", area_code="GM9998"))

    assert ids(officer) == []

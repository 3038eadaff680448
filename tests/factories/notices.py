# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices to a neighbourhood, in one or more languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import count

from tests.conftest import arranging
from tests.factories.signals import municipality_of
from voelspriet.answer.pages.choices import NoticeState
from voelspriet.answer.pages.models import Notice, NoticeText
from voelspriet.ground.areas.models import Area

WRITTEN = datetime(2026, 9, 8, 20, 30, tzinfo=UTC)
LINES = {
    "matter": "Gisteravond was er een knal. Niemand is gewond.",
    "you_can": "Zag u iets? Bel ons. U hoeft verder niets te doen.",
    "our_view": "Wij schrokken er ook van. Wij weten nog niet wat het was.",
}
_numbers = count(1)


def make_notice(
    area: Area,
    *,
    state: str = NoticeState.PUBLISHED,
    languages: Iterable[str] = ("nl",),
    matter: str = "",
    **more: object,
) -> Notice:
    """Make a notice for one street, public unless `state` says otherwise."""
    values: dict[str, object] = {"scale": "streets", "streets": "Kadestraat"}
    values |= {"ends_on": date(2026, 9, 20), "written_at": WRITTEN}
    values |= {"written_by_id": 1, "written_by_name": "Noor Visser"}
    if state == NoticeState.PUBLISHED:
        values |= {"published_at": WRITTEN}
    if state == NoticeState.WITHDRAWN:
        values |= {"withdrawn_at": WRITTEN, "withdraw_reason": "Het klopte niet."}
    with arranging():
        notice = Notice.objects.create(
            municipality=municipality_of(area),
            area=area,
            reference=f"N-{next(_numbers):04d}-TEST",
            state=state,
            **values | more,
        )
        for language in languages:
            words = LINES | ({"matter": matter} if matter else {})
            NoticeText.objects.create(notice=notice, language=language, **words)
    return notice

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading notices: what is public now, the list, one of them, and who could send it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.answer.pages.choices import NoticeState
from voelspriet.answer.pages.models import Notice
from voelspriet.answer.pages.queries.notice_rows import (
    SOURCE_LANGUAGE,
    NoticeDetail,
    NoticeLines,
    NoticeRow,
    PublicNotice,
    SenderRow,
    notice_row,
    public_notice,
    sender_of,
    texts_of,
    version_rows,
)
from voelspriet.answer.pages.rules.notice_checks import (
    Draft,
    names_a_door,
    names_a_person,
    notice_checks,
)
from voelspriet.answer.pages.rules.notices import (
    LINES,
    advice_of,
    is_complete,
    visible_notices,
    writes,
)
from voelspriet.ground.network.queries import faces
from voelspriet.ground.people.queries import duo_of
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.lib.working_days import dutch_day

PAGE_SIZE = 30
SHOWN_IN_PUBLIC = 10


def public_notices(
    *, area_ids: Collection[int], language: str, on: date
) -> tuple[PublicNotice, ...]:
    """Return what areas are told now, the newest first; what has ended is left out. Two queries."""
    found = _loaded(Notice.objects.filter(area_id__in=sorted(area_ids))).filter(
        state=NoticeState.PUBLISHED, ends_on__gte=on
    )
    rows = found.order_by("-published_at", "-id")[:SHOWN_IN_PUBLIC]
    return tuple(public_notice(one, language=language, on=on) for one in rows)


def notices(*, by: Actor, at: datetime, cursor: str = "") -> Page[NoticeRow]:
    """Return the notices `by` may see, the newest first. Two queries."""
    found = visible_notices(by)
    after = read_cursor(cursor, datetime.fromisoformat, int)
    if after and after[0].tzinfo is not None:
        moment, key = after
        found = found.filter(Q(written_at__lt=moment) | Q(written_at=moment, pk__lt=key))
    loaded = found.select_related("area").prefetch_related("texts")
    rows = list(loaded.order_by("-written_at", "-id")[: PAGE_SIZE + 1])
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: notice_row(one, on=dutch_day(at)),
        lambda one: write_cursor(one.written_at.isoformat(), one.pk),
    )


def notices_of_incident(*, reference: str, by: Actor, at: datetime) -> tuple[NoticeRow, ...]:
    """Return what was told because of an incident, as far as `by` may see it. Two queries."""
    found = visible_notices(by).filter(incident__reference=reference)
    loaded = found.select_related("area").prefetch_related("texts").order_by("written_at", "id")
    return tuple(notice_row(one, on=dutch_day(at)) for one in loaded)


def notice_detail(*, reference: str, by: Actor, at: datetime) -> NoticeDetail:
    """Return one notice `by` may see, with its checks. Raises OutOfScope for any other."""
    one = _loaded(visible_notices(by)).select_related("incident").filter(reference=reference)
    found = one.first()
    if found is None:
        raise OutOfScope(_("Dit buurtbericht is er niet."))
    on = dutch_day(at)
    texts = texts_of(found)
    words = [getattr(text, line) for text in texts.values() for line in LINES]
    sender = sender_of(found, on=on)
    advice = advice_of(found.lie_awake, found.see_us_act)
    return NoticeDetail(
        row=notice_row(found, on=on),
        scale_reason=found.scale_reason,
        lines=tuple(
            NoticeLines(
                code,
                text.matter,
                text.you_can,
                text.our_view,
                is_complete(text),
                text.changed,
                text.version < found.version,
            )
            for code, text in sorted(texts.items())
        ),
        shown=tuple(
            public_notice(found, language=code, on=on)
            for code, text in sorted(texts.items(), key=lambda pair: pair[0] != SOURCE_LANGUAGE)
            if code == SOURCE_LANGUAGE or is_complete(text)
        ),
        sender=sender,
        lie_awake=found.lie_awake,
        see_us_act=found.see_us_act,
        advice=str(advice or ""),
        checks=notice_checks(_draft(found, sender, str(advice or ""))),
        names_a_person=names_a_person(words),
        names_a_door=names_a_door(words),
        incident_reference=found.incident.reference if found.incident else "",
        written_by_name=found.written_by_name,
        published_by_name=found.published_by_name,
        withdraw_reason=found.withdraw_reason,
        may_write=writes(by, found),
        corrected_at=found.corrected_at,
        corrected_by_name=found.corrected_by_name,
        versions=version_rows(found),
    )


def senders(*, area_id: int, by: Actor, on: date) -> tuple[SenderRow, ...]:
    """Return who could send a notice to an area: its duo and the faces who agreed to be shown."""
    duo = [
        SenderRow(f"user-{one.user_id}", one.first_name, one.function, "", one.phone, one.photo)
        for one in duo_of(area_id=area_id, on=on)
    ]
    own = f"user-{by.user_id}"
    duo.sort(key=lambda one: one.key != own)
    others = [
        SenderRow(f"face-{one.id}", one.first_name, one.function, one.organisation, one.phone, "")
        for one in faces(area_id=area_id, on=on)
    ]
    return (*duo, *others)


def _loaded(found: QuerySet[Notice]) -> QuerySet[Notice]:
    with_sender = found.select_related("area", "sender_user", "sender_face__organisation")
    return with_sender.prefetch_related("texts")


def _draft(notice: Notice, sender: SenderRow | None, advice: str) -> Draft:
    text = texts_of(notice).get(SOURCE_LANGUAGE)
    return Draft(
        matter=text.matter if text else "",
        you_can=text.you_can if text else "",
        our_view=text.our_view if text else "",
        scale=notice.scale,
        has_sender=sender is not None,
        sender_phone=sender.phone if sender else "",
        advice=advice,
        has_return_day=notice.back_on is not None,
        is_of_incident=notice.incident_id is not None,
        ticks=notice.ticks,
    )

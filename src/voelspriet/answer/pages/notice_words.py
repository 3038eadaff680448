# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an organisation reads of a notice in its mail, made at the moment the mail goes."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from voelspriet.answer.pages.choices import NoticeState
from voelspriet.answer.pages.models import Notice
from voelspriet.answer.pages.queries.notice_rows import SOURCE_LANGUAGE, public_notice
from voelspriet.answer.pages.rules.notices import is_over
from voelspriet.answer.replies.choices import ServiceMailKind
from voelspriet.answer.replies.party_mails import PartyMail, party_mail_source
from voelspriet.lib.working_days import dutch_day

SUBJECT_LETTERS = 78


def notice_mail(key: str, at: datetime) -> PartyMail | None:
    """Return the mail about a notice; None when it was withdrawn or its last day has gone."""
    reference = key.split(":")[1]
    loaded = Notice.objects.select_related(
        "area", "municipality", "sender_user", "sender_face__organisation"
    )
    found = loaded.prefetch_related("texts").filter(reference=reference).first()
    on = dutch_day(at)
    if found is None or found.state != NoticeState.PUBLISHED or is_over(found, on):
        return None
    told = public_notice(found, language=SOURCE_LANGUAGE, on=on)
    with translation.override(SOURCE_LANGUAGE):
        opening = _("Dit vertellen wij de bewoners van %(name)s:") % {
            "name": told.streets or told.area_name
        }
        path = reverse("public:neighbourhood", args=(found.municipality.slug, found.area.slug))
    signed = told.sender.signed if told.sender else ""
    lines = (opening, told.matter, told.you_can, told.our_view, signed)
    subject = " ".join(f"{told.area_name}: {told.matter}".split())
    return PartyMail(
        subject=subject[:SUBJECT_LETTERS],
        paragraphs=tuple(line for line in lines if line),
        page_url=settings.PUBLIC_URL + path,
        language=SOURCE_LANGUAGE,
    )


party_mail_source(ServiceMailKind.AREA_NOTICE, notice_mail)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where residents read a notice, and a mail to an organisation that wants to know of it."""

from __future__ import annotations

from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from voelspriet.answer.pages.queries.notice_rows import PublicNotice
from voelspriet.ground.areas.queries import MunicipalityRow


def page_address(municipality: MunicipalityRow, area_slug: str, language: str) -> str:
    """Return the whole address of an area's public page in a language."""
    with translation.override(language):
        path = reverse("public:neighbourhood", args=(municipality.slug, area_slug))
    return settings.PUBLIC_URL + path


def mail_link(notice: PublicNotice, *, to: str, address: str) -> str:
    """Return a link that opens a mail to an organisation, in a colleague's own mail program.

    Never to somebody who reported something: they gave an address for their answer alone.
    """
    signed = notice.sender.signed if notice.sender else ""
    parts = (notice.matter, notice.you_can, notice.our_view, signed, address)
    body = "\r\n\r\n".join(part for part in parts if part)
    subject = f"{notice.area_name}: {notice.matter}"[:78]
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject)}&body={quote(body)}"

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mail a notice to organisations, each once, because a colleague presses."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.pages.actions.notice_words import audit_notice, written_notice
from voelspriet.answer.pages.choices import NoticeState
from voelspriet.answer.pages.models import Notice
from voelspriet.answer.pages.rules.notices import is_over, mail_key
from voelspriet.answer.replies.actions.party_mails import party_mail_again, queue_party_mail
from voelspriet.answer.replies.choices import ServiceMailKind
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def mail_notice(
    *, reference: str, organisation_ids: Collection[int], by: Actor, at: datetime
) -> int:
    """Put a public notice in the outbox for organisations with an address; return how many are new.

    Whoever had it gets it no second time. Nothing is sent here: the job does. Refuses nobody
    chosen, and what is not public (any more). OutOfScope: an organisation that cannot be mailed.
    """
    notice = _public(reference, by, at)
    wanted = sorted(set(organisation_ids))
    if not wanted:
        raise Refused(_("Kies een of meer organisaties."), field="organisations")
    parties = Organisation.objects.filter(
        pk__in=wanted, municipality_id=notice.municipality_id, is_active=True
    ).exclude(email="")
    known = sorted(parties.values_list("pk", flat=True))
    if known != wanted:
        raise OutOfScope(_("Deze organisatie is er niet."))
    made = sum(
        queue_party_mail(
            kind=ServiceMailKind.AREA_NOTICE,
            key=mail_key(notice.reference, organisation_id),
            organisation_id=organisation_id,
            area_id=notice.area_id,
            at=at,
        )
        for organisation_id in known
    )
    audit_notice("notice.mail", notice, by, at, organisations=known, new=made)
    return made


@action
def mail_notice_again(*, reference: str, organisation_id: int, by: Actor, at: datetime) -> None:
    """Send a mail that failed, or may not have come, again. Refuses as `mail_notice`."""
    notice = _public(reference, by, at)
    party_mail_again(key=mail_key(notice.reference, organisation_id), at=at)
    audit_notice("notice.mail_again", notice, by, at, organisation=organisation_id)


def _public(reference: str, by: Actor, at: datetime) -> Notice:
    notice = written_notice(reference, by)
    if notice.state != NoticeState.PUBLISHED or is_over(notice, dutch_day(at)):
        raise Refused(_("Dit bericht is niet openbaar (meer). Het gaat niet in de mail."))
    return notice

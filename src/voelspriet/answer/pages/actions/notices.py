# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write a notice to a neighbourhood, publish it, write it in other languages, withdraw it."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.act.agenda.models import Incident
from voelspriet.act.agenda.rules.incidents import visible_incidents
from voelspriet.answer.pages.actions.notice_words import (
    Lines,
    audit_notice,
    worded_lines,
    written_notice,
)
from voelspriet.answer.pages.choices import NoticeScale, NoticeState
from voelspriet.answer.pages.models import Notice, NoticeText
from voelspriet.answer.pages.queries.notices import senders
from voelspriet.answer.pages.rules.notice_checks import PERSON_RULES, names_a_person
from voelspriet.answer.pages.rules.notices import (
    LINES,
    LONGEST_SHOWN,
    REASON_LIMIT,
    STREETS_LIMIT,
    Reach,
    is_complete,
    mail_key_start,
    may_write_for,
    scale_of,
)
from voelspriet.answer.replies.actions.party_mails import drop_party_mails
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.wording import brief
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day

SOURCE_LANGUAGE = "nl"
LOOK_FIRST = gettext_lazy("Kijk eerst of de tekst naar een persoon wijst.")


@action
def write_notice(
    *,
    area_id: int,
    streets: str,
    scale_reason: str,
    lines: Lines,
    sender: str,
    ends_on: date,
    back_on: date | None,
    by: Actor,
    at: datetime,
    lie_awake: str = "",
    see_us_act: str = "",
    incident_reference: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Write a notice in Dutch as a draft and return its reference. Nothing is public yet.

    Refuses: a scale wider than streets without why, nobody to send it, a last day gone by or more
    than three months away, a line that is too long. OutOfScope: an area `by` may not tell
    anything, an incident `by` does not see.
    """
    area = _area(area_id, by)
    reach = _reach(area, streets, scale_reason)
    notice = Notice.objects.create(
        municipality_id=by.municipality_id or 0,
        area=area,
        incident=_incident(incident_reference, by),
        reference=new_reference("N", rng=rng),
        scale=reach.scale,
        streets=reach.streets,
        scale_reason=reach.reason,
        **_sender(sender, area_id, by, dutch_day(at)),
        **_days(ends_on, back_on, dutch_day(at)),
        lie_awake=lie_awake,
        see_us_act=see_us_act,
        written_by_id=by.user_id or 0,
        written_by_name=by.name,
        written_at=at,
    )
    NoticeText.objects.create(notice=notice, language=SOURCE_LANGUAGE, **worded_lines(lines))
    audit_notice("notice.write", notice, by, at, scale=str(reach.scale))
    return notice.reference


@action
def change_notice(
    *,
    reference: str,
    streets: str,
    scale_reason: str,
    sender: str,
    ends_on: date,
    back_on: date | None,
    lie_awake: str,
    see_us_act: str,
    ticks: Collection[str],
    by: Actor,
    at: datetime,
) -> None:
    """Change everything but the words of a draft. Refuses as `write_notice`, and what is public."""
    notice = written_notice(reference, by)
    _must_be_draft(notice)
    reach = _reach(notice.area, streets, scale_reason)
    for name, value in {
        "scale": reach.scale,
        "streets": reach.streets,
        "scale_reason": reach.reason,
        **_sender(sender, notice.area_id, by, dutch_day(at)),
        **_days(ends_on, back_on, dutch_day(at)),
        "lie_awake": lie_awake,
        "see_us_act": see_us_act,
        "ticks": [code for code in PERSON_RULES if code in ticks],
    }.items():
        setattr(notice, name, value)
    notice.save()
    audit_notice("notice.change", notice, by, at, scale=str(reach.scale), ticks=notice.ticks)


@action
def write_lines(
    *,
    reference: str,
    language: str,
    lines: Lines,
    by: Actor,
    at: datetime,
    person_checked: bool = False,
    changed: str = "",
) -> None:
    """Write the three lines in one language; it is shown in it once all three are there.

    They are a translation of the Dutch as it is now; `changed` tells what was corrected in it.

    Refuses: a language we do not speak, a line that is too long, other Dutch words for what is
    public, words that may point at a person nobody looked at there, what is withdrawn.
    """
    notice = written_notice(reference, by)
    if language not in dict(settings.LANGUAGES):
        raise OutOfScope(_("Deze taal is er niet."))
    if notice.state == NoticeState.WITHDRAWN or (
        notice.state == NoticeState.PUBLISHED and language == SOURCE_LANGUAGE
    ):
        raise Refused(
            _("Dit bericht is openbaar of ingetrokken. Pas het aan of schrijf een nieuw.")
        )
    words = worded_lines(lines) | {"changed": brief(changed, REASON_LIMIT, "changed")}
    signs = names_a_person(list(words.values()))
    if notice.state == NoticeState.PUBLISHED and signs and not person_checked:
        raise Refused(str(LOOK_FIRST), field="person_checked")
    NoticeText.objects.update_or_create(
        notice=notice, language=language, defaults=words | {"version": notice.version}
    )
    audit_notice("notice.write_lines", notice, by, at, language=language)


@action
def publish_notice(*, reference: str, person_checked: bool, by: Actor, at: datetime) -> None:
    """Make a notice public: it stands on the page of its area, and in its feed, at once.

    Refuses: no draft, a line missing in Dutch, nobody to send it, a last day gone by, and words
    that may point at a person nobody looked at (`person_checked`).
    """
    notice = written_notice(reference, by)
    _must_be_draft(notice)
    texts = list(notice.texts.all())
    if not any(text.language == SOURCE_LANGUAGE and is_complete(text) for text in texts):
        raise Refused(_("Vul eerst de drie regels in het Nederlands in."))
    if notice.sender_user_id is None and notice.sender_face_id is None:
        raise Refused(_("Kies wie de afzender is."))
    if notice.ends_on < dutch_day(at):
        raise Refused(_("De laatste dag is al voorbij. Kies een andere dag."))
    signs = names_a_person([getattr(text, line) for text in texts for line in LINES])
    if signs and not person_checked:
        raise Refused(str(LOOK_FIRST), field="person_checked")
    notice.state = NoticeState.PUBLISHED
    notice.published_at = at
    notice.published_by_name = by.name
    notice.save(update_fields=["state", "published_at", "published_by_name"])
    audit_notice("notice.publish", notice, by, at, scale=notice.scale, person_words=signs)


@action
def withdraw_notice(*, reference: str, reason: str, by: Actor, at: datetime) -> None:
    """Take a notice away at once, with a reason. Refuses no reason, and what is withdrawn."""
    notice = written_notice(reference, by)
    if notice.state == NoticeState.WITHDRAWN:
        raise Refused(_("Dit bericht is al ingetrokken."))
    if not reason.strip():
        raise Refused(_("Schrijf waarom u dit intrekt."), field="reason")
    notice.state = NoticeState.WITHDRAWN
    notice.withdrawn_at = at
    notice.withdraw_reason = reason.strip()[:REASON_LIMIT]
    notice.save(update_fields=["state", "withdrawn_at", "withdraw_reason"])
    drop_party_mails(key_start=mail_key_start(notice.reference))
    audit_notice("notice.withdraw", notice, by, at, reason=notice.withdraw_reason)


def _must_be_draft(notice: Notice) -> None:
    if notice.state != NoticeState.DRAFT:
        raise Refused(_("Dit bericht is geen concept meer."))


def _area(area_id: int, by: Actor) -> Area:
    area = Area.objects.filter(pk=area_id).first()
    town = Municipality.objects.filter(pk=by.municipality_id or 0).first()
    if (
        area is None
        or town is None
        or area.municipality_code != town.area_code
        or not may_write_for(by, area_id=area.pk, level=area.level)
    ):
        raise OutOfScope(_("Dit gebied is er niet."))
    return area


def _incident(reference: str, by: Actor) -> Incident | None:
    if not reference:
        return None
    found = visible_incidents(by).filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit incident is er niet."))
    return found


def _reach(area: Area, streets: str, reason: str) -> Reach:
    scale = scale_of(area.level, streets)
    named, why = (
        brief(streets, STREETS_LIMIT, "streets"),
        brief(reason, REASON_LIMIT, "scale_reason"),
    )
    if scale != NoticeScale.STREETS and not why:
        raise Refused(
            _("Noem de straten, of schrijf waarom het voor een groter gebied is."),
            field="scale_reason",
        )
    return Reach(scale, named, why)


def _sender(key: str, area_id: int, by: Actor, on: date) -> dict[str, Any]:
    """Return who sends it, of those who may be shown for this area."""
    if key not in {one.key for one in senders(area_id=area_id, by=by, on=on)}:
        raise Refused(_("Kies een afzender van dit gebied."), field="sender")
    kind, number = key.split("-", 1)
    return {
        "sender_user_id": int(number) if kind == "user" else None,
        "sender_face_id": int(number) if kind == "face" else None,
    }


def _days(ends_on: date, back_on: date | None, today: date) -> dict[str, Any]:
    if not today <= ends_on <= today + LONGEST_SHOWN:
        raise Refused(_("Kies een laatste dag binnen drie maanden."), field="ends_on")
    if back_on is not None and not today <= back_on <= today + LONGEST_SHOWN:
        raise Refused(_("Kies een dag binnen drie maanden."), field="back_on")
    return {"ends_on": ends_on, "back_on": back_on}

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking at what is most personal: contact data and photos. Every look is an audit line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.intake.actions.reach import directed
from voelspriet.listen.intake.choices import AttachmentKind
from voelspriet.listen.intake.models import Attachment, Signal
from voelspriet.listen.intake.records import ContactRow, attachment_bytes, contact_of
from voelspriet.listen.intake.rules.access import directed_signals, handed_over

SHORTEST_REASON = 5
LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class OpenedAttachment:
    """A photo or recording as it was sent, decrypted."""

    content: bytes
    media_type: str


@action
def read_contact(*, reference: str, reason: str, by: Actor, at: datetime) -> ContactRow:
    """Return how to reach a reporter. The reason is kept and the privacy officer sees it.

    Refuses a reason of fewer than five signs, and a signal without contact data.
    """
    signal = directed(reference, by)
    reason = reason.strip()
    if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
        raise Refused(_("Schrijf kort waarom u de gegevens nodig heeft."), field="reason")
    contact = contact_of(signal_id=signal.pk)
    if contact is None:
        raise Refused(_("Deze melder liet geen contactgegevens achter."))
    _look("contact.read", signal, by, at, reason=reason)
    return contact


@action
def open_attachment(*, file_name: str, by: Actor, at: datetime) -> OpenedAttachment:
    """Return a photo or recording, and log that `by` looked.

    For advisers of the area; for handlers only a cleared photo that was handed to them.
    """
    attachment = Attachment.objects.filter(file_name=file_name, destroyed_at__isnull=True).first()
    if attachment is None or not _may_open(attachment, by):
        raise OutOfScope(_("Deze bijlage is er niet."))
    content = attachment_bytes(file_name=file_name)
    if content is None:
        raise OutOfScope(_("Deze bijlage is er niet."))
    _look("attachment.read", attachment.signal, by, at, kind=attachment.kind)
    return OpenedAttachment(content, attachment.media_type)


@action
def clear_photo(*, file_name: str, cleared: bool, by: Actor, at: datetime) -> str:
    """Decide that nobody can be known on a photo (or take that back); return the signal.

    Only a cleared photo may go with a hand-over.
    """
    photo = Attachment.objects.filter(
        file_name=file_name, kind=AttachmentKind.PHOTO, destroyed_at__isnull=True
    ).first()
    if photo is None:
        raise OutOfScope(_("Deze bijlage is er niet."))
    signal = directed(photo.signal.reference, by)
    photo.cleared_at = at if cleared else None
    photo.save(update_fields=["cleared_at"])
    _look("attachment.clear", signal, by, at, cleared=cleared)
    return signal.reference


def _may_open(attachment: Attachment, by: Actor) -> bool:
    if directed_signals(by).filter(pk=attachment.signal_id).exists():
        return True
    shared = attachment.kind == AttachmentKind.PHOTO and attachment.cleared_at is not None
    return (
        shared and handed_over(by).filter(signal_id=attachment.signal_id, with_photos=True).exists()
    )


def _look(
    name: str, signal: Signal, by: Actor, at: datetime, *, reason: str = "", **detail: Any
) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="signal",
        reference=signal.reference,
        municipality_id=signal.municipality_id,
        reason=reason,
        **detail,
    )

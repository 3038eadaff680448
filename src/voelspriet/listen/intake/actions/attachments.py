# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What becomes of photos and recordings after they came in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.listen.intake.actions.files import destroy_files
from voelspriet.listen.intake.actions.reach import directed, keep_findable
from voelspriet.listen.intake.choices import AttachmentKind, PersonFlag
from voelspriet.listen.intake.models import Attachment, Signal
from voelspriet.listen.intake.rules.categories import suggest_category
from voelspriet.listen.intake.rules.files import attachment_folder
from voelspriet.listen.intake.rules.person_flag import points_at_person
from voelspriet.listen.intake.told import TEXT_LIMIT

WRITTEN_LIMIT = 2 * TEXT_LIMIT


@action
def transcribe_voice(*, file_name: str, text: str, by: Actor, at: datetime) -> str:
    """Write out a spoken report and destroy the recording; return the signal's reference.

    The words come below what was typed. Suggests the category and looks for persons again;
    enqueues "replies.catch_up" for the translation. Refuses an empty or too long text.
    """
    voice = Attachment.objects.filter(
        file_name=file_name, kind=AttachmentKind.VOICE, destroyed_at__isnull=True
    ).first()
    if voice is None:
        raise OutOfScope(_("Deze opname is er niet."))
    signal = directed(voice.signal.reference, by)
    words = text.strip()
    if not words:
        raise Refused(_("Schrijf op wat u hoort."), field="text")
    whole = "\n\n".join(part for part in (signal.text, words) if part)
    if len(whole) > WRITTEN_LIMIT:
        raise Refused(_("Dit is te lang. Maak het korter."), field="text")
    signal.text = whole
    signal.suggested_category = suggest_category(whole)
    if signal.person_flag in {PersonFlag.NONE, PersonFlag.CLEARED} and points_at_person(words):
        signal.person_flag = PersonFlag.RULES
    signal.save(update_fields=["text", "suggested_category", "person_flag"])
    destroy_attachments([voice], at=at)
    keep_findable(signal)
    enqueue("replies.catch_up", signal_id=signal.pk)
    record("signal.transcribe", by=by, at=at, subject="signal", reference=signal.reference,
           municipality_id=signal.municipality_id)  # fmt: skip
    return signal.reference


def destroy_attachments(attachments: list[Attachment], *, at: datetime) -> None:
    """Destroy files once the running transaction is certain. For actions of this room only."""
    names = [attachment.file_name for attachment in attachments]
    Attachment.objects.filter(file_name__in=names).update(destroyed_at=at, size=0)
    transaction.on_commit(lambda: destroy_files(names))


def destroy_of(signal: Signal, *, at: datetime) -> int:
    """Destroy every attachment of a signal; return how many. For actions of this room only."""
    left = list(Attachment.objects.filter(signal=signal, destroyed_at__isnull=True))
    destroy_attachments(left, at=at)
    return len(left)


def sweep_files(*, before: datetime) -> int:
    """Remove files that no row names, older than `before`; return how many.

    A crash between file and row, or between row and removal, leaves such a file.
    """
    folder = attachment_folder()
    if not folder.is_dir():
        return 0
    with housekeeping("attachments.sweep"):
        kept = set(
            Attachment.objects.filter(destroyed_at__isnull=True).values_list("file_name", flat=True)
        )
    lost = [
        path.name
        for path in folder.iterdir()
        if path.name not in kept and path.stat().st_mtime < before.timestamp()
    ]
    destroy_files(lost)
    return len(lost)

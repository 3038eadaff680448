# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes when its term is over: addresses first, words a year after the evening."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.holding import audit_evening
from voelspriet.listen.evenings.models import (
    AskedCount,
    Evening,
    EveningLink,
    EveningNote,
    ReportAddress,
    RoomQuestion,
    Voice,
    Vote,
)
from voelspriet.listen.evenings.rules.room import (
    ADDRESSES_AFTER_EVENING,
    ADDRESSES_AFTER_REPORT,
    WORDS_AFTER_EVENING,
)


def end_terms(*, by: Actor, at: datetime) -> int:
    """Erase whatever had its term, evening by evening; return of how many something went."""
    ended = 0
    for reference in _due(at).order_by("pk").values_list("reference", flat=True):
        erase_ended(reference=reference, by=by, at=at)
        ended += 1
    return ended


@action
def erase_ended(*, reference: str, by: Actor, at: datetime) -> None:
    """Erase of one evening what had its term; counts, agreements and the audit stay.

    Addresses go thirty days after the report, or ninety after an evening without one. A year after
    the evening go notes, questions and what was written in answers, and with them every voice: its
    answers are counted before in what `results` says of a closed evening, no longer by phone.
    """
    evening = Evening.objects.select_for_update().get(reference=reference)
    gone: dict[str, int] = {}
    if Evening.objects.filter(_addresses_due(at), pk=evening.pk).exists():
        gone["addresses"] = _erase_addresses(evening)
        gone["asked"] = AskedCount.objects.filter(evening=evening).delete()[0]
    if evening.closed_at is not None and evening.closed_at + WORDS_AFTER_EVENING <= at:
        gone["notes"] = EveningNote.objects.filter(evening=evening).delete()[0]
        gone["questions"] = RoomQuestion.objects.filter(evening=evening).delete()[0]
        gone["texts"] = Vote.objects.filter(item__evening=evening).exclude(text="").update(text="")
        gone["phones"] = _forget_phones(evening)
        gone["links"] = EveningLink.objects.filter(evening=evening).delete()[0]
        evening.words_erased_at = at
        evening.save(update_fields=["words_erased_at"])
    audit_evening("evening.erase", evening, by, at, **gone)


def _erase_addresses(evening: Evening) -> int:
    """Erase the addresses and, with them, the mails that point at one; return how many there were.

    A mail that a colleague could still send again goes too: nothing tells to whom it went.
    """
    addresses = ReportAddress.objects.filter(evening=evening)
    count = addresses.count()
    addresses.delete()
    return count


def _forget_phones(evening: Evening) -> int:
    """Give every phone's voice a hash nobody can make: answers stay counted, of no phone."""
    voices = Voice.objects.filter(evening=evening, token_hash__isnull=False)
    found = list(voices)
    for voice in found:
        voice.token_hash = f"gone-{voice.pk.hex}"
    Voice.objects.bulk_update(found, ["token_hash"], batch_size=200)
    return len(found)


def _addresses_due(at: datetime) -> Q:
    return Q(report_sent_at__lte=at - ADDRESSES_AFTER_REPORT) | Q(
        report_sent_at=None, closed_at__lte=at - ADDRESSES_AFTER_EVENING
    )


def _due(at: datetime) -> QuerySet[Evening]:
    with_addresses = ReportAddress.objects.values("evening_id")
    words = Q(closed_at__lte=at - WORDS_AFTER_EVENING, words_erased_at=None)
    asked = AskedCount.objects.values("evening_id")
    kept = Q(pk__in=with_addresses) | Q(pk__in=asked)
    return Evening.objects.filter((_addresses_due(at) & kept) | words)

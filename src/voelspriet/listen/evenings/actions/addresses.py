# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses for the report: left apart from every vote, kept without order or moment, erased."""

from __future__ import annotations

import random
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.listen.evenings.actions.holding import audit_evening
from voelspriet.listen.evenings.models import Evening, ReportAddress
from voelspriet.listen.evenings.queries.addresses import open_for_addresses
from voelspriet.listen.evenings.rules.addresses import LANGUAGES, address_hash, read_leave_key
from voelspriet.listen.evenings.rules.room import MOST_ADDRESSES

LONGEST = 254


@action
def leave_address(
    *,
    reference: str,
    address: str,
    language: str,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> None:
    """Keep an address to send the report of an evening to; the same one is kept once.

    It does not ask who is in the room, so nothing of a phone comes along. All addresses of the
    evening are written anew in another order: the order in which rows lie in a database tells who
    came first, and could be laid beside the order of answers. Refuses: no address, an evening
    that takes none (any more), one too many.
    """
    evening = open_for_addresses(reference)
    if evening is None:
        raise Refused(_("Voor deze avond kunt u geen adres (meer) achterlaten."))
    clean = address.strip()
    try:
        validate_email(clean)
    except ValidationError as error:
        raise Refused(
            _("Vul een e-mailadres in, zoals naam@voorbeeld.nl."), field="address"
        ) from error
    if len(clean) > LONGEST:
        raise Refused(_("Dit adres is te lang."), field="address")
    _write_anew(evening, clean, language if language in LANGUAGES else "nl", rng)
    audit_evening("report_address.leave", evening, by, at)


@action
def take_address_back(*, key: str, by: Actor, at: datetime) -> None:
    """Erase the address a link in the report belongs to; doing it twice changes nothing.

    Refuses a link this site did not make.
    """
    found = read_leave_key(key)
    if found is None:
        raise Refused(_("Deze link klopt niet. Kopieer hem helemaal uit het bericht."))
    row = ReportAddress.objects.select_related("evening").filter(pk=found).first()
    if row is not None:
        row.delete()
    record(
        "report_address.take_back",
        by=by,
        at=at,
        subject="evening",
        reference=row.evening.reference if row else "",
        municipality_id=row.evening.municipality_id if row else None,
    )


@action
def mark_report_sent(*, reference: str, by: Actor, at: datetime) -> None:
    """Keep that the report went out: from now the addresses' last thirty days run."""
    evening = Evening.objects.select_for_update().filter(reference=reference).first()
    if evening is None:
        raise Refused(_("Deze avond is er niet."))
    evening.report_sent_at = evening.report_sent_at or at
    evening.save(update_fields=["report_sent_at"])
    audit_evening("evening.report_sent", evening, by, at)


def _write_anew(evening: Evening, address: str, language: str, rng: random.Random) -> None:
    held = Evening.objects.select_for_update().get(pk=evening.pk)
    if held.report_sent_at is not None:  # it went while this waited: rows with mails stay as is
        raise Refused(_("Voor deze avond kunt u geen adres (meer) achterlaten."))
    hashed = address_hash(evening.reference, address)
    rows = {one.address_hash: one for one in ReportAddress.objects.filter(evening=held)}
    if len(rows) >= MOST_ADDRESSES and hashed not in rows:
        raise Refused(_("Er zijn al te veel adressen. Vraag het de gespreksleider."))
    rows[hashed] = ReportAddress(
        evening=held, address=address, address_hash=hashed, language=language
    )
    order = list(rows.values())
    rng.shuffle(order)
    ReportAddress.objects.filter(evening=held).delete()
    ReportAddress.objects.bulk_create(order)

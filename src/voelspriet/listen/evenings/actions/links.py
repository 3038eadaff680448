# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a link for somebody who helps at an evening, and withdrawing it."""

from __future__ import annotations

import random
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.lib.references import SYSTEM_RANDOM
from voelspriet.listen.evenings.choices import EveningRole, EveningState
from voelspriet.listen.evenings.models import EveningLink
from voelspriet.listen.evenings.queries.standing import led_evening
from voelspriet.listen.evenings.rules.links import LABEL_LIMIT, MOST_LINKS, hash_of, new_key


@action
def make_link(
    *,
    reference: str,
    role: EveningRole,
    by: Actor,
    at: datetime,
    label: str = "",
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Return the key of a new link with which somebody helps at an evening.

    It is shown once and only its keyed hash is kept. Several may be out for one role. Refuses an
    evening that is over, a thirty-first link that works, a label longer than 60 characters.
    OutOfScope for all but the advisers of the area: whoever helps hands out no links.
    """
    evening = led_evening(reference=reference, by=by)
    if evening.state == EveningState.CLOSED:
        raise Refused(_("Deze avond is voorbij."))
    label = " ".join(label.split())
    if len(label) > LABEL_LIMIT:
        raise Refused(_("Dit is te lang."), field="label")
    if EveningLink.objects.filter(evening=evening, withdrawn_at=None).count() >= MOST_LINKS:
        raise Refused(_("Er zijn al 30 links. Trek er eerst een in."))
    key = new_key(rng=rng)
    EveningLink.objects.create(
        evening=evening, role=role, label=label, key_hash=hash_of(key), made_at=at
    )
    record(
        "evening_link.make", by=by, at=at, subject="evening", reference=reference, role=str(role)
    )
    return key


@action
def withdraw_link(*, reference: str, link_id: int, by: Actor, at: datetime) -> None:
    """Withdraw a link: whoever holds it sees nothing from the next page on.

    Withdrawing twice changes nothing. OutOfScope: a link of another evening.
    """
    evening = led_evening(reference=reference, by=by)
    link = EveningLink.objects.select_for_update().filter(evening=evening, pk=link_id).first()
    if link is None:
        raise OutOfScope(_("Deze link is er niet."))
    if link.withdrawn_at is None:
        link.withdrawn_at = at
        link.save(update_fields=["withdrawn_at"])
    record(
        "evening_link.withdraw", by=by, at=at, subject="evening", reference=reference,
        role=link.role,
    )  # fmt: skip


def forget_links() -> None:
    """Forget every link: a backup may hold some that were withdrawn after it was made."""
    with housekeeping("forget the links of evenings in a backup"):
        EveningLink.objects.filter(withdrawn_at=None).delete()

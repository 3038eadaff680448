# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing what each domain can do in a phase. A municipality starts from the product's words."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.rules.guarding import brief
from voelspriet.understand.tension.choices import Domain, Phase
from voelspriet.understand.tension.models import TensionHelp
from voelspriet.understand.tension.rules import HELP_LIMIT, must_keep_help, shipped_help


@action
def write_help(*, phase: Phase, domain: Domain, text: str, by: Actor, at: datetime) -> None:
    """Write what a domain can do in a phase, for the own municipality.

    Refuses: no policy adviser, nothing said or too much, the words as they stand.
    """
    where = must_keep_help(by)
    words = brief(text, HELP_LIMIT, "text")
    own = TensionHelp.objects.filter(municipality_id=where, phase=phase, domain=domain).first()
    if words == (own.text if own else shipped_help()[phase.value, domain.value]):
        raise Refused(_("Zo stond het er al."), field="text")
    TensionHelp.objects.update_or_create(
        municipality_id=where,
        phase=phase,
        domain=domain,
        defaults={
            "text": words,
            "changed_by_id": by.user_id or 0,
            "changed_by_name": by.name,
            "changed_at": at,
        },
    )
    _record("tension_help.write", phase, domain, by, at)


@action
def reset_help(*, phase: Phase, domain: Domain, by: Actor, at: datetime) -> None:
    """Go back to the product's words. Refuses where they stand already."""
    where = must_keep_help(by)
    own = TensionHelp.objects.filter(municipality_id=where, phase=phase, domain=domain)
    if not own.delete()[0]:
        raise Refused(_("Hier staat al wat is meegeleverd."))
    _record("tension_help.reset", phase, domain, by, at)


def _record(name: str, phase: Phase, domain: Domain, by: Actor, at: datetime) -> None:
    record(
        name, by=by, at=at, subject="tension_help", phase=str(phase.value),
        domain=str(domain.value),
    )  # fmt: skip

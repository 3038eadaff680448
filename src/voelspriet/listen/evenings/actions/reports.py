# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making the report of an evening: what happens next, what is left out, and letting it go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.holding import audit_evening, held_evening
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningNote, EveningReport
from voelspriet.listen.evenings.rules.addresses import LANGUAGES
from voelspriet.listen.evenings.rules.helpers import advises

NEXT_STEPS_LIMIT = 1500
DUTCH = "nl"


@action
def write_next_steps(*, reference: str, texts: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Write what happens next, per language; an empty one is taken away.

    Refuses: no Dutch text, one too long, a report that was released. OutOfScope: others than the
    advisers of its area.
    """
    evening = _over(reference, by)
    clean = {name: text.strip() for name, text in texts.items() if name in LANGUAGES}
    if not clean.get(DUTCH):
        raise Refused(_("Schrijf wat er nu gebeurt."), field=f"next_{DUTCH}")
    for name, text in clean.items():
        if len(text) > NEXT_STEPS_LIMIT:
            told = _("Dit is te lang: hoogstens %(limit)s tekens.") % {"limit": NEXT_STEPS_LIMIT}
            raise Refused(told, field=f"next_{name}")
    EveningReport.objects.update_or_create(
        evening=evening,
        defaults={
            "next_steps": {name: clean[name] for name in LANGUAGES if clean.get(name)},
            "changed_at": at,
        },
    )
    audit_evening("evening_report.write", evening, by, at)


@action
def leave_note_out(
    *, reference: str, note_id: int, is_left_out: bool, by: Actor, at: datetime
) -> None:
    """Keep a note out of the report, or take it in again. Refuses once it is released."""
    evening = _over(reference, by)
    note = EveningNote.objects.filter(evening=evening, pk=note_id).first()
    if note is None:
        raise OutOfScope(_("Deze notitie is er niet."))
    note.is_left_out = is_left_out
    note.save(update_fields=["is_left_out"])
    audit_evening("evening_report.leave_out", evening, by, at, left_out=is_left_out)


@action
def release_report(*, reference: str, by: Actor, at: datetime) -> None:
    """Let everybody read the report; from now on notes stay as they are.

    Refuses before there is a text about what happens next, and a second time.
    """
    evening = _over(reference, by)
    report = EveningReport.objects.filter(evening=evening).first()
    if report is None:
        raise Refused(_("Schrijf eerst wat er nu gebeurt."))
    report.released_at, report.released_by_name = at, by.name
    report.save(update_fields=["released_at", "released_by_name"])
    evening.report_made_at = at
    evening.save(update_fields=["report_made_at"])
    audit_evening("evening_report.release", evening, by, at)


def _over(reference: str, by: Actor) -> Evening:
    """Return an evening that is over and whose report may still change, held."""
    evening = held_evening(reference, by, advises)
    if evening.state != EveningState.CLOSED:
        raise Refused(_("Deze avond is nog niet voorbij."))
    if EveningReport.objects.filter(evening=evening, released_at__isnull=False).exists():
        raise Refused(_("Dit verslag is al vrijgegeven en verandert niet meer."))
    return evening

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing down what is said, putting it right, taking it away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action
from voelspriet.listen.evenings.actions.holding import audit_evening, item_of
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening, EveningItem, EveningNote
from voelspriet.listen.evenings.queries.definitions import question_of
from voelspriet.listen.evenings.queries.standing import noted_evening
from voelspriet.listen.evenings.rules.factors import known_factors
from voelspriet.listen.evenings.rules.guarding import brief, guard
from voelspriet.listen.evenings.rules.helpers import Helper
from voelspriet.listen.evenings.rules.room import MOST_NOTES, NOTE_LIMIT, is_own, takes_notes
from voelspriet.listen.intake.rules.codes import submission_hash
from voelspriet.listen.surveys.choices import HotKind


@action
def take_note(
    *,
    reference: str,
    item_id: int,
    text: str,
    submission: str,
    by: Actor,
    at: datetime,
    probe: str = "",
    factors: Sequence[int] = (),
    hot: str = "",
    is_nobody: bool = False,
) -> int:
    """Keep a note at a part of an evening and return its id; sent twice, it stands there once.

    Without a kind of its own, it takes that of the probe it answers. Refuses: nothing, too long,
    words that seem to point at a person (`is_nobody` sets doubt aside, see `guard`), a probe that
    is off or not of this part, an evening that did not begin or whose report was made.
    OutOfScope: whoever takes no notes here, a part of another evening.
    """
    evening = _written_on(reference, by)
    item = item_of(evening, item_id)
    hashed = submission_hash(settings.KEYRING, f"evening-note:{evening.pk}:{submission}")
    known = EveningNote.objects.filter(submission=hashed).first()
    if known is not None:
        audit_evening("evening_note.take", evening, by, at, is_new=False)
        return known.pk
    words = brief(text, NOTE_LIMIT, "text")
    doubted = guard(words, is_nobody=is_nobody)
    if EveningNote.objects.filter(evening=evening).count() >= MOST_NOTES:
        raise Refused(_("Er staan al te veel notities bij deze avond."))
    note = EveningNote.objects.create(
        evening=evening,
        item=item,
        probe=probe,
        text=words,
        factors=known_factors(factors),
        hot=_hot(evening, item, probe, hot),
        link_id=by.link_id if isinstance(by, Helper) else None,
        submission=hashed,
        at=at,
    )
    audit_evening("evening_note.take", evening, by, at, is_new=True, doubt_set_aside=doubted)
    return note.pk


@action
def change_note(
    *,
    reference: str,
    note_id: int,
    text: str,
    by: Actor,
    at: datetime,
    factors: Sequence[int] = (),
    hot: str = "",
    is_nobody: bool = False,
) -> None:
    """Put one's own note right. Refuses what `take_note` refuses; OutOfScope: somebody else's."""
    evening = _written_on(reference, by)
    note = _own_note(evening, note_id, by)
    words = brief(text, NOTE_LIMIT, "text")
    doubted = guard(words, is_nobody=is_nobody)
    note.text, note.factors = words, known_factors(factors)
    note.hot = hot if hot in HotKind else ""
    note.save(update_fields=["text", "factors", "hot"])
    audit_evening("evening_note.change", evening, by, at, doubt_set_aside=doubted)


@action
def remove_note(*, reference: str, note_id: int, by: Actor, at: datetime) -> None:
    """Take one's own note away. Refuses once the report is made; OutOfScope: somebody else's."""
    evening = _written_on(reference, by)
    _own_note(evening, note_id, by).delete()
    audit_evening("evening_note.remove", evening, by, at)


def _written_on(reference: str, by: Actor) -> Evening:
    evening = noted_evening(reference=reference, by=by)
    if evening.state == EveningState.PREPARED:
        raise Refused(_("De avond is nog niet begonnen."))
    if not takes_notes(evening):
        raise Refused(_("Het verslag is gemaakt. Notities veranderen niet meer."))
    return evening


def _own_note(evening: Evening, note_id: int, by: Actor) -> EveningNote:
    found = EveningNote.objects.select_for_update().filter(evening=evening, pk=note_id).first()
    if found is None or not is_own(found, by):
        raise OutOfScope(_("Deze notitie is er niet."))
    return found


def _hot(evening: Evening, item: EveningItem, probe: str, hot: str) -> str:
    """Return what a note is about: what was pressed, else what its probe is after."""
    asked: str = ""
    if probe:
        version = evening.version
        name = item.question.name if item.question else ""
        known = question_of(version.pk, version.digest, name).probes if name else ()
        found = next((one for one in known if one.name == probe), None)
        if found is None or found.guard or probe in item.probes_off:
            raise Refused(_("Deze doorvraag staat uit of hoort niet bij dit onderdeel."))
        asked = found.hot or ""
    return hot if hot in HotKind else asked

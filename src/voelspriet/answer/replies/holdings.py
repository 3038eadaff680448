# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: calls, translations; and telling who comes after.

All of it hangs on the area of a signal and passes on with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from voelspriet.answer.replies.actions.service_mails import tell_concerned
from voelspriet.answer.replies.choices import CallState, TranslationState
from voelspriet.answer.replies.models import Answer, CallBack
from voelspriet.ground.people.holdings import Held, held_source, passing_source, user_columns
from voelspriet.listen.intake.rules.status import LOCKED_PERMISSIONS

user_columns(facts={"replies.Answer.by_id", "replies.Review.by_id"})
passing_source(tell_concerned)


@held_source
def answering_held(_user_id: int, area_ids: frozenset[int]) -> Iterator[Held]:
    """Return the people to call back in areas, and answers that wait for a translation."""
    inside = {
        "signal__responsible_area_id__in": sorted(area_ids),
        "signal__withdrawn_at__isnull": True,
    }
    locked = {"signal__permission__in": LOCKED_PERMISSIONS}  # who is no adviser sees none of it
    calls = CallBack.objects.filter(state=CallState.OPEN, **inside).exclude(**locked).order_by()
    waiting = Answer.objects.filter(translation_state=TranslationState.WAITING, **inside)
    waiting = waiting.exclude(**locked).order_by()
    for row in calls.values("signal__responsible_area_id").annotate(every=Count("pk")):
        yield Held("calls", _("Terugbellen"), row["every"], row["signal__responsible_area_id"])
    for row in waiting.values("signal__responsible_area_id").annotate(every=Count("pk")):
        area = row["signal__responsible_area_id"]
        yield Held("translations", _("Antwoorden om te vertalen"), row["every"], area)

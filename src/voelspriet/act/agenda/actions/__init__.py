# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every deed of this room: agreements, meetings and what happens there. One file per subject."""

from voelspriet.act.agenda.actions.calendar_keys import make_calendar_key, withdraw_calendar_key
from voelspriet.act.agenda.actions.ending import finish_agreement
from voelspriet.act.agenda.actions.escalating import escalate_agreements
from voelspriet.act.agenda.actions.making import make_agreement, move_agreement
from voelspriet.act.agenda.actions.meeting_company import (
    invite_organisations,
    note_heard,
    take_points_along,
)
from voelspriet.act.agenda.actions.meeting_points import (
    add_minute,
    add_point,
    agree_at_meeting,
    close_point,
)
from voelspriet.act.agenda.actions.meetings import (
    cancel_meeting,
    change_meeting,
    hold_meeting,
    plan_meeting,
    write_about,
)

__all__ = [
    "add_minute",
    "add_point",
    "agree_at_meeting",
    "cancel_meeting",
    "change_meeting",
    "close_point",
    "escalate_agreements",
    "finish_agreement",
    "hold_meeting",
    "invite_organisations",
    "make_agreement",
    "make_calendar_key",
    "move_agreement",
    "note_heard",
    "plan_meeting",
    "take_points_along",
    "withdraw_calendar_key",
    "write_about",
]

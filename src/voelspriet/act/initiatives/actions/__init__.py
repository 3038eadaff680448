# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that changes an initiative or a budget."""

from voelspriet.act.initiatives.actions.answering import answer_starter, decide_initiative
from voelspriet.act.initiatives.actions.contacts import read_contact
from voelspriet.act.initiatives.actions.entering import enter_initiative
from voelspriet.act.initiatives.actions.escalating import escalate_initiatives
from voelspriet.act.initiatives.actions.following import (
    say_status_myself,
    withdraw_initiative,
    write_further,
)
from voelspriet.act.initiatives.actions.listing import (
    list_initiative,
    set_sensitive,
    title_initiative,
    unlist_initiative,
    write_text,
)
from voelspriet.act.initiatives.actions.starting import start_initiative
from voelspriet.act.initiatives.actions.statements import say_status, settle_statements

__all__ = [
    "answer_starter",
    "decide_initiative",
    "enter_initiative",
    "escalate_initiatives",
    "list_initiative",
    "read_contact",
    "say_status",
    "say_status_myself",
    "set_sensitive",
    "settle_statements",
    "start_initiative",
    "title_initiative",
    "unlist_initiative",
    "withdraw_initiative",
    "write_further",
    "write_text",
]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sweeps around promises: late ones go up, organisations are reminded, leavers' work passes on."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from voelspriet.act.agenda.actions import escalate_agreements
from voelspriet.act.initiatives.actions import escalate_initiatives
from voelspriet.answer.replies.actions import remind_organisations
from voelspriet.ground.people.actions import carry_out_leavings
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.queue.registry import sweep


@sweep("agenda.escalate", every=timedelta(minutes=30))
def escalate_late_agreements() -> None:
    """Bring agreements whose day went by to whoever must look now."""
    escalate_agreements(by=system("agenda.escalate"), at=timezone.now())


@sweep("initiatives.escalate", every=timedelta(minutes=30))
def escalate_late_initiatives() -> None:
    """Bring initiatives whose promised day went by to whoever must look now."""
    escalate_initiatives(by=system("initiatives.escalate"), at=timezone.now())


@sweep("replies.remind", every=timedelta(hours=1))
def remind_parties() -> None:
    """Remind organisations of what is due, one mail a day at most."""
    remind_organisations(by=system("replies.remind"), at=timezone.now())


@sweep("people.leave", every=timedelta(minutes=30))
def pass_on_work() -> None:
    """Pass on the work of colleagues whose last day has been."""
    carry_out_leavings(at=timezone.now())

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of the mail to a colleague about what falls due in the cycle of a plan."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext

from voelspriet.act.plans.choices import ReminderStage
from voelspriet.answer.replies.rules.fixed import day_words

FRESH_DAYS = 4  # a reminder that was not mailed by then is found under Today alone


def plan_opening(title: str) -> str:
    """Return the opening of the mail to whoever follows a plan."""
    return gettext("U volgt het plan “%(title)s”. Dit staat in de cyclus:") % {"title": title}


def moment_line(*, what: str, stage: str, due_on: date) -> str:
    """Return something of the cycle as a line of a mail: it comes, is due, or is late."""
    told = {"what": what, "day": day_words(due_on)}
    if stage == ReminderStage.AHEAD:
        return gettext("%(what)s: moet klaar zijn op %(day)s") % told
    if stage == ReminderStage.LATE:
        return gettext("%(what)s: vier weken of meer te laat, de dag was %(day)s") % told
    return gettext("%(what)s: nu aan de beurt, de dag is %(day)s") % told


def plan_closing() -> str:
    """Return what to do with it; the address of the cycle follows."""
    return gettext("Is het gedaan? Schrijf dan op wat eruit kwam:")

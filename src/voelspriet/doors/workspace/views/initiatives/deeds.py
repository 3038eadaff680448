# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser can do on the page of an initiative, and the sentence after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.initiatives import actions
from voelspriet.act.initiatives.actions.budgets import request_money
from voelspriet.act.initiatives.choices import InitiativeOutcome, InitiativeStatus
from voelspriet.doors.workspace.access import StaffRequest

Given = dict[str, Any]


def _answer(request: StaffRequest, reference: str, given: Given) -> str:
    actions.answer_starter(
        reference=reference,
        text=given["text"],
        promised_on=given.get("promised_on"),
        by=request.actor,
        at=request.at,
    )
    return _("Uw bericht staat op de volgpagina.")


def _decide(request: StaffRequest, reference: str, given: Given) -> str:
    actions.decide_initiative(
        reference=reference,
        outcome=InitiativeOutcome(given["outcome"]),
        reason=given["reason"],
        by=request.actor,
        at=request.at,
    )
    return _("Het besluit staat op de volgpagina.")


def _status(request: StaffRequest, reference: str, given: Given) -> str:
    actions.say_status(
        reference=reference,
        status=InitiativeStatus(given["status"]),
        source=given["source"],
        said_on=given["said_on"],
        why=given["why"],
        replaces=given["replaces"],
        by=request.actor,
        at=request.at,
    )
    return _("De stand is opgeschreven, met bron en dag.")


def _settle(request: StaffRequest, reference: str, given: Given) -> str:
    actions.settle_statements(
        reference=reference,
        statement_id=int(given["deed"].split("-", 1)[1]),
        why=given["why"],
        by=request.actor,
        at=request.at,
    )
    return _("Besloten welke uitspraak geldt. De andere blijven in de geschiedenis.")


def _title(request: StaffRequest, reference: str, given: Given) -> str:
    actions.title_initiative(
        reference=reference, title=given["title"], by=request.actor, at=request.at
    )
    return _("De titel is bewaard.")


def _text(request: StaffRequest, reference: str, given: Given) -> str:
    actions.write_text(
        reference=reference,
        language=given["deed"].split("-", 1)[1],
        title=given["title"],
        about=given["about"],
        by=request.actor,
        at=request.at,
    )
    return _("De tekst is bewaard.")


def _list(request: StaffRequest, reference: str, _given: Given) -> str:
    actions.list_initiative(reference=reference, by=request.actor, at=request.at)
    return _("Het staat op de pagina van de buurt.")


def _unlist(request: StaffRequest, reference: str, _given: Given) -> str:
    actions.unlist_initiative(reference=reference, by=request.actor, at=request.at)
    return _("Het staat niet meer op de pagina van de buurt.")


def _sensitive(request: StaffRequest, reference: str, _given: Given) -> str:
    actions.set_sensitive(reference=reference, is_sensitive=True, by=request.actor, at=request.at)
    return _("Gemerkt als gevoelig. Het staat nergens openbaar en wordt niet voorgesteld.")


def _not_sensitive(request: StaffRequest, reference: str, _given: Given) -> str:
    actions.set_sensitive(reference=reference, is_sensitive=False, by=request.actor, at=request.at)
    return _("Nagekeken: dit wijst niet naar een persoon.")


def _ask(request: StaffRequest, reference: str, given: Given) -> str:
    request_money(
        budget_id=given["budget"],
        what=given["what"],
        euro_cents=given["amount"],
        initiative_reference=reference,
        by=request.actor,
        at=request.at,
    )
    return _("De aanvraag staat bij het budget.")


DEEDS: dict[str, Callable[[StaffRequest, str, Given], str]] = {
    "answer": _answer,
    "decide": _decide,
    "status": _status,
    "settle": _settle,
    "title": _title,
    "text": _text,
    "list": _list,
    "unlist": _unlist,
    "sensitive": _sensitive,
    "not_sensitive": _not_sensitive,
    "ask": _ask,
}

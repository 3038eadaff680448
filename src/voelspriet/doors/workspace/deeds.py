# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser can do on a signal's page: each deed a form, an action and a sentence after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from voelspriet.doors.workspace.asker import Asker
from voelspriet.listen.intake import actions
from voelspriet.listen.intake.forms import directing

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """`run` does it to the signal with this reference and returns what to tell the colleague."""

    form: type[forms.Form]
    run: Callable[[str, Given, Asker], str]


def _take(reference: str, _given: Given, who: Asker) -> str:
    actions.take_in_hand(reference=reference, by=who.by, at=who.at)
    return _("U heeft deze melding opgepakt.")


def _wait(reference: str, given: Given, who: Asker) -> str:
    actions.set_waiting(reference=reference, waiting_on=given["waiting_on"], by=who.by, at=who.at)
    return _("De melding wacht nu.")


def _done(reference: str, given: Given, who: Asker) -> str:
    actions.mark_done(reference=reference, what=given["what"], by=who.by, at=who.at)
    return _("De melding staat op gedaan. Laat het de melder weten.")


def _decline(reference: str, given: Given, who: Asker) -> str:
    actions.decline_signal(reference=reference, reason=given["reason"], by=who.by, at=who.at)
    return _("Besloten. Vertel de melder waarom.")


def _close(reference: str, _given: Given, who: Asker) -> str:
    actions.close_signal(reference=reference, by=who.by, at=who.at)
    return _("De melding is beantwoord en dicht.")


def _category(reference: str, given: Given, who: Asker) -> str:
    actions.set_category(reference=reference, category=given["category"], by=who.by, at=who.at)
    return _("De categorie staat er.")


def _flag(reference: str, given: Given, who: Asker) -> str:
    flagged = given["points_at_person"]
    actions.set_person_flag(reference=reference, points_at_person=flagged, by=who.by, at=who.at)
    if flagged:
        return _("Deze melding blijft bij de adviseurs.")
    return _("Vastgelegd: dit wijst niet naar een persoon.")


def _legal(reference: str, given: Given, who: Asker) -> str:
    mark = actions.set_legal_kind(reference=reference, kind=given["kind"], by=who.by, at=who.at)
    if mark.notice:
        return _(
            "Een verzoek om handhaving kan niet anoniem. De melder krijgt een bericht dat dat "
            "uitlegt."
        )
    return _("De juridische soort staat er.")


def _promise(reference: str, given: Given, who: Asker) -> str:
    actions.promise_day(reference=reference, on=given["on"], by=who.by, at=who.at)
    return _("De dag is beloofd. De klok loopt.")


def _note(reference: str, given: Given, who: Asker) -> str:
    actions.add_note(reference=reference, text=given["text"], by=who.by, at=who.at)
    return _("De notitie staat erbij.")


def _ask(reference: str, given: Given, who: Asker) -> str:
    actions.ask_permission(reference=reference, question=given["question"], by=who.by, at=who.at)
    return _("De vraag staat bij de melder. Er gebeurt niets voor het antwoord.")


def _unbundle(reference: str, _given: Given, who: Asker) -> str:
    actions.unbundle_signal(reference=reference, by=who.by, at=who.at)
    return _("De melding zit niet meer in de bundel.")


DEEDS: dict[str, Deed] = {
    "oppakken": Deed(directing.TakeForm, _take),
    "wachten": Deed(directing.WaitForm, _wait),
    "gedaan": Deed(directing.DoneForm, _done),
    "kan-niet": Deed(directing.DeclineForm, _decline),
    "sluiten": Deed(directing.TakeForm, _close),
    "categorie": Deed(directing.CategoryForm, _category),
    "persoon": Deed(directing.FlagForm, _flag),
    "juridisch": Deed(directing.LegalForm, _legal),
    "beloven": Deed(directing.PromiseForm, _promise),
    "notitie": Deed(directing.NoteForm, _note),
    "vragen": Deed(directing.AskForm, _ask),
    "uit-bundel": Deed(directing.TakeForm, _unbundle),
}
# the one deed a director may do too, once a signal was escalated
DIRECTOR_DEEDS = frozenset({"notitie"})

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the floor for whoever has an account and whoever has a link: one course for both.

A door asks here what to show and what to do; only where it came from and where it goes on to
differs.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.listen.evenings.actions.notes import change_note, remove_note, take_note
from voelspriet.listen.evenings.actions.presence import count_presence
from voelspriet.listen.evenings.actions.promises import (
    confirm_promise,
    drop_promise,
    show_promise,
    write_promise,
)
from voelspriet.listen.evenings.actions.room_questions import move_question, type_question
from voelspriet.listen.evenings.choices import RoomQuestionState
from voelspriet.listen.evenings.forms.floor import Days, PresenceForm, PromiseForm, SlipForm
from voelspriet.listen.evenings.forms.notes import NewNoteForm, NoteForm
from voelspriet.listen.evenings.queries.floor import asked_questions, head, parties, promises_of
from voelspriet.listen.evenings.queries.notes import NotesPage, notes_page, own_note
from voelspriet.listen.evenings.queries.presence import card_of, presence
from voelspriet.listen.evenings.queries.standing import steered_evening
from voelspriet.listen.evenings.rules.guarding import CERTAIN, found_signs

MOVES = {
    "show": RoomQuestionState.SHOWN,
    "answered": RoomQuestionState.ANSWERED,
    "aside": RoomQuestionState.PUT_ASIDE,
    "wait": RoomQuestionState.WAITING,
}
Confirm = Callable[..., object]


@dataclass(slots=True)
class Asked:
    """A request to one of these pages: by whom, of which evening, with what."""

    reference: str
    by: Actor
    at: datetime
    data: QueryDict | None = None
    query: QueryDict = field(default_factory=QueryDict)

    @property
    def deed(self) -> str:
        """Return what was pressed; empty when a page is only read."""
        return self.data.get("deed", "") if self.data is not None else ""

    def number(self, name: str) -> int:
        """Return a number that was sent along. OutOfScope: no number at all."""
        source = self.data if self.data is not None else self.query
        return _whole(source.get(name, ""))


@dataclass(slots=True)
class Answered:
    """What a page shows; `said` when something was done and the page starts anew."""

    context: dict[str, Any] = field(default_factory=dict)
    said: str = ""
    wrong: bool = False


def notes_desk(asked: Asked) -> Answered:
    """Show the note-taker's screen; keep, change or remove a note."""
    if asked.deed == "remove":
        remove_note(
            reference=asked.reference, note_id=asked.number("note"), by=asked.by, at=asked.at
        )
        return Answered(said=_("De notitie is weg."))
    if "notitie" in asked.query:
        return _changing(asked)
    item_id = _item_of(asked)
    page = notes_page(reference=asked.reference, by=asked.by, item_id=item_id)
    if page.part is None:
        return Answered({"page": page, "form": None})
    text = asked.data.get("text", "") if asked.data is not None else ""
    form = NewNoteForm(asked.data, part=page.part, doubts=_doubts(text), initial=_start(page))
    if asked.data is not None and form.is_valid() and _taken(asked, form):
        return Answered(said=_("De notitie is bewaard."))
    return Answered({"page": page, "form": form}, wrong=bool(form.errors))


def _item_of(asked: Asked) -> int | None:
    if asked.data is not None:
        return asked.number("item")
    return asked.number("deel") if asked.query.get("deel") else None


def _start(page: NotesPage) -> dict[str, Any]:
    assert page.part is not None  # noqa: S101  there is a form only then
    return {"item": page.part.id, "submission": secrets.token_urlsafe(24), "probe": "", "hot": ""}


def _doubts(text: str) -> bool:
    """Tell whether the guard only doubts, so that a person may set it aside."""
    found = found_signs(text)
    return bool(found) and CERTAIN.isdisjoint(found)


def _taken(asked: Asked, form: NewNoteForm) -> bool:
    given = form.cleaned_data
    with refusing(form):
        take_note(
            reference=asked.reference,
            item_id=given["item"],
            text=given["text"],
            submission=given["submission"],
            probe=given.get("probe", ""),
            factors=given["factors"],
            hot=given["hot"],
            is_nobody=given.get("is_nobody", False),
            by=asked.by,
            at=asked.at,
        )
        return True
    return False


def _changing(asked: Asked) -> Answered:
    note_id = _whole(asked.query.get("notitie", ""))
    row = own_note(reference=asked.reference, note_id=note_id, by=asked.by)
    start = {
        "text": row.text,
        "hot": row.hot,
        "factors": [number for number, _label in row.factors],
    }
    text = asked.data.get("text", "") if asked.data is not None else ""
    form = NoteForm(asked.data, doubts=_doubts(text), initial=start)
    if asked.data is not None and form.is_valid():
        given = form.cleaned_data
        with refusing(form):
            change_note(
                reference=asked.reference,
                note_id=note_id,
                text=given["text"],
                factors=given["factors"],
                hot=given["hot"],
                is_nobody=given.get("is_nobody", False),
                by=asked.by,
                at=asked.at,
            )
            return Answered(said=_("De notitie is veranderd."))
    page = notes_page(reference=asked.reference, by=asked.by, item_id=row.item_id)
    return Answered({"page": page, "form": form, "changing": row}, wrong=bool(form.errors))


def floor_desk(asked: Asked, *, days: Days, confirm: Confirm = confirm_promise) -> Answered:
    """Show questions and promises; type one, and for whoever leads: show, confirm, put aside.

    `confirm` is what a door does when the room confirms a promise.
    """
    kind, _sign, rest = asked.deed.partition("-")
    if kind == "question" and rest in MOVES:
        move_question(
            reference=asked.reference,
            question_id=asked.number("question"),
            to=MOVES[rest],
            by=asked.by,
            at=asked.at,
        )
        return Answered(said=_("Bewaard."))
    if kind == "promise" and rest in {"show", "confirm", "drop"}:
        deeds: dict[str, Confirm] = {
            "show": show_promise,
            "drop": drop_promise,
            "confirm": confirm,
        }
        run = deeds[rest]
        run(reference=asked.reference, promise_id=asked.number("promise"), by=asked.by, at=asked.at)
        return Answered(said=_("Bewaard."))
    return _typing(asked, days)


def _typing(asked: Asked, days: Days) -> Answered:
    evening = head(reference=asked.reference, by=asked.by)
    start = {"submission": secrets.token_urlsafe(24)}
    slip = SlipForm(asked.data if asked.deed == "slip" else None, initial=start)
    promise = PromiseForm(
        asked.data if asked.deed == "promise" else None,
        organisations=parties(reference=asked.reference, by=asked.by),
        days=days,
        initial={"day": "two_weeks"},
    )
    if slip.is_bound and slip.is_valid() and _slip_typed(asked, slip):
        return Answered(said=_("De vraag staat bij de wachtende vragen."))
    if promise.is_bound and promise.is_valid() and _promised(asked, promise):
        return Answered(said=_("De toezegging is opgeschreven."))
    leads = _leads(asked)
    context = {
        "evening": evening,
        "slip_form": slip,
        "promise_form": promise,
        "promises": promises_of(reference=asked.reference, by=asked.by),
        "leads": leads,
        "questions": asked_questions(reference=asked.reference, by=asked.by) if leads else None,
    }
    return Answered(context, wrong=bool(slip.errors or promise.errors))


def _slip_typed(asked: Asked, form: SlipForm) -> bool:
    with refusing(form, text="question"):
        type_question(
            reference=asked.reference,
            text=form.cleaned_data["question"],
            submission=form.cleaned_data["submission"],
            by=asked.by,
            at=asked.at,
        )
        return True
    return False


def _promised(asked: Asked, form: PromiseForm) -> bool:
    given = form.cleaned_data
    with refusing(form):
        write_promise(
            reference=asked.reference,
            what=given["what"],
            organisation_id=given["organisation"],
            owner=given["owner"],
            due_on=given["due_on"],
            by=asked.by,
            at=asked.at,
        )
        return True
    return False


def _leads(asked: Asked) -> bool:
    try:
        steered_evening(reference=asked.reference, by=asked.by)
    except OutOfScope:
        return False
    return True


def presence_desk(asked: Asked) -> Answered:
    """Show who came as far as may be shown; add what was counted on paper."""
    rows = presence(reference=asked.reference, by=asked.by)
    form = PresenceForm(
        asked.data, categories=card_of(evening_reference=asked.reference) or {}, prefix="n"
    )
    if asked.data is not None and form.is_valid():
        with refusing(form):
            count_presence(
                reference=asked.reference, counts=form.counts(), by=asked.by, at=asked.at
            )
            return Answered(said=_("De aantallen zijn erbij geteld."))
    context = {"evening": head(reference=asked.reference, by=asked.by), "rows": rows, "form": form}
    return Answered(context, wrong=bool(form.errors))


class refusing:  # noqa: N801  read as a sentence: with refusing(form)
    """Put what an action refuses beside its field, or above the form; `text` renames a field."""

    def __init__(self, form: forms.Form, *, text: str = "text") -> None:
        self.form, self.text = form, text

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        """Swallow a refusal once it stands on the form; what is not there goes on."""
        if not isinstance(error, Refused) or isinstance(error, OutOfScope):
            return False
        name = self.text if error.field == "text" else error.field
        self.form.add_error(name if name in self.form.fields else None, error.reason)
        return True


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):  # noqa: PLR2004  bigint
        raise OutOfScope(_("Dit is er niet."))
    return int(text)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of whoever leads an evening, for both doors: with an account, and with a link.

Doors do not know each other, so what a page shows and what its forms do stands here once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.ui.languages import direction
from voelspriet.ground.ui.qr_codes import qr_code
from voelspriet.listen.evenings.actions.counting import count_hands, let_through, type_slips
from voelspriet.listen.evenings.actions.running import (
    go_to_part,
    put_language_beside,
    steer_evening,
)
from voelspriet.listen.evenings.forms.counting import HandsForm, LetThroughForm, SlipsForm
from voelspriet.listen.evenings.queries.desk import (
    CountingPage,
    DeskPage,
    ScreenPage,
    counting_page,
    desk_page,
    screen_page,
)
from voelspriet.listen.evenings.queries.standing import steered_evening
from voelspriet.listen.evenings.queries.states import evening_state
from voelspriet.listen.evenings.rules.answers import read_slips
from voelspriet.listen.evenings.rules.running import Deed

MOST_DIGITS = 18
LONGEST_WRONG = 40


@dataclass(frozen=True, slots=True)
class DeskUrls:
    """Where the pages of a door stand. `home` is the way back; `join` what the QR holds."""

    lead: str
    count: str
    screen: str
    state: str
    home: str
    join: str
    notes: str = ""
    floor: str = ""
    presence: str = ""
    links: str = ""


def join_link(path: str, code: str, proof: str) -> str:
    """Return the link of the QR: the code, and a proof that nobody guesses."""
    return f"{settings.PUBLIC_URL}{path}?{urlencode({'c': code, 'b': proof})}"


def door_of(page: DeskPage | ScreenPage, path: str) -> dict[str, Any]:
    """Return how to come in: digits in two groups, a QR, the address as people type it."""
    if not page.code:
        return {}
    address = settings.PUBLIC_URL.removeprefix("https://").removeprefix("http://")
    return {
        "groups": (page.code[:3], page.code[3:]),
        "qr": qr_code(join_link(path, page.code, page.proof), scale=8),
        "address": f"{address}{path}",
    }


def desk_context(*, reference: str, by: Actor, language: str, urls: DeskUrls) -> dict[str, Any]:
    """Return what the screen of whoever leads shows."""
    page = desk_page(reference=reference, by=by, language=language)
    return {
        "page": page,
        "item": page.item,
        "urls": urls,
        "door": door_of(page, urls.join),
        "languages": [
            (code, name, direction(code)) for code, name in settings.LANGUAGES if code != language
        ],
    }


def do_at_desk(*, reference: str, data: QueryDict, by: Actor, at: datetime) -> None:
    """Do what a form on that screen asks. Raises Refused with the reason."""
    deed = data.get("deed", "")
    if deed in set(Deed):
        steer_evening(reference=reference, deed=Deed(deed), by=by, at=at)
    elif deed == "go":
        go_to_part(reference=reference, item_id=whole(data.get("item", "")), by=by, at=at)
    elif deed == "beside":
        language = data.get("language", "")
        put_language_beside(reference=reference, language=language, by=by, at=at)
    elif deed == "let":
        _let_through(reference, data, by, at)
    else:
        steered_evening(reference=reference, by=by)  # an evening elsewhere does not exist
        raise Refused(_("Dit kan hier niet."))


def _let_through(reference: str, data: QueryDict, by: Actor, at: datetime) -> None:
    page = desk_page(reference=reference, by=by, language="nl")
    form = LetThroughForm(data, rows=[(one.id, one.text) for one in page.written])
    if not form.is_valid():
        raise Refused(_("Deze woorden zijn er niet meer. Kijk nog eens."))
    let_through(
        reference=reference,
        item_id=whole(data.get("item", "")),
        vote_ids=form.cleaned_data["votes"],
        by=by,
        at=at,
    )


@dataclass(slots=True)
class Counting:
    """The page where paper and hands are counted, with what was typed as far as it went wrong."""

    page: CountingPage
    slips_form: SlipsForm
    hands_form: HandsForm | None
    wrong: tuple[str, ...] = ()
    said: str = ""

    @property
    def is_wrong(self) -> bool:
        """Tell whether something that was typed could not be taken."""
        hands = self.hands_form is not None and bool(self.hands_form.errors)
        return bool(self.wrong) or bool(self.slips_form.errors) or hands


def counting(*, reference: str, asked: str, by: Actor, language: str) -> Counting:
    """Return that page for a part, or for the one that is on."""
    page = counting_page(
        reference=reference, item_id=whole(asked) or None, by=by, language=language
    )
    return Counting(page, SlipsForm(), _hands_form(page, None))


def count(*, reference: str, data: QueryDict, by: Actor, at: datetime, language: str) -> Counting:
    """Take what was typed; lines that say nothing we can read stay in the box."""
    begin = counting(reference=reference, asked=data.get("item", ""), by=by, language=language)
    if data.get("deed") == "hands" and begin.hands_form is not None:
        return _count_hands(reference, begin, data, by, at)
    return _count_slips(
        reference=reference, begin=begin, data=data, by=by, at=at, language=language
    )


def _count_slips(
    *, reference: str, begin: Counting, data: QueryDict, by: Actor, at: datetime, language: str
) -> Counting:
    form, question = SlipsForm(data), begin.page.item.question
    if not form.is_valid() or question is None:
        begin.slips_form = form
        return begin
    slips, wrong = read_slips(question, form.cleaned_data["slips"])
    taken = 0
    if slips:
        try:
            taken = type_slips(
                reference=reference, item_id=begin.page.item.id, slips=slips, by=by, at=at
            )
        except Refused as refusal:
            form.add_error("slips", refusal.reason)
            begin.slips_form = form
            return begin
    begin.page = counting_page(
        reference=reference, item_id=begin.page.item.id, by=by, language=language
    )
    begin.slips_form = SlipsForm(initial={"slips": "\n".join(wrong)})
    begin.wrong = tuple(one[:LONGEST_WRONG] for one in wrong)
    begin.said = translation.ngettext(
        "%(taken)s strook geteld.", "%(taken)s stroken geteld.", taken
    ) % {"taken": taken}
    return begin


def _count_hands(
    reference: str, begin: Counting, data: QueryDict, by: Actor, at: datetime
) -> Counting:
    form = _hands_form(begin.page, data)
    if form is None or not form.is_valid():
        begin.hands_form = form
        return begin
    try:
        count_hands(
            reference=reference, item_id=begin.page.item.id, hands=form.hands(), by=by, at=at
        )
    except Refused as refusal:
        form.add_error(None, refusal.reason)
    else:
        begin.said = _("De handen zijn geteld.")
    begin.hands_form = form
    return begin


def _hands_form(page: CountingPage, data: Mapping[str, Any] | None) -> HandsForm | None:
    if not page.takes_hands:
        return None
    return HandsForm(data, rows=[(one.name, one.label, one.count) for one in page.hands])


def screen_context(
    *, reference: str, by: Actor, language: str, beside: str, urls: DeskUrls
) -> dict[str, Any]:
    """Return what the big screen shows.

    `beside` is a second language on this screen only; empty for the one whoever leads chose.
    """
    page = screen_page(reference=reference, by=by, language=language)
    wanted = beside or page.screen_language
    second = None
    codes = [code for code, _name in settings.LANGUAGES if code != language]
    if wanted in codes:
        with translation.override(wanted):
            second = {
                "page": screen_page(reference=reference, by=by, language=wanted),
                "code": wanted,
                "direction": direction(wanted),
            }
    return {
        "page": page,
        "item": page.item,
        "second": second,
        "urls": urls,
        "door": door_of(page, urls.join),
        "beside": beside if beside in codes else "",
    }


def told_of(reference: str) -> tuple[dict[str, int], str]:
    """Return what the screens of an evening ask for all the time, and its ETag."""
    state = evening_state(reference)
    told = [state.revision, state.joined, state.answered] if state else [-1, 0, 0]
    etag = '"' + "-".join(str(one) for one in told) + '"'
    return dict(zip(("revision", "joined", "answered"), told, strict=True)), etag


def whole(text: str) -> int:
    """Return a number somebody sent; nought for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0

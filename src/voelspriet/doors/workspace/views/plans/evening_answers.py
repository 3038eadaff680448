# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was answered at a resident evening, beside an ambition: told by who came, to be taken over.

The figures are those of the report of the evening, and no others.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.http import Http404, HttpResponseBase
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.evening_indicators import add_evening_indicator
from voelspriet.act.plans.forms.ambitions import EveningAnswersForm
from voelspriet.act.plans.queries.rows import EveningIndicatorRow
from voelspriet.act.plans.queries.themes import AmbitionDetail, ambition_detail
from voelspriet.act.plans.rules.access import WRITES
from voelspriet.act.plans.rules.wording import listed, number
from voelspriet.act.plans.told import EveningIndicatorTold
from voelspriet.analysis.proportions import wilson_of_share
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.writing import done, show_form
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.queries.released_questions import (
    AskedQuestion,
    ReleasedAnswer,
    ReleasedQuestion,
    questions_to_choose,
    released_answers,
)

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Heard:
    """A question of an evening with what its report says of it; None once that is gone."""

    row: EveningIndicatorRow
    said: ReleasedQuestion | None

    @property
    def share(self) -> int | None:
        """The part that counts as met, in per cent, where the report tells it."""
        return self.said.met.share if self.said and self.said.met else None

    @property
    def n(self) -> int:
        """Of how many that is a part."""
        return self.said.met.n if self.said and self.said.met else 0

    @property
    def knew_is_told(self) -> bool:
        """Whether `n` counts only who knew."""
        return bool(self.said and self.said.met and self.said.met.knew_is_told)

    @property
    def margin(self) -> str:
        """What chance alone does to so few answers, as it is read."""
        low, high = wilson_of_share((self.share or 0) / WHOLE, self.n)
        words = _("%(low)s tot %(high)s %%")
        return words % {"low": number(round(low * WHOLE)), "high": number(round(high * WHOLE))}

    @property
    def in_words(self) -> tuple[ReleasedAnswer, ...]:
        """The answers that count, where the report has words for them."""
        if self.said is None or self.said.in_numbers:
            return ()
        return tuple(one for one in self.said.answers if one.name in self.row.answers and one.word)

    @property
    def may_take(self) -> bool:
        """Whether there is something to take over that was not taken over before."""
        return self.share is not None and not self.row.is_taken


def heard(request: StaffRequest, detail: AmbitionDetail) -> tuple[Heard, ...]:
    """Return the questions of evenings that stand with an ambition, with what was answered."""
    wanted = {
        (one.evening_reference, one.question): one.answers for one in detail.evening_indicators
    }
    found = released_answers(wanted=wanted, by=request.actor)
    return tuple(
        Heard(one, found.get((one.evening_reference, one.question)))
        for one in detail.evening_indicators
    )


def share_of(one: Heard) -> tuple[Decimal, int]:
    """Return what is taken over: per cent, and of how many. Http404 for what is not told."""
    if one.share is None:
        raise Http404
    return Decimal(one.share), one.n


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*WRITES)
def ambition_question(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Choose a question of an evening whose report is out, and the answers that count as met."""
    detail = ambition_detail(reference=reference, by=request.actor, on=dutch_day(request.at))
    if not detail.may_write:
        raise Http404
    every = questions_to_choose(by=request.actor) if detail.is_asked_share else ()
    wanted = request.GET.get("vraag", "")
    asked = next((one for one in every if _key(one) == wanted), None)
    said = _answers_of(request, asked) if asked else None
    form = EveningAnswersForm(
        request.POST if request.method == "POST" else None,
        choices=[(one.name, one.label) for one in said.answers if not one.is_dont_know]
        if said
        else (),
        only_one=asked is not None and asked.only_one,
    )
    if request.method == "POST":
        if asked is None or said is None:
            raise Http404
        if form.is_valid():
            with refusals_on(form):
                told = _told(asked, said, form.cleaned_data["answers"])
                add_evening_indicator(
                    reference=reference, told=told, by=request.actor, at=request.at
                )
                words = _("De vraag staat bij de ambitie.")
                return done(request, words, "workspace:plan_ambition", reference)
    context = {
        "detail": detail,
        "plan": detail.plan,
        "row": detail.row,
        "asked": asked,
        "chosen": wanted,
        "evenings": [
            (_evening(one), [(_key(row), row.label) for row in (one, *rest)])
            for one, rest in _by_evening(every)
        ],
    }
    return show_form(request, "workspace/plan_ambition_question.html", form, **context)


def _by_evening(
    every: tuple[AskedQuestion, ...],
) -> list[tuple[AskedQuestion, list[AskedQuestion]]]:
    """Return for each evening its first question and the others."""
    groups = (list(rows) for _name, rows in groupby(every, key=lambda one: one.evening_reference))
    return [(rows[0], rows[1:]) for rows in groups]


def _answers_of(request: StaffRequest, asked: AskedQuestion) -> ReleasedQuestion | None:
    key = (asked.evening_reference, asked.name)
    return released_answers(wanted={key: ()}, by=request.actor).get(key)


def _key(one: AskedQuestion) -> str:
    return f"{one.evening_reference}:{one.name}"


def _evening(one: AskedQuestion) -> str:
    return f"{one.evening_title}, {one.area_name}, {date_format(one.held_on, 'j F Y')}"


def _told(
    asked: AskedQuestion, said: ReleasedQuestion, names: tuple[str, ...]
) -> EveningIndicatorTold:
    return EveningIndicatorTold(
        evening_reference=asked.evening_reference,
        evening_title=asked.evening_title[:200],
        held_on=asked.held_on,
        question=asked.name,
        words=asked.label,
        answers=names,
        answer_words=listed([one.label for one in said.answers if one.name in names]),
    )

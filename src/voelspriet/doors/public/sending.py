# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the answers of a walk to a report that was received."""

from __future__ import annotations

from django.utils.translation import get_language, override

from voelspriet.doors.public.walk import STEPS, Walk
from voelspriet.ground.privacy.actors import resident
from voelspriet.listen.intake.actions import receive_signal
from voelspriet.listen.intake.actions.drafts import finish_draft
from voelspriet.listen.intake.choices import AnswerWish, HotTime, Openness, WhenKind
from voelspriet.listen.intake.forms.report import QuestionForm
from voelspriet.listen.intake.queries.drafts import draft_file
from voelspriet.listen.intake.told import ContactTold, PlaceTold, Receipt, Told, WhenTold


class Unanswered(Exception):  # noqa: N818  a step back, no error of ours
    """A question was not, or no longer, answered well; `step` and `form` say which."""

    def __init__(self, step: str, form: QuestionForm) -> None:
        super().__init__(step)
        self.step = step
        self.form = form


def send(walk: Walk) -> Receipt:
    """Send a report and return its receipt; sent again, it returns the same one.

    Raises Unanswered for the first question that still needs an answer, and Refused.
    """
    told = Told(submission=walk.content.submission) if walk.content.is_sent else _told(walk)
    receipt = receive_signal(
        municipality_id=walk.municipality.id,
        told=told,
        by=resident(walk.municipality.id),
        at=walk.at,
    )
    if not walk.content.is_sent:
        finish_draft(token=walk.token, content=walk.content, at=walk.at)
    return receipt


def _told(walk: Walk) -> Told:
    forms = {step: walk.kept_form(step) for step in STEPS}
    for step, form in forms.items():
        if not form.is_valid():
            raise Unanswered(step, form)
    when, how, hear = (forms[step].cleaned_data for step in ("wanneer", "hoe", "horen"))
    place = forms["waar"].cleaned_data["told"]
    content = walk.content
    photos = (_file(walk, reference) for reference in content.photos)
    return Told(
        submission=content.submission,
        text=forms["wat"].cleaned_data["text"],
        language=get_language() or "nl",
        place=place if isinstance(place, PlaceTold) else PlaceTold(),
        when=WhenTold(
            kind=WhenKind(when["kind"] or WhenKind.UNKNOWN),
            moment=when["moment"],
            hot_times=tuple(HotTime(one) for one in when["hot_times"]),
        ),
        openness=Openness(how["openness"]),
        ask_first=bool(how["ask_first"]),
        answer_wish=AnswerWish(hear["wish"]),
        contact=contact_told(hear),
        danger_shown=content.danger_shown,
        photos=tuple(photo for photo in photos if photo),
        voice=_file(walk, content.voice) if content.voice else None,
    )


def contact_told(hear: dict[str, object]) -> ContactTold:
    """Return how to reach somebody: only what the chosen way of answering needs, and the name."""
    wish = AnswerWish(str(hear["wish"]))
    times = hear.get("call_times")
    with override("nl"):  # colleagues read these
        words = [str(HotTime(one).label) for one in times] if isinstance(times, list) else []
    return ContactTold(
        name=str(hear.get("name") or ""),
        email=str(hear.get("email") or "") if wish is AnswerWish.EMAIL else "",
        phone=str(hear.get("phone") or "") if wish is AnswerWish.CALL else "",
        call_times=", ".join(words) if wish is AnswerWish.CALL else "",
    )


def _file(walk: Walk, reference: str) -> bytes | None:
    return draft_file(token=walk.token, reference=reference, at=walk.at)

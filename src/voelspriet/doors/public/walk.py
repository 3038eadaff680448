# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The walk past the five questions: what was answered so far, and the form of each question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_urlsafe
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.doors.public.uploads import read_upload
from voelspriet.ground.areas.queries import (
    MunicipalityRow,
    municipality,
    municipality_area,
    municipality_by_id,
)
from voelspriet.ground.people.queries import duo_of
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.photos import clean_photo
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions.drafts import drop_draft_files, keep_draft_file, save_draft
from voelspriet.listen.intake.choices import Openness
from voelspriet.listen.intake.draft import Answers, DraftContent
from voelspriet.listen.intake.forms.report import (
    HearForm,
    HowForm,
    QuestionForm,
    WhatForm,
    WhenForm,
    WhereForm,
)
from voelspriet.listen.intake.queries.danger import terms_of
from voelspriet.listen.intake.queries.drafts import open_draft
from voelspriet.listen.intake.rules.danger import signs_of_danger
from voelspriet.listen.intake.rules.draft_tokens import (
    DraftToken,
    new_draft_token,
    read_draft_token,
)
from voelspriet.listen.intake.rules.voice import voice_type
from voelspriet.listen.intake.told import MOST_PHOTOS

STEPS = ("wat", "waar", "wanneer", "hoe", "horen")


@dataclass(slots=True)
class Walk:
    """One person telling one thing."""

    token: DraftToken
    content: DraftContent
    municipality: MunicipalityRow
    at: datetime

    def keep(self) -> None:
        """Keep everything answered so far."""
        save_draft(token=self.token, content=self.content, at=self.at)

    def form(self, step: str, data: Any = None, files: Any = None) -> QuestionForm:
        """Return the form of a question: with `data` as it was sent, else as it was kept."""
        kept = self.content.of(step)
        arguments: dict[str, Any] = {"data": data, "files": files, "initial": kept}
        if step == "wat":
            return WhatForm(**arguments)
        if step == "waar":
            return WhereForm(
                municipality_id=self.municipality.id,
                municipality=self.municipality.name,
                **arguments,
            )
        if step == "wanneer":
            return WhenForm(at=self.at, **arguments)
        if step == "hoe":
            return HowForm(advisers=self.advisers(), **arguments)
        return HearForm(is_anonymous=self.is_anonymous, **arguments)

    def kept_form(self, step: str) -> QuestionForm:
        """Return the form of a question, checked as if what was kept had just been sent."""
        form = self.form(step, data=as_data(self.content.of(step)))
        self.check(step, form)
        return form

    def check(self, step: str, form: QuestionForm) -> bool:
        """Tell whether a question is answered well enough to go on."""
        if form.is_valid() and step == "wat":
            text = str(form.cleaned_data.get("text", "")).strip()
            if not text and not self.content.voice:
                form.add_error("text", _("Vertel wat er aan de hand is, of spreek het in."))
        return form.is_valid()

    @property
    def is_anonymous(self) -> bool:
        """Tell whether the reporter chose to stay anonymous."""
        return self.content.word("hoe", "openness") == Openness.ANONYMOUS

    def advisers(self) -> list[str]:
        """Return the names of the duo of the place told, or of the whole municipality."""
        place = self.kept_form("waar")
        told = place.cleaned_data.get("told") if place.is_valid() else None
        area_id = told.area_id if told is not None else None
        if area_id is None:
            whole = municipality_area(municipality_id=self.municipality.id)
            area_id = whole.id if whole else 0
        faces = duo_of(area_id=area_id, on=dutch_day(self.at))
        return [face.name for face in faces if not face.is_stand_in]


def as_data(answers: Answers) -> MultiValueDict[str, str]:
    """Return kept answers as a browser would have sent them."""
    return MultiValueDict(
        {name: value if isinstance(value, list) else [value] for name, value in answers.items()}
    )


def municipality_of(request: HttpRequest) -> MunicipalityRow | None:
    """Return the municipality of this host, or the one that was chosen."""
    if request.municipality is not None:  # type: ignore[attr-defined]
        return request.municipality  # type: ignore[attr-defined, no-any-return]
    slug = request.POST.get("gemeente") or request.GET.get("gemeente") or ""
    return municipality(slug=slug) if slug else None


def new_walk(municipality: MunicipalityRow, at: datetime) -> Walk:
    """Return a walk that begins; nothing is kept until something is answered."""
    content = DraftContent(submission=token_urlsafe(24), municipality_id=municipality.id)
    return Walk(new_draft_token(), content, municipality, at)


def walk_of(request: HttpRequest) -> Walk | None:
    """Return the walk whose key came along in the form; None when it is gone."""
    token = read_draft_token(request.POST.get("draft", ""))
    at: datetime = request.at  # type: ignore[attr-defined]
    content = open_draft(token=token, at=at) if token else None
    if token is None or content is None:
        return None
    row = municipality_by_id(municipality_id=content.municipality_id)
    return Walk(token, content, row, at) if row else None


def take_answers(walk: Walk, step: str, request: HttpRequest) -> QuestionForm:
    """Keep what was sent at a question, right or wrong, and return its form."""
    form = walk.form(step, data=request.POST, files=request.FILES)
    walk.content.answers[step] = form.typed()
    _drop(walk, request.POST.getlist("remove"))
    form.is_valid()
    if step == "wat":
        _take_voice(walk, form)
        walk.content.danger_shown = signs_of_danger(
            walk.content.word("wat", "text"), terms_of(municipality_id=walk.municipality.id)
        )
    if step == "wanneer":
        _take_photos(walk, form)
    walk.check(step, form)
    walk.keep()
    return form


def _drop(walk: Walk, references: Iterable[str]) -> None:
    mine = [one for one in references if one in {*walk.content.photos, walk.content.voice} and one]
    if mine:
        drop_draft_files(references=mine)
        walk.content.photos = [one for one in walk.content.photos if one not in mine]
        if walk.content.voice in mine:
            walk.content.voice = ""


def _take_voice(walk: Walk, form: QuestionForm) -> None:
    upload = form.files.get("voice")
    if not isinstance(upload, UploadedFile) or not upload.size:
        return
    try:
        data = read_upload(upload, field="voice")
        voice_type(data)
    except Refused as refusal:
        form.add_error("voice", refusal.reason)
        return
    _drop(walk, [walk.content.voice])
    walk.content.voice = keep_draft_file(token=walk.token, data=data, at=walk.at)


def _take_photos(walk: Walk, form: QuestionForm) -> None:
    files = form.files.getlist("photos") if isinstance(form.files, MultiValueDict) else []
    uploads = [one for one in files if isinstance(one, UploadedFile)]
    room = MOST_PHOTOS - len(walk.content.photos)
    for number, upload in enumerate(uploads):
        if number >= room:
            form.add_error("photos", _too_many())
            return
        try:
            photo = clean_photo(read_upload(upload, field="photos"))
        except Refused as refusal:
            form.add_error("photos", refusal.reason)
            continue
        kept = keep_draft_file(token=walk.token, data=photo, at=walk.at)
        walk.content.photos.append(kept)


def _too_many() -> str:
    return ngettext(
        "U kunt ten hoogste %(count)s foto meesturen. De eerste is bewaard.",
        "U kunt ten hoogste %(count)s foto's meesturen. De eerste zijn bewaard.",
        MOST_PHOTOS,
    ) % {"count": MOST_PHOTOS}

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the texts an answer can start from. A template alone is no answer."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.answer.replies.models import AnswerTemplate
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import ActorKind, Role
from voelspriet.ground.privacy.writing import action

TITLE_LIMIT = 80
TEXT_LIMIT = 4000
WRITERS = (Role.ADMINISTRATOR, Role.AREA_ADVISER)


@action
def save_template(
    *, title: str, text: str, by: Actor, at: datetime, template_id: int | None = None
) -> int:
    """Make a text to start an answer from, or change the one with `template_id`; return its id.

    Refuses: nobody who writes answers, no title or text, too much of it, a title in use.
    """
    where = _must_write(by)
    title, text = title.strip(), text.strip()
    if not title or len(title) > TITLE_LIMIT:
        raise Refused(_("Geef een titel van ten hoogste 80 tekens."), field="title")
    if not text or len(text) > TEXT_LIMIT:
        raise Refused(_("Schrijf een tekst van ten hoogste 4000 tekens."), field="text")
    template = (
        _template(template_id, where)
        if template_id is not None
        else AnswerTemplate(municipality_id=where)
    )
    named = AnswerTemplate.objects.filter(municipality_id=where, title__iexact=title)
    if named.exclude(pk=template.pk or 0).exists():
        raise Refused(_("Er is al een tekst met deze titel."), field="title")
    template.title, template.text = title, text
    template.save()
    record("template.save", by=by, at=at, subject="template", reference=str(template.pk))
    return template.pk


@action
def delete_template(*, template_id: int, by: Actor, at: datetime) -> None:
    """Delete a text. Answers written with it stay as they are."""
    template = _template(template_id, _must_write(by))
    record("template.delete", by=by, at=at, subject="template", reference=str(template.pk))
    template.delete()


def _must_write(by: Actor) -> int:
    if by.municipality_id is None or not (by.kind is ActorKind.SYSTEM or by.has(*WRITERS)):
        raise Refused(_("Alleen een beheerder of adviseur mag dit."))
    return by.municipality_id


def _template(template_id: int, municipality_id: int) -> AnswerTemplate:
    found = AnswerTemplate.objects.filter(pk=template_id, municipality_id=municipality_id).first()
    if found is None:
        raise OutOfScope(_("Deze tekst is er niet."))
    return found

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the texts an answer can start from."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from voelspriet.answer.replies.models import AnswerTemplate
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role

READERS = (Role.ADMINISTRATOR, Role.AREA_ADVISER)


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A text to start an answer from."""

    id: int
    title: str
    text: str


def templates(*, by: Actor) -> tuple[TemplateRow, ...]:
    """Return the municipality's texts by title, for whoever writes answers."""
    if not by.has(*READERS):
        raise OutOfScope(_("Deze pagina is er niet."))
    found = AnswerTemplate.objects.filter(municipality_id=by.municipality_id or 0)
    return tuple(TemplateRow(one.pk, one.title, one.text) for one in found.order_by("title", "id"))


def template(*, template_id: int, by: Actor) -> TemplateRow:
    """Return one text. OutOfScope when it is not of this municipality."""
    found = next((one for one in templates(by=by) if one.id == template_id), None)
    if found is None:
        raise OutOfScope(_("Deze tekst is er niet."))
    return found

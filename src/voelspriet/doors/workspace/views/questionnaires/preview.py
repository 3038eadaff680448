# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A version as residents would see it: the flow works, and nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.forms import Form
from django.http import HttpResponseBase, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.ui.languages import direction
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.forms.answers import FIELD, WRONG, answer_form
from voelspriet.listen.surveys.queries import version_sheet
from voelspriet.listen.surveys.rules.access import READERS
from voelspriet.listen.surveys.rules.answers import Answer
from voelspriet.listen.surveys.rules.definitions import (
    QuestionDefinition,
    QuestionnaireDefinition,
    text_in,
)
from voelspriet.listen.surveys.rules.flow import asked, meets, offered


@dataclass(frozen=True, slots=True)
class Shown:
    """A question in the preview: its form, or what it says when it is drawn on a map."""

    name: str
    form: Form | None = None
    label: str = ""
    hint: str = ""


@require_safe
@staff(*READERS)
def questionnaire_preview(request: StaffRequest, reference: str, number: int) -> HttpResponseBase:
    """Show a version in one of its languages, with the questions the answers so far lead to."""
    sheet = version_sheet(reference=reference, number=number, by=request.actor)
    definition = sheet.definition
    language = request.GET.get("taal", "")
    if language not in definition.languages:
        language = definition.default_language
    data = request.GET
    names = dict(settings.LANGUAGES)
    context = {
        "sheet": sheet,
        "shown": _walk(definition, language, data, request),
        "title": text_in(definition.titles, language, definition.default_language),
        "shown_language": language,
        "shown_direction": direction(language),
        # pages of ours in a language we do not speak keep their own sentences in Dutch
        "site_language": language if language in names else "nl",
        "shown_languages": [(code, str(names.get(code, code))) for code in definition.languages],
    }
    return render(request, "workspace/questionnaire_preview.html", context)


def _walk(
    definition: QuestionnaireDefinition, language: str, data: QueryDict,
    request: StaffRequest,
) -> list[Shown]:  # fmt: skip
    """Return the questions that are asked; every answer is looked at in the order of the list."""
    today = dutch_day(request.at)
    answers: dict[str, Answer] = {}
    shown: list[Shown] = []
    for question in definition.questions:
        so_far = definition.questions[: definition.questions.index(question) + 1]
        if question not in asked(so_far, answers, today=today):
            continue
        if question.kind == QuestionKind.DRAWN_MAP:
            shown.append(_drawn(question, language, definition.default_language))
            continue
        form = answer_form(
            question,
            language,
            # what was not on the page before is not wrong for being empty
            data if question.name in data.getlist("gezien") else None,
            default_language=definition.default_language,
            choices=offered(question, answers, today=today),
            prefix=question.name,
        )
        if form.is_valid():
            answer = form.answer()
            answers[question.name] = answer
            if not meets(question, answer, answers, today=today):
                words = text_in(question.constraint_messages, language, definition.default_language)
                form.add_error(FIELD, words or WRONG)
        shown.append(Shown(question.name, form))
    return shown


def _drawn(question: QuestionDefinition, language: str, default: str) -> Shown:
    label = text_in(question.labels, language, default)
    return Shown(question.name, None, label, text_in(question.hints, language, default))

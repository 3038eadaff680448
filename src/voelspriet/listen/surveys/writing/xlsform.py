# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A version of a questionnaire as an XLSForm, which comes back as the same version."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from typing import Any

from django.conf import settings

from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.definitions import (
    ChoiceDefinition,
    QuestionDefinition,
    QuestionnaireDefinition,
    Texts,
    text_in,
)

Cells = dict[str, str]
Lists = Sequence[tuple[str, tuple[ChoiceDefinition, ...]]]
GEOMETRIES = {"point": "geopoint", "line": "geotrace", "area": "geoshape"}
APPEARANCES = {QuestionKind.STATEMENT: "statement", QuestionKind.THREE_WORDS: "three-words"}


def xlsform_of(definition: QuestionnaireDefinition) -> bytes:
    """Return a workbook with the sheets settings, survey, choices and, when there are, probes.

    The library is imported here: it weighs 8 MB, and only a download needs it.
    """
    from openpyxl import Workbook  # noqa: PLC0415  heavy

    book = Workbook(write_only=True)
    for name, rows in xlsform_sheets(definition).items():
        if not rows:
            continue
        sheet = book.create_sheet(name)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        sheet.append(columns)
        for row in rows:
            sheet.append([_plain(row.get(column, "")) for column in columns])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _plain(text: str) -> str | None:
    """Return a cell's text; openpyxl takes what begins with = for a formula."""
    return f" {text}" if text.startswith("=") else text or None


def xlsform_sheets(definition: QuestionnaireDefinition) -> dict[str, list[Cells]]:
    """Return the sheets of a form, row by row."""
    definition = _in_order(definition, definition.languages)
    lists = _lists(definition.questions)
    return {
        "settings": [_settings(definition)],
        "survey": list(_survey(definition, lists)),
        "choices": [_choice(name, one) for name, choices in lists for one in choices],
        "probes": [
            {"question": question.name, "name": probe.name, **_texts("text", probe.texts),
             "hot": str(probe.hot or ""), "guard": str(probe.guard or "")}
            for question in definition.questions
            for probe in question.probes
        ],
    }  # fmt: skip


def _in_order(value: Any, languages: Sequence[str]) -> Any:
    """Return a definition with its texts in the order of its languages, which no database keeps."""
    if is_dataclass(value) and not isinstance(value, type):
        parts = {one.name: _in_order(getattr(value, one.name), languages) for one in fields(value)}
        return replace(value, **parts)
    if isinstance(value, tuple):
        return tuple(_in_order(one, languages) for one in value)
    if isinstance(value, Mapping) and set(value) <= set(languages):
        return {name: value[name] for name in languages if name in value}
    return value


def _settings(definition: QuestionnaireDefinition) -> Cells:
    titles = definition.titles
    told = {"form_title": text_in(titles, definition.default_language, "")}
    if len(titles) > 1:
        # ODK knows a title in one language only
        told |= _texts("title_in", titles)
    default = _named(definition.default_language)
    return {**told, "form_id": definition.form_id, "default_language": default}


def _lists(questions: Sequence[QuestionDefinition]) -> Lists:
    """Return every different list of answers once, named after the question it first serves."""
    found: list[tuple[str, tuple[ChoiceDefinition, ...]]] = []
    for question in questions:
        if question.choices and question.choices not in [choices for _name, choices in found]:
            found.append((question.name, question.choices))
    return found


def _choice(list_name: str, choice: ChoiceDefinition) -> Cells:
    return {
        "list_name": list_name,
        "name": choice.name,
        **_texts("label", choice.labels),
        "dont_know": "yes" if choice.is_dont_know else "no",
        **choice.extra,
    }


def _survey(definition: QuestionnaireDefinition, lists: Lists) -> Iterator[Cells]:
    """Return the rows; questions of one block that follow each other are a group."""
    names = {question.name for question in definition.questions}
    used: set[str] = set()
    for block, questions in groupby(definition.questions, lambda one: one.block):
        is_group = bool(block) and block not in names | used
        used.add(block)
        if is_group:
            yield {"type": "begin group", "name": block}
        for question in questions:
            if question.intros:
                intro = _texts("label", question.intros)
                yield {"type": "note", "name": f"{question.name}_intro", **intro}
            yield _row(question, lists) | ({} if is_group else {"block": block})
        if is_group:
            yield {"type": "end group"}


def _row(question: QuestionDefinition, lists: Lists) -> Cells:
    return {
        "type": _type(question, lists),
        "name": question.name,
        **_texts("label", question.labels),
        **_texts("hint", question.hints),
        "required": "yes" if question.required else "no",
        "relevant": question.relevant,
        "constraint": question.constraint,
        **_texts("constraint_message", question.constraint_messages),
        "choice_filter": question.choice_filter,
        "appearance": APPEARANCES.get(question.kind, ""),
        "parameters": _parameters(question),
        "environment": question.environment,
        "factors": ", ".join(str(number) for number in question.factors),
        "agree_means": str(question.agree_means or ""),
    }


def _type(question: QuestionDefinition, lists: Lists) -> str:
    match question.kind:
        case QuestionKind.MULTIPLE:
            return f"select_multiple {_list_of(question, lists)}"
        case QuestionKind.GRADE:
            return "range"
        case QuestionKind.DRAWN_MAP:
            return GEOMETRIES.get(question.geometry, "geopoint")
        case QuestionKind.OPEN | QuestionKind.THREE_WORDS:
            return "text"
        case _:
            return f"select_one {_list_of(question, lists)}"


def _list_of(question: QuestionDefinition, lists: Lists) -> str:
    return next((name for name, choices in lists if choices == question.choices), question.name)


def _parameters(question: QuestionDefinition) -> str:
    if question.kind != QuestionKind.GRADE:
        return ""
    return f"start={question.lowest or 1} end={question.highest or 10} step=1"


def _texts(column: str, texts: Texts) -> Cells:
    return {f"{column}::{_named(code)}": text for code, text in texts.items()}


def _named(code: str) -> str:
    names: Mapping[str, object] = dict(settings.LANGUAGES)
    return f"{names.get(code, code)} ({code})"

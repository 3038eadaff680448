# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading an XLSForm, xlsx or markdown, whole or not at all."""

from __future__ import annotations

import re
from collections import Counter

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.choices import QuestionnaireSource
from voelspriet.listen.surveys.reading.choice_lists import read_choices
from voelspriet.listen.surveys.reading.pyxform_check import check_with_pyxform
from voelspriet.listen.surveys.reading.questions import NAME, SurveyReader
from voelspriet.listen.surveys.reading.sheets import Row, Sheet, read_sheets, rejected
from voelspriet.listen.surveys.reading.texts import Reader, read_languages
from voelspriet.listen.surveys.rules.definitions import QuestionnaireDefinition
from voelspriet.listen.surveys.told import FormRejected

TITLE_LIMIT = 200
KNOWN = {
    "settings": {"form_title", "form_id", "version", "default_language", "style", "title_in"},
    "survey": {
        "type", "name", "label", "hint", "required", "relevant", "constraint",
        "constraint_message", "appearance", "choice_filter", "parameters", "environment",
        "factors", "agree_means", "block",
    },
    "probes": {"question", "name", "text", "hot", "guard"},
}  # fmt: skip


def source_of(content: bytes) -> QuestionnaireSource:
    """Tell which kind of file it is: an xlsx is a ZIP."""
    is_zip = content.startswith(b"PK")
    return QuestionnaireSource.XLSX if is_zip else QuestionnaireSource.MARKDOWN


def read_xlsform(content: bytes) -> QuestionnaireDefinition:
    """Return the questionnaire of a file. Raises FormRejected with everything that is wrong."""
    reader = Reader()
    sheets = read_sheets(content, reader.problems)
    survey = sheets.get("survey")
    if survey is None or not survey.rows:
        raise rejected(_("Er is geen werkblad survey met vragen."), "survey")
    _known_columns(reader, sheets)
    settings = sheets.get("settings", Sheet("settings"))
    row = settings.rows[0] if settings.rows else Row(2, {})
    read_languages(
        reader, sheets.values(), row.get("default_language"), row.number if settings.rows else None
    )
    lists = read_choices(reader, sheets.get("choices", Sheet("choices")))
    read = SurveyReader(reader, lists, sheets.get("probes", Sheet("probes")))
    questions = read.questions(survey)
    definition = QuestionnaireDefinition(
        form_id=_form_id(reader, row),
        titles=_titles(reader, row),
        default_language=reader.default_language,
        languages=reader.languages,
        questions=questions,
    )
    if not reader.problems:
        check_with_pyxform(reader, sheets)
    if reader.problems:
        raise FormRejected(reader.problems)
    return definition


def _known_columns(reader: Reader, sheets: dict[str, Sheet]) -> None:
    """Refuse a column that is filled in and that we would not look at."""
    for name, known in KNOWN.items():
        sheet = sheets.get(name, Sheet(name))
        filled = Counter(header for row in sheet.rows for header, text in row.cells.items() if text)
        for header in sheet.columns:
            if header and header.partition("::")[0] not in known and filled[header]:
                reader.wrong(name, 1, header, _("Deze kolom kennen wij niet, of kan nog niet."))


def _form_id(reader: Reader, row: Row) -> str:
    form_id = row.get("form_id")
    if not form_id:
        reader.wrong(
            "settings", row.number, "form_id", _("Geef de vragenlijst een form_id, zonder spaties.")
        )
    elif not re.fullmatch(NAME, form_id):
        reader.wrong(
            "settings", row.number, "form_id",
            _("Gebruik letters, cijfers, - en _; begin met een letter."),
        )  # fmt: skip
    return form_id


def _titles(reader: Reader, row: Row) -> dict[str, str]:
    default = row.get("form_title")
    others = reader.texts("settings", row, "title_in")
    titles = {reader.default_language: default} | others
    if not any(titles.values()):
        reader.wrong("settings", row.number, "form_title", _("Geef de vragenlijst een titel."))
    if any(len(title) > TITLE_LIMIT for title in titles.values()):
        words = _("Dit is te lang: ten hoogste %(limit)s tekens.") % {"limit": TITLE_LIMIT}
        reader.wrong("settings", row.number, "form_title", words)
    return titles

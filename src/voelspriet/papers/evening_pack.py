# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers for the hall of an evening: numbered slips with every question, and a poster of the door.

A slip is typed in by its number and, for each question, the number before the box that was
ticked: that is why the numbers stand there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.ui.languages import direction
from voelspriet.lib.working_days import DUTCH_TIME
from voelspriet.listen.evenings.queries.papers import PackRow
from voelspriet.listen.evenings.queries.rows import ItemRow
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.answers import WORDS_ASKED
from voelspriet.listen.surveys.rules.definitions import Texts, text_in
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Blank,
    Block,
    Boxes,
    Code,
    Document,
    Heading,
    Listing,
    Page,
    PageBreak,
    Paragraph,
    Run,
    Space,
    Words,
    words,
)

DUTCH = "nl"
LINE_MM, LETTER_MM = 5.1, 2.3
OPEN_LINES = 3
GRADE_COLUMNS = 10
SHORT, MIDDLE = 12, 26  # letters of an answer that fits three, two beside each other
CODE_MM = 185.0


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A size of paper: how wide its lines are, and how much fits below the head of a slip."""

    page: Page
    width: float
    room: float


SMALL = _Sheet(Page(size="a5", margin=11.0, points=10.0), width=126.0, room=144.0)
LARGE = _Sheet(Page(size="a4", margin=16.0, points=11.0), width=178.0, room=210.0)


def evening_slips(
    *, pack: PackRow, municipality: MunicipalityRow, first: int, count: int
) -> Document:
    """Return slips numbered from `first` on, each on paper of its own, in the pack's language.

    A slip that fits is an A5; else an A4, or more of them, each with the number on it.
    """
    with translation.override(pack.language):
        sheet = SMALL if _fits(pack, SMALL) else LARGE
        title = _("Stroken voor de avond: %(title)s") % {"title": pack.evening.title}
        blocks: list[Block] = []
        for number in range(first, first + count):
            blocks += [PageBreak(), *_slip(pack, sheet, number)]
        return Document(
            title=title,
            language=pack.language,
            direction=_way(pack.language),
            style=style_of(municipality),
            made_on=_day(pack),
            page=sheet.page,
            footer=words(_("Klaar? Geef deze strook aan iemand van de gemeente.")),
            blocks=tuple(blocks[1:]),
        )


def evening_poster(*, pack: PackRow, municipality: MunicipalityRow, address: str) -> Document:
    """Return the poster of the door: where to come in, and where the six digits will stand.

    The digits are no part of it: they exist only while the evening is under way.
    """
    with translation.override(pack.language):
        title = _("Doe mee met de avond")
        shown = address.removeprefix("https://").removeprefix("http://")
        return Document(
            title=title,
            language=pack.language,
            direction=_way(pack.language),
            style=style_of(municipality),
            made_on=_day(pack),
            page=Page(size="a3", margin=24.0, points=24.0, on_one_page=True),
            blocks=(
                Paragraph(words(Run(municipality.name, is_bold=True, language=DUTCH)), "small"),
                Heading(1, words(title)),
                Paragraph(_about(pack)),
                Code(address, _("QR-code om mee te doen"), CODE_MM),
                Listing(
                    (
                        words(
                            _("Scan de code, of ga naar:"),
                            "\n",
                            Run(shown, is_bold=True, direction="ltr", link=address),
                        ),
                        words(_("Typ de zes cijfers die u op het grote scherm ziet.")),
                        words(_("Antwoord op uw eigen telefoon.")),
                    ),
                    is_numbered=True,
                ),
                Paragraph(words(_("U hoeft geen naam te geven. Niemand ziet wat u antwoordt."))),
                Paragraph(
                    words(
                        _(
                            "Heeft u geen telefoon? Vraag een strook papier, of steek uw hand op."
                            " Dat telt net zo zwaar."
                        )
                    )
                ),
            ),
        )


def _slip(pack: PackRow, sheet: _Sheet, number: int) -> list[Block]:
    named = _("Strook %(number)s") % {"number": number}
    blocks: list[Block] = [
        Heading(1, words(named)),
        Paragraph(_about(pack), "small"),
        Paragraph(
            words(
                _("Zet een kruisje bij uw antwoord. Sla over wat u niet wilt zeggen."),
                " ",
                Run(_("Schrijf geen namen op, ook niet die van uzelf."), is_bold=True),
            )
        ),
    ]
    room = sheet.room
    for item in pack.items:
        height = _height(item, pack, sheet)
        if height > room and room < sheet.room:
            blocks += [PageBreak(), Heading(2, words(_("Vervolg van strook %(number)s")
                       % {"number": number}))]  # fmt: skip
            room = sheet.room
        room -= height
        blocks += [_question(item, pack), Space(2)]
    return blocks


def _question(item: ItemRow, pack: PackRow) -> Block:
    assert item.question is not None  # noqa: S101  for the type: the pack holds questions only
    label = _label(item, pack)
    kind = item.question.kind
    if kind is QuestionKind.DRAWN_MAP:
        return Paragraph((*label, *words("\n", _("Deze vraag beantwoordt u op de kaart."))))
    if kind is QuestionKind.OPEN:
        return Blank(label, lines=OPEN_LINES)
    if kind is QuestionKind.THREE_WORDS:
        return Blank(label, lines=WORDS_ASKED)
    if kind is QuestionKind.GRADE:
        grades = tuple(words(str(grade)) for grade in item.grades)
        return Boxes(label, grades, columns=min(GRADE_COLUMNS, len(grades)))
    return Boxes(label, _options(item, pack), columns=_columns(item))


def _label(item: ItemRow, pack: PackRow) -> Words:
    assert item.question is not None  # noqa: S101  for the type: see _question
    several = _("Meer antwoorden mag.") if item.answer_kind == QuestionKind.MULTIPLE else ""
    hint = _run(item.question.hints, pack)
    return words(
        Run(f"{item.number}. ", is_bold=True),
        _run(item.question.labels, pack, is_bold=True),
        "\n" if hint.text or several else "",
        several,
        " " if hint.text and several else "",
        hint,
    )


def _options(item: ItemRow, pack: PackRow) -> tuple[Words, ...]:
    assert item.question is not None  # noqa: S101  for the type: see _question
    return tuple(
        words(f"{place} ", _run(choice.labels, pack))
        for place, choice in enumerate(item.question.choices, 1)
    )


def _run(texts: Texts, pack: PackRow, *, is_bold: bool = False) -> Run:
    """Return a text in the pack's language; one in another language says which."""
    text = text_in(texts, pack.language, pack.default_language)
    found = next((code for code, one in texts.items() if one == text), pack.language)
    if texts.get(pack.language) or not text:
        found = ""
    return Run(text, is_bold=is_bold, language=found, direction=_way(found) if found else "")


def _columns(item: ItemRow) -> int:
    longest = max((len(one.label) for one in item.options), default=0)
    if longest <= SHORT:
        return 3
    return 2 if longest <= MIDDLE else 1


def _fits(pack: PackRow, sheet: _Sheet) -> bool:
    return sum(_height(item, pack, sheet) for item in pack.items) <= sheet.room


def _height(item: ItemRow, pack: PackRow, sheet: _Sheet) -> float:
    """Return about how high a question stands, in millimetres; rather too much than too little."""
    told = "".join(run.text for run in _label(item, pack))
    high = _lines(told, sheet.width) * LINE_MM + 4
    if item.answer_kind == QuestionKind.OPEN:
        return high + OPEN_LINES * 9
    if item.answer_kind == QuestionKind.THREE_WORDS:
        return high + WORDS_ASKED * 9
    if item.answer_kind == QuestionKind.GRADE:
        return high + math.ceil(len(item.grades) / GRADE_COLUMNS) * 7
    columns = _columns(item)
    rows = [item.options[start : start + columns] for start in range(0, len(item.options), columns)]
    wide = sheet.width / columns - 10
    return high + sum(max(_lines(one.label, wide) for one in row) * LINE_MM + 2 for row in rows)


def _lines(text: str, width: float) -> int:
    per_line = max(1, int(width / LETTER_MM))
    return sum(max(1, math.ceil(len(line) / per_line)) for line in text.split("\n"))


def _about(pack: PackRow) -> Words:
    evening = pack.evening
    local = evening.starts_at.astimezone(DUTCH_TIME)
    moment = date_format(local, "l j F Y, H:i")
    place = ", ".join(part for part in (evening.area_name, evening.place) if part)
    titled = pack.title_language
    return words(
        Run(
            evening.title,
            is_bold=True,
            language="" if titled == pack.language else titled,
            direction="" if titled == pack.language else "ltr",
        ),
        "\n",
        moment,
        " · ",
        Run(place, language=DUTCH, direction="ltr"),
    )


def _day(pack: PackRow) -> date:
    return pack.evening.starts_at.astimezone(DUTCH_TIME).date()


def _way(language: str) -> Literal["ltr", "rtl"]:
    return "rtl" if direction(language) == "rtl" else "ltr"

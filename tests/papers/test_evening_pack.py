# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers for the hall: each slip has its number and the numbers staff type, the poster no code."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.utils import translation

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.evenings import make_evening, make_version
from tests.factories.people import actor_of, make_duo
from tests.papers.documents import HOSTILE
from tests.papers.reading import Back
from voelspriet.ground.areas.rows import municipality_row_of
from voelspriet.listen.evenings.queries.papers import evening_pack
from voelspriet.listen.evenings.rules.answers import read_slips
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.definitions import ChoiceDefinition, QuestionDefinition
from voelspriet.papers.evening_pack import evening_poster, evening_slips
from voelspriet.papers.writers.document import Boxes
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
JOIN = "https://voelspriet.example/avond/"
A5_POINTS, A4_POINTS = (420, 595), (595, 842)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def area(town):
    return town.neighbourhoods[0]


@pytest.fixture
def by(town, area):
    return actor_of(make_duo(town.municipality, area)[0])


@pytest.fixture
def pack(area, by):
    """Return a function that gives an evening for its papers."""

    def make(language="nl", evening=None):
        made = evening or make_evening(area)
        return evening_pack(reference=made.reference, by=by, language=language)

    return make


def slips(town, pack, first=1, count=2):
    row = municipality_row_of(town.municipality)
    return evening_slips(pack=pack, municipality=row, first=first, count=count)


def back(document) -> Back:
    return Back(write_pdf(document, fonts=settings.PAPER_FONTS))


def size_of(found: Back) -> tuple[int, int]:
    box = found.file.pages[0].mediabox
    return round(box.width), round(box.height)


def test_every_slip_has_its_number_and_every_question(town, pack):
    found = back(slips(town, pack(), first=14, count=3))
    assert (found.title, found.language) == ("Stroken voor de avond: Avond over veilig", "nl")
    assert found.is_tagged
    for number in (14, 15, 16):
        assert f"Strook {number}" in found.words
    for asked in ("Hoe zit u erbij?", "Wat helpt?", "Welk cijfer?", "Wat wenst u?"):
        assert found.words.count(asked) == 3
    assert "3 Weet ik niet" in found.words
    assert found.words.count("Meer antwoorden mag.") == 3


def test_the_number_before_a_box_is_the_one_that_staff_type(town, pack):
    made = pack()
    boxes = [one for one in slips(town, made, count=1).blocks if isinstance(one, Boxes)]
    asked = [one for one in made.items if one.question.kind != "three_words"]
    for box, item in zip(boxes, asked, strict=False):
        for place, option in enumerate(box.options, 1):
            number, _gap, label = "".join(run.text for run in option).partition(" ")
            read, wrong = read_slips(item.question, f"7 {number}")
            assert not wrong
            if item.answer_kind != QuestionKind.GRADE:
                assert read[0].answer.chosen == (item.question.choices[place - 1].name,)
                assert label == item.options[place - 1].label


def test_a_short_programme_fits_on_an_a5_each(town, area, pack):
    question = QuestionDefinition("wish", QuestionKind.OPEN, {"nl": "Wat wenst u?"})
    found = back(slips(town, pack(evening=make_evening(area, version=make_version((question,))))))
    assert (found.pages, size_of(found)) == (2, A5_POINTS)
    usual = back(slips(town, pack()))  # six questions, one of each kind
    assert (usual.pages, size_of(usual)) == (2, A5_POINTS)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_long_programme_goes_on_with_the_number_on_every_page(town, area, pack, language):
    questions = tuple(
        QuestionDefinition(
            f"q{number}",
            QuestionKind.SINGLE,
            {"nl": f"Vraag {number} met een tekst die wat langer is dan een enkele regel lang"},
            choices=tuple(
                ChoiceDefinition(f"c{one}", {"nl": f"Een antwoord dat lang is, nummer {one}"})
                for one in range(6)
            ),
        )
        for number in range(12)
    )
    long = pack(language, make_evening(area, version=make_version(questions)))
    found = back(slips(town, long, first=21, count=1))
    assert size_of(found) == A4_POINTS
    assert found.pages > 1
    for page in found.file.pages:
        assert "21" in page.extract_text()


@pytest.mark.parametrize("language", ["en", "tr", "ar"])
def test_a_slip_is_in_the_language_chosen(town, pack, language):
    made = pack(language)
    found = back(slips(town, made, count=1))
    assert found.language == language
    for dutch in ("Strook", "Zet een kruisje", "Meer antwoorden", "Geef deze strook"):
        assert dutch not in found.words
    # nobody translated this question: it says that it is Dutch
    helps = next(one for one in made.items if one.question.name == "helps")
    label = next(
        block.label
        for block in slips(town, made, count=1).blocks
        if isinstance(block, Boxes) and "Wat helpt?" in "".join(run.text for run in block.label)
    )
    assert helps.title == "Wat helpt?"
    assert next(run for run in label if run.text == "Wat helpt?").language == "nl"


def test_hostile_words_are_words(town, area, pack):
    question = QuestionDefinition(
        "hostile",
        QuestionKind.SINGLE,
        {"nl": HOSTILE},
        choices=(ChoiceDefinition("one", {"nl": HOSTILE}),),
    )
    evening = make_evening(area, version=make_version((question,)), titles={"nl": HOSTILE})
    with arranging():
        evening.place = HOSTILE[:120]
        evening.save()
    found = back(slips(town, pack(evening=evening), count=1))
    assert found.pages >= 1
    assert not found.links


@pytest.mark.parametrize("language", ["nl", "en", "tr", "ar"])
def test_the_poster_says_where_to_come_in_and_holds_no_code(town, area, pack, language):
    evening = make_evening(area, state="open")
    row = municipality_row_of(town.municipality)
    document = evening_poster(pack=pack(language, evening), municipality=row, address=JOIN)
    found = back(document)
    assert (found.language, found.pages, found.links) == (language, 1, [JOIN])
    assert "voelspriet.example/avond/" in found.words
    assert evening.join_code not in found.words
    assert len(found.alts) == 1
    with translation.override(language):
        assert translation.gettext("Doe mee met de avond") == found.title

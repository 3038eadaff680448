# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a mail tells, and what it never tells."""

from __future__ import annotations

import pytest
from django.conf import settings

from tests.factories.replies import make_answer, make_delivery, make_mailed
from tests.factories.signals import NOON
from voelspriet.answer.replies.choices import AnswerKind
from voelspriet.answer.replies.records import mail_for
from voelspriet.answer.replies.transports import Mail

REPORT = "Achter flat Boekanier dealen ze drugs bij de kelderboxen."


def mail(signal, **more) -> Mail:
    made = mail_for(delivery_id=make_delivery(make_answer(signal, **more)).pk, at=NOON)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("language", "path"),
    [("nl", "/volgen/"), ("en", "/en/volgen/"), ("tr", "/tr/volgen/"), ("ar", "/ar/volgen/")],
)
def test_it_tells_how_to_follow_in_the_readers_language(area, language, path):
    made = mail(make_mailed(area, language=language))
    assert f"{settings.PUBLIC_URL}{path}" in made.text
    assert f'lang="{language}"' in made.html
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in made.html


def test_it_never_holds_the_reporters_words_the_category_the_area_or_the_number(area):
    signal = make_mailed(area, text=REPORT, category="lighting")
    made = mail(signal)
    everything = made.subject + made.text + made.html
    for word in ("Boekanier", "drugs", "Verlichting", area.name, signal.reference):
        assert word not in everything


def test_the_subject_is_the_same_for_every_mail(area):
    subjects = {
        mail(make_mailed(area), kind=kind).subject
        for kind in (AnswerKind.ACKNOWLEDGEMENT, AnswerKind.INTERIM, AnswerKind.FINAL)
    }
    assert len(subjects) == 1


def test_an_answer_stands_in_it_with_the_dutch_below(area):
    signal = make_mailed(area, language="tr")
    made = mail(
        signal,
        translation="Lamba onarıldı.",
        translation_language="tr",
        translation_state="machine",
    )
    assert made.text.index("Lamba onarıldı.") < made.text.index("De lamp is gemaakt.")


@pytest.mark.parametrize(
    "told",
    [
        {"permission": "granted"},
        {"person_flag": "rules"},
        {"category": "drugs"},
        {"suggested_category": "threat"},
    ],
)
def test_where_others_may_look_it_only_says_that_something_waits(area, told):
    made = mail(make_mailed(area, **told), text="De politie kijkt bij de kelderboxen.")
    assert "kelderboxen" not in made.text + made.html
    assert "Wij zetten het niet in deze mail" in made.text


def test_script_in_an_answer_is_inert_in_the_html(area):
    made = mail(make_mailed(area), text="<script>alert(1)</script>")
    assert "<script>" not in made.html
    assert "&lt;script&gt;" in made.html


def test_a_final_answer_asks_whether_they_were_heard(area):
    assert "Bent u gehoord?" in mail(make_mailed(area)).text
    assert "Bent u gehoord?" not in mail(make_mailed(area), kind=AnswerKind.INTERIM).text

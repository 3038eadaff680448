# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that mean danger, and words that suggest a category, in four languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voelspriet.listen.intake.choices import Category
from voelspriet.listen.intake.rules.categories import suggest_category
from voelspriet.listen.intake.rules.danger import first_terms, signs_of_danger
from voelspriet.listen.intake.rules.matching import plain

TERMS = [term for _language, term in first_terms()]

DANGER = [
    "Er loopt iemand met een mes",
    "HIJ HEEFT EEN PISTOOL",
    "Mijn man slaat mij",
    "Ik wil niet meer leven",
    "Ik denk aan zelfmoord.",
    "Er is brand in de flat!",
    "hij zei dat hij mij doodmaakt, ik word bedreigd",
    "Someone has a knife",
    "he said he will kill me",
    "I want to die",
    "there is a gas leak",
    "Komşu silahla ateş etti",
    "BIÇAKLA saldırdı",
    "kocam beni dövüyor",
    "ölmek istiyorum",
    "هو يضربني كل يوم",
    "والسكين معه",
    "سَيَقْتُلُنِي",
    "أريد أن أموت",
    "اريد ان اموت",
]
NO_DANGER = [
    "De mest op het veld stinkt",
    "Een doodlopende straat zonder licht",
    "Schiet nou eens op met die lamp",
    "De verlichting is dood",
    "De messing plaat is gestolen",
    "Het brandt niet, die lantaarn",
    "Er is een steeg zonder licht",
    "De auto's schieten door de straat",
    "Jongeren gooien met vuurwerk",
    "I gunned for better lights",
    "The bench in the park is broken",
    "Parkta gürültü var",
    "Sokak lambası yanmıyor, karanlık",
    "الشارع مظلم",
    "هناك قمامة في الحديقة",
    "",
]

SUGGESTIONS = [
    ("De lantaarnpaal is al weken kapot", Category.LIGHTING),
    ("The street light is broken", Category.LIGHTING),
    ("Sokak lambası yanmıyor", Category.LIGHTING),
    ("عمود الإنارة لا يعمل", Category.LIGHTING),
    ("Losse stoeptegels, mijn moeder viel", Category.PAVEMENT),
    ("Ze rijden veel te hard met scooters", Category.TRAFFIC),
    ("Speeding cars every evening", Category.TRAFFIC),
    ("Achter de flat wordt gedeald in drugs", Category.DRUGS),
    ("Uyuşturucu satıyorlar", Category.DRUGS),
    ("يبيعون المخدرات خلف البناية", Category.DRUGS),
    ("Er is weer ingebroken in de schuur", Category.BURGLARY),
    ("Zwerfafval en vuilniszakken naast de container", Category.LITTER),
    ("Complimenten voor de mannen van het groen", ""),
    ("Ik ben blij met het opgeknapte plein, goed gedaan", Category.STRENGTH),
    ("asdf qwer", ""),
    ("", ""),
]


@pytest.mark.parametrize("text", DANGER)
def test_danger_is_seen_in_any_case_and_any_form_of_a_letter(text):
    assert signs_of_danger(text, TERMS)


@pytest.mark.parametrize("text", NO_DANGER)
def test_ordinary_talk_is_no_alarm(text):
    assert not signs_of_danger(text, TERMS)


@pytest.mark.parametrize(("text", "category"), SUGGESTIONS)
def test_a_category_is_suggested_when_one_is_ahead(text, category):
    assert suggest_category(text) == category


def test_every_language_has_terms_and_every_category_its_words():
    assert {language for language, _term in first_terms()} == {"nl", "en", "tr", "ar"}
    assert all(plain(term.rstrip("*")) for _language, term in first_terms())


@given(st.text(max_size=300))
def test_plain_is_stable_and_any_text_can_be_judged(text):
    assert plain(plain(text)) == plain(text)
    signs_of_danger(text, TERMS)
    suggest_category(text)

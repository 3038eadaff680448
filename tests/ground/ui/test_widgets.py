# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms drawn by the house: errors beside fields, choices as cards, nothing typed is markup."""

from __future__ import annotations

from django import forms
from django.utils.translation import override

from voelspriet.ground.ui.described import Described


class AForm(forms.Form):
    text = forms.CharField(label="Wat is er?", widget=forms.Textarea(attrs={"class": "eigen"}))
    kind = forms.ChoiceField(
        label="Hoe?",
        widget=forms.RadioSelect,
        choices=[("a", Described("Anoniem", "Niemand weet wie u bent.")), ("b", "Open")],
    )
    agreed = forms.BooleanField(label="Eerst vragen", help_text="Wij wachten.", required=False)
    mail = forms.EmailField(label="E-mail", required=False)


def test_a_text_field_carries_the_component_class_and_its_own():
    drawn = str(AForm()["text"])

    assert 'class="utrecht-textarea utrecht-textarea--html-textarea eigen"' in drawn
    assert drawn.count("class=") == 1
    assert 'dir="auto"' in drawn


def test_a_described_choice_says_its_sentence_inside_the_label():
    drawn = str(AForm()["kind"])

    assert 'for="id_kind_0">Anoniem <span class="vs-choice__more">Niemand weet' in drawn
    assert 'for="id_kind_1">Open</label>' in drawn


def test_an_error_stands_beside_its_field_and_the_field_points_at_it():
    form = AForm({"mail": "geen adres"})

    drawn = form["mail"].as_field_group()

    assert "vs-field--error" in drawn
    assert 'id="id_mail_error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_mail_error"' in drawn


def test_a_checkbox_stands_in_a_card_with_its_help_in_the_label():
    drawn = AForm()["agreed"].as_field_group()

    assert drawn.index("<input") < drawn.index('<label for="id_agreed">Eerst vragen')
    assert "Wij wachten." in drawn


def test_only_optional_fields_say_that_they_may_stay_empty():
    with override("nl"):
        form = AForm()

        assert "(mag leeg blijven)" in form["mail"].as_field_group()
        assert "(mag leeg blijven)" not in form["text"].as_field_group()


def test_what_somebody_typed_is_never_markup():
    typed = '"><script>alert(1)</script></textarea>'
    form = AForm({"text": typed, "kind": typed, "mail": typed})

    drawn = str(form)

    assert "<script>" not in drawn
    assert drawn.count("</textarea>") == 1


def test_the_lines_of_a_textarea_survive():
    drawn = str(AForm({"text": "een\ntwee"})["text"])

    assert "een\ntwee</textarea>" in drawn

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One question as a form: any kind but a drawn map, which is answered on a map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.rules.answers import WORDS_ASKED, Answer, words_in
from voelspriet.listen.surveys.rules.definitions import (
    ChoiceDefinition,
    QuestionDefinition,
    Texts,
    text_in,
)
from voelspriet.listen.surveys.rules.tally import bounds

TEXT_LIMIT = 2000
WORD_LIMIT = 30
FIELD = "answer"
ONE_NEEDED = _("Kies een antwoord.")
SOME_NEEDED = _("Kies een of meer antwoorden.")
WRONG = _("Dit antwoord kan hier niet.")
BOTH = _("Kies óf een antwoord óf dat u het niet weet.")
TEXT_NEEDED = _("Schrijf iets op.")


class ThreeWords(forms.MultiWidget):
    """Three boxes of one word each, in one group."""

    template_name = "ui/words.html"
    use_fieldset = True

    def __init__(self) -> None:
        box = {"maxlength": WORD_LIMIT, "autocomplete": "off"}
        super().__init__([forms.TextInput(box) for _number in range(WORDS_ASKED)])

    def decompress(self, value: str | None) -> list[str]:
        """Return the words of an answer, for the boxes."""
        return [*words_in(value or ""), *[""] * WORDS_ASKED][:WORDS_ASKED]

    def id_for_label(self, id_: str) -> str:  # noqa: D102  Django's
        return f"{id_}_0" if id_ else id_


class ThreeWordsField(forms.MultiValueField):
    """One to three words; fewer than three is an answer too."""

    def __init__(self, **more: Any) -> None:
        boxes = [
            forms.CharField(max_length=WORD_LIMIT, required=False) for _n in range(WORDS_ASKED)
        ]
        super().__init__(boxes, widget=ThreeWords(), require_all_fields=False, **more)

    def clean(self, value: Any) -> str:
        """Refuse what has no word in it: a comma alone is nothing said."""
        text: str = super().clean(value)
        if self.required and not text:
            raise ValidationError(self.error_messages["required"], code="required")
        return text

    def compress(self, data_list: list[str]) -> str:
        """Return the words as one text; a comma inside a word would make it two."""
        words = [" ".join(word.replace(",", " ").split()) for word in data_list]
        return ", ".join(word for word in words if word)


class AnswerForm(forms.Form):
    """The form of one question; `answer()` tells what was filled in."""

    def __init__(self, question: QuestionDefinition, field: forms.Field, **more: Any) -> None:
        super().__init__(**more)
        self.question = question
        self.fields[FIELD] = field

    def clean_answer(self) -> Any:
        """Refuse "don't know" together with an answer."""
        value = self.cleaned_data[FIELD]
        if self.question.kind == QuestionKind.MULTIPLE:
            unsure = {one.name for one in self.question.choices if one.is_dont_know}
            if unsure.intersection(value) and not unsure.issuperset(value):
                raise ValidationError(BOTH, code="both")
        return value

    def answer(self) -> Answer:
        """Return what was filled in, once the form is valid."""
        value = self.cleaned_data[FIELD]
        if not value:
            return Answer()
        kind = self.question.kind
        if kind == QuestionKind.MULTIPLE:
            return Answer(chosen=tuple(value))
        if kind in (QuestionKind.SINGLE, QuestionKind.STATEMENT):
            return Answer(chosen=(value,))
        if kind == QuestionKind.GRADE:
            return Answer(number=int(value))
        return Answer(text=value)


def answer_form(
    question: QuestionDefinition,
    language: str,
    data: Mapping[str, Any] | None = None,
    *,
    default_language: str = "nl",
    choices: Iterable[ChoiceDefinition] | None = None,
    needed: bool | None = None,
    given: Answer | None = None,
    prefix: str | None = None,
) -> AnswerForm:
    """Return the form of one question in a language.

    `choices` are those on offer when a choice filter leaves some out; `needed` says whether an
    answer is needed, else the question says so; `given` is what was answered before. `prefix`
    keeps the questions of one page apart.
    Raises ValueError for a map to draw on.
    """
    words = _Words(language, default_language)
    offered = tuple(question.choices if choices is None else choices)
    common = {
        "label": words.of(question.labels),
        "help_text": words.both(question.intros, question.hints),
        "required": question.required if needed is None else needed,
    }
    field = _field(question, offered, words, common)
    initial = {FIELD: _initial(question.kind, given)} if given else None
    return AnswerForm(question, field, data=data, initial=initial, prefix=prefix)


class _Words:
    """Texts in a language; what stands in another language says which, for a screen reader."""

    def __init__(self, language: str, default_language: str) -> None:
        self.language, self.default_language = language, default_language

    def of(self, texts: Texts) -> str:
        text = text_in(texts, self.language, self.default_language)
        if not text or texts.get(self.language):
            return text
        found = next(code for code, one in texts.items() if one == text)
        return format_html('<bdi lang="{}">{}</bdi>', found, text) if found else text

    def both(self, intros: Texts, hints: Texts) -> str:
        return format_html_join(" ", "{}", [(self.of(one),) for one in (intros, hints) if one])


def _field(
    question: QuestionDefinition,
    offered: tuple[ChoiceDefinition, ...],
    words: _Words,
    common: dict[str, Any],
) -> forms.Field:
    pairs = [(one.name, words.of(one.labels)) for one in offered]
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.STATEMENT:
            return _one_of(pairs, "", common)
        case QuestionKind.GRADE:
            lowest, highest = bounds(question)
            grades = [(str(n), str(n)) for n in range(lowest, highest + 1)]
            return _one_of(grades, "vs-choices--grades", common)
        case QuestionKind.MULTIPLE:
            return forms.MultipleChoiceField(
                choices=pairs,
                widget=forms.CheckboxSelectMultiple(),
                error_messages={"required": SOME_NEEDED, "invalid_choice": SOME_NEEDED},
                **common,
            )
        case QuestionKind.OPEN:
            return forms.CharField(
                max_length=TEXT_LIMIT,
                widget=forms.Textarea({"rows": 4}),
                error_messages={"required": TEXT_NEEDED},
                **common,
            )
        case QuestionKind.THREE_WORDS:
            return ThreeWordsField(error_messages={"required": TEXT_NEEDED}, **common)
        case _:
            raise ValueError("a map is answered on a map")


def _one_of(pairs: list[tuple[str, str]], look: str, common: dict[str, Any]) -> forms.Field:
    return forms.ChoiceField(
        choices=pairs,
        widget=forms.RadioSelect({"class": look}),
        error_messages={"required": ONE_NEEDED, "invalid_choice": ONE_NEEDED},
        **common,
    )


def _initial(kind: QuestionKind, given: Answer) -> Any:
    if kind == QuestionKind.MULTIPLE:
        return list(given.chosen)
    if kind == QuestionKind.GRADE:
        return str(given.number)
    return given.chosen[0] if given.chosen else given.text

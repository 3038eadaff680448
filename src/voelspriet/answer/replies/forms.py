# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of this room: what was typed, no rules. Actions refuse, views put the reason beside it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.answer.replies.choices import AnswerKind, CallResult, HeardFace, ReviewOutcome

TEXT_LIMIT = 5000
AREA = {"rows": 5, "maxlength": TEXT_LIMIT, "dir": "auto"}
ANSWER_KINDS = [
    (AnswerKind.FINAL, _("Antwoord: hiermee is de vraag beantwoord")),
    (AnswerKind.INTERIM, _("Tussenbericht: er komt nog een antwoord")),
]


class CodeForm(forms.Form):
    """The receipt code, in whatever way somebody types 16 digits."""

    code = forms.CharField(
        label=_("Uw code"),
        help_text=_("16 cijfers. Spaties en streepjes maken niet uit."),
        max_length=80,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "inputmode": "numeric",
                "dir": "ltr",
                "data-code": "",
                "class": "vs-code-input",
                "spellcheck": "false",
            }
        ),
    )


class WriteForm(forms.Form):
    """Something more from the reporter."""

    text = forms.CharField(
        label=_("Uw bericht"),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs=AREA | {"autocomplete": "off"}),
        error_messages={"required": _("Schrijf eerst iets.")},
    )
    submission = forms.CharField(widget=forms.HiddenInput, max_length=64)


class RatingForm(forms.Form):
    """Were you heard? In three faces and, if wished, words."""

    face = forms.ChoiceField(
        label=_("Bent u gehoord?"),
        choices=HeardFace,
        widget=forms.RadioSelect(attrs={"class": "vs-choices--row vs-choices--faces"}),
        error_messages={"required": _("Kies een gezicht.")},
    )
    words = forms.CharField(
        label=_("Wilt u er iets bij zeggen?"),
        max_length=TEXT_LIMIT,
        required=False,
        widget=forms.Textarea(attrs=AREA | {"rows": 3, "autocomplete": "off"}),
    )


class SecondRatingForm(RatingForm):
    """The second time, a colleague may come to look: may they read the report?"""

    may_read = forms.BooleanField(
        label=_("Een andere collega mag lezen wat ik schreef"),
        help_text=_(
            "Zegt u nee? Dan kijkt een collega die u niet kent ernaar. "
            "Die leest onze antwoorden en wat u hier schrijft. Uw eerste bericht alleen als u dat "
            "goed vindt."
        ),
        required=False,
    )


class AnswerWriteForm(forms.Form):
    """An answer to one reporter."""

    text = forms.CharField(
        label=_("Uw antwoord"), max_length=TEXT_LIMIT, widget=forms.Textarea(attrs=AREA)
    )
    kind = forms.ChoiceField(
        label=_("Wat is het?"),
        choices=ANSWER_KINDS,
        initial=AnswerKind.FINAL,
        widget=forms.RadioSelect,
    )
    template_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    done = forms.BooleanField(label=_("Hiermee is het gedaan"), required=False, initial=True)


class TranslationForm(forms.Form):
    """The translation of one text."""

    text = forms.CharField(
        label=_("Vertaling"), max_length=TEXT_LIMIT, widget=forms.Textarea(attrs=AREA | {"rows": 8})
    )
    machine = forms.BooleanField(
        label=_("Een computer van onszelf heeft dit vertaald; ik heb het nagekeken"),
        help_text=_("Gebruik nooit een vertaaldienst op internet."),
        required=False,
    )


class CallForm(forms.Form):
    """How an attempt to call went."""

    result = forms.ChoiceField(
        label=_("Hoe ging het?"), choices=CallResult, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Notitie"),
        help_text=_("Alleen voor collega's. Kan openbaar worden als iemand erom vraagt."),
        required=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs=AREA | {"rows": 2}),
    )
    said = forms.CharField(
        label=_("Wat heeft u als antwoord gezegd?"),
        help_text=_("Vult u dit in, dan geldt het als antwoord en staat het op de volgpagina."),
        required=False,
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs=AREA | {"rows": 3}),
    )
    kind = forms.ChoiceField(
        label=_("Wat was het?"),
        choices=ANSWER_KINDS,
        initial=AnswerKind.FINAL,
        widget=forms.RadioSelect,
    )


class ReviewForm(forms.Form):
    """What a colleague decides."""

    outcome = forms.ChoiceField(
        label=_("Wat besluit u?"),
        choices=[choice for choice in ReviewOutcome.choices if choice[0] != ReviewOutcome.OPEN],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Waarom?"),
        help_text=_("De melder leest dit, met uw naam. Schrijf kort en gewoon."),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs=AREA),
    )


class TemplateForm(forms.Form):
    """A text to start an answer from."""

    title = forms.CharField(label=_("Titel"), max_length=80)
    text = forms.CharField(
        label=_("Tekst"),
        max_length=4000,
        help_text=_("Een standaardtekst is een begin. Wie antwoordt, schrijft er zelf iets bij."),
        widget=forms.Textarea({"rows": 6}),
    )

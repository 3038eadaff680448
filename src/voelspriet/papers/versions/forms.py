# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in about a frozen paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.rules.proposals import COMMENT_LIMIT
from voelspriet.papers.versions.rules import ANSWER_LIMIT


class PaperCommentForm(forms.Form):
    """What a colleague says, and where in the paper."""

    heading = forms.ChoiceField(label=_("Over welk onderdeel?"), required=False)
    text = forms.CharField(
        label=_("Wat wilt u zeggen?"),
        help_text=_("De opmerking staat er met uw naam bij, en kan openbaar worden."),
        max_length=COMMENT_LIMIT,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, headings: Iterable[str], **more: Any) -> None:
        super().__init__(*args, **more)
        choices = [("", _("Het hele papier")), *((one, one) for one in headings)]
        self.fields["heading"].choices = choices  # type: ignore[attr-defined]


class PaperAnswerForm(forms.Form):
    """What is answered to one comment; each stands on the page with its own."""

    answer = forms.CharField(label=_("Antwoord"), max_length=ANSWER_LIMIT)

    def __init__(self, data: Mapping[str, Any] | None, *, comment_id: int) -> None:
        super().__init__(data, auto_id=f"%s-{comment_id}")
        self.comment_id = comment_id

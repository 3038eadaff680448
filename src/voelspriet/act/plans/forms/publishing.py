# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked before everybody may read a plan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class PublishForm(forms.Form):
    """Making a plan public; that somebody looked is asked when there is something to see."""

    has_looked = forms.BooleanField(
        label=_("Ik heb deze zinnen nagekeken: ze wijzen niet naar een persoon."), required=False
    )

    def __init__(self, *args: Any, has_pointing: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_pointing:
            del self.fields["has_looked"]

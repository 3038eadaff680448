# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields that more than one form of telling uses."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

# nothing typed may stay on a shared phone
NO_MEMORY = {"autocomplete": "off"}


class SeveralFilesInput(forms.FileInput):
    """A file input that takes several files at once."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Zero or more files, as a list; empty files too, whose reader says what is wrong."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "allow_empty_file": True} | kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return the files that were sent."""
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(SeveralFilesField, self).clean(one, initial) for one in files if one]


def memoryless(widget: type[forms.Widget], **attrs: str) -> forms.Widget:
    """Return a widget whose value no browser offers again."""
    return widget(attrs={**NO_MEMORY, **attrs})


def mark_one_of(form: forms.Form, *names: str) -> None:
    """Leave "may stay empty" away beside fields of which one is needed, or that go without saying.

    Read by `ui/field.html`.
    """
    for name in names:
        form.fields[name].one_of = True  # type: ignore[attr-defined]

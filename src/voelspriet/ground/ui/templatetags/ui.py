# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tags every template can use without loading them."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BaseForm
from django.utils.html import format_html
from django.utils.safestring import SafeString

from voelspriet.ground.ui.languages import sign
from voelspriet.lib.money import written

register = template.Library()


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """Draw the errors of a form at the top, each linked to its field."""
    return {"form": form, "fields": [form[name] for name in form.errors if name in form.fields]}


@register.simple_tag
def bidi(value: object, language: str = "") -> SafeString:
    """Isolate text of any direction, with its language when known."""
    if language:
        return format_html('<bdi lang="{}">{}</bdi>', language, value)
    return format_html("<bdi>{}</bdi>", value)


@register.simple_tag
def comma() -> str:
    """Write what stands between the items of a list, in the language of now."""
    return f"{sign(',')} "


@register.filter
def euros(euro_cents: int | None) -> str:
    """Write an amount of euro cents; a dash for none."""
    return "–" if euro_cents is None else written(euro_cents)

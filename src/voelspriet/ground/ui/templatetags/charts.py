# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bars beside numbers: drawn by the server, without styles, scripts or a heavy library."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()
WIDTH = 100


@register.simple_tag
def bar(value: float | None, most: float) -> SafeString:
    """Draw a bar of `value` on a scale from 0 to `most`; the number itself stands beside it."""
    share = 0.0 if not value or not most else min(1.0, max(0.0, value / most))
    return format_html(
        '<svg class="vs-bar-line" viewBox="0 0 100 10" preserveAspectRatio="none" '
        'width="100%" height="10" aria-hidden="true" focusable="false">'
        '<rect width="100" height="10" rx="2" fill="currentColor" opacity="0.12"></rect>'
        '<rect width="{}" height="10" rx="2" fill="currentColor"></rect></svg>',
        round(WIDTH * share, 1),
    )


@register.simple_tag
def percent(share: float | None) -> str:
    """Write a share of 1 as whole percents."""
    return "–" if share is None else f"{round(100 * share)}%"

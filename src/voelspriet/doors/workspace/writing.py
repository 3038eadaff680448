# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a page that writes by a form answers: it is done, or here is the form again."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render


def done(request: HttpRequest, told: str, to: str, *parts: object) -> HttpResponseBase:
    """Say what was done, and go to a page by its name and parts, or by its address."""
    messages.success(request, told)
    return redirect(to, *parts)


def show_form(
    request: HttpRequest, template: str, form: BaseForm, **context: Any
) -> HttpResponseBase:
    """Show the page of a form with what was typed: 422 when something in it is wrong."""
    status = 422 if form.errors else 200
    return render(request, template, {**context, "form": form}, status=status)

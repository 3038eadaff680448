# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing one thing by a form: done, or back with what is wrong and all that was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponseBase
from django.shortcuts import redirect, render

from voelspriet.doors.workspace.access import StaffRequest, refusals_on


def write_by_form(
    request: StaffRequest,
    form: BaseForm,
    write: Callable[[], str | None],
    *,
    told: str,
    back: Sequence[str],
    template: str,
    context: Mapping[str, Any],
) -> HttpResponseBase:
    """Write what a form says, say `told`, and go where `back` leads; or show the page of the form.

    `back` is an address or the name of one and its parts; the reference of something new, which
    `write` returns, is one part more.
    """
    if form.is_valid():
        with refusals_on(form):
            made = write()
            return done(request, told, (*back, made) if made else back)
    return show_form(request, form, template, context)


def done(request: StaffRequest, told: str, back: Sequence[str]) -> HttpResponseBase:
    """Say what was done, and go where `back` leads."""
    messages.success(request, told)
    return redirect(back[0], *back[1:])


def show_form(
    request: StaffRequest, form: BaseForm, template: str, context: Mapping[str, Any]
) -> HttpResponseBase:
    """Show the page of a form: 422 when something in it is wrong."""
    status = 422 if form.errors else 200
    return render(request, template, {**context, "form": form}, status=status)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the municipality's papers look: two colours and a logo, with an example below."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.actions import choose_paper_style, drop_paper_style
from voelspriet.papers.forms import PaperStyleForm
from voelspriet.papers.style import example, style_of
from voelspriet.papers.styling import Chosen, check_logo_size
from voelspriet.papers.writers.html import write_html


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def paper_style(request: StaffRequest) -> HttpResponseBase:
    """Show and change how papers look; with the deed "drop" they look as the house's own again."""
    if request.POST.get("deed") == "drop":
        drop_paper_style(by=request.actor, at=request.at)
        messages.success(request, _("Papieren zien er weer uit zoals Voelspriet ze maakt."))
        return redirect("workspace:paper_style")
    style = style_of(request.municipality)
    initial = {"colour": style.colour, "line": style.line, "logo_alt": style.logo_alt}
    form = PaperStyleForm(request.POST or None, request.FILES or None, initial=initial)
    if form.is_valid() and _is_kept(request, form):
        messages.success(request, _("Bewaard. Nieuwe papieren zien er zo uit."))
        return redirect("workspace:paper_style")
    document = example(style, language=get_language() or "nl", on=dutch_day(request.at))
    context = {"form": form, "paper_html": write_html(document, below=2)}
    # what was kept shows at once, whatever a browser has in memory
    context["sheet_version"] = f"{style.colour}{style.line}".replace("#", "")
    status = 422 if form.errors else 200
    return render(request, "workspace/paper_style.html", context, status=status)


def _is_kept(request: StaffRequest, form: PaperStyleForm) -> bool:
    """Keep what was chosen; False when it was refused, which then stands on the form."""
    values = form.cleaned_data
    upload = values["logo"]
    with refusals_on(form):
        logo: bytes | None = None
        if upload:
            check_logo_size(upload.size or 0)
            logo = upload.read()
        elif values["drop_logo"]:
            logo = b""
        choose_paper_style(
            chosen=Chosen(values["colour"], values["line"], logo, values["logo_alt"]),
            by=request.actor,
            at=request.at,
        )
    return not form.errors

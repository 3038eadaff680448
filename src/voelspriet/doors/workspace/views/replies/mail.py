# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The mail that failed or of which nobody knows whether it arrived."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from voelspriet.answer.replies import actions
from voelspriet.answer.replies.queries import mail_page
from voelspriet.doors.workspace.access import staff
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

# who answers residents, who follows a plan, and who keeps the mail server
READERS = (Role.AREA_ADVISER, Role.POLICY_ADVISER, Role.ADMINISTRATOR)


@staff(*READERS)
@require_GET
def mail(request: HttpRequest) -> HttpResponse:
    """Show failed and uncertain mails, and whether mail can go out at all."""
    by = request.actor  # type: ignore[attr-defined]
    return render(request, "workspace/mail.html", {"page": mail_page(by=by)})


@staff(*READERS)
@require_POST
def mail_resend(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Send a mail again."""
    return _do(request, actions.resend_delivery, delivery_id, _("De mail gaat opnieuw uit."))


@staff(*READERS)
@require_POST
def mail_confirm(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """Note that a mail arrived."""
    return _do(request, actions.confirm_delivery, delivery_id, _("Vastgelegd: de mail kwam aan."))


def _do(
    request: HttpRequest, deed: Callable[..., None], delivery_id: int, said: str
) -> HttpResponse:
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    try:
        deed(delivery_id=delivery_id, by=by, at=at)
    except OutOfScope:
        raise
    except Refused as error:
        messages.error(request, error.reason)
    else:
        messages.success(request, said)
    return redirect("workspace:mail")

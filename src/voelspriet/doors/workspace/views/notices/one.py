# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One notice: its checks, its languages, how it looks in every channel, public or taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from voelspriet.answer.pages.actions import notice_mails as mailing
from voelspriet.answer.pages.actions import notices as actions
from voelspriet.answer.pages.actions.notice_corrections import correct_notice
from voelspriet.answer.pages.choices import NoticeState
from voelspriet.answer.pages.forms.notice_mails import MailAgainForm, MailNoticeForm
from voelspriet.answer.pages.forms.notices import (
    ChangeNoticeForm,
    CorrectForm,
    PublishForm,
    TextForm,
    WithdrawNoticeForm,
)
from voelspriet.answer.pages.queries.notice_mails import NoticeMails, notice_mails
from voelspriet.answer.pages.queries.notice_rows import SOURCE_LANGUAGE, NoticeDetail
from voelspriet.answer.pages.queries.notices import notice_detail, senders
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.notices.addresses import mail_link, page_address
from voelspriet.doors.workspace.views.notices.listing import READERS
from voelspriet.lib.working_days import dutch_day

Given = dict[str, Any]
Run = Callable[[StaffRequest, str, Given], None]


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def notice(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a notice with its checks; who may write it changes, publishes or withdraws it."""
    detail = notice_detail(reference=reference, by=request.actor, at=request.at)
    if request.method != "POST":
        return _page(request, detail, {})
    deed = request.POST.get("deed", "")
    found = _forms(request, detail, {deed: request.POST}).get(deed)
    run = DEEDS.get(deed.split("-", 1)[0])
    if found is None or run is None:
        raise Http404
    if found.is_valid():
        with refusals_on(found):
            run(request, reference, found.cleaned_data | {"deed": deed, "form": found})
            return redirect("workspace:notice", reference)
    return _page(request, detail, {deed: found})


def _forms(
    request: StaffRequest, detail: NoticeDetail, posted: dict[str, Any]
) -> dict[str, forms.Form]:
    row = detail.row
    on = dutch_day(request.at)
    chosen = senders(area_id=row.area_id, by=request.actor, on=on) if detail.may_write else ()
    around = {
        "streets": row.streets,
        "scale_reason": detail.scale_reason,
        "sender": detail.sender.key if detail.sender else "",
        "ends_on": row.ends_on,
        "back_on": row.back_on,
        "lie_awake": detail.lie_awake,
        "see_us_act": detail.see_us_act,
        "ticks": [check.code for check in detail.checks if check.is_ticked],
    }
    found: dict[str, forms.Form] = {
        "change": ChangeNoticeForm(
            posted.get("change"),
            senders=[(one.key, one.signed) for one in chosen],
            initial=around,
            auto_id="id_change_%s",
        ),
        "publish": PublishForm(
            posted.get("publish"), asks_person=detail.names_a_person, auto_id="id_publish_%s"
        ),
        "withdraw": WithdrawNoticeForm(posted.get("withdraw"), auto_id="id_withdraw_%s"),
    }
    mails = _mails(request, detail)
    if mails is not None:
        found["mail"] = MailNoticeForm(
            posted.get("mail"), parties=mails.open_parties, auto_id="id_mail_%s"
        )
        found["again"] = MailAgainForm(posted.get("again"), auto_id="id_again_%s")
    return found | _texts(detail, posted)


def _texts(detail: NoticeDetail, posted: dict[str, Any]) -> dict[str, forms.Form]:
    """Return the forms of the words: one for each language, and one to correct the Dutch."""
    found: dict[str, forms.Form] = {}
    written = {lines.language: lines for lines in detail.lines}
    is_public = detail.row.state == NoticeState.PUBLISHED
    for code, _name in settings.LANGUAGES:
        lines = written.get(code)
        start = {name: getattr(lines, name, "") for name in ("matter", "you_can", "our_view")}
        if code == SOURCE_LANGUAGE and is_public and not detail.row.is_over:
            found["correct"] = CorrectForm(
                posted.get("correct"), initial=dict(start), auto_id="id_correct_%s"
            )
        if lines is not None and not lines.is_behind:
            start["changed"] = lines.changed
        found[f"lines-{code}"] = TextForm(
            posted.get(f"lines-{code}"),
            initial=start,
            asks_person=is_public,
            is_corrected=detail.corrected_at is not None,
            auto_id=f"id_{code}_%s",
        )
    return found


def _page(
    request: StaffRequest, detail: NoticeDetail, bound: dict[str, forms.Form]
) -> HttpResponseBase:
    every = _forms(request, detail, {}) | bound
    written = {lines.language: lines for lines in detail.lines}
    slug = detail.row.area_slug
    is_draft = detail.row.state == NoticeState.DRAFT
    context = {
        "detail": detail,
        "notice": detail.row,
        "bound": bound,
        "change_form": every["change"],
        "publish_form": every["publish"],
        "withdraw_form": every["withdraw"],
        "correct_form": every.get("correct"),
        "languages": [
            (code, name, written.get(code), every[f"lines-{code}"])
            for code, name in settings.LANGUAGES
            if is_draft or code != SOURCE_LANGUAGE
        ],
        "channels": [
            (one, one.paste_text(page_address(request.municipality, slug, one.language)))
            for one in detail.shown
        ],
        "mails": _mails(request, detail),
        "mail_form": every.get("mail"),
        "mail_link": _open_mail(request, detail),
    }
    return render(request, "workspace/notice.html", context, status=422 if bound else 200)


def _mails(request: StaffRequest, detail: NoticeDetail) -> NoticeMails | None:
    """Return the mails of what is public now, for who may write it."""
    row = detail.row
    if not detail.may_write or row.state != NoticeState.PUBLISHED or row.is_over:
        return None
    return notice_mails(reference=row.reference, by=request.actor)


def _open_mail(request: StaffRequest, detail: NoticeDetail) -> str:
    """Return a link to a mail in a colleague's own program, for who has no address here."""
    address = page_address(request.municipality, detail.row.area_slug, SOURCE_LANGUAGE)
    return mail_link(detail.shown[0], to="", address=address) if detail.shown else ""


def _mail(request: StaffRequest, reference: str, given: Given) -> None:
    made = mailing.mail_notice(
        reference=reference,
        organisation_ids=given["organisations"],
        by=request.actor,
        at=request.at,
    )
    told = ngettext(
        "Het bericht gaat naar %(count)s organisatie.",
        "Het bericht gaat naar %(count)s organisaties.",
        made,
    )
    messages.success(request, told % {"count": made})


def _mail_again(request: StaffRequest, reference: str, given: Given) -> None:
    mailing.mail_notice_again(
        reference=reference,
        organisation_id=given["organisation"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De mail gaat opnieuw uit."))


def _change(request: StaffRequest, reference: str, given: Given) -> None:
    names = ("streets", "scale_reason", "sender", "ends_on", "back_on", "lie_awake", "see_us_act")
    actions.change_notice(
        reference=reference,
        **{name: given[name] for name in names},
        ticks=given["ticks"],
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het bericht is bewaard."))


def _lines(request: StaffRequest, reference: str, given: Given) -> None:
    actions.write_lines(
        reference=reference,
        language=given["deed"].split("-", 1)[1],
        lines=given["form"].lines(),
        person_checked=given.get("person_checked", False),
        changed=given.get("changed", ""),
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("De tekst is bewaard."))


def _correct(request: StaffRequest, reference: str, given: Given) -> None:
    correct_notice(
        reference=reference,
        lines=given["form"].lines(),
        changed=given["changed"],
        person_checked=given["person_checked"],
        by=request.actor,
        at=request.at,
    )
    messages.success(
        request, _("Aangepast. De nieuwe tekst staat op de buurtpagina. Pas nu de vertalingen aan.")
    )


def _publish(request: StaffRequest, reference: str, given: Given) -> None:
    actions.publish_notice(
        reference=reference,
        person_checked=given.get("person_checked", False),
        by=request.actor,
        at=request.at,
    )
    messages.success(request, _("Het bericht staat op de buurtpagina."))


def _withdraw(request: StaffRequest, reference: str, given: Given) -> None:
    actions.withdraw_notice(
        reference=reference, reason=given["reason"], by=request.actor, at=request.at
    )
    messages.success(request, _("Het bericht is ingetrokken."))


DEEDS: dict[str, Run] = {
    "again": _mail_again,
    "mail": _mail,
    "change": _change,
    "correct": _correct,
    "lines": _lines,
    "publish": _publish,
    "withdraw": _withdraw,
}

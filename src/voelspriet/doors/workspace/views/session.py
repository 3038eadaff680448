# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in and out, one's own password and face."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.people.actions import change_password, set_face, sign_in, sign_out
from voelspriet.ground.people.forms import MyFaceForm, PasswordForm, SignInForm
from voelspriet.ground.people.queries import face_photo, my_account
from voelspriet.ground.privacy.photos import check_photo_size
from voelspriet.lib.working_days import dutch_day


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def login(request: HttpRequest) -> HttpResponseBase:
    """Ask for address and password, and go on to the page somebody came for."""
    onward = request.POST.get("next") or request.GET.get("next") or ""
    form = SignInForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            sign_in(request=request, **form.cleaned_data, at=request.at)  # type: ignore[attr-defined]
            return redirect(_safe(request, onward))
    if request.method != "POST" and getattr(request, "actor", None) is not None:
        return redirect("workspace:today")
    status = 200 if not form.errors else 422
    response = render(
        request, "workspace/login.html", {"form": form, "next": onward}, status=status
    )
    add_never_cache_headers(response)
    return response


@require_POST
def logout(request: HttpRequest) -> HttpResponseBase:
    """End the session; also for somebody whose role ended."""
    if request.user.is_authenticated:
        sign_out(request=request, by=request.actor, at=request.at)  # type: ignore[attr-defined]
    return redirect("workspace:login")


@sensitive_post_parameters("old", "new")
@require_http_methods(["GET", "HEAD", "POST"])
@staff(before_password_change=True)
def password(request: StaffRequest) -> HttpResponseBase:
    """One's own account: change the password, choose whether one's photo is shown."""
    is_face = request.POST.get("deed") == "face"
    password_form = PasswordForm(request.POST if request.method == "POST" and not is_face else None)
    me = my_account(by=request.actor, on=dutch_day(request.at))
    face_form = MyFaceForm(
        request.POST if is_face else None,
        request.FILES if is_face else None,
        initial={"is_shown": me.is_public_face},
    )
    if is_face and face_form.is_valid():
        return _choose_face(request, password_form, face_form)
    if password_form.is_valid():
        with refusals_on(password_form):
            change_password(**password_form.cleaned_data, by=request.actor, at=request.at)
            _keep_session(request)
            messages.success(request, _("Uw wachtwoord is veranderd."))
            return redirect("workspace:today")
    return _account_page(request, password_form, face_form)


@require_http_methods(["GET", "HEAD"])
@staff()
def my_photo(request: StaffRequest) -> HttpResponseBase:
    """Show a colleague their own photo."""
    me = my_account(by=request.actor, on=dutch_day(request.at))
    photo = face_photo(file_name=me.photo)
    if photo is None:
        return HttpResponse(status=404)
    return HttpResponse(photo, content_type="image/jpeg")


def _keep_session(request: StaffRequest) -> None:
    """Keep this session, and no other, after the password changed."""
    if request.user.is_authenticated:
        request.user.refresh_from_db()
        update_session_auth_hash(request, request.user)


def _choose_face(
    request: StaffRequest, password_form: PasswordForm, face_form: MyFaceForm
) -> HttpResponseBase:
    upload = face_form.cleaned_data["photo"]
    with refusals_on(face_form):
        if upload:
            check_photo_size(upload.size or 0, field="photo")
        set_face(
            is_shown=face_form.cleaned_data["is_shown"],
            photo=upload.read() if upload else None,
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Uw keuze is bewaard."))
        return redirect("workspace:password")
    return _account_page(request, password_form, face_form)


def _account_page(
    request: StaffRequest, password_form: PasswordForm, face_form: MyFaceForm
) -> HttpResponseBase:
    context = {
        "form": password_form,
        "face_form": face_form,
        "me": my_account(by=request.actor, on=dutch_day(request.at)),
        "is_one_time": request.user.password_is_one_time,  # type: ignore[union-attr]
    }
    status = 422 if password_form.errors or face_form.errors else 200
    return render(request, "workspace/password.html", context, status=status)


def _safe(request: HttpRequest, onward: str) -> str:
    """Return where to go after signing in: only to a page of this site."""
    is_safe = url_has_allowed_host_and_scheme(
        onward, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return onward if is_safe else "workspace:today"

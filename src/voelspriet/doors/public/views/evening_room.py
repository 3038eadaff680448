# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room of an evening on a phone: come in with six digits, answer one question at a time.

No account, no name, no script needed. A phone is one voice by a random token in a cookie that no
script reads; the database holds its keyed hash. Screens ask every two seconds whether something
changed (decision 0112).
"""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.ground.privacy.actors import Refused, resident
from voelspriet.listen.evenings.actions.joining import come_in
from voelspriet.listen.evenings.actions.voting import cast_vote
from voelspriet.listen.evenings.forms.joining import JoinForm
from voelspriet.listen.evenings.queries.asked import AskedQuestion, asked_of
from voelspriet.listen.evenings.queries.room import RoomPage, room_page
from voelspriet.listen.evenings.queries.states import evening_state
from voelspriet.listen.evenings.rules.joining import PhoneToken, read_phone_token
from voelspriet.listen.surveys.choices import QuestionKind
from voelspriet.listen.surveys.forms.answers import AnswerForm, answer_form
from voelspriet.listen.surveys.rules.definitions import QuestionDefinition

COOKIE = "stem"
COOKIE_SECONDS = 12 * 3600  # one evening
NO_CONTENT, UNPROCESSABLE = 204, 422
PART_HEADER = "X-Part"  # sent by a script that puts the part in its place


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evening_join(request: HttpRequest) -> HttpResponse:
    """Ask for the six digits; the link in the QR brings them along."""
    if request.method != "POST":
        form = JoinForm(initial={"digits": request.GET.get("c", "")[:12]})
        return _door(request, form, request.GET.get("b", "")[:40])
    form = JoinForm(request.POST)
    proof = request.POST.get("b", "")[:40]
    if form.is_valid():
        town = request.municipality  # type: ignore[attr-defined]
        try:
            token = come_in(
                typed=form.cleaned_data["digits"],
                proof=proof,
                address=request.META.get("REMOTE_ADDR", ""),
                by=resident(town.id if town else None),
                at=request.at,  # type: ignore[attr-defined]
                cookie=request.COOKIES.get(COOKIE, ""),
            )
        except Refused as refusal:
            form.add_error("digits", refusal.reason)
        else:
            return _with_token(redirect("public:evening_room"), token)
    return _door(request, form, proof)


def _door(request: HttpRequest, form: JoinForm, proof: str) -> HttpResponse:
    status = UNPROCESSABLE if form.errors else 200
    context = {"form": form, "proof": proof}
    return render(request, "public/evening_join.html", context, status=status)


def _with_token(response: HttpResponse, token: PhoneToken) -> HttpResponse:
    response.set_cookie(
        COOKIE,
        str(token),
        max_age=COOKIE_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def evening_room(request: HttpRequest) -> HttpResponse:
    """Show the part that is on; take an answer to it, again and again until it closes.

    A script that says it shows the part itself gets that without what stands around it. Its answer
    is taken without a page: what to show then stands ready in the one it has.
    """
    token = read_phone_token(request.COOKIES.get(COOKIE, ""))
    if token is None:
        return redirect("public:evening_join")
    if request.method == "POST":
        return _take(request, token)
    return _room(request, token)


def _take(request: HttpRequest, token: PhoneToken) -> HttpResponse:
    asked = asked_of(token=token)
    if asked is None:
        return redirect("public:evening_join")
    question = asked.question
    if question is None or request.POST.get("item") != str(asked.item_id) or not _is_form(question):
        if _shows_part(request):
            return _room(request, token, is_late=True)
        messages.info(request, _("Deze vraag is al dicht. Wat u eerder antwoordde, telt mee."))
        return redirect("public:evening_room")
    form = answer_form(question, get_language() or "nl", request.POST, needed=True)
    if not form.is_valid() or not _kept(request, token, asked, form):
        return _room(request, token, form)
    if _shows_part(request):
        return HttpResponse(status=NO_CONTENT)
    return redirect("public:evening_room")


def _kept(request: HttpRequest, token: PhoneToken, asked: AskedQuestion, form: AnswerForm) -> bool:
    """Keep the answer; False when it was refused, with the reason on the form."""
    at: datetime = request.at  # type: ignore[attr-defined]
    try:
        cast_vote(
            token=token,
            item_id=asked.item_id,
            answer=form.answer(),
            by=resident(asked.municipality_id),
            at=at,
        )
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return False
    return True


def _shows_part(request: HttpRequest) -> bool:
    return PART_HEADER in request.headers


def _is_form(question: QuestionDefinition) -> bool:
    return question.kind is not QuestionKind.DRAWN_MAP


def _form(page: RoomPage) -> AnswerForm | None:
    """Return the form of the question that is on; None when nothing can be answered now."""
    item = page.item
    if page.is_over or item is None or item.question is None or not item.part.takes_answers:
        return None
    if not _is_form(item.question):
        return None
    return answer_form(item.question, get_language() or "nl", needed=True, given=page.answer)


def _room(
    request: HttpRequest,
    token: PhoneToken,
    form: AnswerForm | None = None,
    *,
    is_late: bool = False,
) -> HttpResponse:
    page = room_page(token=token, language=get_language() or "nl")
    if page is None:
        return redirect("public:evening_join")
    shown = form or _form(page)
    has_more = page.answer is not None or page.results is not None
    changes = "wijzig" in request.GET or bool(form and form.errors)
    context = {
        "shell": "ui/part.html" if _shows_part(request) else "ui/public.html",
        "page": page,
        "item": page.item,
        "form": shown,
        "asks": shown is not None and (changes or not has_more),
        "is_late": is_late,
    }
    status = UNPROCESSABLE if form and form.errors else 200
    return render(request, "public/evening_room.html", context, status=status)


@require_safe
def evening_poll(request: HttpRequest) -> HttpResponseBase:
    """Tell a phone the number of changes so far; 304 when it knows that already."""
    token = read_phone_token(request.COOKIES.get(COOKIE, ""))
    state = evening_state(token.evening_reference) if token else None
    revision = state.revision if state else -1
    response = JsonResponse({"revision": revision})
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = etag = f'"r{revision}"'
    return get_conditional_response(request, etag=etag, response=response) or response

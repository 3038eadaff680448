# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every form of the house sent with an attacker's words; addresses, errors, cookies, mail too."""

from __future__ import annotations

import importlib
from email import message_from_bytes, policy

import pytest
from django import forms
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.doors.public.report.walking import Walker
from tests.factories.areas import make_town
from tests.factories.evenings import make_phone
from tests.factories.notices import WRITTEN, make_notice
from tests.factories.people import make_duo
from tests.factories.replies import make_answer, make_delivery, make_mailed
from tests.factories.signals import make_signal
from tests.pages.discovery import Address, staff_addresses
from tests.pages.hostile import ESCAPED, FOLLOW_CODE, MARKUP, PAYLOADS, make_hostile_scene
from tests.pages.judging import assert_headers, judge
from tests.pages.markup import Form, Page
from tests.pages.scene import make_scene
from tests.pages.speaking import STILL_THERE
from tests.pages.test_access import OPEN_ADDRESSES, kwargs_for
from tests.thorough import THOROUGH, some
from voelspriet.answer.replies.records import mail_for
from voelspriet.ground.areas.models import Municipality
from voelspriet.listen.drawings.models import MapRound
from voelspriet.listen.intake.choices import Permission
from voelspriet.listen.intake.models import ReporterContact, Signal
from voelspriet.neighbours.smtp.mapping import message_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.markup]

STAFF = [one for one in staff_addresses() if one.name not in OPEN_ADDRESSES]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"])
def test_a_name_that_is_a_formula_is_exported_as_words(start):
    from voelspriet.doors.workspace.views.privacy import _inert  # noqa: PLC0415  the one rule

    assert _inert(f"{start}SUM(A1)") == f"'{start}SUM(A1)"


# ——— reflected: every form on every page, sent with the words of an attacker ————————————————


def form_classes() -> dict[str, set[str]]:
    """Return every form of the house with the names of its text fields."""
    for module in ("ground.network.forms", "ground.areas.forms", "ground.privacy.forms",
                   "ground.people.forms", "act.agenda.forms", "answer.replies.forms",
                   "answer.pages.forms", "listen.drawings.forms.rounds",
                   "listen.drawings.forms.sheets", "listen.intake.forms.directing",
                   "listen.intake.forms.entry", "listen.intake.forms.inbox",
                   "listen.intake.forms.report", "listen.intake.forms.routing",
                   "listen.intake.forms.together"):  # fmt: skip
        importlib.import_module(f"voelspriet.{module}")
    found: dict[str, set[str]] = {}
    todo = list(forms.Form.__subclasses__())
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        if kind.__module__.startswith("voelspriet."):
            found[f"{kind.__module__}.{kind.__qualname__}"] = {
                name
                for name, one in kind.base_fields.items()
                if type(one) in {forms.CharField, forms.EmailField, forms.RegexField}
                and not isinstance(one.widget, forms.HiddenInput)
            }
    return found


def _send(client: Client, here: str, form: Form, words: str) -> set[str]:
    """Send a form of a page with `words` everywhere, judge what comes back, undo it."""
    path = form.action or here
    data = form.filled(words)
    with transaction.atomic():
        response = client.post(path, data) if form.method == "post" else client.get(path, data)
        judge(response)
        for _step in range(2):
            if response.status_code != 302:
                break
            assert response.headers["Location"].startswith("/")
            assert not response.headers["Location"].startswith("//")
            response = client.get(response.headers["Location"])
            judge(response)
        transaction.set_rollback(True)
    return {one.name.rsplit("-", 1)[-1] for one in form.fields if one.is_text}


# a formula and an address come out of the same templates: of them the stored ones are in every run
@pytest.mark.parametrize("kind", sorted(PAYLOADS) if THOROUGH else ["markup"])
def test_every_form_gives_back_words_and_no_markup(kind):
    scene = make_scene()
    words = PAYLOADS[kind]
    sent: set[str] = set()
    known: set[tuple[str, ...]] = set()
    for address in STAFF:
        for role in sorted(address.roles):
            client = Client()
            client.force_login(scene.people[role])
            sent |= _forms_of_page(client, address, scene, words, known)
    sent |= _question_to_a_reporter(scene, words)
    sent |= _corrected_notice(scene, words)
    sent |= _rows_of_a_budget(scene, words)
    sent |= _forms_of_residents(words)
    sent |= _forms_of_an_evening(scene, words)
    unsent = {
        label: missing for label, names in form_classes().items() if (missing := names - sent)
    }
    assert unsent == {}


def _forms_of_page(
    client: Client, address: Address, scene, words: str, known: set[tuple[str, ...]]
) -> set[str]:
    """Send every form of a page that no role before sent from it."""
    path = reverse(address.name, kwargs=kwargs_for(address, scene.own))
    response = client.get(path)
    if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
        return set()
    sent: set[str] = set()
    for form in Page(response.content.decode()).forms:
        one = (address.name, form.method, form.action, *sorted(each.name for each in form.fields))
        if "uitloggen" in form.action or (one in known and not THOROUGH):
            continue
        known.add(one)
        sent |= _send(client, path, form, words)
    return sent


def _question_to_a_reporter(scene, words: str) -> set[str]:
    """Send the forms of a signal that may not be touched without asking."""
    locked = make_signal(area=scene.own.area, permission=Permission.LOCKED)
    client = Client()
    client.force_login(scene.people["area_adviser"])
    path = reverse("workspace:signal", args=[locked.reference])
    forms_there = Page(client.get(path).content.decode()).forms
    return set().union(*(_send(client, path, form, words) for form in forms_there))


def _corrected_notice(scene, words: str) -> set[str]:
    """Send the forms of a notice that is public and was corrected before."""
    corrected = {"version": 2, "corrected_at": WRITTEN, "ends_on": STILL_THERE}
    notice = make_notice(scene.own.area, languages=("nl", "ar"), **corrected)
    client = Client()
    client.force_login(scene.people["area_adviser"])
    path = reverse("workspace:notice", args=[notice.reference])
    forms_there = Page(client.get(path).content.decode()).forms
    return set().union(*(_send(client, path, form, words) for form in forms_there))


def _rows_of_a_budget(scene, words: str) -> set[str]:
    """Send the form of every kind of row of a plan's budget; the walk comes to one."""
    reference, sent = scene.own.parts["plan"].reference, set()
    for part in ("dekking", "inhuur", "projecten", "controlesommen", "opmerkingen"):
        client = Client()
        client.force_login(scene.people["policy_adviser"])
        path = reverse("workspace:plan_budget_row_new", args=[reference, part])
        for form in Page(client.get(path).content.decode()).forms:
            sent |= _send(client, path, form, words)
    return sent


def _forms_of_an_evening(scene, words: str) -> set[str]:
    """Send what somebody in the room and whoever helps there fill in."""
    evening = scene.own.parts["evening"]
    client = Client()
    client.cookies["stem"] = str(make_phone(evening))
    client.get(f"/avond/hulp/{scene.own.parts['evening_key']}/")
    sent: set[str] = set()
    for path in ("/avond/vraag/", "/avond/kaart/", f"/avond/verslag/{evening.reference}/",
                 "/avond/notities/", "/avond/zaalvragen/", "/avond/wie-er-waren/"):  # fmt: skip
        for form in Page(client.get(path).content.decode()).forms:
            sent |= _send(client, path, form, words)
    return sent


def _forms_of_residents(words: str) -> set[str]:
    sent = {"text", "street", "words", "name", "email", "phone"}  # of the walk, below
    for path in ("/avond/", "/melden/samen/", "/melden/werk/school/", "/volgen/", "/mijn-buurt/",
                 "/initiatief/", "/kaart/", f"/kaart/{MapRound.objects.first().code}/",
                 "/werk/inloggen/"):  # fmt: skip
        for form in Page(Client().get(path).content.decode()).forms:
            sent |= _send(Client(), path, form, words)
    with transaction.atomic():
        walker = Walker()
        for _step in range(2):
            walker.send(text=words)
            judge(walker.page)
            walker.send(street=words, words=words, lon=words, lat=words)
            judge(walker.page)
            walker.send(no_place="on", street="", words=words, lon="", lat="")
            judge(walker.page)
            walker.send(kind=words, day=words, hour=words)
            judge(walker.page)
            walker.send(kind="unknown", day="", hour="")
            walker.send(openness="confidential")
            walker.send(wish="email", name=words, email=words, phone=words)
            judge(walker.page)
            walker.send(wish="call", name=words, email="", phone=words)
            judge(walker.page)
            walker.send(go="back")
            judge(walker.page)
            walker = Walker("/ar/melden/")
        lost = Client().post("/melden/waar/", {"draft": "weg", "words": words, "name": words})
        assert lost.status_code == 410
        judge(lost)
        transaction.set_rollback(True)
    return sent


def test_a_search_or_filter_gives_back_words_and_no_markup():
    """What stands in an address is drawn in fields and links: for every page and every name."""
    scene = make_scene()
    names = {name for fields in form_classes().values() for name in fields}
    names |= {"na", "next", "gemeente", "melding", "bundel", "zoek", "stand", "lang", "cursor"}
    attacks = [
        *PAYLOADS.values(),
        "\x00",
        "\ud800".encode("utf-8", "replace").decode(),
        "٣" * 9,
    ]
    for number, address in enumerate(STAFF):
        role = min(address.roles)
        client = Client()
        client.force_login(scene.people[role])
        path = reverse(address.name, kwargs=kwargs_for(address, scene.own))
        # every page meets two of them, every one of them meets a part of the pages
        turned = attacks[number % len(attacks) :] + attacks[: number % len(attacks)]
        for words in some(turned, 2):
            response = client.get(path, dict.fromkeys(sorted(names), words))
            assert response.status_code < 500, (address.name, words)
            judge(response)
    for words in attacks:
        query = dict.fromkeys(sorted(names), words)
        for path in ("/", "/mijn-buurt/", "/melden/", "/volgen/", "/hulp/", "/werk/inloggen/"):
            response = Client().get(path, query)
            assert response.status_code < 500, path
            judge(response)


def test_a_character_no_database_holds_is_left_out_everywhere():
    """In a path, an address, a form or a name: no error of ours on either database."""
    scene = make_scene()
    client = Client()
    client.force_login(scene.people["area_adviser"])
    for path in ("/werk/meldingen/M-%00/", "/mijn-buurt/a%00/", "/feeds/buurten/%00.atom", "/%00"):
        response = client.get(path)
        assert response.status_code == 404
        judge(response)
    words = {"melding": "M-\x00", "bundel": "\x00", "gemeente": "\x00", "submission": "a\x00b",
             "code": "1\x00", "text": "Lamp\x00 stuk", "na\x00me": "x", "rows": "\x00"}  # fmt: skip
    staff = ("/werk/afspraken/nieuw/", "/werk/meldingen/bundel/", "/werk/meldingen/nieuw/")
    for path in (
        "/melden/wat/", "/melden/samen/", "/melden/werk/school/", "/volgen/", *staff,
    ):  # fmt: skip
        for response in (client.post(path, words), client.get(path, words)):
            assert response.status_code < 500, path
            judge(response)
    walker = Walker().send(text="Lamp\x00 stuk")
    assert "Waar is het?" in walker.html
    walker.send(no_place="on").send(kind="now").send(openness="anonymous").send(wish="receipt")
    assert Signal.objects.latest("id").text == "Lamp stuk"


@pytest.mark.parametrize("path", [
    "/<script>alert(1)</script>/", "/melden/%22%3E%3Cb%20data-harm%3E/",
    "/mijn-buurt/%3Cb%20data-harm%3E/", "/werk/meldingen/%22%3E%3Cb%20data-harm%3E/",
    "/en/%3Cb%20data-harm%3E/", "/feeds/buurten/%3Cb%20data-harm%3E.atom",
])  # fmt: skip
def test_an_address_that_is_an_attack_is_not_drawn(path):
    make_town()
    response = Client(raise_request_exception=False).get(path)
    assert response.status_code in {302, 404}
    judge(response)


def test_signing_in_never_leads_to_another_site():
    scene = make_scene()
    for goal in ("https://kwaad.example/", "//kwaad.example/", "javascript:alert(1)",
                 "/\\kwaad.example", "https:kwaad.example"):  # fmt: skip
        response = Client().post(
            "/werk/inloggen/",
            {"email": scene.people["area_adviser"].email, "next": goal,
             "password": "een lange zin van een collega"},
        )  # fmt: skip
        assert response.status_code == 302
        assert response.headers["Location"].startswith("/werk/")
        assert_headers(response)


def test_a_form_without_its_token_gives_the_words_back_as_words():
    make_town()
    client = Client(enforce_csrf_checks=True)
    response = client.post("/melden/wat/", {"text": MARKUP, MARKUP: "x", "draft": MARKUP})
    assert response.status_code == 403
    judge(response)
    assert ESCAPED in response.content.decode()


@pytest.mark.parametrize("status", [400, 403, 404, 500])
def test_error_pages_carry_the_headers_too(status, settings):
    make_town()
    client = Client(raise_request_exception=False)
    if status == 400:
        settings.ALLOWED_HOSTS = ["alleen.example"]
        response = client.get("/")
    elif status == 403:
        response = Client(enforce_csrf_checks=True).post("/volgen/", {"code": "1"})
    elif status == 404:
        response = client.get("/bestaat-niet/")
    else:
        settings.KEYRING = None  # whatever breaks: keeping what was typed needs the keys
        walker = Walker()
        walker.client.raise_request_exception = False
        response = walker.tell().page
    assert response.status_code == status
    judge(response)


def test_pages_with_something_of_somebody_are_never_kept():
    scene = make_hostile_scene(MARKUP)
    kept = []
    for address in STAFF:
        client = Client()
        client.force_login(scene.people[min(address.roles)])
        response = client.get(reverse(address.name, kwargs=kwargs_for(address, scene.own)))
        if "no-store" not in response.headers.get("Cache-Control", ""):
            kept.append((address.name, response.status_code))
    # what is not there, or is no page, holds nothing
    assert [one for one in kept if one[1] not in {404, 405}] == []
    walker = Walker()
    paths = ("/volgen/", "/melden/samen/", "/melden/werk/school/", "/werk/inloggen/")
    followed = Client().post("/volgen/", {"code": FOLLOW_CODE})
    told = walker.send(text="Kapot").page
    for page in (walker.page, told, followed, *(Client().get(path) for path in paths)):
        assert "no-store" in page.headers["Cache-Control"]


def test_cookies_are_for_this_site_and_the_session_is_for_staff_only():
    scene = make_scene()
    client = Client()
    client.get("/werk/inloggen/")
    signed_in = client.post(
        "/werk/inloggen/",
        {"email": scene.people["handler"].email, "password": "een lange zin van een collega"},
    )
    assert set(client.cookies) == {"veilig", "werksessie"}
    assert_headers(signed_in)
    assert client.cookies["veilig"]["max-age"] == ""
    assert settings.SESSION_COOKIE_SECURE is settings.CSRF_COOKIE_SECURE


def _mail(**changes):
    town = make_town()
    make_duo(town.municipality, town.neighbourhoods[0])
    signal = make_mailed(town.neighbourhoods[0])
    with arranging():
        Municipality.objects.filter(pk=town.municipality.pk).update(
            **{key: value for key, value in changes.items() if key in {"name", "sender", "phone"}}
        )
        if "email" in changes:
            ReporterContact.objects.filter(signal=signal).update(email=changes["email"])
        Signal.objects.filter(pk=signal.pk).update(category="lighting")
    answer = make_answer(signal, text=changes.get("text", "De lamp is gemaakt."))
    return mail_for(delivery_id=make_delivery(answer).pk, at=signal.received_at)


def test_a_mail_carries_an_answer_as_words():
    mail = _mail(text=MARKUP, name=MARKUP[:60])
    assert mail is not None
    parts = message_from_bytes(message_bytes(mail, utf8=False), policy=policy.default)
    html = parts.get_body(("html",)).get_content()
    assert Page(html).harm == []
    assert "<b data-harm" not in html
    assert ESCAPED in html
    assert "templated" not in html
    assert "<b data-harm" in parts.get_body(("plain",)).get_content()


INJECTED = "\r\nBcc: iedereen@kwaad.example\r\n\r\nAndere inhoud"


@pytest.mark.parametrize("changes", [
    {"email": "sanne@voorbeeld.nl" + INJECTED}, {"email": "a@b.nl,iedereen@kwaad.example"},
    {"sender": "Gemeente" + INJECTED + " <a@b.nl>"}, {"name": "Waterrijk" + INJECTED},
    {"email": "a@b.nl\x00"}, {"sender": "Gemeente <a@b.nl" + INJECTED + ">"},
], ids=str)  # fmt: skip
def test_no_line_break_makes_a_header(changes):
    """A mail either cannot be made or has exactly the headers of any other mail."""
    mail = _mail(**changes)
    assert mail is not None
    try:
        content = message_bytes(mail, utf8=False)
    except ValueError:
        return
    parts = message_from_bytes(content, policy=policy.default)
    assert set(parts.keys()) == {
        "From", "To", "Subject", "Message-ID", "Date", "Content-Language", "Auto-Submitted",
        "MIME-Version", "Content-Type",
    }  # fmt: skip
    assert len(parts["To"].addresses) == 1
    assert "kwaad.example" not in str(parts["To"]) or "," not in changes.get("email", "")

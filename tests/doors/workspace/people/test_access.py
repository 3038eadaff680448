# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lock on staff pages, signing in and out, one's own account."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory
from django.urls import reverse
from PIL import Image

from tests.factories.areas import make_municipality, make_town
from tests.factories.people import PASSWORD, actor_of, make_user
from voelspriet.doors.workspace.access import staff
from voelspriet.ground.people.actions import reset_password, sign_in
from voelspriet.ground.people.models import FailedSignIn
from voelspriet.ground.people.queries import duo_of, face_photo
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY, LOGIN, ACCOUNT = (reverse(f"workspace:{name}") for name in ("today", "login", "password"))


@pytest.fixture
def town():
    return make_town()


def posted(client, user, password=PASSWORD, onward=""):
    return client.post(LOGIN, {"email": user.email, "password": password, "next": onward})


def test_nobody_signed_in_goes_to_the_sign_in_page_and_back(client, town):
    user = make_user(town.municipality, Role.ADMINISTRATOR)
    people = reverse("workspace:people")

    answer = client.get(f"{people}?zoek=a")
    assert answer.status_code == 302
    assert answer["Location"] == f"{LOGIN}?next={people}%3Fzoek%3Da"
    assert "no-store" in answer["Cache-Control"]

    answer = posted(client, user, onward=f"{people}?zoek=a")
    assert answer["Location"] == f"{people}?zoek=a"


def test_signing_in_never_leads_to_another_site(client, town):
    user = make_user(town.municipality)

    for elsewhere in ("https://kwaad.example/", "//kwaad.example/", "javascript:alert(1)"):
        assert posted(client, user, onward=elsewhere)["Location"] == TODAY


def test_a_role_that_does_not_fit_gets_403_and_no_content(client, town):
    client.force_login(make_user(town.municipality, Role.HANDLER))

    answer = client.get(reverse("workspace:people"))
    assert answer.status_code == 403
    assert "hoort niet bij uw rol" in answer.text


def test_an_account_without_a_role_can_only_sign_out(client, town):
    client.force_login(make_user(town.municipality, []))

    answer = client.get(TODAY)
    assert answer.status_code == 403
    assert "geen rol" in answer.text
    assert client.post(reverse("workspace:logout"))["Location"] == LOGIN
    assert client.get(TODAY).status_code == 302


def test_a_role_elsewhere_opens_nothing_here(client, town):
    make_municipality(name="Duinoord", area_code="GM9998", host="duinoord.example")
    client.force_login(make_user(town.municipality))

    with_host = {"HTTP_HOST": "duinoord.example"}
    settings_hosts = [*settings.ALLOWED_HOSTS, "duinoord.example"]
    original, settings.ALLOWED_HOSTS = settings.ALLOWED_HOSTS, settings_hosts
    try:
        assert client.get(TODAY, **with_host).status_code == 403
    finally:
        settings.ALLOWED_HOSTS = original


def test_a_one_time_password_must_be_changed_first(client, town):
    user = make_user(town.municipality, password_is_one_time=True)
    posted(client, user)
    assert client.get(TODAY)["Location"] == ACCOUNT

    answer = client.post(ACCOUNT, {"deed": "password", "old": PASSWORD, "new": "kort"})
    assert answer.status_code == 422
    answer = client.post(
        ACCOUNT, {"deed": "password", "old": PASSWORD, "new": "vier losse woorden samen"}
    )
    assert answer["Location"] == TODAY
    assert client.get(TODAY).status_code == 200, "the session goes on"


def test_staff_pages_exist_in_dutch_and_english_only(client, town):
    client.force_login(make_user(town.municipality))

    assert client.get(f"/ar{TODAY}")["Location"] == TODAY
    assert 'lang="en"' in client.get(f"/en{TODAY}").text


def test_a_refusal_nobody_handled_is_a_page_with_its_reason(town):
    @staff()
    def refusing(_request: HttpRequest) -> None:
        raise Refused("Dit mag nu niet.")

    user = make_user(town.municipality)
    request = RequestFactory().get("/werk/")
    request.user, request.actor, request.at = user, actor_of(user), AT
    request.municipality = None
    answer = refusing(request)
    assert answer.status_code == 409
    assert "Dit mag nu niet." in answer.content.decode()


def test_a_wrong_address_and_a_wrong_password_are_refused_in_the_same_words(client, town):
    user = make_user(town.municipality)

    known = posted(client, user, "fout")
    unknown = client.post(LOGIN, {"email": "niemand@gemeente.example", "password": "fout"})
    assert known.status_code == unknown.status_code == 422
    words = "horen niet bij elkaar"
    assert words in known.text
    assert words in unknown.text


def test_a_closed_account_cannot_sign_in(client, town):
    user = make_user(town.municipality, is_active=False)

    assert posted(client, user).status_code == 422


def test_eight_wrong_passwords_make_an_account_wait_a_quarter_of_an_hour(rf, town):
    user = make_user(town.municipality)
    other = make_user(town.municipality)

    def attempt(account, password, at):
        request = rf.post(LOGIN)
        request.session = FakeSession()
        sign_in(request=request, email=account.email, password=password, at=at)

    for number in range(8):
        with pytest.raises(Refused, match="horen niet bij elkaar"):
            attempt(user, "fout", AT + timedelta(minutes=number))
    with pytest.raises(Refused, match="te vaak"):
        attempt(user, PASSWORD, AT + timedelta(minutes=9))
    attempt(other, PASSWORD, AT + timedelta(minutes=9))
    attempt(user, PASSWORD, AT + timedelta(minutes=16))
    assert not FailedSignIn.objects.exists()


def test_a_new_password_lifts_the_wait(client, town):
    user = make_user(town.municipality)
    admin = actor_of(make_user(town.municipality, Role.ADMINISTRATOR))
    for _ in range(9):
        posted(client, user, "fout")

    password = reset_password(user_id=user.pk, by=admin, at=AT)
    assert posted(client, user, password)["Location"] == TODAY


def test_wrong_passwords_keep_no_address(client, town):
    user = make_user(town.municipality)
    posted(client, user, "fout")

    row = FailedSignIn.objects.get()
    assert user.email not in str(row.__dict__)
    assert "127.0.0.1" not in str(row.__dict__)


def test_signing_in_and_out_leave_a_line(client, town):
    user = make_user(town.municipality)
    posted(client, user)
    client.post(reverse("workspace:logout"))

    lines = AuditLine.objects.order_by("id").values_list("action", "actor_id")
    assert list(lines) == [("account.sign_in", user.pk), ("account.sign_out", user.pk)]


@pytest.mark.usefixtures("town")
def test_residents_pages_set_no_session_cookie(client):
    answer = client.get(reverse("public:home"))

    assert settings.SESSION_COOKIE_NAME not in answer.cookies


def test_a_face_is_shown_by_choice_without_metadata_and_destroyed_at_once(client, town):
    user = make_user(town.municipality, area=town.area)
    client.force_login(user)
    photo = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "bij mij thuis"
    Image.new("RGB", (60, 40), "teal").save(photo, "JPEG", exif=exif)
    upload = SimpleUploadedFile("ik.jpg", photo.getvalue(), "image/jpeg")

    client.post(ACCOUNT, {"deed": "face", "is_shown": "on", "photo": upload})
    face = duo_of(area_id=town.area.pk, on=datetime.now(tz=UTC).date())[0]
    shown = face_photo(file_name=face.photo)
    assert shown.startswith(b"\xff\xd8")
    assert b"thuis" not in shown
    stored = settings.MEDIA_ROOT / "faces" / face.photo
    assert not stored.read_bytes().startswith(b"\xff\xd8"), "encrypted on disk"
    assert client.get(reverse("workspace:my_photo"))["Content-Type"] == "image/jpeg"


@pytest.mark.django_db(transaction=True)
def test_a_face_taken_back_is_destroyed(client):
    town = make_town()
    user = make_user(town.municipality, area=town.area)
    client.force_login(user)
    photo = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(photo, "PNG")
    client.post(
        ACCOUNT,
        {
            "deed": "face",
            "is_shown": "on",
            "photo": SimpleUploadedFile("ik.png", photo.getvalue(), "image/png"),
        },
    )
    user.refresh_from_db()
    stored = settings.MEDIA_ROOT / "faces" / user.photo
    assert stored.exists()

    client.post(ACCOUNT, {"deed": "face"})
    assert not stored.exists()
    assert face_photo(file_name=stored.name) is None
    assert client.get(reverse("workspace:my_photo")).status_code == 404


def test_what_is_no_photo_is_refused(client, town):
    client.force_login(make_user(town.municipality))
    upload = SimpleUploadedFile("ik.jpg", b"<script>alert(1)</script>", "image/jpeg")

    answer = client.post(ACCOUNT, {"deed": "face", "is_shown": "on", "photo": upload})
    assert answer.status_code == 422
    assert "geen foto" in answer.text


@pytest.mark.parametrize("name", ["../keys.json", "x.jpg", "0" * 32 + ".jpg", ""])
def test_a_photo_that_is_nobodys_choice_is_not_given(name):
    assert face_photo(file_name=name) is None


class FakeSession(dict):
    """A session that lives in memory, for signing in without a browser."""

    session_key = None

    def cycle_key(self):
        """Do nothing: there is nothing to cycle."""

    def flush(self):
        """Forget everything."""
        self.clear()

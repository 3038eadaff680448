# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The walk of telling, without JavaScript: five questions, one receipt, nothing lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F

from tests.conftest import arranging
from tests.doors.public.report.walking import Walker, photo, upload, voice
from tests.factories.areas import make_town, point_in
from tests.factories.people import make_user
from voelspriet.ground.people.choices import DutyKind
from voelspriet.listen.intake.models import AnswerDebt, Attachment, Draft, ReporterContact, Signal
from voelspriet.listen.intake.queries.codes import signal_id_of
from voelspriet.listen.intake.rules.points import read_point

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def town():
    town = make_town(streets=2)
    area = town.neighbourhoods[0]
    make_user(town.municipality, first_name="Noor", name="Noor de Wit", area=area)
    make_user(
        town.municipality, first_name="Sem", name="Sem Bakker", area=area, duty=DutyKind.SECOND
    )
    return town


def test_the_shortest_walk_takes_six_screens_and_gives_a_code(town):
    walker = Walker().tell()
    assert walker.pages == 6
    assert len(walker.code) == 16
    signal = Signal.objects.get()
    assert signal_id_of(code=walker.code) == signal.pk
    assert signal.text == "De lantaarn bij de school is kapot."
    assert signal.openness == "anonymous"
    assert signal.responsible_area == town.area
    assert signal.suggested_category == "lighting"
    assert AnswerDebt.objects.get().signal == signal
    assert f"#{walker.code}" not in walker.html


def test_no_page_of_the_walk_may_be_kept_by_the_device():
    walker = Walker()
    for fields in ({"text": "Losse tegel"}, {"no_place": "on"}, {"kind": "now"}):
        assert "no-store" in walker.page.headers["Cache-Control"]
        walker.send(**fields)
    assert "no-store" in walker.page.headers["Cache-Control"]
    assert set(walker.client.cookies) <= {"veilig"}
    assert 'autocomplete="off"' in walker.html


def test_the_key_of_the_draft_stands_in_a_hidden_field_only():
    walker = Walker().send(text="Losse tegel")
    key = walker.hidden["draft"]
    assert walker.html.count(key) == 1
    assert key not in str(walker.page.headers)
    assert key not in walker.action
    reference, secret = key.split(".")
    row = Draft.objects.get(reference=reference)
    assert b"tegel" not in bytes(row.content)
    assert secret.encode() not in bytes(row.content)


def test_what_was_typed_comes_back_when_going_back_and_in_another_language():
    walker = Walker().send(text="Losse tegel").send("back")
    assert "Losse tegel" in walker.html
    walker.send("stay", to="/en/melden/wat/", text="Losse tegels hier")
    assert 'lang="en"' in walker.html
    assert "Losse tegels hier" in walker.html
    assert Signal.objects.count() == 0


def test_an_error_keeps_what_was_typed_and_says_what_to_do(town):
    walker = Walker().send(text="Losse tegel").send(street="Onbekendstraat", words="bij de brug")
    assert "kennen wij niet" in walker.html
    assert "bij de brug" in walker.html
    assert "Onbekendstraat" in walker.html
    walker.send(area=str(town.neighbourhoods[0].pk), street="Onbekendstraat", words="bij de brug")
    assert "Wanneer is het?" in walker.html


def test_an_empty_story_is_asked_for_again():
    walker = Walker().send(text="   ")
    assert "Vertel wat er aan de hand is" in walker.html


def test_sending_twice_gives_one_signal_and_the_same_code():
    walker = Walker().send(text="Losse tegel").send(no_place="on").send(kind="now")
    walker.send(openness="anonymous")
    last = {**walker.hidden, "go": "next", "wish": "receipt"}
    first = walker.client.post("/melden/klaar/", last)
    second = walker.client.post("/melden/klaar/", last)
    walker.page = first
    code = walker.code
    walker.page = second
    assert walker.code == code
    assert Signal.objects.count() == 1


def test_after_sending_the_words_are_gone_from_the_draft():
    walker = Walker().send(text="Losse tegel").send(no_place="on")
    walker.send(kind="now", photos=[upload(photo())])
    walker.send(openness="anonymous").send(wish="receipt")
    draft = Draft.objects.get()
    assert len(bytes(draft.content)) < 400


def test_an_earlier_page_sent_again_after_sending_shows_the_code_not_the_story():
    walker = Walker().send(text="Losse tegel")
    early = walker.hidden
    walker.send(no_place="on").send(kind="now").send(openness="anonymous").send(wish="receipt")
    code = walker.code
    walker.page = walker.client.post("/melden/waar/", {**early, "no_place": "on"})
    assert walker.code == code
    assert "Losse tegel" not in walker.html


def test_a_draft_that_expired_gives_back_the_words_that_came_along(two_hours_pass):
    walker = Walker().send(text="Losse tegel")
    two_hours_pass()
    walker.send(street="", words="achter de flat", no_place=None)
    assert walker.page.status_code == 410
    assert "achter de flat" in walker.html


@pytest.fixture
def two_hours_pass():
    """Let every draft be two hours old, as the clock would."""

    def pass_two_hours():
        with arranging():
            Draft.objects.update(expires_at=F("expires_at") - timedelta(hours=2, seconds=1))

    return pass_two_hours


def test_a_later_question_without_a_draft_starts_anew():
    walker = Walker()
    assert walker.client.get("/melden/hoe/").status_code == 302
    assert walker.client.get("/melden/bestaat-niet/").status_code == 404
    assert walker.client.post("/melden/hoe/", {"draft": "x.y"}).status_code == 410


def test_a_point_finds_its_neighbourhood_and_its_duo(town):
    lon, lat = point_in(town.neighbourhoods[0])
    walker = Walker().send(text="Losse tegel").send(lon=str(lon), lat=str(lat))
    walker.send(kind="often", hot_times=["evening", "weekend"])
    assert "Noor de Wit &amp; Sem Bakker" in walker.html
    walker.send(openness="confidential", ask_first="on").send(wish="receipt", name="Karlijn")
    signal = Signal.objects.get()
    assert signal.area == signal.responsible_area == town.neighbourhoods[0]
    assert read_point(signal.point) == pytest.approx((lon, lat), abs=1e-5)
    assert signal.permission == "locked"
    assert signal.hot_times == ["evening", "weekend"]
    assert ReporterContact.objects.get().name == "Karlijn"
    assert "tot u ja zegt" in walker.html


def test_a_point_outside_the_municipality_is_refused():
    walker = Walker().send(text="Losse tegel").send(lon="4.9", lat="52.37")
    assert "ligt buiten Waterrijk" in walker.html


def test_a_street_is_searched_and_chosen_without_javascript(town):
    walker = Walker().send(text="Losse tegel").send("search", street="straat 0101")
    assert "Er ging iets mis" not in walker.html
    street = town.streets[1]
    assert f'value="{street.pk}"' in walker.html
    walker.send(street="straat 0101", place=str(street.pk))
    assert "Wanneer is het?" in walker.html
    walker.send(kind="now").send(openness="anonymous").send(wish="none")
    signal = Signal.objects.get()
    assert signal.street == street
    assert signal.area == street.area
    assert signal.answers_owed == 0


def test_anonymous_with_an_email_says_so_before_and_becomes_confidential():
    walker = Walker().send(text="Losse tegel").send(no_place="on").send(kind="now")
    walker.send(openness="anonymous")
    assert "niet meer anoniem" in walker.html
    walker.send(wish="email", email="iemand@post.example")
    signal = Signal.objects.get()
    assert signal.openness == "confidential"
    assert signal.contact.email == "iemand@post.example"


def test_an_anonymous_report_keeps_no_address_that_was_typed_and_not_wanted():
    Walker().tell(hear={"wish": "receipt", "email": "iemand@post.example", "name": "Iemand"})
    assert not ReporterContact.objects.exists()


def test_a_wish_without_its_address_is_asked_again():
    walker = Walker().tell(hear={"wish": "call"})
    assert "Vul uw telefoonnummer in" in walker.html
    walker.send(wish="call", phone="06 12345678", call_times=["morning", "evening"])
    assert Signal.objects.get().contact.call_times == "'s ochtends, 's avonds"


def test_danger_shows_the_numbers_before_sending_and_does_not_block():
    walker = Walker().send(text="Er loopt iemand met een mes op straat")
    for number in ("112", "0900-8844", "0800-0113", "0800-2000", "0800-7000"):
        assert number in walker.html
    walker.send(no_place="on").send(kind="now").send(openness="anonymous")
    assert "Bel eerst" in walker.html
    walker.send(wish="receipt")
    assert Signal.objects.get().danger_shown


def test_photos_are_drawn_anew_and_kept_encrypted(settings):
    walker = Walker().send(text="Losse tegel").send(no_place="on")
    walker.send("stay", kind="now", photos=[upload(photo(exif=True)), upload(photo(kind="PNG"))])
    assert "Foto 2 is bewaard" in walker.html
    walker.send(kind="now").send(openness="anonymous").send(wish="receipt")
    rows = list(Attachment.objects.all())
    assert [row.kind for row in rows] == ["photo", "photo"]
    for row in rows:
        stored = (settings.MEDIA_ROOT / "attachments" / row.file_name).read_bytes()
        assert b"Toestelmerk" not in stored
        plain = settings.KEYRING.decrypt(stored)
        assert plain.startswith(b"\xff\xd8")
        assert b"Toestelmerk" not in plain
        assert b"Exif" not in plain


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"dit is geen foto" * 20, "geen foto die wij kunnen lezen"),
        (b"\xff\xd8\xff\xe0" + b"kapot" * 20, "geen foto die wij kunnen lezen"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "geen foto"),
        (b"\0" * 10_000_001, "te groot"),
        (b"", "geen foto"),
    ],
)
def test_what_is_no_photo_is_refused_with_a_sentence(data, sentence):
    walker = Walker().send(text="Losse tegel").send(no_place="on")
    walker.send(kind="now", photos=[upload(data), upload(photo())])
    assert sentence in walker.html
    assert "Foto 1 is bewaard" in walker.html


def test_a_fourth_photo_is_refused_and_a_kept_one_can_be_taken_out():
    walker = Walker().send(text="Losse tegel").send(no_place="on")
    walker.send(kind="now", photos=[upload(photo()) for _ in range(4)])
    assert "ten hoogste 3" in walker.html
    assert "Foto 3 is bewaard" in walker.html
    reference = walker.html.split('name="remove" value="')[1].split('"')[0]
    walker.send("stay", kind="now", remove=reference)
    assert "Foto 3 is bewaard" not in walker.html


def test_a_spoken_story_needs_no_typed_words():
    walker = Walker().send(text="", voice=upload(voice(), "praat.webm", "audio/webm"))
    assert "Waar is het?" in walker.html
    walker.send("back")
    assert "Uw opname is bewaard" in walker.html
    walker.send(text="").send(no_place="on").send(kind="now")
    walker.send(openness="anonymous").send(wish="receipt")
    row = Attachment.objects.get()
    assert (row.kind, row.media_type) == ("voice", "audio/webm")


def test_a_recording_that_is_none_is_refused_and_the_words_stay():
    walker = Walker().send(text="Losse tegel", voice=upload(b"MZ" * 50, "x.webm", "audio/webm"))
    assert "geen opname" in walker.html
    assert "Losse tegel" in walker.html


def test_script_in_every_text_field_is_inert():
    evil = '"><script>alert(1)</script>'
    walker = Walker().send("stay", text=evil)
    assert "<script>alert" not in walker.html
    walker.send(text=evil).send("stay", street=evil, words=evil)
    assert "<script>alert" not in walker.html
    walker.send(no_place="on", words=evil).send(kind="now").send(openness="open")
    walker.send("stay", wish="email", name=evil, email=evil, phone=evil)
    assert "<script>alert" not in walker.html

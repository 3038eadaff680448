# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own colours and logo: refused where they cannot be read, used by every paper."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from PIL import Image

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.papers.reading import Back
from voelspriet.ground.areas.queries import municipality_by_id
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.photos import LOGO_SIDE, size_of
from voelspriet.papers.actions import choose_paper_style, drop_paper_style
from voelspriet.papers.models import PaperStyle
from voelspriet.papers.style import example, style_of
from voelspriet.papers.styling import Chosen
from voelspriet.papers.writers.checking import PaperError, check
from voelspriet.papers.writers.colours import contrast_on_white
from voelspriet.papers.writers.document import Style
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.html import write_html
from voelspriet.papers.writers.logos import logo_size
from voelspriet.papers.writers.pdf import write_pdf
from voelspriet.papers.writers.stored import read, written

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = date(2026, 11, 26)
GREEN, RED = "#1c6136", "#9c1c1c"
WORDS = "Gemeente Waterrijk"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(size=(1200, 300), kind="PNG", mode="RGBA", **more) -> bytes:
    buffer = BytesIO()
    Image.new(mode, size, "teal").save(buffer, kind, **more)
    return buffer.getvalue()


@pytest.fixture
def town(db):  # noqa: ARG001  the tables must be there
    return make_town(host="testserver")


@pytest.fixture
def administrator(town):
    return make_user(town.municipality, Role.ADMINISTRATOR)


@pytest.fixture
def by(administrator):
    return actor_of(administrator)


def _style(town) -> Style:
    row = municipality_by_id(municipality_id=town.municipality.pk)
    assert row is not None
    return style_of(row)


def test_the_house_s_own_until_something_is_chosen(town, by):
    assert _style(town) == Style(town.municipality.name)
    choose_paper_style(chosen=Chosen("#1C6136", RED, picture(), f" {WORDS} "), by=by, at=AT)
    style = _style(town)
    assert (style.colour, style.line, style.logo_alt) == (GREEN, RED, WORDS)
    assert size_of(style.logo) == (LOGO_SIDE, LOGO_SIDE // 4)
    # without a new one the logo stays; told to go it goes, and its words with it
    choose_paper_style(chosen=Chosen(GREEN, GREEN, None, "Ons wapen"), by=by, at=AT)
    assert _style(town).logo == style.logo
    choose_paper_style(chosen=Chosen(GREEN, GREEN, b"", "Ons wapen"), by=by, at=AT)
    assert (_style(town).logo, _style(town).logo_alt) == (b"", "")
    drop_paper_style(by=by, at=AT)
    assert _style(town) == Style(town.municipality.name)
    assert AuditLine.objects.filter(action__startswith="paper_style.").count() == 4


def test_colours_of_the_house_can_be_read():
    house = Style("x")
    assert min(contrast_on_white(house.colour), contrast_on_white(house.line)) > 4.5


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"colour": "#777777"}, "colour", "het contrast is 4,4 en moet ten minste 4,5 zijn"),
        ({"line": "#ffcf3f"}, "line", "slecht te lezen"),
        ({"colour": "groen"}, "colour", "Schrijf een kleur als #0b5a61."),
        ({"colour": "#1c6136;}"}, "colour", "Schrijf een kleur als #0b5a61."),
        ({"logo": SVG}, "logo", "in een SVG kan een programma zitten"),
        ({"logo": picture((40, 40))}, "logo", "te klein"),
        ({"logo": picture((300, 200), "GIF", "P")}, "logo", "geen PNG of JPEG"),
        ({"logo": b"\x89PNG" + b"0" * 2_000_001}, "logo", "groter dan 2 MB"),
        ({"logo_alt": "  "}, "logo_alt", "Schrijf in woorden"),
    ],
)
def test_refused_with_a_clear_sentence(by, change, field, words):
    given = {"colour": GREEN, "line": RED, "logo": picture(), "logo_alt": WORDS}
    with pytest.raises(Refused, match=words) as refused:
        choose_paper_style(chosen=Chosen(**given | change), by=by, at=AT)
    assert refused.value.field == field
    assert not PaperStyle.objects.exists()


def test_nobody_but_an_administrator(town):
    for role in Role:
        if role is not Role.ADMINISTRATOR:
            other = actor_of(make_user(town.municipality, role))
            with pytest.raises(Refused):
                choose_paper_style(chosen=Chosen(GREEN, RED), by=other, at=AT)
            with pytest.raises(Refused):
                drop_paper_style(by=other, at=AT)


def test_a_logo_loses_what_it_carried(town, by):
    exif = Image.Exif()
    exif[0x010E] = "GEHEIM"
    data = picture((400, 200), "JPEG", "RGB", exif=exif, comment=b"GEHEIM")
    assert b"GEHEIM" in data
    choose_paper_style(chosen=Chosen(GREEN, RED, data, WORDS), by=by, at=AT)
    assert b"GEHEIM" not in _style(town).logo


def test_every_writer_uses_it(town, by, settings):
    choose_paper_style(chosen=Chosen(GREEN, RED, picture(), WORDS), by=by, at=AT)
    document = example(_style(town), language="nl", on=DAY)
    assert read(written(document)) == document
    width, height = logo_size(document.style.logo)
    assert (round(width), round(height)) == (56, 14)
    html = str(write_html(document))
    assert 'src="data:image/png;base64,' in html
    assert f'alt="{WORDS}"' in html
    fonts = settings.PAPER_FONTS
    back = Back(write_pdf(document, fonts=fonts))
    assert WORDS in back.alts
    assert back.is_tagged
    with ZipFile(BytesIO(write_docx(document, fonts=fonts))) as file:
        body = file.read("word/document.xml").decode()
        styles = file.read("word/styles.xml").decode()
    assert f'descr="{WORDS}"' in body
    assert RED.lstrip("#").lower() in body.lower()
    assert GREEN.lstrip("#").upper() in styles


def test_a_logo_without_words_is_no_paper(town):
    style = Style("x", logo=picture())
    with pytest.raises(PaperError, match="logo"):
        check(example(style, language="nl", on=DAY))
    assert town


def test_the_page_and_the_sheet_of_colours(town, administrator):
    sheet = f"/huisstijl/{town.municipality.slug}.css"
    assert "#0b5a61" in Client().get(sheet).content.decode()
    client = Client()
    with arranging():
        client.force_login(administrator)
    given = {"colour": "#eeeeee", "line": RED, "logo_alt": WORDS}
    answer = client.post("/werk/beheer/huisstijl/", given)
    assert answer.status_code == 422
    assert "slecht te lezen" in answer.content.decode()
    file = SimpleUploadedFile("logo.png", picture(), "image/png")
    answer = client.post("/werk/beheer/huisstijl/", given | {"colour": GREEN, "logo": file})
    assert answer.status_code == 302
    page = client.get("/werk/beheer/huisstijl/").content.decode()
    assert f'alt="{WORDS}"' in page
    assert sheet in page
    told = Client().get(sheet)
    assert told["Content-Type"].startswith("text/css")
    assert f"--vs-accent:{GREEN}" in told.content.decode()
    assert Client().get("/huisstijl/nergens.css").status_code == 404
    assert client.post("/werk/beheer/huisstijl/", {"deed": "drop"}).status_code == 302
    assert not PaperStyle.objects.exists()


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("paper_style_has_colours", {"colour": "rood"}),
        ("paper_style_logo_has_words", {"logo": b"x"}),
        ("paper_style_logo_has_words", {"logo_alt": WORDS}),
    ],
)
def test_what_the_database_refuses(town, name, values):
    row = {"municipality": town.municipality, "colour": GREEN, "line": RED, "changed_at": AT}
    with arranging(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        PaperStyle.objects.create(**row | values)

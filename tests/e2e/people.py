# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people do at the site, in the words of the story: tell, follow, direct, answer."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO

import shapely
from PIL import Image
from PIL.TiffImagePlugin import IFDRational
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page

from tests.e2e.browser import Visitor

PASSWORD = "zilver-water-demo"
PREFIX = {"nl": "", "en": "/en", "tr": "/tr", "ar": "/ar"}


def photo_with_a_place() -> bytes:
    """A photo whose EXIF tells where it was taken."""
    image = Image.effect_noise((1600, 1200), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "PhoneMakerSecret"
    exif.get_ifd(0x8825).update({1: "N", 2: (IFDRational(52), IFDRational(31), IFDRational(7))})
    file = BytesIO()
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def middle_of(visitor: Visitor, neighbourhood: str) -> tuple[float, float]:
    """A point inside a neighbourhood, from the site's own map."""
    answer = visitor.fetch("/melden/kaart.json")
    for feature in json.loads(answer.text())["features"]:
        if feature["properties"]["name"] == neighbourhood:
            point = shapely.geometry.shape(feature["geometry"]).representative_point()
            return point.x, point.y
    raise AssertionError(f"{neighbourhood} is not on the map")


@dataclass
class Report:
    """What somebody tells, and how."""

    words: str
    language: str = "nl"
    openness: str = "anonymous"
    ask_first: bool = False
    wish: str = "receipt"
    email: str = ""
    photo: bytes | None = None
    on_map: bool = False
    words_place: str = ""
    seconds: float = field(default=0.0)


def tell(visitor: Visitor, report: Report, place: tuple[float, float]) -> str:
    """Walk through the five questions as a person would; return the receipt code."""
    page, started = visitor.page, time.monotonic()
    visitor.go(f"{PREFIX[report.language]}/melden/wat/")
    page.fill("textarea[name=text]", report.words)
    visitor.picture("1-wat")
    _next(visitor)
    _say_where(visitor, report, place)
    visitor.picture("2-waar")
    _next(visitor)
    page.check("input[name=kind][value=now]")
    if report.photo:
        page.set_input_files(
            "input[name=photos]",
            {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": report.photo},
        )
    visitor.picture("3-wanneer")
    _next(visitor)
    page.check(f"input[name=openness][value={report.openness}]")
    if report.ask_first:
        page.check("input[name=ask_first]")
    visitor.picture("4-hoe")
    _next(visitor)
    page.check(f"input[name=wish][value={report.wish}]")
    if report.email:
        page.fill("input[name=email]", report.email)
    visitor.picture("5-horen")
    _next(visitor)
    code = "".join(page.locator(".vs-code span").all_inner_texts())
    report.seconds = time.monotonic() - started
    visitor.picture("6-ontvangst")
    assert len(code) == 16, page.content()[:2000]
    return code


def _next(visitor: Visitor) -> None:
    """Press on and wait for the next question, whether the page was sent or swapped."""
    page = visitor.page
    before = page.title()
    page.locator("button.utrecht-button[name=go][value=next]").click()
    until(page, "before => document.title !== before", before)
    page.wait_for_load_state("load")


def until(page: Page, question: str, about: object = None, seconds: float = 15) -> None:
    """Wait until a question in the page's own script says yes.

    Playwright's own waiting evaluates text, which our content security policy forbids.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        # between two pages there is nothing to ask
        with suppress(BrowserError):
            if page.evaluate(question, about):
                return
        page.wait_for_timeout(100)
    raise AssertionError(f"never came true: {question}")


def _say_where(visitor: Visitor, report: Report, place: tuple[float, float]) -> None:
    page = visitor.page
    if not report.on_map:
        page.evaluate(
            "([lon, lat]) => { document.querySelector('input[name=lon]').value = lon;"
            " document.querySelector('input[name=lat]').value = lat; }",
            list(place),
        )
        return
    visitor.context.grant_permissions(["geolocation"])
    visitor.context.set_geolocation({"longitude": place[0], "latitude": place[1]})
    page.click("[data-here]")
    until(page, "() => document.querySelector('input[name=lon]').value !== ''")
    page.click("[data-place] [data-open]")
    canvas = page.wait_for_selector("[data-frame] canvas")
    assert canvas is not None
    # the map opens around the device's own place: a tap close to the middle moves the point
    before = page.input_value("input[name=lon]")
    page.wait_for_timeout(800)
    canvas.evaluate("canvas => canvas.scrollIntoView({block: 'center'})")
    box = canvas.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2 + 6, box["y"] + box["height"] / 2 + 6)
    until(page, "before => document.querySelector('input[name=lon]').value !== before", before)


def follow(visitor: Visitor, code: str, language: str = "nl") -> str:
    """Open the conversation with a code; return what the page says."""
    visitor.go(f"{PREFIX[language]}/volgen/")
    visitor.page.fill("input[name=code]", code)
    return press(visitor, "main form button[type=submit]")


def press(visitor: Visitor, selector: str) -> str:
    """Press a button and wait for the answer, on a new page or in the place of this one."""
    page = visitor.page
    page.evaluate("document.body.dataset.before = 'yes'")
    page.locator(selector).first.click()
    until(page, "() => !document.body.dataset.before && document.readyState === 'complete'")
    return page.inner_text("main")


def take_together(visitor: Visitor, title: str) -> None:
    """Take every report of the inbox that is open together in one bundle, and come back to it."""
    page = visitor.page
    for box in page.locator("tbody input[name=melding]").all():
        box.check()
    page.get_by_text("Neem de gekozen meldingen samen").click()
    page.fill("form details input[name=title]", title)
    page.get_by_role("button", name="Neem samen", exact=True).click()
    page.wait_for_load_state("load")
    page.goto("/werk/meldingen/")


def sign_in(visitor: Visitor, first_name: str) -> None:
    visitor.go("/werk/inloggen/")
    visitor.page.fill("input[name=email]", f"{first_name}@zilverwende.example")
    visitor.page.fill("input[type=password]", PASSWORD)
    visitor.page.click("main form button[type=submit]")
    visitor.page.wait_for_url("**/werk/")

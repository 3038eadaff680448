# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an incident to a public notice on a phone in the street, by the stopwatch."""

from __future__ import annotations

import time

import pytest

from tests.e2e.people import press, sign_in

MOST_SECONDS = 120
KEY_SECONDS = 0.12  # a thumb on glass: about eight characters a second
WHAT = "Een harde knal op de kade"
KNOWN = "Om 21.40 uur was er een harde knal op de kade. Niemand is gewond."


@pytest.fixture(scope="module")
def site(empty_site):
    return empty_site


class Stopwatch:
    """Time on the page, and for every character what a thumb needs to type it."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.typing = 0.0
        self.presses = 0

    def type(self, page, selector: str, text: str) -> None:
        page.fill(selector, text)
        self.typing += len(text) * KEY_SECONDS

    def press(self, visitor, selector: str) -> str:
        self.presses += 1
        return press(visitor, selector)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started + self.typing


def test_an_incident_is_told_within_two_minutes(site, visit):
    adviser = visit(site, "first-hour", phone=True, size={"width": 390, "height": 844})
    page = adviser.page
    sign_in(adviser, "maaike")
    watch = Stopwatch()
    adviser.go("/werk/incidenten/")
    watch.press(adviser, "main a[href$='/incidenten/nieuw/']")
    watch.type(page, "[name=what]", WHAT)
    watch.type(page, "[name=place]", "Kadestraat")
    page.select_option("select[name=area]", label="Kadekwartier")
    watch.type(page, "[name=known]", KNOWN)
    adviser.picture("1-incident")
    watch.press(adviser, "main form button.utrecht-button--primary-action")
    adviser.picture("2-eerste-uur")
    watch.press(adviser, "main a[href*='/buurtberichten/nieuw/']")
    assert page.input_value("[name=matter]") == KNOWN
    assert page.input_value("[name=streets]") == "Kadestraat"
    adviser.picture("3-bericht")
    told = watch.press(adviser, "main button[name=go][value=publish]")
    seconds = watch.seconds
    adviser.picture("4-openbaar")
    assert "Het bericht staat op de buurtpagina." in told
    print(
        f"\nstopwatch: incident to public notice {seconds:.0f} s"
        f" ({watch.typing:.0f} s of it typing), {watch.presses} presses"
    )
    assert seconds <= MOST_SECONDS
    assert page.evaluate("document.documentElement.scrollWidth") <= 390  # nothing sticks out
    assert adviser.problems == []

    resident = visit(site, "first-hour-resident", phone=True)
    resident.go("/mijn-buurt/zilverwende/kadekwartier/")
    text = resident.page.inner_text("main")
    assert "Nu in deze buurt" in text
    assert KNOWN in text
    _it_waits_on_today(adviser)


def _it_waits_on_today(adviser) -> None:
    """Three clicks call people together, and the incident stays on today."""
    page = adviser.page
    adviser.go("/werk/")
    assert WHAT in page.inner_text("main")
    press(adviser, "main a[href*='/werk/incidenten/I-']")
    press(adviser, "main a[href$='/overleg/']")  # click 1; the first moment is chosen already: 2
    adviser.picture("5-spoedoverleg")
    told = press(adviser, "main form button.utrecht-button--primary-action")  # click 3
    assert "De bijeenkomst staat gepland." in told

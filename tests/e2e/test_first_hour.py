# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an incident to a public notice on a phone in the street, by the stopwatch."""

from __future__ import annotations

import pytest

from tests.e2e.people import press, sign_in
from tests.e2e.stopwatch import stopwatch

PRIMARY = "button.utrecht-button--primary-action"
WHAT = "Een harde knal op de kade"
KNOWN = "Om 21.40 uur was er een harde knal op de kade. Niemand is gewond."


@pytest.fixture(scope="module")
def site(empty_site):
    return empty_site


def test_an_incident_is_told_within_two_minutes(site, visit):
    adviser = visit(site, "first-hour", phone=True)
    page = adviser.page
    sign_in(adviser, "maaike")
    adviser.go("/werk/incidenten/")
    with stopwatch(page, "from an incident to a public notice", at_most=120) as watch:
        watch.press(page.locator("main a[href$='/incidenten/nieuw/']").first, leaves=True)
        watch.type(page.locator("[name=what]"), WHAT)
        watch.type(page.locator("[name=place]"), "Kadestraat")
        watch.choose(page.locator("select[name=area]"), "Kadekwartier")
        watch.type(page.locator("[name=known]"), KNOWN)
        adviser.picture("1-incident")
        watch.press(page.locator(f"main form {PRIMARY}").first, leaves=True)
        adviser.picture("2-eerste-uur")
        watch.press(page.locator("main a[href*='/buurtberichten/nieuw/']").first, leaves=True)
        assert page.input_value("[name=matter]") == KNOWN
        assert page.input_value("[name=streets]") == "Kadestraat"
        adviser.picture("3-bericht")
        watch.press(page.locator("main button[name=go][value=publish]"), leaves=True)
    adviser.picture("4-openbaar")
    assert "Het bericht staat op de buurtpagina." in page.inner_text("main")
    assert not adviser.reaches_sideways()
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

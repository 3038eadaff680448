# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year in the life of a neighbourhood, in a real browser.

Residents tell and choose what comes first, an adviser agrees with others who does what, a promise
is kept, one is moved and one is broken, what is late goes up, everybody who told hears back, and
the neighbourhood reads it. What must be light is timed, and printed.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e.people import Report, follow, middle_of, sign_in, take_together, tell
from tests.e2e.stopwatch import stopwatch

AREA = "Kadekwartier"
PAGE = "/mijn-buurt/zilverwende/kadekwartier/"
LAMP = "De lamp bij de school is al een week kapot. Het is er pikdonker."
TURKISH = "Okulun yanındaki lamba bozuk."
IN_TURKISH = "Lamba değiştirildi. Haber verdiğiniz için teşekkür ederiz."
ANSWER = "De lamp bij de school is vervangen. Dank u dat u het liet weten."
PRIORITIES = ("Licht bij de school", "Langzamer rijden", "Meer groen op het plein")
# what each device puts first, second and third
CHOICES = ((0, 1, 2), (0, 2, 1), (0, 1, 2), (1, 0, 2), (0, 1, 2))
# a year does not wait: the day of a promise goes back, and the sweep of the night runs
LATE = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from voelspriet.act.agenda.actions.escalating import escalate_agreements
from voelspriet.act.agenda.models import Agreement
from voelspriet.ground.privacy.actors import system
from voelspriet.ground.privacy.writing import housekeeping
with housekeeping("let the days of a story go by"):
    row = Agreement.objects.get(what__contains="30 km")
    day = timezone.localdate() - timedelta(days=40)
    Agreement.objects.filter(pk=row.pk).update(first_due_on=day, due_on=day)
escalate_agreements(by=system("story"), at=timezone.now())
"""

pytestmark = pytest.mark.story
IN_SPRING = (datetime.now(UTC) + timedelta(days=90)).date().isoformat()


@pytest.fixture(scope="module")
def site(empty_site):
    return empty_site


def test_a_year_in_the_life(site, visit):
    codes = _two_people_tell(site, visit)
    adviser = visit(site, "year-maaike")
    sign_in(adviser, "maaike")
    _an_agenda_begins(adviser)
    _residents_choose_what_comes_first(site, visit, adviser)
    _the_first_choice_becomes_an_action(adviser)
    _an_agreement_in_fifteen_seconds(adviser)
    _a_meeting_in_three_clicks(adviser)
    _one_promise_is_kept(site, visit)
    _one_is_moved_and_one_is_broken(adviser)
    _what_is_late_goes_up(site, visit)
    _everybody_who_told_hears_back(adviser)
    for language, words in (("nl", ANSWER), ("tr", IN_TURKISH)):
        reader = visit(site, f"year-volgt-{language}", phone=True)
        assert words in follow(reader, codes[language], language)
    _something_happens_and_the_neighbourhood_knows(site, visit)
    _the_neighbourhood_reads_its_year(site, visit)


def _two_people_tell(site, visit) -> dict[str, str]:
    jan = visit(site, "year-jan", phone=True)
    place = middle_of(jan, AREA)
    ayse = visit(site, "year-ayse", phone=True)
    return {"nl": tell(jan, Report(LAMP), place), "tr": tell(ayse, Report(TURKISH, "tr"), place)}


def _go(adviser, link: str) -> None:
    adviser.page.get_by_role("link", name=link).first.click()
    adviser.page.wait_for_load_state("load")


def _do(adviser, button: str) -> None:
    adviser.page.get_by_role("button", name=button, exact=True).first.click()
    adviser.page.wait_for_load_state("load")


def _choose_organisation(page, words: str) -> None:
    labels = page.locator("select[name=organisation] option").all_inner_texts()
    page.select_option(
        "select[name=organisation]", label=next(label for label in labels if words in label)
    )


def _an_agenda_begins(adviser) -> None:
    page = adviser.go("/werk/buurtagenda/")
    page.select_option("select[name=area]", label=AREA)
    _do(adviser, "Begin")
    page.get_by_text("Schrijf dit", exact=True).click()
    page.fill("[name=safe]", "Dat je na het donker nog even naar buiten durft.")
    page.fill("[name=three_words]", "Trots, groen, samen")
    page.fill("[name=strengths]", "De buurttafel op dinsdag")
    _do(adviser, "Bewaren")
    agenda = page.url
    for title in PRIORITIES:
        page.goto(agenda)
        _go(adviser, "Zet een prioriteit erbij")
        page.fill("[name=title]", title)
        page.fill("[name=why]", "Mensen vertelden dit vaak.")
        page.check("[name=is_public]")
        _do(adviser, "Zet op de agenda")
    page.goto(agenda)
    _do(adviser, "Zet op de buurtpagina")
    _do(adviser, "Laat bewoners kiezen")
    adviser.picture("agenda-kiezen")


def _residents_choose_what_comes_first(site, visit, adviser) -> None:
    for number, (first, second, third) in enumerate(CHOICES):
        resident = visit(site, f"year-kiest-{number}", phone=True, javascript=number % 2 == 0)
        page = resident.go(f"{PAGE}agenda/")
        _go(resident, "Kies mee")
        page.get_by_label(PRIORITIES[first], exact=True).first.check()
        for name, choice in (("second", second), ("third", third)):
            page.select_option(f"select[name={name}]", label=PRIORITIES[choice])
        if number == 0:
            resident.picture("kiest")
        _do(resident, "Dit kies ik")
        assert "Uw keuze telt mee" in page.inner_text("main")
    page = adviser.page
    page.reload()
    assert "5" in page.inner_text("aside")
    _do(adviser, "Sluit het kiezen")
    order = page.locator("main ol h3 a").all_inner_texts()
    assert [title.strip() for title in order] == list(PRIORITIES)
    adviser.picture("agenda-gekozen")


def _the_first_choice_becomes_an_action(adviser) -> None:
    page = adviser.page
    for title, what, measure in (
        (PRIORITIES[1], "Borden en drempels voor 30 km", "De helft rijdt langzamer"),
        (PRIORITIES[2], "Bomen planten op het plein", "Tien bomen"),
    ):
        page.goto("/werk/buurtagenda/")
        _go(adviser, AREA)
        _go(adviser, title)
        _go(adviser, "Spreek een actie af")
        page.fill("[name=what]", what)
        page.fill("[name=measure]", measure)
        page.check("[name=is_public]")
        _choose_organisation(page, "Openbare Ruimte")
        page.locator("input[name=day]").nth(2).check()
        _do(adviser, "Spreek dit af")
        assert what in page.inner_text("main")
    adviser.picture("prioriteit")


def _an_agreement_in_fifteen_seconds(adviser) -> None:
    page = adviser.page
    page.goto("/werk/meldingen/")
    take_together(adviser, "Lamp bij de school")
    _go(adviser, LAMP[:30])
    with stopwatch(page, "an agreement", at_most=15) as watch:
        watch.press(page.get_by_role("link", name="Afspraak voor de hele bundel"), leaves=True)
        watch.type(page.locator("[name=what]"), "Lamp bij school vervangen")
        watch.press(page.get_by_role("button", name="Maak de afspraak"), leaves=True)
    assert "Lamp bij school vervangen" in page.inner_text("main")


def _a_meeting_in_three_clicks(adviser) -> None:
    page = adviser.page
    page.goto("/werk/bijeenkomsten/")
    with stopwatch(page, "a meeting", at_most=5) as watch:
        watch.press(page.get_by_role("link", name="Bewonersavond").first, leaves=True)
        watch.check(page.locator("input[name=moment]").nth(1))
        watch.press(page.get_by_role("button", name="Plan dit"), leaves=True)
    assert watch.presses == 3
    _go(adviser, "Maak nu een afspraak")
    page.fill("[name=what]", "Zwerfvuil ruimen met de school")
    _choose_organisation(page, "Team Schoon")
    _do(adviser, page.locator("main form button[type=submit]").last.inner_text())
    adviser.picture("bijeenkomst")
    assert "Zwerfvuil ruimen met de school" in page.inner_text("main")


def _one_promise_is_kept(site, visit) -> None:
    yvonne = visit(site, "year-yvonne")
    sign_in(yvonne, "yvonne")
    page = yvonne.go("/werk/afspraken/")
    _go(yvonne, "Lamp bij school")
    assert "pikdonker" not in page.inner_text("body")
    page.check("input[name=done][value=yes]")
    page.fill("textarea[name=result]", "Lamp vervangen.")
    _do(yvonne, "Rond af")


def _one_is_moved_and_one_is_broken(adviser) -> None:
    page = adviser.page
    page.goto("/werk/afspraken/")
    _go(adviser, "Bomen planten")
    page.get_by_text("Verzet de dag").first.click()
    page.fill(
        "[name=to_on]",
        IN_SPRING,
    )
    page.fill("[name=reason]", "In de zomer gaan jonge bomen dood.")
    _do(adviser, "Verzet")
    assert "In de zomer" in page.inner_text("main")
    page.goto("/werk/afspraken/")
    _go(adviser, "Zwerfvuil ruimen")
    page.check("input[name=done][value=no]")
    page.fill("textarea[name=result]", "De school had geen tijd.")
    _do(adviser, "Rond af")


def _what_is_late_goes_up(site, visit) -> None:
    environment = {name: value for name, value in site.environment.items() if value}
    done = subprocess.run(
        [sys.executable, "-c", LATE], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    willem = visit(site, "year-willem")
    sign_in(willem, "willem")
    assert "30 km" in willem.page.inner_text("main")
    willem.picture("vandaag")


def _everybody_who_told_hears_back(adviser) -> None:
    page = adviser.page
    page.goto("/werk/afspraken/?stand=done")
    _go(adviser, "Lamp bij school")
    page.fill("textarea[name=text]", ANSWER)
    _do(adviser, "Geef dit antwoord")
    assert "2 melders" in page.inner_text("main")
    page.goto("/werk/vertalen/")
    for row in page.locator("tbody tr").all():
        if row.locator("td bdi[lang=tr]").count() and ANSWER[:20] in row.inner_text():
            row.locator("a").first.click()
            break
    page.wait_for_load_state("load")
    page.fill("textarea[name=text]", IN_TURKISH)
    _do(adviser, "Opslaan")


def _something_happens_and_the_neighbourhood_knows(site, visit) -> None:
    phone = visit(site, "year-maaike-op-straat", phone=True)
    sign_in(phone, "maaike")
    page = phone.go("/werk/incidenten/nieuw/")
    with stopwatch(page, "an incident and its message", at_most=120) as watch:
        watch.type(page.locator("[name=what]"), "Harde knal bij de brug")
        watch.choose(page.locator("select[name=area]"), AREA)
        watch.type(page.locator("[name=known]"), "Er was een knal. Niemand is gewond.")
        watch.type(page.locator("[name=unknown]"), "Wat het was. De politie kijkt.")
        watch.press(page.get_by_role("button", name="Begin", exact=True), leaves=True)
        phone.picture("incident")
        watch.press(page.get_by_role("link", name="Vertel het de buurt"), leaves=True)
        watch.type(page.locator("[name=you_can]"), "Zag u iets? Bel 0900-8844.")
        watch.type(page.locator("[name=our_view]"), "Wij staan tot 21 uur bij de brug.")
        watch.type(page.locator("[name=streets]"), "Bij de brug")
        watch.press(page.get_by_role("button", name="Maak openbaar"), leaves=True)
    phone.picture("bericht")
    assert "Het bericht staat op de buurtpagina" in page.inner_text("body")


def _the_neighbourhood_reads_its_year(site, visit) -> None:
    neighbour = visit(site, "year-buur", phone=True)
    seen = neighbour.go(PAGE).inner_text("main")
    neighbour.picture("mijn-buurt")
    assert "knal" in seen
    seen = neighbour.go(f"{PAGE}agenda/").inner_text("main")
    neighbour.picture("buurtagenda")
    for title in PRIORITIES:
        assert title in seen
    assert "In de zomer" not in seen or re.search(r"eerst", seen)
    assert LAMP[-20:] not in seen
    neighbour.go(f"/ar{PAGE}agenda/")
    neighbour.picture("buurtagenda-ar")
    assert neighbour.page.get_attribute("html", "dir") == "rtl"
    assert neighbour.problems == []

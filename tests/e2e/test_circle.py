# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The circle, in a real browser: a voice comes in, becomes an agreement, and is answered.

An Arabic-speaking resident, a Turkish-speaking one and a Dutch one tell of the same broken lamp.
"""

from __future__ import annotations

import re

import pytest

from tests.e2e.people import (
    Report,
    follow,
    middle_of,
    photo_with_a_place,
    press,
    sign_in,
    take_together,
    tell,
)

NEIGHBOURHOOD = "Kadekwartier"
ARABIC = "المصباح في الممر خلف المدرسة مكسور منذ أسبوع. أطفالي يخافون من المرور هناك مساءً."
TURKISH = "Okulun arkasındaki geçitte lamba bir haftadır bozuk."
DUTCH = "De lamp in het pad achter de school is al een week kapot. Het is er pikdonker."
ANSWER = "De lamp in het pad is gisteren vervangen. Dank u dat u het liet weten."
IN_ARABIC = "تم استبدال المصباح في الممر أمس. شكرًا لأنك أخبرتنا."
IN_TURKISH = "Geçitteki lamba dün değiştirildi. Haber verdiğiniz için teşekkür ederiz."

pytestmark = pytest.mark.story


@pytest.fixture(scope="module")
def site(empty_site):
    return empty_site


def test_the_circle(site, visit):
    codes = _three_people_tell(site, visit)
    adviser = _only_the_duo_has_it(site, visit)
    _bundled_and_agreed(adviser)
    _the_handler_reports_done(site, visit)
    _everybody_is_answered(adviser)
    _each_reads_it_in_their_own_language(site, visit, codes)
    _all_three_are_closed(adviser)
    _one_was_not_heard(site, visit, codes["nl"], adviser)
    _the_neighbourhood_sees_it(site, visit, adviser)


def _three_people_tell(site, visit) -> dict[str, str]:
    fatima = visit(site, "circle-fatima", phone=True)
    place = middle_of(fatima, NEIGHBOURHOOD)
    report = Report(ARABIC, "ar", photo=photo_with_a_place(), on_map=True)
    codes = {"ar": tell(fatima, report, place)}
    assert report.seconds < 60
    assert fatima.problems == []
    assert fatima.outside_requests() == []
    assert {cookie["name"] for cookie in fatima.context.cookies()} <= {"veilig"}
    stored = fatima.page.evaluate("[localStorage.length, sessionStorage.length]")
    assert stored == [0, 0]
    assert codes["ar"] not in fatima.page.url
    codes["tr"] = tell(visit(site, "circle-ayse", phone=True), Report(TURKISH, "tr"), place)
    codes["nl"] = tell(visit(site, "circle-jan", phone=True), Report(DUTCH), place)
    return codes


def _only_the_duo_has_it(site, visit):
    other = visit(site, "circle-leyla")
    sign_in(other, "leyla")
    other.go("/werk/meldingen/")
    assert "achter de school" not in other.page.inner_text("main")
    adviser = visit(site, "circle-maaike")
    sign_in(adviser, "maaike")
    adviser.picture("vandaag")
    adviser.go("/werk/meldingen/")
    adviser.picture("inbox")
    words = adviser.page.inner_text("main")
    for told in (ARABIC, TURKISH, DUTCH):
        assert told[:20] in words
    return adviser


def _bundled_and_agreed(adviser) -> None:
    page = adviser.page
    take_together(adviser, "Lamp in het pad achter de school")
    page.get_by_role("link", name=DUTCH[:30]).click()
    page.wait_for_load_state("load")
    adviser.picture("melding")
    page.get_by_role("link", name="Afspraak voor de hele bundel").click()
    page.wait_for_load_state("load")
    page.fill("[name=what]", "De lamp in het pad achter de school vervangen")
    page.select_option("select[name=organisation]", label=_label_like(page, "Team Schoon"))
    page.locator("input[name=day]").first.check()
    page.check("input[name=visibility][value=public]")
    adviser.picture("afspraak")
    page.get_by_role("button", name="Maak de afspraak").click()
    page.wait_for_load_state("load")
    assert "De lamp in het pad achter de school vervangen" in page.inner_text("main")


def _label_like(page, words: str) -> str:
    labels = page.locator("select[name=organisation] option").all_inner_texts()
    return next(label for label in labels if words in label)


def _the_handler_reports_done(site, visit) -> None:
    gerrit = visit(site, "circle-gerrit")
    sign_in(gerrit, "gerrit")
    gerrit.picture("vandaag")
    gerrit.go("/werk/afspraken/")
    gerrit.page.get_by_role("link", name="De lamp in het pad").click()
    gerrit.page.wait_for_load_state("load")
    everything = gerrit.page.inner_text("body")
    for told in (ARABIC, TURKISH, DUTCH):
        assert told[-20:] not in everything
    gerrit.page.check("input[name=done][value=yes]")
    gerrit.page.fill("textarea[name=result]", "Lamp vervangen, dinsdag gecontroleerd.")
    gerrit.picture("afronden")
    gerrit.page.get_by_role("button", name="Rond af").click()
    gerrit.page.wait_for_load_state("load")


def _everybody_is_answered(adviser) -> None:
    page = adviser.page
    page.goto("/werk/")
    adviser.picture("met-een-bericht-klaar")
    page.goto("/werk/afspraken/?stand=done")
    page.get_by_role("link", name="De lamp in het pad").first.click()
    page.wait_for_load_state("load")
    page.fill("textarea[name=text]", ANSWER)
    page.get_by_role("button", name="Geef dit antwoord").click()
    page.wait_for_load_state("load")
    assert "3 melders" in page.inner_text("main")
    for target, words in (("ar", IN_ARABIC), ("tr", IN_TURKISH)):
        page.goto("/werk/vertalen/")
        adviser.picture("wacht-op-vertaling")
        _open_task_into(page, target)
        adviser.picture(f"vertalen-{target}")
        page.fill("textarea[name=text]", words)
        page.get_by_role("button", name="Opslaan", exact=True).click()
        page.wait_for_load_state("load")


def _open_task_into(page, target: str) -> None:
    for row in page.locator("tbody tr").all():
        if row.locator(f"td bdi[lang={target}]").count() and ANSWER[:20] in row.inner_text():
            row.locator("a").first.click()
            page.wait_for_load_state("load")
            return
    raise AssertionError(f"no translation into {target} waits")


def _each_reads_it_in_their_own_language(site, visit, codes: dict[str, str]) -> None:
    for language, words, told in (
        ("ar", IN_ARABIC, ARABIC),
        ("tr", IN_TURKISH, TURKISH),
        ("nl", ANSWER, DUTCH),
    ):
        reader = visit(site, f"circle-volgt-{language}", phone=True)
        seen = follow(reader, codes[language], language)
        reader.picture("antwoord")
        assert words in seen
        assert told[-20:] not in seen
        assert codes[language] not in reader.page.url
        if language == "nl":
            assert "U heeft antwoord van ons" in seen
        else:
            assert _unfold(reader, ANSWER)


def _unfold(reader, words: str) -> bool:
    for summary in reader.page.locator("main details summary").all():
        summary.click()
    return words in reader.page.inner_text("main")


def _all_three_are_closed(adviser) -> None:
    """One message about what was done closed them all: nobody pressed anything for it."""
    page = adviser.page
    page.goto("/werk/meldingen/")
    assert page.get_by_role("link", name=DUTCH[:30]).count() == 0
    page.goto("/werk/meldingen/?status=answered")
    page.get_by_role("link", name=DUTCH[:30]).click()
    page.wait_for_load_state("load")
    adviser.picture("vanzelf-gesloten")
    assert page.locator("main").get_by_text("Beantwoord", exact=True).count() >= 1
    members = page.locator("section[aria-labelledby=bundel] li").all_inner_texts()
    assert len(members) == 2
    assert all("Beantwoord" in member for member in members)


def _one_was_not_heard(site, visit, code: str, adviser) -> None:
    jan = visit(site, "circle-jan-terug", phone=True)
    seen = follow(jan, code)
    assert "gehoord" in seen.lower() or "geholpen" in seen.lower()
    jan.page.check("input[name=face][value=no]", force=True)
    jan.page.fill("textarea[name=words]", "Hij is alweer uit.")
    jan.picture("niet-gehoord")
    press(jan, ".vs-heard button[type=submit]")
    adviser.go("/werk/meldingen/")
    adviser.page.get_by_role("link", name=DUTCH[:30]).click()
    adviser.page.wait_for_load_state("load")
    adviser.picture("heropend")
    assert re.search(r"opgepakt", adviser.page.inner_text("main"), re.IGNORECASE)
    assert "Hij is alweer uit." in adviser.page.inner_text("main")


def _the_neighbourhood_sees_it(site, visit, adviser) -> None:
    """The adviser checks who could be guessed, and then everybody reads it in general terms."""
    page = adviser.page
    page.goto("/werk/afspraken/?stand=done")
    page.get_by_role("link", name="De lamp in het pad").first.click()
    page.wait_for_load_state("load")
    page.get_by_text("Zet dit op de buurtpagina").click()
    page.fill("textarea[name=said]", "Een lamp was lang kapot.")
    page.fill("textarea[name=did]", "Wij hebben de lamp vervangen.")
    page.get_by_role("button", name="Bewaar als concept").click()
    page.wait_for_load_state("load")
    neighbour = visit(site, "circle-buur", phone=True)
    neighbour.go("/mijn-buurt/zilverwende/kadekwartier/")
    assert "Wij hebben de lamp vervangen." not in neighbour.page.inner_text("main")
    page.goto("/werk/buurtpagina/")
    adviser.picture("buurtpagina")
    page.get_by_role("link", name="Wij hebben de lamp vervangen").first.click()
    page.wait_for_load_state("load")
    adviser.picture("wie-is-te-raden")
    page.fill("[name=guess_check]", "Niemand: de lamp staat op een pad waar veel mensen lopen.")
    page.get_by_role("button", name="Maak openbaar").click()
    page.wait_for_load_state("load")
    neighbour.go("/mijn-buurt/zilverwende/kadekwartier/")
    neighbour.picture("mijn-buurt")
    seen = neighbour.page.inner_text("main")
    assert "Wij hebben de lamp vervangen." in seen
    assert "Maaike" in seen
    for told in (ARABIC, TURKISH, DUTCH):
        assert told[-20:] not in seen
    neighbour.go("/ar/mijn-buurt/zilverwende/kadekwartier/")
    neighbour.picture("mijn-buurt-ar")
    assert neighbour.page.get_attribute("html", "dir") == "rtl"

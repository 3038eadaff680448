# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people do at an evening after its first question, up to the report of the morning after."""

from __future__ import annotations

from tests.e2e.people import press, until

LAST_QUESTION = 17
WORDS_AT = 5  # the neighbourhood in three words
NOTE = "Bij de tunnel is het 's avonds donker"
NEXT = {
    "nl": "Wij maken de lampen bij de tunnel. In januari hoort u weer iets.",
    "ar": "سنصلح المصابيح عند النفق.",
}
ON_NOW = "document.querySelector('[data-vote] input[name=item]')?.value"


def answer_anything(phone, number: int) -> None:
    """Answer whatever the phone shows: write, or choose the one whose turn it is."""
    vote = phone.page.locator("[data-vote]")
    if vote.locator("textarea").count():
        vote.locator("textarea").fill(f"Meer licht, wens {number}")
    elif vote.locator("input[type=text]").count():
        vote.locator("input[type=text]").first.fill("groen")
    else:
        choices = vote.locator(".vs-choice")
        choices.nth(number % choices.count()).click()
    phone.page.click("[data-vote] button[type=submit]")
    phone.page.wait_for_selector(".vs-panel--success")


def next_question(adviser, phones) -> None:
    """Put the next part on; every phone shows it by itself."""
    before = phones[0].page.evaluate(ON_NOW)
    press(adviser, "button[value=next]")
    for phone in phones:
        until(phone.page, f"() => {ON_NOW} && {ON_NOW} !== '{before}'")


def rest_of_the_programme(adviser, phones, *, words) -> None:
    """Ask the other sixteen questions in order; `words` is what happens at the three words."""
    for number in range(2, LAST_QUESTION + 1):
        next_question(adviser, phones)
        if number == WORDS_AT:
            words(adviser, phones)
            continue
        for place, phone in enumerate(phones):
            answer_anything(phone, place)
        adviser.page.reload()
        count = str(len(phones))
        until(
            adviser.page,
            f"() => document.querySelector('[data-answered]').textContent === '{count}'",
        )


def take_note(taker, link: str) -> None:
    """Come in by a link and write down what was said, about a place and a factor."""
    page = taker.page
    taker.go(link)
    page.wait_for_url("**/avond/notities/")
    page.fill("[data-note-text]", NOTE)
    page.check("input[name=hot][value=place]")
    page.click("text=Bewaar de notitie")
    page.wait_for_selector(f'[data-notes-own] >> text="{NOTE}"')
    taker.picture("note")


def promise(adviser, base: str, screen) -> None:
    """Promise something; the room sees it on the wall before it is an agreement."""
    page = adviser.page
    press(adviser, "button[value=next]")  # the round of agreements
    adviser.go(f"{base}/zaalvragen/")
    page.fill("textarea[name=what]", "De lampen bij de tunnel doen het weer")
    page.select_option("select[name=organisation]", index=1)
    page.click("text=Schrijf de toezegging op")
    page.click("button[value=promise-show]")
    until(screen.page, "() => document.body.innerText.includes('lampen bij de tunnel')")
    screen.picture("3-promise")
    page.click("button[value=promise-confirm]")
    page.wait_for_selector("text=Staat in de afspraken")
    adviser.picture("5-promise")


def report(adviser, base: str, reader) -> None:
    """The morning after: look through, say what happens next, release; everybody reads it."""
    page = adviser.page
    adviser.go(f"{base}/verslag/")
    assert adviser.axe() == []
    page.fill("textarea[name=next_nl]", NEXT["nl"])
    page.fill("textarea[name=next_ar]", NEXT["ar"])
    press(adviser, "button:has-text('Bewaar')")
    press(adviser, "button:has-text('Geef het verslag vrij')")
    adviser.picture("6-report")
    reference = base.rsplit("/", 1)[-1]
    for prefix, language in (("", "nl"), ("/ar", "ar")):
        reader.go(f"{prefix}/avond/verslag/{reference}/lezen/")
        assert reader.axe() == []
        assert not reader.reaches_sideways()
        # on a phone the parts of a chapter come folded, and open with one press
        inner = reader.page.locator("details[data-fold=part]")
        assert inner.first.get_attribute("open") is None
        reader.page.click("[data-fold-all] button")
        assert inner.last.get_attribute("open") is not None
        told = reader.page.inner_text("main")
        assert NEXT[language] in told
        assert NOTE in told
        assert "De lampen bij de tunnel doen het weer" in told
        assert "wens 3" not in told  # what people wrote and nobody let through
        reader.picture(f"report-{language}")

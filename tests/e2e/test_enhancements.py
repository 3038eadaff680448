# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What scripts add to residents' pages: leaving at once, sending once, speaking, pointing."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.e2e.browser import FLAGS, PHONE, Visitor, chromium_path
from tests.e2e.people import sign_in

NEUTRAL = settings.LEAVE_URL


@pytest.fixture
def leaver(demo_site, visit):
    """A visitor for whom the neutral site exists without any network."""
    visitor = visit(demo_site, "leaver", phone=True)
    visitor.context.route(
        re.compile(re.escape(NEUTRAL)),
        lambda route: route.fulfill(body="<title>Weer</title>", content_type="text/html"),
    )
    return visitor


def test_leaving_goes_away_and_stepping_back_leads_away_again(leaver):
    page = leaver.go("/")
    page.goto("/melden/")
    page.fill("textarea", "Ik ben bang.")

    page.click("a[data-leave]")
    page.wait_for_url(NEUTRAL)
    page.go_back()
    page.wait_for_url(NEUTRAL)

    assert page.title() == "Weer"


def test_escape_three_times_leaves_too_and_twice_does_not(leaver):
    page = leaver.go("/hulp/")

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.url.endswith("/hulp/")
    page.keyboard.press("Escape")

    page.wait_for_url(NEUTRAL)


def test_a_new_visit_after_leaving_is_a_visit_like_any_other(leaver):
    page = leaver.go("/")
    page.click("a[data-leave]")
    page.wait_for_url(NEUTRAL)

    page.goto("/")

    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("sessionStorage.length") == 0


def test_without_a_script_the_way_out_is_a_plain_link_and_nothing_dead_is_shown(demo_site, visit):
    visitor = visit(demo_site, "plain", phone=True, javascript=False)
    page = visitor.go("/melden/")

    assert page.get_attribute("a[data-leave]", "href") == NEUTRAL
    for selector in ("[data-aloud]", "[data-recorder]"):
        assert not page.locator(selector).is_visible()
    expect(page.locator("input[type=file]")).to_be_visible()


def test_the_code_of_a_qr_fills_the_field_and_leaves_the_address(demo_site, visit):
    page = visit(demo_site, "code", phone=True).go("/volgen/#1234567890123456")

    expect(page.locator("input[data-code]")).to_have_value("1234 5678 9012 3456")
    assert "#" not in page.url


def test_a_double_tap_sends_a_report_once(demo_site, visit):
    visitor = visit(demo_site, "double", phone=True)
    page = visitor.go("/melden/werk/school/")
    page.fill("textarea", "Er ligt glas op het plein.")
    page.locator("select").first.select_option(index=1)
    page.check("input[value=anonymous]")
    posts: list[str] = []
    visitor.context.route(
        "**/melden/**",
        lambda route: (
            posts.append(route.request.method) if route.request.method == "POST" else None,
            route.continue_(),
        ),
    )

    page.locator("main form button[type=submit]").last.dblclick()
    page.wait_for_selector("[data-receipt-code]")

    assert posts == ["POST"]


def test_letters_left_are_told_only_near_the_end(demo_site, visit):
    page = visit(demo_site, "letters").go("/melden/")
    limit = int(page.get_attribute("textarea", "maxlength"))
    note = page.locator(".vs-count").first

    page.fill("textarea", "a" * 10)
    assert note.inner_text() == ""
    page.fill("textarea", "a" * (limit - 7))

    expect(note).to_contain_text("7")


def test_a_spoken_report_lands_in_the_forms_own_field(demo_site, chromium):
    flags = [*FLAGS, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    browser = chromium.browser_type.launch(
        executable_path=chromium_path(), headless=True, args=flags
    )
    visitor = Visitor(browser, demo_site.address, "speaker", PHONE)
    visitor.context.grant_permissions(["microphone"])
    page = visitor.go("/melden/")

    page.click("[data-recorder] [data-start]")
    page.wait_for_timeout(1200)
    page.click("[data-recorder] [data-start]")

    expect(page.locator("[data-recorder] audio")).to_be_visible()
    size = page.evaluate("document.querySelector('input[name=voice]').files[0].size")
    assert size > 500
    assert visitor.problems == []
    page.click("[data-recorder] [data-remove]")
    assert page.evaluate("document.querySelector('input[name=voice]').files.length") == 0
    browser.close()


def test_a_second_file_can_be_had_from_one_page(demo_site, visit):
    visitor = visit(demo_site, "anouk")
    sign_in(visitor, "anouk")
    page = visitor.go("/werk/plannen/")
    page.locator("main a[data-row]").first.click()
    page.wait_for_load_state("load")
    page.goto(f"{page.url}begroting/")
    had = []
    for ending in ("xlsx", "ods"):
        with page.expect_download() as coming:
            page.click(f"main button[name=bestand][value={ending}]")
        had.append(coming.value.suggested_filename.rsplit(".", 1)[1])

    assert had == ["xlsx", "ods"]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page in every state, through axe and under a ruler: WCAG 2.2 AA.

The ordinary run takes Dutch and Arabic, and axe on a phone; `make axe-all` (VOELSPRIET_AXE=all)
takes four languages and every page of every role on phone and desk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import chain

import pytest

from tests.e2e import evening_pages, surfaces_coding
from tests.e2e.browser import DESKTOP, PHONE, SMALL, Visitor
from tests.e2e.people import sign_in
from tests.e2e.ruler import cut_off, enlarge_text, reading_order, too_small
from tests.e2e.surfaces import public_stops
from tests.e2e.surfaces_agendas import agenda_stops
from tests.e2e.surfaces_staff import (
    ALL,
    COLLEAGUES,
    case_stops,
    duty_stops,
    exchange_stops,
    knowledge_stops,
    login_stops,
    made_stops,
    staff_stops,
)
from tests.e2e.surfaces_together import together_stops
from tests.pages.discovery import addresses, staff_addresses

LANGUAGES = ("nl", "en", "tr", "ar") if ALL else ("nl", "ar")
ADMINISTRATOR = "dirk"
POLICY_ADVISER = "anouk"
RESEARCHER = "yara"
PUBLIC_WALKS = (public_stops, agenda_stops, together_stops)
DIRECTIONS = {"nl": "ltr", "en": "ltr", "tr": "ltr", "ar": "rtl"}

# files, and addresses only a form comes to: what they answer with is seen where the form stands
# and a page that only stands where one site serves several municipalities
NO_PAGES = {
    "public:map", "public:face", "public:social_maps", "public:map_result_cells",
    "public:agenda_paper_file", "public:safety_plan_paper_file", "public:paper_sheet",
} | evening_pages.PUBLIC  # fmt: skip
NO_STAFF_PAGES = {
    f"workspace:{name}"
    for name in (
        "logout", "audit_export", "inbox_points", "signal_point", "attachment", "my_photo",
        "answer", "answer_bundle", "bundle", "bundle_close", "bundle_settle", "deed", "contact",
        "attachment_decide", "transcribe", "call_number", "call_log", "call_give_up",
        "mail_resend", "mail_confirm", "handover_withdraw", "handover_take", "handover_report",
        "handover_point", "routing_delete", "template_delete", "story_publish", "story_text",
        "story_withdraw", "meeting_file", "network_check", "budget_file", "notice_letter_file",
        "map_deed", "map_export", "map_shapes", "map_print_file", "sheet_photo",
        "plan_budget_file", "plan_budget_row_remove",
        "questionnaire_file", "source_remove", "source_sensitive", "source_speaker", "study_end",
        "study_referral", "study_urgent", "second_take_back", "urgent_confirm", "comparison_count",
        "comparison_world", "comparison_place", "comparison_quote", "comparison_report_file",
        "exchange_codebook", "proposal_comment", "proposal_settle", "proposal_file", "plan_file",
        "plan_evaluation_file", "plan_programme_file", "area_agenda_file",
        "area_agenda_version_file",
        "plan_budget_paper_file", "plan_paper_version_file",
    )
} | evening_pages.STAFF | {f"workspace:{name}" for name in surfaces_coding.FORMS}  # fmt: skip


@dataclass
class Seen:
    """What was found on a walk, by kind of finding."""

    addresses: set[str] = field(default_factory=set)
    axe: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    small: list[str] = field(default_factory=list)
    language: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)


def _measure(visitor: Visitor, where: str, seen: Seen) -> None:
    width = visitor.page.viewport_size["width"]
    if visitor.reaches_sideways():
        seen.sideways.append(f"{where} at {width}: must be scrolled sideways")
    seen.sideways += [f"{where} at {width}: {found}" for found in cut_off(visitor.page)]


def _is_close_on_the_map(found: str) -> bool:
    """Where things happened close together points lie so; the list leads to them too (2.5.8)."""
    return found.startswith("target-size") and "vs-map__point" in found


def _walk_public(visitor: Visitor, language: str) -> Seen:
    seen, page = Seen(), visitor.page
    for stop in chain(*(stops(visitor, language) for stops in PUBLIC_WALKS)):
        where = f"{language} {stop}"
        seen.addresses.add(f"public:{stop.address}")
        # from right to left a desk shows nothing that a phone does not
        for size in (DESKTOP, SMALL) if ALL or language != "ar" else (SMALL,):
            page.set_viewport_size(size)
            # a desk shows the same parts in the same colours: there only the ruler is laid on them
            if ALL or (size is SMALL and (language != "ar" or stop.state == "filled")):
                seen.axe += [f"{where} at {size['width']}: {found}" for found in visitor.axe()]
            _measure(visitor, where, seen)
        seen.small += [f"{where}: {found}" for found in too_small(page)]
        enlarge_text(page, 200)
        _measure(visitor, f"{where} with text of 200 %", seen)
        enlarge_text(page, None)
        seen.language += [f"{where}: {found}" for found in reading_order(page)]
        root = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
        if root != [language, DIRECTIONS[language]]:
            seen.language.append(f"{where}: the page says {root}")
        page.set_viewport_size(PHONE)
        visitor.picture(str(stop))
    seen.problems = visitor.problems + visitor.outside_requests()
    seen.unsure = visitor.unsure
    return seen


def _walk_staff(visitor: Visitor, who: str, known: set[str], sent: set) -> Seen:
    seen, page = Seen(), visitor.page
    linked = partial(staff_stops) if ALL else partial(staff_stops, sent=sent, known=known)
    walks: dict[str, list] = {
        COLLEAGUES[0]: [login_stops, linked, made_stops, case_stops],
        ADMINISTRATOR: [linked, duty_stops],
        POLICY_ADVISER: [linked, knowledge_stops],
        RESEARCHER: [linked, surfaces_coding.coding_stops, exchange_stops],
    }
    if who != COLLEAGUES[0]:
        sign_in(visitor, who)
    for walk in walks.get(who, [linked]):
        for stop in walk(visitor):
            where = f"{who} {stop}"
            seen.addresses.add(stop.address)
            if str(stop) in known and not ALL:
                continue
            known.add(str(stop))
            # errors come out of the same few templates: of every second form they are tried here
            through_axe = ALL or stop.state != "errors" or len(known) % 2 == 0
            for size in (PHONE, DESKTOP):
                page.set_viewport_size(size)
                if ALL or (size is PHONE and through_axe):
                    seen.axe += [
                        f"{where} at {size['width']}: {found}"
                        for found in visitor.axe()
                        if not _is_close_on_the_map(found)
                    ]
                _measure(visitor, where, seen)
            seen.small += [f"{where}: {found}" for found in too_small(page)]
            visitor.picture(str(stop))
    seen.problems = visitor.problems + visitor.outside_requests()
    seen.unsure = visitor.unsure
    return seen


@pytest.fixture(scope="module")
def walked(demo_site, chromium):
    """What one walk through all pages of residents in a language found; each is walked once."""
    walks: dict[str, Seen] = {}

    def in_language(language: str) -> Seen:
        if language not in walks:
            visitor = Visitor(chromium, demo_site.address, f"residents-{language}", SMALL)
            walks[language] = _walk_public(visitor, language)
            visitor.close()
        return walks[language]

    return in_language


@pytest.fixture(scope="module")
def worked(demo_site, chromium) -> dict[str, Seen]:
    """What was found on the pages of one colleague per role."""
    found, known, sent = {}, set(), set()
    for who in COLLEAGUES:
        visitor = Visitor(chromium, demo_site.address, f"staff-{who}", DESKTOP)
        found[who] = _walk_staff(visitor, who, known, sent)
        visitor.close()
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_of_residents_is_looked_at(walked, language):
    every = {a.name for a in addresses() if a.name.startswith("public:")} - NO_PAGES
    assert walked(language).addresses - {"public:error"} == every


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_page_of_residents(walked, language, capsys):
    seen = walked(language)
    with capsys.disabled():
        for doubt in sorted(seen.unsure):
            print(f"\n  axe cannot tell ({language}): {doubt}", end="")
    assert seen.axe == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_at_320_pixels_or_with_text_twice_as_large(walked, language):
    assert walked(language).sideways == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_to_tap_is_large_enough(walked, language):
    assert walked(language).small == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_and_direction_are_said_and_numbers_read_from_left_to_right(walked, language):
    assert walked(language).language == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_of_residents_breaks_its_own_rules_or_asks_anything_outside(walked, language):
    assert walked(language).problems == []


def test_every_address_of_colleagues_is_looked_at(worked):
    every = {address.name for address in staff_addresses()} - NO_STAFF_PAGES
    assert set().union(*(seen.addresses for seen in worked.values())) == every


@pytest.mark.parametrize("who", COLLEAGUES)
def test_axe_finds_nothing_on_any_page_of_colleagues(worked, who, capsys):
    with capsys.disabled():
        for doubt in sorted(worked[who].unsure):
            print(f"\n  axe cannot tell ({who}): {doubt}", end="")
    assert worked[who].axe == []


@pytest.mark.parametrize("who", COLLEAGUES)
def test_no_page_of_colleagues_sticks_out_or_is_too_small_to_hit(worked, who):
    assert worked[who].sideways == []
    assert worked[who].small == []
    assert worked[who].problems == []

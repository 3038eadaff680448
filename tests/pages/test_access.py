# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address × every role × an object in and out of scope, found by discovery."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve, reverse

from tests.factories.second_coding import BLIND
from tests.pages.discovery import Address, addresses, staff_addresses
from tests.pages.scene import SECRET, SECRET_MAIL, SECRET_PHONE, Corner, Scene, make_scene
from tests.thorough import some
from voelspriet.ground.privacy.choices import Role

OPEN_ADDRESSES = {"workspace:login", "workspace:logout"}


# who may come in is decided before a database is asked; what each page asks is tried per room
pytestmark = [pytest.mark.django_db, pytest.mark.markup]


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):  # noqa: ARG001  the tables must be there
    """One scene for the whole module; what a test changes is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = make_scene()
        # signing in anew for each of thousands of pages would tell nothing
        made.sign_in()
        yield made
        transaction.set_rollback(True)


# what is the whole town's, for whom: an administrator's lists, what is stuck for the director, a
# matter a colleague of another duo must look at again, an agreement without its reporters
WHOLE_TOWN: dict[str, set[str]] = {
    **{
        f"workspace:{name}": {str(Role.ADMINISTRATOR)}
        for name in (
            "person", "duty_end", "leaving", "organisation", "routing_edit", "routing_delete",
        )
    },
    **{
        f"workspace:{name}": {str(Role.ADMINISTRATOR), str(Role.AREA_ADVISER)}
        for name in ("template", "template_delete")
    },
    "workspace:social_map_entry": {str(Role.AREA_ADVISER), str(Role.ADMINISTRATOR)},
    "workspace:signal": {str(Role.DIRECTOR)},
    **{
        f"workspace:priority_task_{name}": {str(Role.DIRECTOR), str(Role.POLICY_ADVISER)}
        for name in ("edit", "start", "review")
    },
    "workspace:safety_check": {str(role) for role in Role} - {
        str(Role.AREA_ADVISER), str(Role.HANDLER)
    },
    **{
        f"workspace:{name}": {str(Role.RESEARCHER)}
        for name in (
            "study", "study_source", "study_referral", "study_urgent", "study_end", "source",
            "source_speaker", "source_sensitive", "source_remove", "urgent_confirm",
            "exchange_study", "exchange_codebook", "exchange_project", "exchange_incoming",
            "study_agreement", "study_second", "second_coding", "second_take_back",
            "second_differences", "difference",
            "study_fragments",
        )
    },
    **{
        f"workspace:{name}": {str(Role.RESEARCHER), str(Role.POLICY_ADVISER)}
        for name in (
            "codebook", "codebook_draft", "codebook_publish", "codebook_code",
            "codebook_code_remove", "codebook_code_move", "codebook_merge", "coding_text",
            "coding_fragment", "coding_fragment_edit",
            "coding_fragment_remove", "coding_finish", "coding_sensitive", "coding_deed",
            "coding_suggestions", "coding_learn",
        )
    },
    **{
        f"workspace:{name}": {str(Role.RESEARCHER), str(Role.POLICY_ADVISER)}
        for name in (
            "study_comparison", "comparison", "comparison_areas", "comparison_figure",
            "comparison_count", "comparison_factor", "comparison_world", "comparison_place",
            "comparison_fragments", "comparison_quote", "comparison_recommend",
            "comparison_recommendation", "comparison_report", "comparison_report_file",
            "comparison_words", "comparison_help",
        )
    },
    **{
        f"workspace:plan{name}": {str(role) for role in Role}
        for name in (
            "", "_edit", "_frame", "_cycle", "_lacks", "_new_theme", "_new_ambition", "_theme",
            "_theme_edit", "_ambition", "_ambition_edit", "_ambition_question",
            "_budget", "_budget_paper", "_budget_paper_file", "_budget_file",
            "_budget_import", "_budget_row", "_budget_row_new",
            "_budget_row_remove", "_budget_measuring", "_paper", "_file",
            "_evaluation", "_evaluation_file", "_public", "_programme", "_programme_file",
            "_programme_edit", "_line", "_role", "_paper_version", "_paper_version_file",
            "_paper_changes",
        )
    },
    "workspace:work": {str(role) for role in Role},
    **{
        f"workspace:proposal{name}": {str(role) for role in Role}
        for name in (
            "", "_paper", "_file", "_head", "_section", "_cost_new", "_cost", "_alternative_new",
            "_alternative", "_comment", "_settle", "_versions", "_version", "_changes", "_decide",
        )
    },
    "workspace:knowledge_entry": {str(role) for role in Role},
    "workspace:knowledge_edit": {str(Role.POLICY_ADVISER), str(Role.RESEARCHER)},
    "workspace:tension_area": {str(role) for role in Role} - {str(Role.AREA_ADVISER)},
    **{
        f"workspace:questionnaire{name}": {str(role) for role in Role}
        for name in ("", "_version", "_preview", "_file", "_edit")
    },
    "workspace:work_edit": {str(Role.DIRECTOR), str(Role.POLICY_ADVISER)},
    "workspace:review": {str(Role.AREA_ADVISER), str(Role.DIRECTOR)},
    "workspace:agreement": {str(role) for role in Role} - {str(Role.HANDLER)},
    **{
        f"workspace:{name}": {str(role) for role in Role} - {Role.AREA_ADVISER, Role.HANDLER}
        for name in (
            "meeting", "meeting_file", "area_agenda", "area_agenda_sheet", "area_agenda_paper",
            "area_agenda_file", "area_agenda_version", "area_agenda_version_file",
            "area_agenda_changes", "priority",
            "incident", "notice", "notice_letter", "notice_letter_file", "priority_task",
            "initiative", "budget",
            "map_round", "map_notes", "map_photos", "map_paper", "map_deed", "map_shapes",
            "map_export", "map_print", "map_print_file", "sheet_photo",
        )
    },
}  # fmt: skip
# addresses a role may come to that hold nothing of theirs in this scene
NOT_THEIRS: set[tuple[str, str]] = {
    # somebody of the duo that answered never judges the answer
    ("workspace:review", str(Role.AREA_ADVISER)),
    # rows without a file behind them
    ("workspace:attachment", str(Role.AREA_ADVISER)),
    ("workspace:attachment", str(Role.HANDLER)),
    *(("workspace:my_photo", str(role)) for role in Role),
    # a draft is for who answers for its signal
    *(("workspace:learning_case", str(role)) for role in Role if role is not Role.AREA_ADVISER),
}


def kwargs_for(address: Address, corner: Corner) -> dict[str, Any]:
    """Return the parts of an address that point at this corner's objects."""
    parts = corner.parts
    last = address.name.split(":")[-1]
    reference = parts["signal"].reference
    for start, key in (
        ("handover_new", "signal"), ("handover_withdraw", "signal"), ("handover", "handover"),
        ("answer_bundle", "bundle"), ("bundle_", "bundle"), ("answer_agreement", "agreement"),
        ("agreement", "agreement"), ("call", "call"), ("translation", "answer"),
        ("review", "reviewed"), ("story", "story"), ("meeting", "meeting"),
        ("priority_task_review", "old_task"), ("priority_task", "task"),
        ("area_agenda", "area_agenda"), ("priority", "priority"),
        ("incident", "incident"), ("notice", "notice"),
        ("work", "work"), ("proposal", "proposal"),
        ("map_", "map_round"),
        ("safety_check", "safety_check"),
        ("codebook", "codebook"), ("coding_learn", "codebook"), ("coding_", "material"),
        ("comparison", "comparison"),
        ("study", "study"), ("source", "source"), ("urgent", "urgent"),
        ("exchange_study", "study"), ("exchange_project", "study"),
        ("exchange_incoming", "project"), ("exchange_codebook", "codebook"),
        ("second", "second"), ("difference", "difference"),
        ("initiative", "initiative"),
        ("plan_theme", "plan_theme"), ("plan_ambition", "plan_ambition"), ("plan", "plan"),
        ("knowledge", "intervention"), ("tension", "reading"), ("learning_case", "case"),
        ("key_figure", "key_figure"),
        ("evening_report", "closed_evening"), ("evening", "evening"),
        ("questionnaire", "questionnaire"),
    ):  # fmt: skip
        if last.startswith(start):
            reference = parts[key].reference
            break
    values = {
        "reference": reference,
        "handover": parts["handover"].reference,
        "number": 1,
        "section": "reason",
        "first_year": 2000,
        "language": "nl",
        "deed": "sluiten" if last == "map_deed" else "oppakken",
        "form": "gpkg",
        "file_name": parts[
            {"transcribe": "voice", "sheet_photo": "sheet_photo"}.get(last, "photo")
        ].file_name,
        "delivery_id": parts["delivery"].pk,
        "organisation_id": parts["organisation"].pk,
        "user_id": corner.duo[0 if "duty_id" in address.parts else 1].pk,
        "rule_id": parts["rule"].pk,
        "template_id": parts["template"].pk,
        "term_id": parts["term"].pk,
        "face_id": parts["face"].pk,
        "area_id": corner.area.pk,
        "budget_id": parts["budget"].pk,
        "key": parts["evening_key"],
        "part": "producten",
        "paper": "document",
        "row_key": "toezicht",
        "project_key": "p1",
        "code_id": parts["code"].pk,
        "fragment_id": parts["fragment"].pk,
        "line_id": parts["plan"].lines.first().pk,
        "role_id": parts["plan"].roles.first().pk,
        "programme_id": parts["plan"].programmes.first().pk,
        "duty_id": corner.duo[0].duties.first().pk,
    }
    missing = set(address.parts) - set(values)
    assert not missing, f"{address.name}: this test does not know {missing}: add an object"
    return {part: values[part] for part in address.parts}


def visit(scene: Scene, address: Address, role: str | None, corner: Corner, method: str = "get"):
    client = Client() if role is None else scene.browsers[role]
    url = reverse(address.name, kwargs=kwargs_for(address, corner))
    return getattr(client, method)(url)


@pytest.fixture(scope="module")
def read(scene) -> Callable[[Address, str], HttpResponse]:
    """Read a page of one's own corner as a role does: once, however many tests look at it."""
    seen: dict[tuple[str, str], HttpResponse] = {}

    def open_page(address: Address, role: str) -> HttpResponse:
        key = (address.name, role)
        if key not in seen:
            seen[key] = visit(scene, address, role, scene.own)
        return seen[key]

    return open_page


STAFF = [a for a in staff_addresses() if a.name not in OPEN_ADDRESSES]


def test_every_address_leads_to_its_own_page(scene):
    """No address is caught by one that stands before it and fits it too."""
    for address in addresses():
        if not address.parts or address.is_staff_page:
            path = reverse(address.name, kwargs=kwargs_for(address, scene.own))
            assert resolve(path).view_name == address.name


def test_every_staff_address_has_a_lock():
    assert [a.name for a in STAFF if a.roles is None] == []


@pytest.mark.parametrize("address", STAFF, ids=lambda a: a.name)
def test_nobody_comes_in_without_signing_in(scene, address):
    for method in ("get", "post"):
        response = visit(scene, address, None, scene.own, method)
        assert response.status_code in {302, 405}
        if response.status_code == 405:
            continue
        assert response.headers["Location"].startswith(reverse("workspace:login"))


@pytest.mark.parametrize("address", STAFF, ids=lambda a: a.name)
def test_a_role_without_the_key_is_stopped_and_reads_nothing(scene, address):
    # one lock stops them all: in an ordinary run three try it
    for role in some([str(role) for role in Role if str(role) not in address.roles], 3):
        for method in ("get", "post"):
            response = visit(scene, address, role, scene.own, method)
            assert response.status_code in {403, 405}, (role, method)
            assert SECRET not in response.content.decode()


@pytest.mark.parametrize("address", [a for a in STAFF if a.parts], ids=lambda a: a.name)
@pytest.mark.parametrize("where", ["neighbour", "elsewhere"])
def test_an_object_outside_scope_does_not_exist(scene, address, where):
    """404 for what lies outside, with not a word of it; pages about the whole town are no scope."""
    corner = getattr(scene, where)
    for role in sorted(address.roles):
        if where == "neighbour" and role in WHOLE_TOWN.get(address.name, set()):
            continue
        for method in ("get", "post"):
            response = visit(scene, address, role, corner, method)
            # 422: the form is judged first, the same for what is not there at all
            assert response.status_code in {404, 405, 422}, (role, method, response.status_code)
            body = response.content.decode()
            assert corner.words not in body
            assert SECRET_MAIL not in body


@pytest.mark.parametrize("address", STAFF, ids=lambda a: a.name)
def test_every_page_opens_for_those_it_is_for(read, address):
    """200, a way on, or 405 where only a form may come; one h1, a title and a language."""
    for role in sorted(address.roles):
        response = read(address, role)
        assert response.status_code in {200, 302, 404, 405}, role
        if response.status_code == 404:
            assert (address.name, role) in NOT_THEIRS, role
        if response.status_code == 200 and "text/html" in response.headers["Content-Type"]:
            body = response.content.decode()
            assert body.count("<h1") == 1, address.name
            assert "<title> –" not in body
            assert 'lang="nl"' in body
            assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", STAFF, ids=lambda a: a.name)
def test_contact_data_is_on_no_page_that_did_not_ask_for_it(read, address):
    for role in sorted(address.roles):
        body = read(address, role).content.decode(errors="replace")
        assert SECRET_MAIL not in body
        assert SECRET_PHONE not in body


@pytest.mark.parametrize("address", STAFF, ids=lambda a: a.name)
def test_no_page_tells_what_the_first_coder_of_a_text_did_while_it_is_coded_blindly(read, address):
    for role in sorted(address.roles):
        assert BLIND not in read(address, role).content.decode(errors="replace")


@pytest.mark.parametrize("address", STAFF, ids=lambda a: a.name)
def test_only_the_duo_reads_what_was_told(read, address):
    """Every role but the duo's opens every page it may, and finds no reporter's words."""
    words_for = {str(Role.AREA_ADVISER), str(Role.DIRECTOR)}
    for role in sorted(address.roles - words_for):
        assert SECRET not in read(address, role).content.decode(errors="replace")


@pytest.mark.parametrize("address", STAFF, ids=lambda a: a.name)
def test_a_director_never_reads_words_that_point_at_a_person(scene, address):
    if str(Role.DIRECTOR) not in address.roles or "reference" not in address.parts:
        return
    url = reverse(
        address.name,
        kwargs=kwargs_for(address, scene.own) | {"reference": scene.own.parts["flagged"].reference},
    )
    client = Client()
    client.force_login(scene.people[str(Role.DIRECTOR)])
    assert "dealt hier" not in client.get(url).content.decode(errors="replace")


def test_residents_pages_open_without_an_account_or_a_session():
    """Nothing but the form's own cookie, and never a session."""
    for address in addresses():
        if not address.name.startswith("public:") or address.parts:
            continue
        client = Client()
        response = client.get(reverse(address.name))
        # helpers at an evening come in with a link: test_evening_access
        opened = {200, 302, 405} if address.evening_roles is None else {403}
        assert response.status_code in opened, address.name
        assert set(client.cookies) <= {"veilig"}, address.name

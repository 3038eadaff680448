# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole plan by hand, on its pages: no file, nothing typed lost, and what comes next is told."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import make_user
from tests.factories.plans import make_ambition, make_measurement, make_plan, make_theme
from voelspriet.act.plans.choices import PlanLineKind, PlanState
from voelspriet.act.plans.forms.frames import LABELS
from voelspriet.act.plans.models import Consultation, Plan, PlanLine, PlanRole
from voelspriet.act.plans.rules.frames import LINE_PARTS
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    return make_town(host="testserver")


@pytest.fixture
def client(town):
    client = Client()
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    return client


def _at(name: str, *parts: object) -> str:
    return reverse(f"workspace:{name}", args=parts)


def _steps(client: Client, reference: str) -> dict[str, bool]:
    steps = client.get(_at("plan", reference)).context["detail"].steps
    return {one.code: one.is_done for one in steps}


def test_an_empty_plan_says_what_comes_next_until_it_is_all_there(client):
    years = {"first_year": 2027, "last_year": 2030}
    made = client.post(_at("plan_new"), {"title": "Veilig samen", **years})
    here = made.headers["Location"]
    reference = Plan.objects.get().reference
    assert not any(_steps(client, reference).values())
    page = client.get(here).content.decode()
    for name in ("plan_edit", "plan_frame", "plan_new_theme", "plan_new_ambition", "plan_cycle",
                 "plan_budget"):  # fmt: skip
        assert f'href="{_at(name, reference)}"' in page
    client.post(_at("plan_edit", reference), {"title": "Samen", "vision": "Thuis", **years})
    role = {"deed": "role", "body": "council", "name": "De raad", "task": "Stelt kaders"}
    client.post(_at("plan_frame", reference), role)
    client.post(_at("plan_frame", reference), {"deed": "mission", "text": "Veilig thuis"})
    client.post(_at("plan_new_theme", reference), {"label": "Jeugd", "approach": "Praten\n\nDoen"})
    theme = Plan.objects.get().themes.get()
    assert [one.text for one in theme.measures.order_by("position")] == ["Praten", "Doen"]
    steps = client.get(here).context["detail"].steps
    assert [one.theme for one in steps if one.code == "ambitions"] == [theme.reference]
    ambition = {"key": "J1", "statement": "Minder overlast", "kind": "effect"}
    client.post(_at("plan_new_ambition", theme.reference), ambition)
    cycle = _at("plan_cycle", reference)
    programme = {"deed": "programme", "name": "Eerste", "approved_by": "college"}
    client.post(cycle, {**programme, "first_year": 2027, "last_year": 2028})
    due = {"deed": "moment", "purpose": "interim", "what": "Evaluatie", "due_on": "2028-12-01"}
    client.post(cycle, due)
    for part, label in (("producten", "Toezicht"), ("dekking", "Reserve")):
        row = {"label": label, "certainty": "printed", "2027": "100"}
        client.post(_at("plan_budget_row_new", reference, part), row)
    assert all(_steps(client, reference).values())
    Plan.objects.update(state=PlanState.ADOPTED)
    assert _steps(client, reference) == {}


@pytest.mark.parametrize("kind", PlanLineKind)
def test_a_line_of_each_kind_is_added_changed_and_taken_out(client, town, kind):
    plan = make_plan(town.municipality)
    here = _at("plan_frame", plan.reference)
    parts = LINE_PARTS[kind]
    assert {name for one, name in LABELS if one == kind} == set(parts)
    assert client.post(here, {"deed": kind, parts[-1]: " "}).status_code == 422
    typed = {name: f"Iets over {name}" for name in parts}
    added = client.post(here, {"deed": kind, **typed})
    assert added.headers["Location"] == f"{here}#{kind}"
    line = plan.lines.get()
    assert {name: getattr(line, name) for name in typed} == typed
    client.post(_at("plan_line", plan.reference, line.pk), typed | {parts[0]: "Anders"})
    assert getattr(plan.lines.get(), parts[0]) == "Anders"
    assert "Anders" in client.get(here).content.decode()
    client.post(_at("plan_line", plan.reference, line.pk), {"deed": "remove"})
    assert not plan.lines.exists()


def test_a_role_and_where_it_meets_are_written_and_name_functions_only(client, town):
    plan = make_plan(town.municipality)
    frame = _at("plan_frame", plan.reference)
    typed = {"deed": "role", "body": "mayor", "name": "Burgemeester", "task": "Gaat voor"}
    refused = client.post(frame, typed | {"name": "Burgemeester Sandra de Wit"})
    assert refused.status_code == 422
    assert "Sandra de Wit" in refused.content.decode()
    assert refused.context["bound"].errors.keys() == {"name"}
    client.post(frame, typed)
    role = plan.roles.get()
    here = _at("plan_role", plan.reference, role.pk)
    meets = {"deed": "meet", "name": "Driehoek", "members": "officier van justitie\npolitiechef",
             "municipalities": "Zilverwende", "held_when": "elke maand"}  # fmt: skip
    refused = client.post(here, meets | {"members": "mevrouw Bakker"})
    assert refused.context["bound"].errors.keys() == {"members"}
    assert not Consultation.objects.exists()
    client.post(here, meets)
    met = role.consultations.get()
    assert met.members == ["officier van justitie", "politiechef"]
    client.post(here, meets | {"deed": f"meet-{met.pk}", "held_when": "elk kwartaal"})
    assert role.consultations.get().held_when == "elk kwartaal"
    client.post(here, {**typed, "task": "Bewaart de orde"})
    assert plan.roles.get().task == "Bewaart de orde"
    client.post(here, {"deed": f"drop-{met.pk}"})
    assert not role.consultations.exists()
    client.post(here, {"deed": "remove"})
    assert not plan.roles.exists()
    assert client.get(here).status_code == 404


def test_themes_ambitions_lines_and_roles_change_places(client, town):
    plan = make_plan(town.municipality)
    themes = [make_theme(plan, label=name) for name in "ab"]
    ambitions = [make_ambition(plan, themes[0]) for _ in range(2)]
    frame = _at("plan_frame", plan.reference)
    for name in "ab":
        client.post(frame, {"deed": "topic", "label": name})
        client.post(frame, {"deed": "role", "body": "college", "name": name, "task": "Voert uit"})
    (_a, line), (first, _b) = plan.lines.order_by("position"), plan.roles.order_by("position")
    for path, deed in (
        (_at("plan", plan.reference), f"up-{themes[1].reference}"),
        (_at("plan_theme", themes[0].reference), f"down-{ambitions[0].reference}"),
        (frame, f"up-line-{line.pk}"),
        (frame, f"down-role-{first.pk}"),
        (frame, f"down-role-{first.pk}"),  # it is the last one now
    ):
        assert client.post(path, {"deed": deed}).status_code == 302
    assert [one.label for one in plan.themes.order_by("position")] == ["b", "a"]
    assert list(plan.ambitions.order_by("position")) == ambitions[::-1]
    for rows, name in ((PlanLine, "label"), (PlanRole, "name")):
        assert list(rows.objects.order_by("position").values_list(name, flat=True)) == ["b", "a"]
    role = plan.roles.first()
    with arranging():
        met = [role.consultations.create(position=place, name=f"{place}") for place in (1, 2)]
    here = _at("plan_role", plan.reference, role.pk)
    moved = client.post(here, {"deed": f"up-met-{met[1].pk}"})
    assert moved["Location"] == f"{here}#met-{met[1].pk}"
    assert list(role.consultations.order_by("position")) == met[::-1]
    for deed in (
        f"up-met-{met[1].pk}",
        "up-line-",
        "up-line-x",
        "up-boom",
        "sideways-line-1",
        "",
        "up-line-99999",
    ):
        assert client.post(frame, {"deed": deed}).status_code == 404


def test_what_hangs_on_something_is_told_and_keeps_it_there(client, town):
    plan = make_plan(town.municipality)
    theme = make_theme(plan)
    measured = make_ambition(plan, theme, key="J1")
    make_measurement(measured)
    page = client.get(_at("plan_theme_edit", theme.reference)).content.decode()
    assert "Dit thema heeft nog een ambitie: J1. Haal die eerst weg." in page
    assert 'value="remove"' not in page
    edit = _at("plan_ambition_edit", measured.reference)
    assert "Deze ambitie is gemeten." in client.get(edit).content.decode()
    for path in (edit, _at("plan_theme_edit", theme.reference)):
        assert client.post(path, {"deed": "remove"}).status_code == 409
    measured.measurements.all().delete()
    assert client.post(edit, {"deed": "remove"}).status_code == 302
    client.post(_at("plan_theme_edit", theme.reference), {"deed": "remove"})
    assert not plan.themes.exists()


def test_a_programme_is_changed_and_goes_when_nothing_of_the_cycle_is_of_it(client, town):
    plan = make_plan(town.municipality)
    cycle = _at("plan_cycle", plan.reference)
    typed = {"name": "Eerste", "first_year": 2019, "last_year": 2020, "approved_by": "college"}
    early = client.post(cycle, {"deed": "programme", **typed, "first_year": 2018})
    assert early.context["bound"].errors.keys() == {"first_year"}
    client.post(cycle, {"deed": "programme", **typed})
    one = plan.programmes.get()
    assert client.post(cycle, {"deed": "programme", **typed}).status_code == 422  # twice in a year
    here = _at("plan_programme_edit", plan.reference, one.pk)
    late = client.post(here, typed | {"last_year": 2018})
    assert late.context["form"].errors.keys() == {"last_year"}
    client.post(here, typed | {"name": "Eén"})
    assert plan.programmes.get().name == "Eén"
    due = {"purpose": "interim", "what": "Evalueren", "due_on": "2020-12-01"}
    client.post(cycle, {"deed": "moment", **due})
    moment = plan.moments.get()
    chosen = {"deed": "moments", "moments": [moment.pk]}
    assert client.post(here, chosen | {"moments": [moment.pk + 1]}).status_code == 422
    client.post(here, chosen)
    assert plan.moments.get().programme == one
    assert "Eén · uiterlijk" in client.get(cycle).content.decode()
    client.post(cycle, {"deed": "programme", **typed, "first_year": 2021, "last_year": 2022})
    other = _at("plan_programme_edit", plan.reference, plan.programmes.last().pk)
    assert "Evalueren, 1 december 2020 (nu bij Eén)" in client.get(other).content.decode()
    assert "hoort hier nog bij: Evalueren" in client.get(here).content.decode()
    assert client.post(here, {"deed": "remove"}).status_code == 409
    client.post(here, {"deed": "moments"})  # of none
    assert plan.moments.get().programme is None
    assert client.post(cycle, {"deed": f"drop-{moment.pk}"}).status_code == 302
    client.post(here, {"deed": "remove"})
    assert plan.programmes.count() == 1


def test_who_only_reads_and_a_closed_plan_are_offered_no_form(client, town):
    plan = make_plan(town.municipality)
    client.post(_at("plan_frame", plan.reference), {"deed": "topic", "label": "Water"})
    line = plan.lines.get()
    reader = Client()
    reader.force_login(make_user(town.municipality, Role.DIRECTOR))
    assert reader.get(_at("plan_line", plan.reference, line.pk)).status_code == 403
    Plan.objects.update(state=PlanState.CLOSED)
    for browser in (reader, client):
        page = browser.get(_at("plan_frame", plan.reference)).content.decode()
        assert "Water" in page
        assert 'name="deed"' not in page
        sent = browser.post(_at("plan_frame", plan.reference), {"deed": "topic", "label": "Vuur"})
        assert sent.status_code == 404
    assert client.get(_at("plan_line", plan.reference, line.pk)).status_code == 404

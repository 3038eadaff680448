# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers are frozen whole, commented on while they are the newest, and answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.paper_versions import (
    a_paper,
    make_agenda_version,
    make_paper_comment,
    make_paper_version,
)
from tests.factories.people import actor_of, make_duo, make_user
from tests.factories.plans import make_plan
from tests.factories.priorities import make_agenda
from tests.factories.signals import NOON
from voelspriet.act.plans.models import Plan
from voelspriet.doors.workspace.views.plans.paper_kinds import found_paper
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.models import PaperComment, PaperVersion
from voelspriet.papers.versions.actions import (
    comment_on_paper,
    freeze_paper,
    settle_paper_comment,
)
from voelspriet.papers.versions.queries import paper_version, paper_versions
from voelspriet.papers.writers.chapters import plain
from voelspriet.papers.writers.document import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan(make_town().municipality, vision="Veilig thuis.")


def somebody(plan, role=Role.POLICY_ADVISER):
    return actor_of(make_user(plan.municipality, role))


def of(plan):
    return {"kind": PaperKind.PLAN, "about": plan.reference}


def freeze(plan, *lines, by=None, at=NOON):
    return freeze_paper(
        document=a_paper(*lines, on=at.date()),
        owner=plan.reference,
        why=" Naar de raad ",
        by=by or somebody(plan),
        at=at,
        **of(plan),
    )


def say(plan, by, number=1, heading="Visie", text="Wie zegt dat?"):
    comment_on_paper(number=number, heading=heading, text=text, by=by, at=NOON, **of(plan))


def settle(plan, by, comment_id, answer="Aangepast."):
    settle_paper_comment(number=1, comment_id=comment_id, answer=answer, by=by, at=NOON, **of(plan))


def broken(name, make, **values):
    with pytest.raises(IntegrityError) as refused, transaction.atomic(), arranging():
        make(**values)
    assert name in str(refused.value) or "UNIQUE" in str(refused.value)


def test_the_database_keeps_versions_and_comments_whole(plan):
    version = make_paper_version(plan)
    another = partial(make_paper_version, plan)
    broken("paper_version_once", another)
    broken("paper_version_counts_from_1", another, number=0)
    for values in ({"about": " "}, {"content": ""}):
        broken("paper_version_holds_a_document", another, number=2, **values)
    agenda = make_agenda(make_town(area_code="GM9997", name="Verder", row=5).neighbourhoods[0])
    sheet = partial(make_agenda_version, agenda)
    for make, wrong in (
        (another, {"agenda": agenda}), (another, {"kind": PaperKind.AGENDA_SHEET}),
        (sheet, {"plan": plan}), (sheet, {"kind": PaperKind.PLAN}),
    ):  # fmt: skip
        broken("paper_version_is_of_one_thing", make, number=2, **wrong)
    sheet()
    comment = partial(make_paper_comment, version)
    broken("paper_comment_says_something", comment, text=" ")
    done = {"settled_at": NOON, "settled_by_name": "Bo", "answer": "Ja."}
    for lacking in done:
        values = done | {lacking: None if lacking == "settled_at" else " "}
        broken("paper_comment_settled_with_an_answer", comment, **values)
    comment(**done)
    with arranging():
        Plan.objects.filter(pk=plan.pk).delete()
        agenda.delete()
    assert not PaperVersion.objects.exists()
    assert not PaperComment.objects.exists()


def test_a_version_says_its_number_and_never_changes(plan):
    assert freeze(plan, "Veilig thuis.") == 1
    kept = PaperVersion.objects.get()
    assert (kept.why, kept.frozen_by_name != "", kept.number) == ("Naar de raad", True, 1)
    with arranging():
        Plan.objects.filter(pk=plan.pk).update(vision="Anders.", title="Ander plan")
    assert freeze(plan, "Veilig op straat.") == 2
    assert PaperVersion.objects.get(number=1).content == kept.content
    detail = paper_version(number=1, by=somebody(plan, Role.EXECUTIVE), **of(plan))
    assert plain(detail.document.footer).startswith("Waterrijk · vastgelegd als versie 1 op ")
    assert (detail.is_newest, detail.may_settle) == (False, False)
    line = AuditLine.objects.filter(action="paper_version.freeze").order_by("pk").last()
    assert (line.subject_reference, line.detail["version"]) == (plan.reference, 2)


def test_the_same_paper_is_not_frozen_twice(plan):
    freeze(plan, "Veilig thuis.")
    with pytest.raises(Refused, match="Er is niets veranderd sinds versie 1"):
        freeze(plan, "Veilig thuis.", at=NOON + timedelta(days=3))
    with arranging():
        Plan.objects.filter(pk=plan.pk).update(state="closed")  # its final evaluation comes after
    assert freeze(plan, "Nog iets.") == 2


def test_who_reads_along_freezes_and_answers_nothing(plan):
    freeze(plan, "Veilig thuis.")
    stranger = actor_of(
        make_user(
            make_town(area_code="GM9998", name="Elders", row=3).municipality, Role.POLICY_ADVISER
        )
    )
    for role in (Role.DIRECTOR, Role.EXECUTIVE, Role.AREA_ADVISER):
        by = somebody(plan, role)
        with pytest.raises(Refused):
            freeze(plan, "Anders.", by=by)
        say(plan, by)
        with pytest.raises(Refused):
            settle(plan, by, PaperComment.objects.last().pk)
    for by in (stranger, somebody(plan, Role.HANDLER)):
        assert paper_versions(by=by, **of(plan)) == ()
        for deed in (
            partial(freeze, plan, "Anders.", by=by),
            partial(say, plan, by),
            partial(settle, plan, by, 1),
            partial(paper_version, number=1, by=by, **of(plan)),
        ):
            with pytest.raises(OutOfScope):
                deed()


def test_comments_come_on_the_newest_and_are_answered_once(plan):
    by = somebody(plan)
    freeze(plan, "Veilig thuis.")
    for wrong in ({"heading": "Bestaat niet"}, {"text": " "}, {"text": "x" * 2001}):
        with pytest.raises(Refused):
            say(plan, by, **wrong)
    say(plan, by)
    say(plan, by, heading="")
    assert [one.open_comments for one in paper_versions(by=by, **of(plan))] == [2]
    freeze(plan, "Veilig op straat.")
    with pytest.raises(Refused, match="nieuwere versie"):
        say(plan, by)
    one = PaperComment.objects.order_by("pk").first().pk
    for answer in ("", "x" * 501):
        with pytest.raises(Refused):
            settle(plan, by, one, answer)
    settle(plan, by, one)
    settle(plan, by, one, "Toch niet.")
    with pytest.raises(OutOfScope):
        settle(plan, by, 0)
    found = paper_version(number=1, by=by, **of(plan))
    assert [row.answer for row in found.comments] == ["Aangepast.", ""]
    assert [row.open_comments for row in paper_versions(by=by, **of(plan))] == [0, 1]


def test_its_pages_freeze_in_dutch_and_take_what_is_said(plan):
    client = Client()
    client.force_login(make_user(plan.municipality, Role.POLICY_ADVISER))
    with translation.override("en"):
        paper = reverse("workspace:plan_paper", args=(plan.reference,))
        here = reverse("workspace:plan_paper_version", args=(plan.reference, "document", 1))
        changes = reverse("workspace:plan_paper_changes", args=(plan.reference, "document"))
    assert client.get(changes).status_code == 200
    assert client.post(paper, {"deed": "freeze", "why": "x" * 201}).status_code == 422
    answer = client.post(paper, {"deed": "freeze", "why": "Naar de raad"})
    assert answer.headers["Location"] == here
    page = client.get(here).content.decode()
    assert 'lang="nl"' in page
    assert "In voorbereiding" in page
    assert client.post(paper, {"deed": "freeze"}).status_code == 422
    assert client.post(here, {"deed": "comment", "text": " "}).status_code == 422
    client.post(here, {"deed": "comment", "text": "Mooi."})
    said = PaperComment.objects.get()
    settled = {"deed": "settle", "comment": said.pk, "answer": "Dank."}
    assert client.post(here, settled | {"answer": " "}).status_code == 422
    assert client.post(here, settled | {"comment": "geen"}).status_code == 404
    client.post(here, settled)
    assert "Dank." in client.get(here).content.decode()
    client.post(here, {"vorm": "pdf"})
    assert client.post(here).status_code == 404
    with arranging():
        Plan.objects.filter(pk=plan.pk).update(vision="Veilig op straat.")
    assert "<ins" in client.get(changes).content.decode()
    between = client.get(changes, {"van": "1", "tot": "1"}).content.decode()
    assert "<ins>[+ " not in between.split("</form>")[-1]
    assert client.get(changes, {"van": "7"}).status_code == 404


def test_the_sheet_of_an_agenda_is_frozen_by_its_adviser_and_read_by_who_may_see_it():
    town = make_town()
    area, another = town.neighbourhoods[:2]
    agenda = make_agenda(area)
    lead = actor_of(make_duo(town.municipality, area)[0])
    neighbour = actor_of(make_duo(town.municipality, another)[0])
    of = {"kind": PaperKind.AGENDA_SHEET, "about": agenda.reference}
    sheet = {"document": a_paper("Licht."), "owner": agenda.reference, "why": "", "at": NOON, **of}
    comment = {"heading": "", "text": "Wanneer?", "number": 1, "at": NOON, **of}
    settle = {"number": 1, "comment_id": 0, "answer": "In mei.", "at": NOON, **of}
    sheet["document"] = replace(sheet["document"], footer=words("Zo stond het op 2 maart."))
    assert freeze_paper(by=lead, **sheet) == 1
    for role in (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        by = actor_of(make_user(town.municipality, role))
        comment_on_paper(by=by, **comment)
        with pytest.raises(Refused, match="adviseur van deze buurt"):
            freeze_paper(by=by, **sheet | {"document": a_paper("Meer licht.")})
        with pytest.raises(Refused, match="adviseur van deze buurt"):
            settle_paper_comment(by=by, **settle)
    for by in (neighbour, actor_of(make_user(town.municipality, Role.HANDLER))):
        assert paper_versions(by=by, **of) == ()
        for deed, values in (
            (freeze_paper, sheet), (comment_on_paper, comment), (settle_paper_comment, settle),
        ):  # fmt: skip
            with pytest.raises(OutOfScope):
                deed(by=by, **values)
    said = PaperComment.objects.first()
    settle_paper_comment(by=lead, **settle | {"comment_id": said.pk})
    detail = paper_version(number=1, by=lead, **of)
    assert (detail.may_settle, detail.comments[0].answer) == (True, "In mei.")
    assert plain(detail.document.footer).startswith("Zo stond het op 2 maart · vastgelegd als ")


@pytest.mark.parametrize("word", ["gerucht", "document-2019", "programma", "programma-02019"])
def test_other_words_name_no_paper(word):
    with pytest.raises(Http404):
        found_paper("P-1", word)
    assert found_paper("P-1", "programma-2019")[1] == {"reference": "P-1", "first_year": 2019}

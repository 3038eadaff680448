# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attack on every output of a study: none leads to a person, whoever asks for it.

One study holds everything that must stay inside. Every output of it is made as every role, and
each word that may not be there is looked for.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE, factor, install
from tests.factories.comparisons import make_comparison, make_quote, make_verdict, said
from tests.factories.conversations import make_study
from tests.factories.knowledge import make_intervention
from tests.factories.people import actor_of, make_user
from tests.pages.discovery import addresses, staff_addresses
from tests.papers.reading import Back
from voelspriet.ground.areas.queries import municipality_by_id
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.actions.studies import Keeping, StudyWords, start_study
from voelspriet.listen.conversations.models import SourceOriginal
from voelspriet.papers.perception_report import perception_report
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.pdf import write_pdf
from voelspriet.understand.coding.actions.coding import add_fragment, begin_pass
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.choices import World
from voelspriet.understand.coding.models import Material
from voelspriet.understand.coding.queries.agreement import told_agreement
from voelspriet.understand.coding.queries.codebooks import codebook_detail
from voelspriet.understand.findings.actions import choosing, comparing
from voelspriet.understand.findings.actions.counting import count_salience
from voelspriet.understand.findings.choices import ConcernQuadrant
from voelspriet.understand.findings.models import Recommendation
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.heard import heard
from voelspriet.understand.findings.queries.places import told_places

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)
READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)
# what was typed before names were replaced, and what somebody marked: nobody's, anywhere
NOBODY = {
    "a name that was replaced": "Korenwolf",
    "an address that was replaced": "Zandoogje 12",
    "a text that is sensitive": "KRAAKBES",
    "a text a coder marked": "VOSSENBES",
}
# what one or two people are, said or are counted by: never on paper, and not for who reads along
FEW = {
    "a role of one": "School of opvang",
    "a quote that was taken back": "BOSBES",
    "a count of one side with few": "in 1 van 1 gesprekken",
    "the area of one of few": "Professional, Waterrijk buurt",
}
# what waits for its speaker, and who coded: never on paper
PAPER = {
    "a quote nobody asked about": "RODE BES",
    "a quote on its way back": "BLAUWE BES",
    "who coded": "Onno Zoeker",
}
TAG, SPACE = re.compile(r"<[^>]+>"), re.compile(r"\s+")


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):  # noqa: ARG001  the tables must be there
    """The study, its comparison and a colleague of every role: once for the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _scene()
        transaction.set_rollback(True)


def _scene() -> SimpleNamespace:
    town = make_town(host="testserver")
    install()
    people = {role: make_user(town.municipality, role) for role in Role}
    areas = town.neighbourhoods[:2]
    study = make_study(areas[0], keeps_original=True, original_days=30)
    with arranging():
        study.areas.add(areas[1])
    code = factor(areas[0], 1)
    for number in range(3):
        for area in areas:
            last = said(study, code, f"Het is donker {number}.", area=area, stay="15")
    with arranging():
        SourceOriginal.objects.create(
            source=last.coding_pass.material.source, delete_on=DAY,
            text="Jannie Korenwolf van Zandoogje 12 vindt het donker.",
        )  # fmt: skip
    one = make_comparison(study, code, factor(areas[0], 4))
    row = one.factors.get(number=1)
    make_verdict(row)
    quoted = _quotes(study, code, row)
    help_with = make_intervention(town.municipality, factors=(1,))
    with arranging():
        advised = Recommendation.objects.create(
            comparison=one, factor=row, number=1, title="Zet licht neer", text="Begin nu."
        )
        advised.fragments.set(quoted)
        advised.interventions.add(help_with)
        Material.objects.filter(pk=quoted[-1].coding_pass.material_id).update(
            is_sensitive=True, sensitive_reason="asked"
        )
    count_salience(reference=one.reference, by=actor_of(people[Role.RESEARCHER]), at=MADE)
    return SimpleNamespace(town=town, people=people, study=study, one=one, help=help_with)


def _quotes(study, code, row) -> list:
    found = []
    for words, state, more in (
        ("MAG GEDRUKT.", "agreed", {}), ("RODE BES.", "chosen", {}),
        ("BLAUWE BES.", "gone_back", {}), ("BOSBES.", "refused", {}),
        ("PROF ZEGT.", "agreed", {"side": "professional", "role": "school"}),
        ("KRAAKBES.", "agreed", {"sensitive": True}), ("VOSSENBES.", "agreed", {}),
    ):  # fmt: skip
        found.append(said(study, code, words, **more))
        make_quote(row, found[-1], state=state)
    return found


def _told(body: bytes) -> str:
    """Return the words of a page or a file, without its markup."""
    return SPACE.sub(" ", html.unescape(TAG.sub(" ", body.decode("utf-8", errors="replace"))))


def _inside(body: bytes) -> str:
    """Return everything in an archive."""
    with ZipFile(BytesIO(body)) as file:
        return " ".join(_told(file.read(name)) for name in file.namelist())


def _client(scene, role: Role) -> Client:
    client = Client()
    with arranging():
        client.force_login(scene.people[role])
    return client


def _refusals(told: str, *kinds: dict[str, str]) -> list[str]:
    return [what for kind in kinds for what, needle in kind.items() if needle in told]


def _answered(scene, role: Role) -> Iterator[tuple[str, int, str]]:
    """Give what every address of the room answers a role, and what its files hold."""
    client = _client(scene, role)
    known = {"reference": scene.one.reference, "number": 1}
    for address in staff_addresses():
        last = address.name.split(":")[1]
        if last.startswith(
            ("comparison", "fragments", "exchange", "studies", "knowledge", "today")
        ):
            parts = {part: known[part] for part in address.parts if part in known}
            if len(parts) < len(address.parts):
                continue
            if last.startswith("exchange_study"):
                parts["reference"] = scene.study.reference
            if last.startswith("knowledge"):
                parts = dict.fromkeys(parts, scene.help.reference)
            answer = client.get(reverse(address.name, kwargs=parts))
            yield address.name, answer.status_code, _told(_body(answer))
    for form in ("csv", "xlsx"):
        answer = client.post(reverse("workspace:fragments_file"), {"form": form})
        body = _body(answer)
        is_file = answer.status_code == 200
        told = _inside(body) if is_file and form == "xlsx" else _told(body)
        yield form, answer.status_code, told
    answer = client.post(reverse("workspace:exchange_study", args=(scene.study.reference,)))
    body = _body(answer)
    yield "qdpx", answer.status_code, _inside(body) if body[:2] == b"PK" else _told(body)


def _body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_no_page_and_no_file_of_a_study_tells_what_stays_inside(scene, role):
    opened = 0
    for name, status, told in _answered(scene, role):
        is_paper = name.endswith("comparison_report")
        reads_along = role is not Role.RESEARCHER
        kinds = [NOBODY]
        if is_paper or (reads_along and name.split(":")[-1] in {"comparison", "comparison_areas"}):
            kinds.append(FEW)
        if is_paper:
            kinds.append(PAPER)
        assert _refusals(told, *kinds) == [], (name, role)
        opened += status == 200
        if role not in READERS and "knowledge" not in name and "today" not in name:
            assert status in {403, 405, 302}, (name, role)
    if role in READERS:
        assert opened > 8


def test_a_file_for_who_reads_along_says_nothing_that_singles_out_a_talk(scene):
    """No memo, day or text behind a fragment: with side and area they would tell whose talk."""
    told = {}
    for role in READERS:
        answer = _client(scene, role).post(reverse("workspace:fragments_file"), {"form": "csv"})
        told[role] = _body(answer).decode()
    assert "2026-09-03" in told[Role.RESEARCHER]
    head = told[Role.POLICY_ADVISER].splitlines()[0]
    assert "MAG GEDRUKT." in told[Role.POLICY_ADVISER]
    assert "2026-09-03" not in told[Role.POLICY_ADVISER]
    assert not {"memo", "day", "material"} & set(head.split(","))


@pytest.mark.parametrize("role", READERS, ids=str)
def test_no_paper_tells_it(scene, role, settings):
    by, fonts = actor_of(scene.people[role]), settings.PAPER_FONTS
    detail = comparison_detail(reference=scene.one.reference, by=by)
    municipality = municipality_by_id(municipality_id=scene.town.municipality.pk)
    assert municipality is not None
    document = perception_report(
        detail=detail,
        heard=heard(reference=scene.one.reference, by=by),
        codebook=codebook_detail(reference=detail.codebook_reference, number=1, by=by),
        agreement=told_agreement(study=detail.comparison.study_reference, by=by),
        places=told_places(reference=scene.one.reference, by=by),
        municipality=municipality,
        language="nl",
        on=DAY,
    )
    papers = {
        "pdf": Back(write_pdf(document, fonts=fonts)).words,
        "docx": _inside(write_docx(document, fonts=fonts)),
    }
    for name, told in papers.items():
        assert "MAG GEDRUKT." in told, name
        assert _refusals(told, NOBODY, FEW, PAPER) == [], name
        assert "/werk/" not in told, name


def test_no_public_page_tells_anything_of_a_study(scene):
    client = Client()
    told = [
        _told(_body(client.get(reverse(address.name))))
        for address in addresses()
        if not address.is_staff_page and not address.parts and address.evening_roles is None
    ]
    town, area = scene.town.municipality, scene.town.neighbourhoods[0]
    told.append(_told(client.get(f"/mijn-buurt/{town.slug}/{area.slug}/").content))
    assert len(told) > 8
    every = NOBODY | FEW | PAPER | {"a quote": "MAG GEDRUKT", "the study": scene.study.title}
    assert _refusals(" ".join(told), every) == []


POINTING = ("Mevrouw Korenwolf zegt het.", "Zij woont op Kerkstraat 12.", "Bel 06-12345678.")


@pytest.mark.parametrize("words", POINTING)
def test_what_points_at_somebody_is_refused_wherever_it_would_go_out(scene, words):
    by = actor_of(scene.people[Role.RESEARCHER])
    deed = {"reference": scene.one.reference, "by": by, "at": MADE}
    row = deed | {"number": 1}
    area = scene.study.areas.first()
    answered = comparing.Answered(None, words)
    days = Keeping(date(2026, 9, 1), date(2026, 12, 1), date(2027, 12, 1))
    text = said(scene.study, factor(area, 1), "Nog een tekst.").coding_pass.material
    with arranging():
        text.passes.all().delete()
    begin_pass(reference=text.reference, by=by, at=MADE)
    coded = {"start": 0, "end": 3, "code_ids": [factor(area, 1).pk]}
    given = {"reference": text.reference, "by": by, "at": MADE}
    deeds = {
        "row": lambda: comparing.write_factor(
            **row, residents_say=words, professionals_see="", overall=""
        ),
        "verdict": lambda: comparing.judge_factor(
            **row, world=World.LIFE, judgement=comparing.Judgement(same_problem=answered)
        ),
        "place": lambda: comparing.place_factor(
            **row, area_id=area.pk, placing=comparing.Placing(told=words)
        ),
        "report": lambda: comparing.write_report_words(
            **deed, words=comparing.ReportWords(summary=words)
        ),
        "advice": lambda: choosing.write_advice(
            **deed, quadrant=ConcernQuadrant.NEITHER, text=words
        ),
        "recommendation": lambda: choosing.recommend(
            **deed, advised=choosing.Advised("Begin", words)
        ),
        "memo": lambda: add_fragment(**given, coded=Coded(**coded, memo=words)),
        "hot spot": lambda: add_fragment(**given, coded=Coded(**coded, hot_spot=words[:60])),
        **{
            name: lambda name=name: start_study(
                words=StudyWords(**_study_words() | {name: words}),
                area_ids=[area.pk], keeping=days, by=by, at=MADE,
            )
            for name in ("title", "question", "purpose")
        },
    }  # fmt: skip
    taken = []
    for name, do in deeds.items():
        with transaction.atomic():
            try:
                do()
                taken.append(name)
            except Refused:
                pass
            transaction.set_rollback(True)
    assert taken == []


def _study_words() -> dict[str, str]:
    return {"title": "Het plein", "question": "Wat maakt het onprettig?",
            "consent_text": "U mag stoppen.", "purpose": "Buurtplan"}  # fmt: skip

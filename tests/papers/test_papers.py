# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking for a paper, making it in the job process, giving it, and throwing it away."""

from __future__ import annotations

import errno
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.signals import NOON
from tests.papers.documents import document
from tests.papers.reading import Back
from voelspriet.ground.privacy.actors import resident
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.ground.queue.registry import handler
from voelspriet.papers import files
from voelspriet.papers.actions import KEPT, ask_paper, expire_papers, make_paper
from voelspriet.papers.choices import PaperFormat, PaperKind, PaperState
from voelspriet.papers.models import Paper
from voelspriet.papers.queries import paper_file, paper_row, papers_to_make
from voelspriet.papers.writers.checking import PaperError
from voelspriet.papers.writers.document import Heading, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def town_id():
    return make_town().municipality.pk


def ask(town_id, one=None, at=NOON):
    ask_paper(
        one or document(),
        kind=PaperKind.AGENDA_SHEET,
        municipality_id=town_id,
        by=resident(town_id),
        at=at,
    )
    return Paper.objects.get()


def test_it_is_asked_for_made_and_given(town_id):
    assert paper_row(document(), municipality_id=town_id).state == ""
    paper = ask(town_id)
    assert paper_row(document(), municipality_id=town_id).is_waiting
    assert paper_file(document(), municipality_id=town_id) is None
    make_paper(paper_id=paper.pk, at=NOON)
    assert paper_row(document(), municipality_id=town_id).is_made
    data = paper_file(document(), municipality_id=town_id)
    assert Back(data).title == "Een proef"


def test_a_document_can_be_had_as_a_pdf_and_to_edit(town_id):
    ask(town_id)
    ask_paper(
        document(),
        kind=PaperKind.AGENDA_SHEET,
        form=PaperFormat.DOCX,
        municipality_id=town_id,
        by=resident(town_id),
        at=NOON,
    )
    for paper_id in papers_to_make(at=NOON):
        make_paper(paper_id=paper_id, at=NOON)
    assert paper_file(document(), municipality_id=town_id).startswith(b"%PDF")
    to_edit = paper_file(document(), municipality_id=town_id, form=PaperFormat.DOCX)
    assert "word/document.xml" in ZipFile(BytesIO(to_edit)).namelist()


def test_asking_wakes_the_job_that_makes_it(town_id):
    paper = ask(town_id)
    (job,) = DBTaskResult.objects.all()
    assert job.args_kwargs["args"] == ["papers.make", {"paper_id": paper.pk}]
    handler("papers.make")(paper_id=paper.pk)
    assert paper_row(document(), municipality_id=town_id).is_made


def test_a_lost_wake_up_is_made_up_for(town_id):
    ask(town_id)
    assert len(papers_to_make(at=NOON)) == 1
    handler("papers.make")  # the sweep has the same name and makes all that waits
    for paper_id in papers_to_make(at=NOON):
        make_paper(paper_id=paper_id, at=NOON)
    assert papers_to_make(at=NOON) == ()


def test_asking_again_makes_nothing_twice(town_id):
    ask(town_id)
    ask(town_id)
    make_paper(paper_id=Paper.objects.get().pk, at=NOON)
    name = Paper.objects.get().file_name
    ask(town_id)
    make_paper(paper_id=Paper.objects.get().pk, at=NOON)
    assert Paper.objects.get().file_name == name
    assert DBTaskResult.objects.count() == 1
    assert AuditLine.objects.filter(action="paper.ask").count() == 1


def test_other_words_are_another_paper_and_another_town_has_its_own(town_id):
    paper = ask(town_id)
    make_paper(paper_id=paper.pk, at=NOON)
    other = make_town(name="Elders", area_code="GM9998", row=4).municipality.pk
    assert paper_file(document(title="Anders"), municipality_id=town_id) is None
    assert paper_file(document(), municipality_id=other) is None


def test_on_disk_and_in_the_table_nobody_reads_it(town_id):
    paper = ask(town_id, document(Heading(1, words("zebrapad-geheim"))))
    table = str(list(Paper.objects.extra(select={"raw": "source"}).values("raw")))
    assert "zebrapad" not in table
    make_paper(paper_id=paper.pk, at=NOON)
    paper.refresh_from_db()
    assert paper.source == ""
    stored = (files.folder() / paper.file_name).read_bytes()
    assert b"%PDF" not in stored
    assert b"zebrapad" not in str(AuditLine.objects.values()).encode()


def test_what_fails_is_tried_three_times_and_can_be_asked_again(town_id, settings, tmp_path):
    fonts, settings.PAPER_FONTS = settings.PAPER_FONTS, tmp_path
    paper = ask(town_id)
    for _ in range(3):
        assert paper_row(document(), municipality_id=town_id).is_waiting
        make_paper(paper_id=paper.pk, at=NOON)
    assert paper_row(document(), municipality_id=town_id).has_failed
    paper.refresh_from_db()
    assert (paper.error, paper.attempts) == ("PaperError", 3)
    settings.PAPER_FONTS = fonts
    ask(town_id)
    make_paper(paper_id=paper.pk, at=NOON)
    assert paper_row(document(), municipality_id=town_id).is_made


def test_a_full_disk_fails_a_paper_and_leaves_no_half_file(town_id, monkeypatch):
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    paper = ask(town_id)
    before = set(files.folder().iterdir()) if files.folder().is_dir() else set()
    monkeypatch.setattr("voelspriet.papers.files.os.fsync", full)
    for _ in range(3):
        make_paper(paper_id=paper.pk, at=NOON)
    assert paper_row(document(), municipality_id=town_id).has_failed
    paper.refresh_from_db()
    assert (paper.error, paper.attempts, paper.file_name) == ("OSError", 3, "")
    assert set(files.folder().iterdir()) == before


def test_what_nobody_could_read_is_not_even_asked(town_id):
    with pytest.raises(PaperError):
        ask(town_id, document(title=""))
    assert not Paper.objects.exists()


def test_after_a_week_it_is_gone_and_can_be_made_again(town_id):
    paper = ask(town_id)
    make_paper(paper_id=paper.pk, at=NOON)
    paper.refresh_from_db()
    path = files.folder() / paper.file_name
    assert expire_papers(at=NOON + KEPT) == 0
    assert path.is_file()
    assert expire_papers(at=NOON + KEPT + timedelta(minutes=1)) == 1
    assert not path.exists()
    assert paper_row(document(), municipality_id=town_id).state == ""


def test_a_file_without_a_row_is_thrown_away_after_a_day():
    name = files.keep(b"los")
    moment = (files.folder() / name).stat().st_mtime
    soon = NOON.fromtimestamp(moment, tz=NOON.tzinfo)
    expire_papers(at=soon + timedelta(hours=2))
    assert files.opened(name) == b"los"
    expire_papers(at=soon + timedelta(days=2))
    assert files.opened(name) is None


@pytest.mark.parametrize("name", ["../keys.json", "", "kort", "a/b/c/d/e/f/g/h/i/j"])
def test_a_name_we_did_not_make_opens_nothing(name):
    with pytest.raises(ValueError, match=r"^"):
        files.opened(name)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("paper_made_has_a_file", {"state": PaperState.MADE, "file_name": "", "made_at": NOON}),
        ("paper_made_has_a_file", {"state": PaperState.MADE, "file_name": "x", "made_at": None}),
        ("paper_to_make_has_its_words", {"state": PaperState.WAITING, "source": ""}),
        ("paper_to_make_has_its_words", {"state": PaperState.FAILED, "source": ""}),
    ],
)
def test_the_database_refuses_what_cannot_be(town_id, name, values):
    paper = ask(town_id)
    with pytest.raises(IntegrityError, match=name), transaction.atomic(), arranging():
        Paper.objects.filter(pk=paper.pk).update(**values)


def test_the_database_holds_a_document_once(town_id):
    paper = ask(town_id)
    paper.pk = None
    with (
        pytest.raises(IntegrityError, match=r"paper_once|digest"),
        transaction.atomic(),
        arranging(),
    ):
        paper.save()


def test_the_fonts_are_where_setup_puts_them():
    assert len(list(settings.PAPER_FONTS.glob("*.ttf"))) == 5

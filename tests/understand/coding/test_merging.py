# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes that are moved in a draft, and two that become one for good."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.conftest import arranging
from tests.factories.coding import (
    MADE,
    TEXT,
    make_code,
    make_codebook,
    make_fragment,
    make_material,
    make_pass,
    make_text,
)
from tests.factories.comparisons import make_comparison, make_quote
from tests.factories.conversations import make_source
from tests.factories.second_coding import make_figures, make_run, make_second
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.understand.coding.actions import codebooks as acting
from voelspriet.understand.coding.actions import coding
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.actions.merging import merge_codes, move_code
from voelspriet.understand.coding.models import (
    AgreementFigure,
    CodebookVersion,
    CodeMerge,
    Fragment,
    FragmentCode,
)
from voelspriet.understand.coding.queries.codebooks import codebook_detail
from voelspriet.understand.coding.queries.exchange import codebook_export
from voelspriet.understand.coding.queries.merging import merge_plan, merges

pytestmark = pytest.mark.django_db
NAMES = ("Straat", "Licht", "Lantaarns", "Groen")


@pytest.fixture
def book(area):
    """A published codebook: Lantaarns hangs under Licht, the others stand on top."""
    version = make_codebook(area, name="Eigen")
    codes = {}
    for position, name in enumerate(NAMES, 1):
        parent = codes["Licht"] if name == "Lantaarns" else None
        codes[name] = make_code(version, name=name, position=position, parent=parent)
    with arranging():
        CodebookVersion.objects.filter(pk=version.pk).update(published_at=MADE)
    return SimpleNamespace(version=version, codebook=version.codebook, codes=codes,
                           reference=version.codebook.reference)  # fmt: skip


def _plan(book, by, away="Licht", kept="Straat"):
    return merge_plan(reference=book.reference, merged_id=book.codes[away].pk,
                      kept_id=book.codes[kept].pk, by=by)  # fmt: skip


def _merge(book, by, away="Licht", kept="Straat"):
    seen = _plan(book, by, away, kept).moving.codings
    return merge_codes(reference=book.reference, merged_id=book.codes[away].pk,
                       kept_id=book.codes[kept].pk, seen=seen, by=by, at=MADE)  # fmt: skip


def _given(fragment):
    return sorted(
        (one.code.name, one.code.version.number)
        for one in FragmentCode.objects.filter(fragment=fragment).select_related("code__version")
    )


@pytest.fixture
def text(area):
    return make_text(area, state="coded")


def test_a_code_is_moved_in_a_draft_and_never_under_itself(book, researcher):
    deed = {"reference": book.reference, "by": researcher, "at": MADE}
    with pytest.raises(Refused):
        move_code(code_id=book.codes["Groen"].pk, parent_id=None, **deed)
    acting.start_draft(**deed)
    ids = {one.name: one.id for one in codebook_detail(reference=book.reference,
                                                       by=researcher).codes}  # fmt: skip
    move_code(code_id=ids["Licht"], parent_id=ids["Groen"], **deed)
    for under in ("Licht", "Lantaarns"):
        with pytest.raises(Refused) as stopped:
            move_code(code_id=ids["Licht"], parent_id=ids[under], **deed)
        assert stopped.value.field == "parent"
    with pytest.raises(OutOfScope):
        move_code(code_id=ids["Licht"], parent_id=book.codes["Groen"].pk, **deed)
    paths = [one.path for one in codebook_detail(reference=book.reference, by=researcher).codes]
    assert paths == ["Straat", "Groen", "Groen › Licht", "Groen › Licht › Lantaarns"]
    for depth in range(4):
        with arranging():
            ids[f"Laag {depth}"] = make_code(
                book.codebook.versions.get(number=2), name=f"Laag {depth}",
                parent_id=ids.get(f"Laag {depth - 1}", ids["Straat"]),
            ).pk  # fmt: skip
    with pytest.raises(Refused, match="6 lagen"):
        move_code(code_id=ids["Groen"], parent_id=ids["Laag 3"], **deed)
    assert AuditLine.objects.filter(action="code.move").count() == 1
    move_code(code_id=ids["Licht"], parent_id=None, **deed)
    tree = codebook_export(reference=book.reference, by=researcher).codebook
    assert [one.name for one in tree.codes] == ["Straat", "Groen", "Licht"]


def test_every_coding_goes_over_and_history_says_so(book, text, researcher):
    own = make_pass(text, researcher, finished_at=MADE)
    one = make_fragment(own, book.codes["Licht"], book.codes["Groen"], memo="eerst")
    both = make_fragment(own, book.codes["Licht"], book.codes["Straat"], start=24, end=42)
    other = make_fragment(own, book.codes["Lantaarns"], start=43, end=60)
    plan = _plan(book, researcher)
    assert plan.below == ("Lantaarns",)
    assert (plan.moving.codings, plan.moving.sources, plan.moving.doubled) == (2, 1, 1)
    assert _merge(book, researcher) == 2
    assert _given(one) == [("Groen", 2), ("Straat", 2)]
    assert _given(both) == [("Straat", 2)]
    assert _given(other) == [("Lantaarns", 2)]
    paths = [row.path for row in codebook_detail(reference=book.reference, by=researcher).codes]
    assert paths == ["Straat", "Straat › Lantaarns", "Groen"]
    # the version before stays as it was
    before = codebook_detail(reference=book.reference, by=researcher, number=1).codes
    assert [row.name for row in before] == list(NAMES)
    (row,) = merges(reference=book.reference, by=researcher)
    assert (row.merged_name, row.kept_name, row.number) == ("Licht", "Straat", 2)
    assert (row.codings, row.sources, row.merged_by_name) == (2, 1, researcher.name)
    assert AuditLine.objects.filter(action="code.merge").count() == 1
    tree = codebook_export(reference=book.reference, by=researcher).codebook
    assert [code.name for code in tree.codes] == ["Straat", "Groen"]
    assert [code.name for code in tree.codes[0].children] == ["Lantaarns"]


def test_doubles_on_one_place_become_one_with_all_memos(book, text, researcher):
    own = make_pass(text, researcher, finished_at=MADE)
    first = make_fragment(own, book.codes["Straat"], memo="eerst")
    second = make_fragment(own, book.codes["Licht"], book.codes["Groen"], memo="toen")
    problem = make_fragment(own, book.codes["Licht"], valence="problem")
    quoted = make_fragment(own, book.codes["Licht"], start=24, end=42)
    make_fragment(own, book.codes["Straat"], start=24, end=42, memo="erbij")
    comparison = make_comparison(text.study, book.codes["Groen"])
    make_quote(comparison.factors.get(), quoted)
    _merge(book, researcher)
    first.refresh_from_db()
    assert first.memo == "eerst\ntoen"
    assert [name for name, _number in _given(first)] == ["Groen", "Straat"]
    assert not Fragment.objects.filter(pk=second.pk).exists()
    # what says something else stays, and so does what is quoted
    assert _given(problem) == [("Straat", 2)]
    quoted.refresh_from_db()
    assert quoted.memo == "erbij"
    assert Fragment.objects.count() == 3


def test_earlier_versions_and_open_texts_go_over_too(book, area, text, researcher):
    deed = {"reference": book.reference, "by": researcher, "at": MADE}
    old = make_fragment(make_pass(text, researcher), book.codes["Licht"])
    acting.start_draft(**deed)
    acting.publish_version(**deed)
    newest = {one.name: one for one in book.codebook.versions.get(number=2).codes.all()}
    open_text = make_text(area)
    coding.begin_pass(reference=open_text.reference, by=researcher, at=MADE)
    made = coding.add_fragment(reference=open_text.reference, by=researcher, at=MADE,
                               coded=Coded(0, 23, [newest["Licht"].pk]))  # fmt: skip
    coding.remove_fragment(reference=open_text.reference, fragment_id=made, by=researcher, at=MADE)
    merge_codes(reference=book.reference, merged_id=newest["Licht"].pk,
                kept_id=newest["Straat"].pk, seen=1, by=researcher, at=MADE)  # fmt: skip
    assert _given(old) == [("Straat", 1)]
    coding.undo(reference=open_text.reference, by=researcher, at=MADE)
    assert _given(made) == [("Straat", 3)]
    with pytest.raises(Refused, match="samengevoegd"):
        coding.add_fragment(reference=open_text.reference, by=researcher, at=MADE,
                            coded=Coded(0, 23, [newest["Licht"].pk]))  # fmt: skip


def test_agreement_keeps_what_it_was_measured_on(book, text, researcher, second):
    done = make_second(text.study, book.version, second, finished_at=MADE)
    make_figures(make_run(done, book.version), book.codes["Licht"])
    _merge(book, researcher)
    figure = AgreementFigure.objects.select_related("code", "run__version").first()
    assert (figure.code.name, figure.run.version.number) == ("Licht", 1)


def test_it_is_refused_with_the_reason(book, text, researcher, policy, second):
    own = make_pass(text, researcher, finished_at=MADE)
    make_fragment(own, book.codes["Licht"])
    with pytest.raises(OutOfScope):
        _plan(book, policy)
    with pytest.raises(Refused) as stopped:
        _merge(book, researcher, "Licht", "Licht")
    assert stopped.value.field == "kept"
    with pytest.raises(Refused, match="intussen"):
        merge_codes(reference=book.reference, merged_id=book.codes["Licht"].pk,
                    kept_id=book.codes["Straat"].pk, seen=0, by=researcher, at=MADE)  # fmt: skip
    comparison = make_comparison(text.study, book.codes["Licht"])
    assert comparison.reference in _plan(book, researcher).why_not[0]
    with pytest.raises(Refused, match=comparison.reference):
        _merge(book, researcher)
    running = make_second(text.study, book.version, second)
    with pytest.raises(Refused, match=running.reference):
        _merge(book, researcher, "Groen", "Straat")
    with arranging():
        running.delete()
    acting.start_draft(reference=book.reference, by=researcher, at=MADE)
    with pytest.raises(Refused, match="concept"):
        _merge(book, researcher, "Groen", "Straat")
    assert not CodeMerge.objects.exists()


def test_numbers_tell_nothing_of_a_text_that_is_coded_blindly(book, area, text, researcher, second):
    other = make_codebook(area, name="Ander boek")
    make_fragment(make_pass(text, researcher, finished_at=MADE), book.codes["Licht"])
    given = make_second(text.study, other, second)
    make_pass(text, second, is_second=True, second_coding=given)
    assert _plan(book, second).moving.codings == _plan(book, researcher).moving.codings == 0
    _merge(book, researcher)
    assert merges(reference=book.reference, by=second)[0].codings == 0
    assert FragmentCode.objects.get().code.name == "Straat"


def test_a_thousand_codings_ask_as_often_as_ten(book, area, researcher):
    study = make_text(area).study
    with arranging():
        for number in range(10):
            material = make_material(make_source(study, TEXT), state="coded")
            own = make_pass(material, researcher, finished_at=MADE)
            made = Fragment.objects.bulk_create(
                Fragment(coding_pass=own, start=at % 60, end=at % 60 + 1 + at // 60,
                         digest=material.digest, made_at=MADE)
                for at in range(150 if number else 10)
            )  # fmt: skip
            FragmentCode.objects.bulk_create(
                FragmentCode(fragment=one, code=book.codes["Licht" if number else "Groen"])
                for one in made
            )
    with CaptureQueriesContext(
        connection,
    ) as few:
        _merge(book, researcher, "Groen", "Straat")
    newest = book.codebook.versions.get(number=2)
    book.codes = {one.name: one for one in newest.codes.all()}
    with CaptureQueriesContext(connection) as many:
        _merge(book, researcher)
    assert len(many) <= len(few)
    assert FragmentCode.objects.filter(code__name="Straat", code__version__number=3).count() == 1360


def test_what_the_database_refuses(book):
    values = {
        "codebook": book.codebook, "version": book.version, "codings": 3, "doubled": 1,
        "sources": 2, "merged_key": book.codes["Licht"].key, "merged_name": "Licht",
        "kept_key": book.codes["Straat"].key, "kept_name": "Straat", "merged_by_id": 1,
        "merged_by_name": "Onno Zoeker", "merged_at": MADE,
    }  # fmt: skip
    for name, wrong in (
        ("code_merge_of_two_codes", {"kept_key": book.codes["Licht"].key}),
        ("code_merge_says_names", {"kept_name": ""}),
        ("code_merge_numbers_are_parts", {"doubled": 4}),
        ("code_merge_numbers_are_parts", {"sources": 4}),
    ):
        with pytest.raises(IntegrityError, match=name), arranging(), transaction.atomic():
            CodeMerge.objects.create(**values | wrong)
    with arranging():
        CodeMerge.objects.create(**values)
        again = CodebookVersion.objects.create(
            codebook=book.codebook, number=9, made_by_id=1, made_at=MADE
        )
    once = "UNIQUE" if connection.vendor == "sqlite" else "code_merged_once"
    with pytest.raises(IntegrityError, match=once), arranging(), transaction.atomic():
        CodeMerge.objects.create(**values | {"version": again})

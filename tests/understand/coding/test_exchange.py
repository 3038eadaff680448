# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study to another program: only what may leave, nobody recognised, and it comes back whole."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.conftest import arranging
from tests.factories.coding import (
    MADE,
    factor,
    install,
    make_code,
    make_codebook,
    make_fragment,
    make_material,
    make_pass,
    make_text,
)
from tests.factories.conversations import make_source, make_speaker, make_study
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.understand.coding.actions.exchange import (
    codes_to_enter,
    enter_codebook,
    export_study,
)
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.models import Code, Codebook
from voelspriet.understand.coding.qda import (
    FileRefused,
    Weight,
    guid_of,
    read_codebook,
    read_project,
    told,
    write_codebook,
)
from voelspriet.understand.coding.queries.exchange import codebook_export, study_export

pytestmark = pytest.mark.django_db


@pytest.fixture
def coded(area, researcher):
    """A text with one finished pass and one fragment."""
    install()
    material = make_text(area, state="coded")
    own = make_pass(material, researcher, finished_at=MADE)
    fragment = make_fragment(own, factor(area, 8), valence="problem", memo="Bij het plein",
                             hot_time="na elven")  # fmt: skip
    return material, fragment


def exported(material, by):
    return study_export(reference=material.study.reference, by=by, at=MADE)


def written(material, by):
    return export_study(reference=material.study.reference, by=by, at=MADE)


def test_a_study_comes_back_as_it_went(coded, researcher):
    material, fragment = coded
    read = read_project(written(material, researcher))
    assert read.remarks == ()
    assert read.project == exported(material, researcher).project
    (source,) = read.project.sources
    (selection,) = source.selections
    assert source.text == material.source.text
    assert source.text[selection.start : selection.end] == "Het pleintje is donker."
    names = {one.code.guid: one.code.name for one in told.placed(read.project.codebook.codes)}
    given = {names[one.code] for one in selection.codings}
    assert given == {fragment.given.get().code.name, "Probleem"}
    assert selection.description == "Bij het plein\nna elven"
    assert [one.name for one in read.project.users] == ["Codeur 1"]


def test_the_same_study_is_the_same_file_and_is_written_down(coded, researcher):
    material, _fragment = coded
    assert written(material, researcher) == written(material, researcher)
    events = AuditLine.objects.filter(action="study.export_project")
    assert [one.subject_reference for one in events] == [material.study.reference] * 2


def test_nobody_is_named_and_no_day_goes_along(coded, researcher):
    material, _fragment = coded
    with zipfile.ZipFile(io.BytesIO(written(material, researcher))) as file:
        told_all = b"".join(file.read(name) for name in file.namelist()).decode()
    assert researcher.name not in told_all
    assert material.source.made_by_name not in told_all
    assert str(material.source.held_on) not in told_all
    assert told_all.count("DateTime") == 1  # when the file was made


def test_the_blind_second_coder_finds_nothing_of_the_first(coded, researcher, second):
    material, _fragment = coded
    other = make_pass(material, second, is_second=True, started_at=MADE)
    export = exported(material, second)
    assert (export.fragments, export.sources) == (0, 1)
    assert export.project.users == ()
    assert b"Bij het plein" not in written(material, second)
    # nor anything that says which codes were used: every codebook is there
    assert len(export.project.codebook.codes) == Codebook.objects.count()
    assert exported(material, researcher).fragments == 1
    with arranging():
        other.finished_at = MADE
        other.save()
    assert exported(material, second).fragments == 1


@pytest.mark.parametrize("where", ["source", "material"])
def test_what_is_sensitive_stays(coded, researcher, where):
    material, _fragment = coded
    with arranging():
        if where == "source":
            material.source.is_sensitive = True
            material.source.save()
        else:
            material.is_sensitive, material.sensitive_reason = True, "asked"
            material.save()
    export = exported(material, researcher)
    assert (export.sources, export.fragments, export.sensitive) == (0, 0, 1)
    assert export.project.sources == export.project.cases == ()


def test_fragments_of_a_text_that_changed_stay(coded, researcher):
    material, _fragment = coded
    with arranging():
        material.source.text = "Een ander verhaal, net zo lang als het vorige was."
        material.source.save()
    export = exported(material, researcher)
    assert (export.sources, export.fragments, export.changed) == (1, 0, 1)


def test_roles_of_few_are_taken_together(area, researcher):
    study = make_study(area)
    for role in ("police", "police", "school", "resident", "resident", "resident"):
        side = "resident" if role == "resident" else "professional"
        make_speaker(make_source(study), role=role, perspective=side)
    export = study_export(reference=study.reference, by=researcher, at=MADE)
    values = [value.text for case in export.project.cases for value in case.values]
    assert values.count("Andere rollen samen") == 3
    assert "Wijkagent" not in values
    assert values.count("Bewoner") == 6  # three times as a role, three times as a side


def test_a_code_gone_from_the_newest_version_still_comes_along(area, researcher):
    version = make_codebook(area)
    with arranging():
        version.published_at = MADE
        version.save()
        newest = version.codebook.versions.create(
            number=2, published_at=MADE, made_by_id=1, made_by_name="O", made_at=MADE
        )  # fmt: skip
    old, new = make_code(version, name="Oud"), make_code(newest, name="Nieuw")
    material = make_text(area)
    make_fragment(make_pass(material, researcher), old)
    codes = list(told.placed(exported(material, researcher).project.codebook.codes))
    names = [(one.code.name, one.depth) for one in codes]
    assert names == [("Eigen thema's", 0), (new.name, 1), (old.name, 1)]


def test_only_researchers_of_the_town(coded, policy):
    material, _fragment = coded
    with pytest.raises(OutOfScope):
        exported(material, policy)
    with pytest.raises(OutOfScope):
        export_study(reference="K-0000-NONE", by=policy, at=MADE)


def test_a_codebook_goes_and_comes_back_with_new_keys(researcher):
    install()
    book = Codebook.objects.get(seed="tafel_van_12", municipality_id=researcher.municipality_id)
    export = codebook_export(reference=book.reference, by=researcher)
    stream = io.BytesIO()
    write_codebook(stream, export.codebook)
    read = read_codebook(stream.getvalue())
    assert read.codebook == export.codebook
    entering = codes_to_enter(read.codebook)
    made = enter_codebook(name="Van buiten", kind=CodebookKind.FACTORS, codes=entering.codes,
                          by=researcher, at=MADE)  # fmt: skip
    back = Code.objects.filter(version__codebook__reference=made).order_by("position")
    there = Code.objects.filter(version__codebook=book).order_by("position")
    said = [(one.name, one.definition, one.examples) for one in back]
    assert said == [(one.name, one.definition, one.examples) for one in there]
    # filters go by key: a copy here may not be taken for the first
    assert not {one.key for one in back} & {one.key for one in there}
    assert back[0].version.published_at is None
    with pytest.raises(Refused, match="naam"):
        enter_codebook(name="Van buiten", kind=CodebookKind.FACTORS, codes=entering.codes,
                       by=researcher, at=MADE)  # fmt: skip


def test_codes_that_divide_people_stay_out_and_those_below_move_up():
    below = told.Code(guid_of("c", 3), "Samenleven", colour="#0aF")
    wrong = told.Code(guid_of("c", 2), "Marokkaanse bewoners", children=(below,))
    top = told.Code(guid_of("c", 1), "Wie er wonen " + "x" * 150, is_codable=False,
                    description="De herkomst van mensen", notes=(guid_of("n", 1),),
                    children=(wrong,))  # fmt: skip
    sets = (told.CodeSet(guid_of("s", 1), "Groep"),)
    entering = codes_to_enter(told.Codebook((top,), sets))
    first, second = entering.codes
    assert (second.words.name, second.parent, second.colour) == ("Samenleven", first.key, "#00aaff")
    assert (len(first.words.name), first.words.definition) == (120, "")
    weights = [one.weight for one in entering.remarks]
    assert weights.count(Weight.DISCARDED) == 4
    assert weights.count(Weight.REPAIRED) == weights.count(Weight.NOTICED) == 1


def test_a_code_that_is_a_case_stays_out():
    person = told.Code(guid_of("c", 1), "Karin", children=(told.Code(guid_of("c", 2), "Licht"),))
    entering = codes_to_enter(told.Codebook((person,)), {person.guid})
    assert [(one.words.name, one.parent) for one in entering.codes] == [("Licht", None)]
    assert [one.places for one in entering.remarks] == [("Karin",)]


def test_a_file_without_a_code_or_with_too_many():
    many = tuple(told.Code(guid_of("c", number), f"Code {number}") for number in range(501))
    for codes, why in (((), "geen code"), (many, "501 codes")):
        with pytest.raises(FileRefused, match=why):
            codes_to_enter(told.Codebook(codes))


def test_sources_wait_uncoded_too(area, researcher):
    study = make_study(area)
    make_material(make_source(study))
    make_source(study, "Nog niet opgenomen.")
    export = study_export(reference=study.reference, by=researcher, at=MADE)
    assert [one.text for one in export.project.sources] == [
        "Het pleintje is donker.", "Nog niet opgenomen."
    ]  # fmt: skip

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codebooks in versions: those that come with the program, own ones, drafts."""

from __future__ import annotations

import uuid

import pytest
import yaml

from tests.factories.coding import MADE, factor, install
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.understand.coding.actions import codebooks as acting
from voelspriet.understand.coding.actions.versions import CodeWords, NewCode
from voelspriet.understand.coding.choices import CodebookKind
from voelspriet.understand.coding.models import Code, Codebook
from voelspriet.understand.coding.queries.codebooks import (
    codebook_detail,
    codebooks,
    usable_codebooks,
)
from voelspriet.understand.coding.queries.seeds import seeds

pytestmark = pytest.mark.django_db


def test_the_tafel_van_12_is_that_of_the_case(shared):
    told = yaml.safe_load((shared / "cases" / "tafel_van_12.yaml").read_text(encoding="utf-8"))
    tafel, environments = seeds()
    assert [(one["number"], one["label"]) for one in told["factors"]] == [
        (one.number, one.name) for one in tafel.codes
    ]
    for fact, code in zip(told["factors"], tafel.codes, strict=True):
        if fact["definition"]:
            assert code.definition == fact["definition"]
        else:
            assert "Onze omschrijving" in code.definition
    assert [one["label"] for one in told["environments"]] == [
        one.name for one in environments.codes
    ]


def test_every_town_has_them_once(town, researcher, policy):
    install()
    install()
    assert Codebook.objects.filter(municipality=town.municipality).count() == len(seeds())
    rows = codebooks(by=policy)
    assert [(one.name, one.published, one.codes) for one in rows] == [
        ("Tafel van 12", 1, 12),
        ("Omgevingen", 1, 4),
    ]
    assert [one.number for one in usable_codebooks(by=researcher)[0].codes] == list(range(1, 13))


def test_a_tree_is_drafted_published_and_then_frozen(town, researcher):
    assert town
    reference = acting.start_codebook(
        name="Wat bewoners noemen", kind=CodebookKind.THEMES, by=researcher, at=MADE
    )
    deed = {"reference": reference, "by": researcher, "at": MADE}
    with pytest.raises(Refused):
        acting.publish_version(**deed)
    top = acting.add_code(words=CodeWords("Straat"), **deed)
    below = acting.add_code(words=CodeWords("Licht", "Of het licht is."), parent_id=top, **deed)
    acting.add_code(words=CodeWords("Groen"), **deed)
    assert not usable_codebooks(by=researcher)
    acting.publish_version(**deed)
    with pytest.raises(Refused):
        acting.change_code(code_id=below, words=CodeWords("Donker"), **deed)
    assert acting.start_draft(**deed) == 2
    with pytest.raises(Refused):
        acting.start_draft(**deed)
    draft = codebook_detail(reference=reference, by=researcher)
    assert [(one.path, one.depth) for one in draft.codes] == [
        ("Straat", 0),
        ("Straat › Licht", 1),
        ("Groen", 0),
    ]
    # the same code in every version
    keys = [one.key for one in codebook_detail(reference=reference, by=researcher, number=1).codes]
    assert [one.key for one in draft.codes] == keys
    acting.change_code(code_id=draft.codes[1].id, words=CodeWords("Donker"), **deed)
    acting.remove_code(code_id=draft.codes[2].id, **deed)
    assert [one.name for one in usable_codebooks(by=researcher)[0].codes] == [
        "Straat", "Licht", "Groen",
    ]  # fmt: skip
    acting.publish_version(**deed)
    assert [one.name for one in usable_codebooks(by=researcher)[0].codes] == ["Straat", "Donker"]
    assert Code.objects.filter(name="Licht").exists()


def test_a_codebook_is_stored_at_once_with_its_tree(town, researcher):
    assert town
    top = uuid.uuid4()
    codes = [NewCode(CodeWords("Boven"), key=top, colour="#AA00FF"),
             NewCode(CodeWords("Onder"), parent=top, colour="red")]  # fmt: skip
    reference = acting.start_codebook(
        name="Meegebracht", kind=CodebookKind.THEMES, codes=codes, is_published=True,
        by=researcher, at=MADE,
    )  # fmt: skip
    rows = codebook_detail(reference=reference, by=researcher).codes
    assert [(one.path, one.colour) for one in rows] == [("Boven", "#aa00ff"), ("Boven › Onder", "")]


@pytest.mark.parametrize("words", ["Moslims", "Afkomst", "Homo's", "Verslaafden"])
def test_no_code_divides_people(town, researcher, words):
    assert town
    deed = {"by": researcher, "at": MADE}
    with pytest.raises(Refused):
        acting.start_codebook(name=words, kind=CodebookKind.THEMES, **deed)
    reference = acting.start_codebook(name="Eigen", kind=CodebookKind.THEMES, **deed)
    for told in (CodeWords(words), CodeWords("Groep", words)):
        with pytest.raises(Refused):
            acting.add_code(reference=reference, words=told, **deed)
    # a quote may speak of a group
    quote = CodeWords("Het gesprek", examples=f"‘Er wordt over {words} geroddeld.’")
    acting.add_code(reference=reference, words=quote, **deed)
    assert not Code.objects.filter(name=words).exists()


def test_only_researchers_change_and_only_their_towns(area, researcher, policy):
    install()
    reference = codebooks(by=researcher)[0].reference
    with pytest.raises(OutOfScope):
        acting.start_draft(reference=reference, by=policy, at=MADE)
    with pytest.raises(Refused):
        acting.start_codebook(name="X", kind=CodebookKind.THEMES, by=policy, at=MADE)
    assert factor(area, 12).name == "Communicatie"

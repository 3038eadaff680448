# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from tests.conftest import arranging
from tests.factories.coding import (
    MADE,
    factor,
    install,
    make_code,
    make_codebook,
    make_fragment,
    make_pass,
    make_text,
    make_version,
)
from tests.factories.signals import make_signal
from voelspriet.understand.coding.models import CodingDeed

pytestmark = pytest.mark.django_db
# SQLite names the columns of a unique constraint and PostgreSQL its name
UNIQUE = {
    "codebook_name_once", "codebook_seed_once", "codebook_version_number_once",
    "codebook_one_draft", "code_key_once", "code_number_once", "pass_once_per_coder",
    "pass_first_and_second", "fragment_code_once",
}  # fmt: skip


def _refused(constraint, make):
    with pytest.raises(IntegrityError) as stopped, arranging(), transaction.atomic():
        make()
    is_unique = constraint in UNIQUE and connection.vendor == "sqlite"
    assert ("UNIQUE" if is_unique else constraint) in str(stopped.value)


def test_a_codebook(area):
    version = make_codebook(area, seed="one")
    book = version.codebook
    for wrong, constraint in (
        ({"name": ""}, "codebook_has_a_name"),
        ({"name": "Anders", "kind": "x"}, "codebook_kind_known"),
        ({}, "codebook_name_once"),
        ({"name": "Anders", "seed": "one"}, "codebook_seed_once"),
    ):
        _refused(constraint, lambda wrong=wrong: make_codebook(area, **wrong))
    _refused("codebook_version_from_one", lambda: make_version(book, number=0, published_at=MADE))
    _refused("codebook_version_number_once", lambda: make_version(book, published_at=MADE))
    _refused("codebook_one_draft", lambda: make_version(book, number=2))


def test_a_code(area):
    version = make_codebook(area)
    code = make_code(version, number=3)
    make_code(version)
    make_code(version)
    _refused("code_has_a_name", lambda: make_code(version, name=""))
    _refused("code_number_from_one", lambda: make_code(version, number=0))
    _refused("code_key_once", lambda: make_code(version, key=code.key))
    _refused("code_number_once", lambda: make_code(version, number=3))
    code.parent = code
    _refused("code_not_below_itself", code.save)


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"kind": "signal"}, "material_lives_in_one_place"),
        ({"source": None}, "material_lives_in_one_place"),
        ({"kind": "x"}, "material_lives_in_one_place"),
        ({"side": "x"}, "material_side_and_state_known"),
        ({"state": "x"}, "material_side_and_state_known"),
        ({"is_sensitive": True}, "material_sensitive_has_a_reason"),
        ({"sensitive_reason": "asked"}, "material_sensitive_has_a_reason"),
        ({"length": 0}, "material_has_a_text"),
    ],
)
def test_material(area, wrong, constraint):
    _refused(constraint, lambda: make_text(area, **wrong))


def test_material_of_two_places(area):
    signal = make_signal(area=area)
    _refused("material_lives_in_one_place", lambda: make_text(area, signal=signal))


def test_a_pass(area, researcher, second, policy):
    material = make_text(area)
    make_pass(material, researcher)
    for coder, wrong, constraint in (
        (researcher, {"is_second": True}, "pass_once_per_coder"),
        (second, {}, "pass_first_and_second"),
        (second, {"is_second": False, "started_at": None}, "pass_first_has_begun"),
        (second, {"is_second": True, "started_at": None, "finished_at": MADE},
         "pass_begun_before_finished"),
        (policy, {"is_second": True, "finished_at": MADE - timedelta(1)},
         "pass_begun_before_finished"),
    ):  # fmt: skip
        _refused(constraint, lambda c=coder, wrong=wrong: make_pass(material, c, **wrong))


def test_a_fragment_and_a_deed(area, researcher):
    install()
    own = make_pass(make_text(area), researcher)
    code = factor(area, 8)
    fragment = make_fragment(own, code)
    _refused("fragment_is_a_piece_of_text", lambda: make_fragment(own, start=4, end=4))
    for wrong in ("side", "valence", "dimension", "world", "acting_party"):
        _refused("fragment_facets_known", lambda wrong=wrong: make_fragment(own, **{wrong: "x"}))
    _refused("fragment_code_once", lambda: make_fragment(own, code, code))
    for wrong in (
        {"kind": "add"},
        {"kind": "add", "added": fragment, "removed": fragment},
        {"kind": "change", "added": fragment},
        {"kind": "remove", "added": fragment},
        {"kind": "x", "removed": fragment},
    ):
        _refused(
            "deed_says_what_it_did",
            lambda wrong=wrong: CodingDeed.objects.create(coding_pass=own, **wrong),
        )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses."""

import pytest
from django.db import IntegrityError

from tests.factories.areas import make_area, make_municipality, make_street

pytestmark = pytest.mark.django_db


def test_an_area_stands_once_in_a_year():
    """area_once_per_year."""
    make_area(code="BU99990101", slug="een")
    make_area(code="BU99990101", slug="een", year=2025)
    with pytest.raises(IntegrityError):
        make_area(code="BU99990101", slug="twee")


def test_an_address_belongs_to_one_area_of_a_level():
    """area_slug_once."""
    make_area(code="BU99990101", slug="centrum")
    make_area(code="WK999901", slug="centrum", level="district")
    make_area(code="BU99980101", slug="centrum", municipality_code="GM9998")
    with pytest.raises(IntegrityError):
        make_area(code="BU99990102", slug="centrum")


def test_a_street_stands_once_in_a_neighbourhood():
    """street_once_per_area."""
    area = make_area()
    make_street(area, name="Lindelaan")
    make_street(make_area(code="BU99990102", slug="ander"), name="Lindelaan")
    with pytest.raises(IntegrityError):
        make_street(area, name="Lindelaan")


@pytest.mark.parametrize("same", ["slug", "area_code"])
def test_a_municipality_has_its_own_address_and_code(same):
    make_municipality(slug="waterrijk", area_code="GM9999")
    values = {"slug": "heuvelen", "area_code": "GM9998"}
    with pytest.raises(IntegrityError):
        make_municipality(**values | {same: {"slug": "waterrijk", "area_code": "GM9999"}[same]})

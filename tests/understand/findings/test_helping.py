# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Interventions beside recommendations: chosen by hand, seen by whoever may see both."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE, factor, make_code, make_codebook
from tests.factories.comparisons import make_comparison, said
from tests.factories.knowledge import make_intervention
from tests.factories.people import actor_of, make_user
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.understand.findings.actions import choosing
from voelspriet.understand.findings.actions.helping import choose_help, drop_help
from voelspriet.understand.findings.models import Recommendation
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.helping import uses_of
from voelspriet.understand.findings.rules.comparisons import MOST_HELPS

pytestmark = pytest.mark.django_db


@pytest.fixture
def deed(study, areas, researcher):
    """A recommendation about factor 4 of the Tafel van 12, with a fragment behind it."""
    one = make_comparison(study, factor(areas[0], 4))
    fragment = said(study, factor(areas[0], 4))
    advised = choosing.Advised("Zet licht neer", "Begin nu.", 1, [fragment.pk])
    choosing.recommend(reference=one.reference, advised=advised, by=researcher, at=MADE)
    return {"reference": one.reference, "number": 1, "by": researcher, "at": MADE}


@pytest.fixture
def known(compared_town):
    return make_intervention(compared_town.municipality, factors=(4,)).reference


def _row(deed, by=None):
    detail = comparison_detail(reference=deed["reference"], by=by or deed["by"])
    return detail.recommendations[0]


def test_choosing_one_and_taking_it_away(deed, known, researcher, policy):
    assert _row(deed).table_number == 4
    choose_help(**deed, intervention=known)
    for by in (researcher, policy):
        assert [one.reference for one in _row(deed, by).helps] == [known]
        (use,) = uses_of(intervention=known, by=by)
        assert (use.comparison, use.number, use.title) == (deed["reference"], 1, "Zet licht neer")
    assert AuditLine.objects.filter(action="comparison.help").count() == 1
    assert len(_row(deed).fragments) == 1
    # what is written anew keeps its interventions, as it keeps its fragments
    again = choosing.Advised("Zet licht neer", "Begin morgen.", 1, [])
    choosing.change_recommendation(**deed, advised=again)
    assert _row(deed).helps
    with pytest.raises(Refused, match="Dit staat al"):
        choose_help(**deed, intervention=known)
    drop_help(**deed, intervention=known)
    assert _row(deed).helps == ()
    with pytest.raises(OutOfScope):
        drop_help(**deed, intervention=known)


def test_refused_where_it_may_not(deed, known, compared_town, policy):
    with pytest.raises(OutOfScope):
        choose_help(**deed | {"by": policy}, intervention=known)
    with pytest.raises(OutOfScope):
        choose_help(**deed | {"number": 9}, intervention=known)
    elsewhere = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
    foreign = make_intervention(elsewhere.municipality)
    archived = make_intervention(compared_town.municipality, archived_at=MADE)
    for other in (foreign, archived):
        with pytest.raises(OutOfScope):
            choose_help(**deed, intervention=other.reference)
    for number in range(MOST_HELPS):
        one = make_intervention(compared_town.municipality, f"Aanpak {number}")
        choose_help(**deed, intervention=one.reference)
    with pytest.raises(Refused, match="ten hoogste"):
        choose_help(**deed, intervention=known)


def test_where_it_is_used_is_for_who_may_read_it(deed, compared_town):
    shipped = make_intervention(None)
    choose_help(**deed, intervention=shipped.reference)
    elsewhere = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
    for role, town in (
        (Role.AREA_ADVISER, compared_town), (Role.EXECUTIVE, compared_town),
        (Role.RESEARCHER, elsewhere), (Role.POLICY_ADVISER, elsewhere),
    ):  # fmt: skip
        by = actor_of(make_user(town.municipality, role))
        assert uses_of(intervention=shipped.reference, by=by) == ()
    # what went to the archive since is told so, and stays
    with arranging():
        Recommendation.objects.get().interventions.update(archived_at=MADE)
    assert _row(deed).helps[0].is_archived


def test_another_codebook_has_no_factors_to_fit(study, areas, researcher):
    code = make_code(make_codebook(areas[0], name="Eigen thema's"), number=4)
    one = make_comparison(study, code)
    advised = choosing.Advised("Zet licht neer", "Begin nu.", 1)
    choosing.recommend(reference=one.reference, advised=advised, by=researcher, at=MADE)
    assert _row({"reference": one.reference, "by": researcher}).table_number is None

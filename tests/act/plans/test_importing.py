# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of Huizen comes in whole, and a damaged one not at all."""

from __future__ import annotations

import copy

import pytest
import yaml

from tests.factories.signals import NOON
from voelspriet.act.plans.actions.importing import import_plan
from voelspriet.act.plans.choices import PlanBody, PlanLineKind
from voelspriet.act.plans.models import (
    ActionProgramme,
    Ambition,
    ApproachMeasure,
    Consultation,
    EvaluationMoment,
    Measurement,
    Plan,
    PlanLine,
    PlanRole,
)
from voelspriet.act.plans.reading.document import read_plan
from voelspriet.act.plans.reading.nodes import FileRejected
from voelspriet.act.plans.rules.facts_of_rows import facts_of
from voelspriet.act.plans.rules.lacks import lacks
from voelspriet.act.plans.rules.remarks import RemarkAbout, remarks
from voelspriet.ground.privacy.actors import Refused, system

pytestmark = pytest.mark.django_db


def bring_in(town, path, *, again=False):
    return import_plan(
        municipality_id=town.municipality.pk,
        document=read_plan(path),
        source="Integraal Veiligheidsplan",
        again=again,
        by=system("test", town.municipality.pk),
        at=NOON,
    )


def test_the_plan_of_huizen_comes_in_whole(town, path):
    told = yaml.safe_load(path.read_text(encoding="utf-8"))

    done = bring_in(town, path)

    assert (done.themes, done.ambitions, done.overall, done.measurable) == (6, 35, 1, 16)
    assert done.differs == ()
    assert read_plan(path).unread == ()
    plan = Plan.objects.get(reference=done.reference)
    assert (plan.title, plan.motto, plan.first_year) == (told["plan"], told["motto"], 2019)
    steps = sum(len(theme["approach"]) for theme in told["themes"])
    assert ApproachMeasure.objects.filter(theme__plan=plan).count() == steps
    kinds = [line.kind for line in PlanLine.objects.filter(plan=plan)]
    expected = {
        PlanLineKind.TREND: 4,
        PlanLineKind.MISSION: 2,
        PlanLineKind.TOPIC: 8,
        PlanLineKind.COMMUNICATION_LINE: 3,
        PlanLineKind.COMMUNICATION_PRINCIPLE: 3,
        PlanLineKind.LISTENING_SOURCE: 3,
        PlanLineKind.DOUBT: 7,
    }
    assert {kind: kinds.count(kind) for kind in expected} == expected
    bodies = list(PlanRole.objects.order_by("position").values_list("body", flat=True))
    assert bodies == list(PlanBody.values)
    assert Consultation.objects.count() == 6
    assert ActionProgramme.objects.count() == 2
    assert EvaluationMoment.objects.count() == done.moments == 14
    elsewhere = Measurement.objects.get()
    assert (elsewhere.value, elsewhere.is_same_question) == (83, False)


def test_the_linter_finds_the_same_sixteen_and_the_same_lacks(town, path):
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    said = {one["id"]: one["missing"] for theme in told["themes"] for one in theme["ambitions"]}

    bring_in(town, path)
    rows = Ambition.objects.filter(theme__isnull=False)
    found = {row.key: [str(lack.what) for lack in lacks(facts_of(row))] for row in rows}

    assert found == said
    assert sum(not missing for missing in found.values()) == 16
    assert all(lack.why for row in rows for lack in lacks(facts_of(row)))


def test_the_three_wordings_of_one_goal_and_the_years_without_money_are_found(town, path):
    bring_in(town, path)
    every = [facts_of(row) for row in Ambition.objects.order_by("id")]
    found = {
        one.key: {remark.about: remark.text for remark in remarks(one, earlier=every[:place])}
        for place, one in enumerate(every)
    }

    assert found["IVP-0"] == {
        RemarkAbout.MEASURED_YEARS: (
            "Gemeten in 2019 en 2021, doel in 2022: in het doeljaar wordt niet gemeten."
        ),
        RemarkAbout.PAID_YEARS: (
            "Voor het meten is geld in 2019 en 2021 en niet in het doeljaar 2022."
        ),
    }
    alike = {key for key, told in found.items() if RemarkAbout.OTHER_WORDING in told}
    assert alike == {"TH-1", "JV-5"}
    third = "Hetzelfde doel als IVP-0 en TH-1, in 3 verwoordingen."
    assert found["JV-5"][RemarkAbout.OTHER_WORDING] == third


def test_the_same_plan_twice_is_refused_and_again_makes_a_second_draft(town, path):
    first = bring_in(town, path)

    with pytest.raises(Refused, match=first.reference):
        bring_in(town, path)
    assert Plan.objects.count() == 1

    second = bring_in(town, path, again=True)
    assert Plan.objects.count() == 2
    assert Ambition.objects.filter(plan__reference=second.reference).count() == 36


SMALL = {
    "plan": "Plan",
    "period": {"start": 2019, "end": 2022},
    "themes": [{"label": "Jeugd", "ambitions": [{"id": "A", "statement": "Minder overlast"}]}],
}


@pytest.mark.parametrize(
    ("place", "value", "problem"),
    [
        (("plan",), None, "plan: is not there"),
        (("period", "end"), 2010, "period.end: 2010 is before 2019, or 20 years after it"),
        (("theme_count",), 2, "theme_count: says 2, and the file holds 1"),
        (("themes",), {}, "themes: must be a list"),
        (("themes", 0, "approach"), [{}], "themes[0].approach[0]: is a list or a group"),
        (("themes", 0, "ambitions", 0, "deadline"), "gauw", "themes[0].ambitions[0].deadline: 'ga"),
        (("themes", 0, "ambitions", 0, "target_value"), "veel", "target_value: 'veel' is not a n"),
        (("themes", 0, "ambitions", 0, "target_value"), 3, "target_direction: is not there, and"),
        (("themes", 0, "ambitions", 0, "target_direction"), "up", "'up' is not one of at_least"),
        (("themes", 0, "ambitions", 0, "milestone"), "ja", "milestone: 'ja' is not true or false"),
        (("themes", 0, "ambitions", 0, "paid_years"), [12], "paid_years[0]: 12 is not a whole n"),
        (("governance_roles",), [{"role": "Heer", "task": "x"}], "governance_roles[0].role: 'Heer"),
        (("cycle",), {"supporting": [{"what": "Plan"}]}, "cycle.supporting[0].every_years: is no"),
        (
            ("themes", 0, "ambitions"),
            [{"id": "A", "statement": "a"}, {"id": "A", "statement": "b"}],
            "ambitions: the id 'A' stands there twice",
        ),
    ],
)
def test_a_damaged_file_says_where_and_why_and_leaves_nothing(tmp_path, place, value, problem):
    content = copy.deepcopy(SMALL)
    inside = content
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    file = tmp_path / "plan.yaml"
    file.write_text(yaml.safe_dump(content), encoding="utf-8")

    with pytest.raises(FileRejected) as refused:
        read_plan(file)
    assert problem in refused.value.reason

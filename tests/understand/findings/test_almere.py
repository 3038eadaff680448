# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Almere study through the matrix: five factors, with the verdicts of its researchers."""

from __future__ import annotations

import csv

import pytest
import yaml

from tests.factories.coding import MADE, factor, make_fragment
from tests.factories.comparisons import CODER, make_material, make_pass
from tests.factories.conversations import make_source
from voelspriet.understand.coding.choices import ActingParty as Party
from voelspriet.understand.coding.choices import World
from voelspriet.understand.findings.actions import choosing, comparing
from voelspriet.understand.findings.actions.comparing import Answered, Judgement
from voelspriet.understand.findings.actions.counting import count_salience
from voelspriet.understand.findings.choices import Sameness, Verdict
from voelspriet.understand.findings.queries.comparisons import comparison_detail
from voelspriet.understand.findings.queries.places import told_places

pytestmark = pytest.mark.django_db
YES, NO, UNKNOWN = Sameness
VALENCES = {"strength": "strength", "concern": "problem", "neutral": "neutral"}
WORLDS = {"leefwereld": "life", "systeemwereld": "system", "both": "both"}
# what the researchers answered, read from their words: the three questions, and who should act
ANSWERS = {
    (1, World.LIFE): (Verdict.CONGRUENT, YES, YES, YES, None),
    (1, World.SYSTEM): (Verdict.DISCREPANCY, YES, NO, NO, None),
    (3, World.LIFE): (Verdict.CONGRUENT, YES, YES, UNKNOWN, None),
    (4, World.SYSTEM): (
        Verdict.DISCREPANCY, YES, UNKNOWN, NO, (Party.MUNICIPALITY, Party.RESIDENTS),
    ),
    (8, World.LIFE): (Verdict.CONGRUENT, YES, UNKNOWN, YES, None),
    (9, World.LIFE): (Verdict.UNDETERMINED, UNKNOWN, UNKNOWN, UNKNOWN, None),
    (9, World.SYSTEM): (Verdict.UNDETERMINED, UNKNOWN, UNKNOWN, UNKNOWN, None),
}  # fmt: skip


@pytest.fixture
def case(shared):
    file = shared / "cases" / "almere_congruence.yaml"
    if not file.is_file():
        pytest.skip("the Almere case is not there")
    rows = (shared / "cases" / "almere_fragments.csv").read_text(encoding="utf-8").splitlines()
    told = [line for line in rows if not line.startswith("#")]
    return yaml.safe_load(file.read_text(encoding="utf-8")), list(csv.DictReader(told))


def _enter(study, areas, fragments):
    """Enter every observation as a text of one sentence, with nobody recorded, as it came."""
    for row in fragments:
        code = factor(areas[0], int(row["factor_number"]))
        source = make_source(study, row["text"], area=areas[row["area"] == "Molenbuurt"])
        material = make_material(source, state="coded", side=row["perspective"])
        own = make_pass(material, CODER, finished_at=MADE)
        make_fragment(own, code, end=len(row["text"]), side=row["perspective"],
                      valence=VALENCES[row["valence"]], world=WORLDS[row["world"]])  # fmt: skip


def _judge(deed, number, words):
    for (about, world), (verdict, *answers, expected) in ANSWERS.items():
        if about != number:
            continue
        judgement = Judgement(
            *(Answered(answer, words) for answer in answers),
            *(expected or (None, None)), verdict, words,
        )  # fmt: skip
        comparing.judge_factor(**deed, world=world, judgement=judgement)


def test_the_matrix_of_almere(case, study, areas, researcher, policy):
    told, fragments = case
    _enter(study, areas, fragments)
    numbers = told["research"]["selected_factors"]
    codes = [factor(areas[0], number) for number in numbers]
    reference = comparing.start_comparison(
        study=study.reference, title="Veiligheidsbeleving in Almere",
        version_id=codes[0].version_id, code_ids=[code.pk for code in codes],
        area_ids=[area.pk for area in areas], by=researcher, at=MADE,
    )  # fmt: skip
    for place, row in enumerate(told["verdicts"], 1):
        deed = {"reference": reference, "number": place, "by": researcher, "at": MADE}
        _judge(deed, row["factor_number"], row["reason"])
        comparing.write_factor(
            **deed, residents_say="", professionals_see="", overall=row["verdict_words"] or ""
        )
    for one in told["recommendations"]:
        advised = choosing.Advised(
            one["title"], one["text"], numbers.index(one["factor_number"]) + 1
        )
        choosing.recommend(reference=reference, advised=advised, by=researcher, at=MADE)
    count_salience(reference=reference, by=researcher, at=MADE)

    detail = comparison_detail(reference=reference, by=policy)
    assert [int(row.label.split(" ")[0]) for row in detail.factors] == numbers
    for row, fact in zip(detail.factors, told["verdicts"], strict=True):
        life, system = row.worlds
        assert (life.verdict == "congruent") is bool(fact["leefwereld_congruent"])
        if fact["systeemwereld_follows"] is False:
            assert system.verdict == "discrepancy"
        assert [one.is_standoff for one in row.worlds] == [False, fact["factor_number"] == 4]
        if fact["verdict"] == "undetermined":
            assert {life.verdict, system.verdict} == {"undetermined"}
        if fact["verdict"] == "discrepancy":
            assert "discrepancy" in {life.verdict, system.verdict}
        # the case records no speakers, and says so
        assert row.prompt.words == "niet getoond: geen sprekers vastgelegd"
    assert len(detail.recommendations) == len(told["recommendations"])
    # so no place is counted, and its report has no map
    places = told_places(reference=reference, by=policy)
    assert (places.is_counted, places.has_places) == (False, False)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparing two sides: verdicts with reasons, quotes that go back, counts as a prompt."""

from __future__ import annotations

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.coding import MADE, factor
from tests.factories.comparisons import make_comparison, make_quote, said
from tests.factories.conversations import make_speaker, make_study
from tests.factories.people import actor_of, make_user
from voelspriet.analysis.congruence import Quadrant, quadrant
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.choices import ActingParty, World
from voelspriet.understand.coding.queries.fragments import FragmentFilters
from voelspriet.understand.findings.actions import choosing, comparing
from voelspriet.understand.findings.actions.choosing import Advised
from voelspriet.understand.findings.actions.comparing import Answered, Judgement, Placing
from voelspriet.understand.findings.actions.counting import ask_count, count_salience
from voelspriet.understand.findings.choices import QuoteState, Sameness, Verdict
from voelspriet.understand.findings.queries.comparisons import comparison_detail, comparisons
from voelspriet.understand.findings.queries.quotes import candidates
from voelspriet.understand.findings.rules.comparisons import QUADRANTS, READERS, quadrant_of

pytestmark = pytest.mark.django_db
SAME = Answered(Sameness.YES, "Beide noemen het licht.")
WORDS = "Het pleintje is donker."


@pytest.fixture
def one(study, areas):
    return make_comparison(study, factor(areas[0], 1), factor(areas[0], 4))


@pytest.fixture
def deed(one, researcher):
    return {"reference": one.reference, "number": 1, "by": researcher, "at": MADE}


def test_starting_one(study, areas, researcher, policy):
    codes = [factor(areas[0], number) for number in (9, 1, 4)]
    given = {"study": study.reference, "title": "Naast elkaar", "version_id": codes[0].version_id,
             "code_ids": [code.pk for code in codes], "area_ids": [area.pk for area in areas],
             "by": researcher, "at": MADE}  # fmt: skip
    reference = comparing.start_comparison(**given)
    detail = comparison_detail(reference=reference, by=researcher)
    assert [row.label.split(" ")[0] for row in detail.factors] == ["1", "4", "9"]
    assert [name for _pk, name in detail.areas] == sorted(area.name for area in areas)
    for change in (
        {"title": " "}, {"title": "Over moslims"}, {"code_ids": []}, {"area_ids": []},
        {"code_ids": [0]}, {"version_id": 0}, {"area_ids": [0]}, {"by": policy},
        {"study": "K-NONE-NONE"},
    ):  # fmt: skip
        with pytest.raises(Refused):
            comparing.start_comparison(**given | change)


def test_what_both_sides_say_divides_and_points_at_nobody(deed, policy):
    words = {"residents_say": "Het is er donker.", "professionals_see": "", "overall": "Zelfde."}
    comparing.write_factor(**deed, **words)
    row = comparison_detail(reference=deed["reference"], by=policy).factors[0]
    assert (row.residents_say, row.overall) == ("Het is er donker.", "Zelfde.")
    for wrong in ("De Marokkanen zijn het.", "Bel 0612345678.", "x" * 2001):
        with pytest.raises(Refused):
            comparing.write_factor(**deed, **words | {"professionals_see": wrong})
    with pytest.raises(OutOfScope):
        comparing.write_factor(**deed | {"by": policy}, **words)
    with pytest.raises(OutOfScope):
        comparing.write_factor(**deed | {"number": 3}, **words)


def test_no_verdict_without_its_reasons(deed, researcher):
    whole = Judgement(SAME, SAME, SAME, verdict=Verdict.CONGRUENT, reason="Zelfde beeld.")
    comparing.judge_factor(**deed, world=World.LIFE, judgement=whole)
    for wrong in (
        Judgement(SAME, SAME, SAME, verdict=Verdict.CONGRUENT),
        Judgement(SAME, SAME, verdict=Verdict.CONGRUENT, reason="Zelfde."),
        Judgement(SAME, SAME, SAME, reason="Zelfde."),
        Judgement(Answered(Sameness.NO, ""), SAME, SAME),
        Judgement(SAME, SAME, SAME, ActingParty.POLICE, ActingParty.HOUSING),
        Judgement(Answered(Sameness.NO, "Het ligt aan de Turken.")),
    ):
        with pytest.raises(Refused):
            comparing.judge_factor(**deed, world=World.LIFE, judgement=wrong)
    with pytest.raises(OutOfScope):
        comparing.judge_factor(**deed, world=World.BOTH, judgement=whole)
    life, system = comparison_detail(reference=deed["reference"], by=researcher).factors[0].worlds
    assert (life.verdict, life.reason, life.is_standoff) == ("congruent", "Zelfde beeld.", False)
    assert [one.answer for one in life.questions] == ["yes"] * 3
    assert not system.verdict


def test_the_quadrants_are_those_of_the_method(deed, areas, policy):
    names = {"concern_attention": Quadrant.CONCERN_AND_ATTENTION,
             "concern": Quadrant.CONCERN_WITHOUT_ATTENTION,
             "attention": Quadrant.ATTENTION_WITHOUT_CONCERN,
             "neither": Quadrant.NEITHER}  # fmt: skip
    for (concern, attention), found in QUADRANTS.items():
        placed = quadrant(concern, attention, concern_from=1, attention_from=1)
        assert placed.quadrant == names[found]
    assert quadrant_of(has_concern=None, has_attention=True) is None
    placing = Placing("Bij het water.", True, "Iedereen noemt het.", False, "Niets te zien.")
    comparing.place_factor(**deed, area_id=areas[0].pk, placing=placing)
    for wrong in (Placing(has_concern=True), Placing(attention_reason="Niets te zien.")):
        with pytest.raises(Refused):
            comparing.place_factor(**deed, area_id=areas[0].pk, placing=wrong)
    with pytest.raises(OutOfScope):
        comparing.place_factor(**deed, area_id=0, placing=placing)
    advice = comparison_detail(reference=deed["reference"], by=policy).advice
    row = next(one for one in advice if one.quadrant == "concern")
    assert row.placed == (("1 Signaalcriminaliteit en -overlast", areas[0].name),)
    assert not row.is_own


def test_advice_in_own_words_and_back(one, researcher):
    given = {"reference": one.reference, "by": researcher, "at": MADE}
    quadrants = {row.quadrant: row.text for row in
                 comparison_detail(reference=one.reference, by=researcher).advice}  # fmt: skip
    choosing.write_advice(**given, quadrant="concern", text="Begin bij het water.")
    told = comparison_detail(reference=one.reference, by=researcher).advice[1]
    assert (told.text, told.is_own) == ("Begin bij het water.", True)
    choosing.write_advice(**given, quadrant="concern", text=" ")
    told = comparison_detail(reference=one.reference, by=researcher).advice[1]
    assert (told.text, told.is_own) == (quadrants["concern"], False)


def test_a_quote_goes_back_before_it_is_agreed(study, areas, deed, researcher):
    fragment = said(study, factor(areas[0], 1), WORDS)
    choosing.choose_quote(**deed, fragment_id=fragment.pk)
    with pytest.raises(Refused):
        choosing.choose_quote(**deed, fragment_id=fragment.pk)
    (quote,) = comparison_detail(reference=deed["reference"], by=researcher).factors[0].quotes
    assert (quote.words, quote.may_be_printed) == (WORDS, False)
    step = deed | {"quote_id": quote.id}
    with pytest.raises(Refused):
        choosing.set_quote_state(**step, state=QuoteState.AGREED)
    for state in (QuoteState.GONE_BACK, QuoteState.AGREED):
        choosing.set_quote_state(**step, state=state)
    (quote,) = comparison_detail(reference=deed["reference"], by=researcher).factors[0].quotes
    assert quote.may_be_printed
    choosing.drop_quote(**step)
    assert not comparison_detail(reference=deed["reference"], by=researcher).factors[0].quotes
    with pytest.raises(OutOfScope):
        choosing.drop_quote(**step)


def test_a_recommendation_rests_on_fragments_of_its_study(study, areas, deed, researcher):
    fragment = said(study, factor(areas[0], 1), WORDS)
    elsewhere = said(make_study(areas[0]), factor(areas[0], 1))
    given = {key: deed[key] for key in ("reference", "by", "at")}
    advised = Advised("Zet licht neer", "Begin bij het water.", 1, [fragment.pk])
    number = choosing.recommend(**given, advised=advised)
    (row,) = comparison_detail(reference=deed["reference"], by=researcher).recommendations
    assert [part.words for part in row.fragments] == [WORDS]
    assert row.factor_label.startswith("1 ")
    for wrong in (
        Advised("Licht", "", 1), Advised("Licht", "Zet neer.", 7),
        Advised("Licht", "Zet neer.", 1, [elsewhere.pk]),
    ):  # fmt: skip
        with pytest.raises(Refused):
            choosing.recommend(**given, advised=wrong)
    changed = Advised("Zet licht neer", "En houd het aan.")
    choosing.change_recommendation(**given, number=number, advised=changed)
    (row,) = comparison_detail(reference=deed["reference"], by=researcher).recommendations
    assert (row.text, row.factor, row.fragments) == ("En houd het aan.", None, ())
    choosing.withdraw_recommendation(**given, number=number)
    assert not comparison_detail(reference=deed["reference"], by=researcher).recommendations


def test_counts_are_a_prompt_in_talks_when_there_are_few(study, areas, one, researcher):
    first, fourth = factor(areas[0], 1), factor(areas[0], 4)
    for text in ("Donker een.", "Donker twee.", "Donker drie."):
        said(study, first, text)
    said(study, fourth, "Niemand groet.")
    said(study, first, "Er komen aangiften.", side="professional", role="police")
    with arranging():
        one.areas.set([areas[0]])
    ask_count(reference=one.reference, by=researcher, at=MADE)
    count_salience(reference=one.reference, by=researcher, at=MADE)
    rows = comparison_detail(reference=one.reference, by=researcher).factors
    assert rows[0].prompt.words == (
        "bewoners: in 3 van 4 gesprekken; professionals: in 1 van 1 gesprekken"
    )
    assert rows[0].prompt.is_small
    assert rows[1].prompt.words.startswith("bewoners: in 1 van 4 gesprekken; professionals: in 0")


def test_a_talk_counts_though_nobody_said_who_of_them_spoke(study, areas, one, researcher):
    fragment = said(study, factor(areas[0], 1), "Donker is het.", speaker=False)
    for _again in range(2):
        make_speaker(fragment.coding_pass.material.source)
    said(study, factor(areas[0], 4), "Aangiften.", side="professional", role="police")
    count_salience(reference=one.reference, by=researcher, at=MADE)
    row = comparison_detail(reference=one.reference, by=researcher).factors[0]
    assert row.prompt.words == (
        "bewoners: in 1 van 1 gesprekken; professionals: in 0 van 1 gesprekken"
    )


def test_nobody_recorded_is_said_so_exactly(study, areas, one, researcher):
    said(study, factor(areas[0], 1), speaker=False)
    count_salience(reference=one.reference, by=researcher, at=MADE)
    row = comparison_detail(reference=one.reference, by=researcher).factors[0]
    assert row.prompt.words == "niet getoond: geen sprekers vastgelegd"


def test_enough_talks_say_who_speaks_of_it_more(study, areas, one, researcher):
    first, fourth = factor(areas[0], 1), factor(areas[0], 4)
    for number in range(12):
        said(study, first, f"Donker {number}.")
        said(study, fourth, f"Aangifte {number}.", side="professional", role="police")
    count_salience(reference=one.reference, by=researcher, at=MADE)
    rows = comparison_detail(reference=one.reference, by=researcher).factors
    assert rows[0].prompt.words.startswith("bewoners spreken er vaker over dan professionals")
    assert rows[1].prompt.words.startswith("bewoners spreken er minder vaak over")


class TestAttack:
    """Nothing of the room shows a sensitive text, who spoke, or anything outside its scope."""

    @pytest.fixture
    def shown(self, study, areas, one):
        """A sensitive text chosen before it was marked, and a rare role beside a number."""
        first = factor(areas[0], 1)
        secret = said(study, first, "GEHEIM zei iemand.")
        make_quote(one.factors.get(number=1), secret)
        rare = said(study, first, "Er komen aangiften.", side="professional", role="police")
        make_speaker(
            rare.coding_pass.material.source, role="enforcement", perspective="professional"
        )
        make_quote(one.factors.get(number=1), rare)
        with arranging():
            source = secret.coding_pass.material.source
            source.is_sensitive = True
            source.save()
        return one, secret, rare

    def _everything(self, one, by):
        return repr(
            (
                comparison_detail(reference=one.reference, by=by),
                comparisons(by=by),
                candidates(study=one.study.reference, by=by, filters=FragmentFilters()),
                candidates(study="", by=by, filters=FragmentFilters()),
            )
        )

    def test_no_sensitive_text(self, shown, researcher, policy):
        one, secret, _rare = shown
        for by in (researcher, policy):
            told = self._everything(one, by)
            assert "GEHEIM" not in told
            assert "aangiften" in told
        deed = {"reference": one.reference, "number": 1, "by": researcher, "at": MADE}
        with pytest.raises(OutOfScope):
            choosing.choose_quote(**deed, fragment_id=secret.pk)

    def test_nor_is_it_counted(self, shown, researcher):
        one, _secret, _rare = shown
        count_salience(reference=one.reference, by=researcher, at=MADE)
        row = comparison_detail(reference=one.reference, by=researcher).factors[0]
        assert row.prompt.words == "niet getoond: geen bewoners gevraagd"

    def test_nobody_who_spoke(self, shown, policy):
        told = self._everything(shown[0], policy).lower()
        for word in ("speaker", "spreker", "wijkagent", "handhaver", "police", "enforcement"):
            assert word not in told

    def test_nobody_outside(self, shown, compared_town):
        one = shown[0]
        roles = set(Role) - {Role.RESEARCHER, Role.POLICY_ADVISER}
        elsewhere = make_town(name="Elders", area_code="GM9998", row=4, host="elders.example")
        people = [make_user(compared_town.municipality, role) for role in sorted(roles)]
        people += [make_user(elsewhere.municipality, role) for role in READERS]
        for by in map(actor_of, people):
            with pytest.raises(OutOfScope):
                comparison_detail(reference=one.reference, by=by)
            assert not comparisons(by=by).items
            with pytest.raises(Refused):
                ask_count(reference=one.reference, by=by, at=MADE)

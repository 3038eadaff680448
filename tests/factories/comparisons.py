# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparisons of a study, with rows, verdicts, quotes and a recommendation."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.conftest import arranging
from tests.factories.coding import (
    MADE,
    make_code,
    make_codebook,
    make_fragment,
    make_material,
    make_pass,
)
from tests.factories.conversations import make_source, make_speaker
from tests.factories.knowledge import make_intervention
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import ActorKind
from voelspriet.listen.conversations.models import Study
from voelspriet.understand.coding.models import Code, Fragment
from voelspriet.understand.findings.models import (
    AreaPlace,
    ChosenQuote,
    ComparedFactor,
    Comparison,
    QuadrantAdvice,
    Recommendation,
    SalienceCount,
    WorldVerdict,
)

CODER = Actor(kind=ActorKind.STAFF, user_id=1, name="Onno Zoeker")
JUDGED: dict[str, Any] = {"judged_by_id": 1, "judged_by_name": "Onno Zoeker", "judged_at": MADE}
ANSWERED = {
    f"{name}{end}": value
    for name in ("same_problem", "same_cause", "same_actor")
    for end, value in (("", "yes"), ("_reason", "Beide noemen het licht."))
}
_numbers = count(1)


def make_comparison(study: Study, *codes: Code, **more: object) -> Comparison:
    """Make a comparison of the study's areas with a row per code."""
    values = {"title": "Bewoners naast professionals", "made_by_id": 1,
              "made_by_name": "Onno Zoeker", "made_at": MADE,
              "reference": f"Q-{next(_numbers):04d}-TEST"}  # fmt: skip
    with arranging():
        one = Comparison.objects.create(
            **{"study": study, "version": codes[0].version} | values | more
        )
        one.areas.set(study.areas.all())
        for number, code in enumerate(codes, 1):
            ComparedFactor.objects.create(comparison=one, code=code, number=number)
    return one


def make_verdict(factor: ComparedFactor, **more: object) -> WorldVerdict:
    """Make a verdict on the world of life that was answered in full."""
    values = {"world": "life", "verdict": "congruent", "reason": "Zij zien hetzelfde."}
    with arranging():
        return WorldVerdict.objects.create(**{"factor": factor} | ANSWERED | JUDGED | values | more)


def make_quote(factor: ComparedFactor, fragment: Fragment, **more: object) -> ChosenQuote:
    """Choose a fragment beside a factor."""
    values = {"state_at": MADE, "chosen_by_id": 1, "chosen_by_name": "Onno Zoeker"}
    with arranging():
        return ChosenQuote.objects.create(
            **{"factor": factor, "fragment": fragment} | values | more
        )


def said(study: Study, code: Code, text: str = "Het pleintje is donker.", **more: Any) -> Fragment:
    """Make a conversation of one sentence, coded to the end: from `side`, `role`, with a speaker.

    `sensitive` marks its source; `speaker` False records nobody.
    """
    side, area = more.pop("side", "resident"), more.pop("area", None)
    source = make_source(study, text, **({"area": area} if area else {}),
                         is_sensitive=more.pop("sensitive", False))  # fmt: skip
    speaker = None
    if more.pop("speaker", True):
        stay = more.pop("stay", "")
        speaker = make_speaker(
            source, perspective=side, role=more.pop("role", "resident"), stay=stay
        )
    material = make_material(source, state="coded", side=side)
    own = make_pass(material, CODER, finished_at=MADE)
    return make_fragment(own, code, end=len(text), side=side, speaker=speaker, **more)


def compare(study: Study) -> dict[str, Any]:
    """Make a comparison with one of everything."""
    area = study.areas.first()
    code = make_code(make_codebook(area, name=f"Eigen thema's {next(_numbers)}"))
    with arranging():
        code.version.published_at = MADE
        code.version.save()
    one = make_comparison(study, code)
    factor = one.factors.get()
    fragment = said(study, code)
    make_verdict(factor)
    make_quote(factor, fragment)
    help_with = make_intervention(study.municipality, "Lampenronde")
    with arranging():
        factor.residents_say = "Het is er donker."
        factor.save()
        AreaPlace.objects.create(
            factor=factor, area=area, told="Bij het water.",
            has_concern=True, concern_reason="Iedereen noemt het.",
            has_attention=False, attention_reason="Er is niets te zien.",
        )  # fmt: skip
        QuadrantAdvice.objects.create(comparison=one, quadrant="concern", text="Begin nu.")
        SalienceCount.objects.create(comparison=one, counted_at=MADE, content={})
        recommendation = Recommendation.objects.create(
            comparison=one, factor=factor, number=1, title="Zet licht neer",
            text="Begin bij het water.",
        )  # fmt: skip
        recommendation.fragments.add(fragment)
        recommendation.interventions.add(help_with)
    return {"comparison": one, "comparison_code": code}


def more_comparisons(parts: dict[str, Any], number: int) -> None:
    """Make one more of everything that lists show."""
    one, study = parts["comparison"], parts["comparison"].study
    make_comparison(study, parts["comparison_code"], title=f"Nog een vergelijking {number}")
    with arranging():
        code = make_code(parts["comparison_code"].version, name=f"Thema {number}", position=number)
        factor = ComparedFactor.objects.create(
            comparison=one, code=code, number=10 + number,
            residents_say=f"Zij zeggen {number}", professionals_see="Zij zien het.",
        )  # fmt: skip
        AreaPlace.objects.create(
            factor=factor, area=study.areas.first(), told=f"Hier {number}",
            has_concern=True, concern_reason="Zij bellen.",
            has_attention=True, attention_reason="Men ziet het.",
        )  # fmt: skip
    make_verdict(factor)
    fragment = said(study, parts["comparison_code"], f"Het is daar donker {number}.")
    make_quote(factor, fragment)
    make_quote(one.factors.get(number=1), fragment)
    help_with = make_intervention(study.municipality, f"Ronde {number}")
    with arranging():
        recommendation = Recommendation.objects.create(
            comparison=one, number=10 + number, title=f"Doe {number}", text="Begin."
        )
        recommendation.fragments.add(fragment)
        recommendation.interventions.add(help_with, parts["intervention"])
        one.recommendations.get(number=1).interventions.add(help_with)

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that two people coded, with their agreement and where they differ."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.conftest import arranging
from tests.factories.coding import MADE, factor, install, make_fragment, make_material, make_pass
from tests.factories.conversations import make_source
from tests.factories.people import actor_of
from voelspriet.ground.areas.models import Area
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.actors import Actor
from voelspriet.listen.conversations.models import Study
from voelspriet.understand.coding.models import (
    AgreementFigure,
    AgreementRun,
    CodebookVersion,
    CodingDifference,
    SecondCoding,
)

# what the first coder wrote beside a text that is coded blindly: nobody else ever reads it
BLIND = "kwispelgeheim"
_numbers = count(1)


def make_second(study: Study, version: CodebookVersion, coder: Actor, **more: Any) -> SecondCoding:
    """Make a second coding without texts."""
    values = {"codebook": version.codebook, "coder_id": coder.user_id, "coder_name": coder.name,
              "given_by_id": 1, "given_by_name": "Onno Zoeker", "given_at": MADE,
              "reference": f"T-{next(_numbers):04d}-TEST"}  # fmt: skip
    with arranging():
        return SecondCoding.objects.create(**{"study": study} | values | more)


def make_run(second: SecondCoding, version: CodebookVersion, **more: Any) -> AgreementRun:
    """Make a calculation without figures."""
    values = {"version": version, "made_at": MADE, "made_by_name": "job", "seed": 1,
              "replications": 4000, "texts": 1}  # fmt: skip
    with arranging():
        return AgreementRun.objects.create(**{"second_coding": second} | values | more)


def make_difference(second: SecondCoding, material: Any, **more: Any) -> CodingDifference:
    """Make a difference on the first sentence."""
    values = {"start": 0, "end": 23, "reference": f"V-{next(_numbers):04d}-TEST"}
    with arranging():
        return CodingDifference.objects.create(
            **{"second_coding": second, "material": material} | values | more
        )


def make_figures(run: AgreementRun, code: Any) -> None:
    """Make the four figures of a code."""
    with arranging():
        for coefficient in ("kappa", "alpha"):
            for unit in ("codepoint", "segment"):
                AgreementFigure.objects.create(run=run, code=code, coefficient=coefficient,
                                               unit=unit, value=0.5, why_none="few_texts",
                                               units=71)  # fmt: skip


def code_twice(study: Study, area: Area, first: User, second: User) -> dict[str, Any]:
    """Have two people code a text of a study, and differ on its first sentence."""
    install()
    code = factor(area, 8)
    made = make_second(study, code.version, actor_of(second), finished_at=MADE)
    _blind(study, area, first, second)
    return {
        "second": made,
        "difference": _text(made, area, first, second, "Bij de glijbaan is het donker."),
    }


def _text(
    made: SecondCoding, area: Area, first: User, second: User, words: str
) -> CodingDifference:
    material = make_material(make_source(made.study, f"{words} Er is nooit iemand."), state="coded")
    done = {"finished_at": MADE}
    make_fragment(make_pass(material, actor_of(first), **done), factor(area, 8), end=len(words))
    own = make_pass(material, actor_of(second), is_second=True, second_coding=made, **done)
    make_fragment(own, factor(area, 1), end=len(words))
    make_figures(make_run(made, factor(area, 8).version), factor(area, 8))
    return make_difference(made, material, end=len(words))


def _blind(study: Study, area: Area, first: User, second: User) -> None:
    """Make a text the first coder finished and the second one has under way."""
    code = factor(area, 8)
    material = make_material(make_source(study, "Bij het hek is het stil."), state="coded")
    make_fragment(make_pass(material, actor_of(first), finished_at=MADE), code, memo=BLIND)
    given = make_second(study, code.version, actor_of(second))
    make_pass(material, actor_of(second), is_second=True, second_coding=given)


def more_second_codings(area: Area, parts: dict[str, Any], first: User, second: User) -> None:
    """Make one more of everything that lists show."""
    code_twice(parts["study"], area, first, second)
    _text(parts["second"], area, first, second, "En nog een plek waar het donker is.")

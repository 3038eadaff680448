# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts to learn from, and what was learned without learning."""

from __future__ import annotations

import random
from typing import Any

from tests.conftest import arranging
from tests.factories.coding import MADE, make_material, make_pass
from tests.factories.conversations import make_source, make_study
from voelspriet.analysis.text.letters import LetterWeights, letters_of
from voelspriet.ground.areas.models import Area
from voelspriet.ground.privacy.actors import Actor
from voelspriet.understand.coding.models import (
    Code,
    Fragment,
    FragmentCode,
    LearnedText,
    Material,
    SuggestedCode,
    Suggester,
)

SAID = {
    2: ("zwerfvuil", "tegels", "graffiti", "onkruid", "lantaarn", "rommel", "hondenpoep"),
    8: ("wijkagent", "politie", "toezicht", "surveillance", "camera", "handhaver", "boa"),
}
ALSO = ("ik", "wij", "vind", "dat", "er", "hier", "buurt", "altijd", "vaak", "soms", "niet", "ook")


def teach(area: Area, coder: Actor, codes: dict[int, Code], *, texts: int = 12, each: int = 10,
          rare: str = "") -> list[Material]:  # fmt: skip
    """Make finished texts whose fragments are about two codes; `rare` is said in the first one."""
    study, rng = make_study(area), random.Random(1)
    made = []
    with arranging():
        for number in range(texts):
            pieces = [(at % 2, _said(rng, (2, 8)[at % 2])) for at in range(each)]
            if rare and not number:
                pieces = [(which, f"{rare} {words}") for which, words in pieces]
            text = "\n".join(words for _which, words in pieces)
            material = make_material(make_source(study, text), state="coded")
            own = make_pass(material, coder, finished_at=MADE)
            start = 0
            for which, words in pieces:
                one = Fragment.objects.create(coding_pass=own, start=start, end=start + len(words),
                                              digest=material.digest, made_at=MADE)  # fmt: skip
                FragmentCode.objects.create(fragment=one, code=codes[(2, 8)[which]])
                start += len(words) + 1
            made.append(material)
    return made


def _said(rng: random.Random, about: int) -> str:
    return " ".join(rng.sample(SAID[about], 2) + rng.sample(ALSO, 6))


def make_suggester(code: Code, *texts: Material, words: str = "donker", **more: Any) -> Suggester:
    """Make what suggests a code for everything that has these words."""
    letters = dict.fromkeys(letters_of(words), (1.0, 9.0))
    weights = LetterWeights((str(code.pk),), (-3.0,), (1.0,), (0.0,), letters)
    values = {"version": code.version, "asked_at": MADE, "learned_at": MADE, "seed": 1,
              "fragments": 120, "sources": 12, "texts": len(texts),
              "weights": weights.to_json()}  # fmt: skip
    with arranging():
        one = Suggester.objects.create(**values | more)
        for text in texts:
            LearnedText.objects.create(suggester=one, material=text)
        if one.learned_at:
            make_suggested(one, code)
    return one


def make_suggested(suggester: Suggester, code: Code, **more: Any) -> SuggestedCode:
    """Make how good suggestions of a code are."""
    values = {"fragments": 60, "sources": 11, "right": 33, "suggested": 40, "precision_low": 0.66,
              "precision_high": 0.92, "held_with": 60, "recall_low": 0.41,
              "recall_high": 0.68}  # fmt: skip
    with arranging():
        return SuggestedCode.objects.create(
            **{"suggester": suggester, "code": code} | values | more
        )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much is tried of what is tried very often: a part in every run, all of it in `make thorough`.

A part is always the same one, spread evenly over the whole, so that a failure can be looked for.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

import pytest

One = TypeVar("One")

THOROUGH = os.environ.get("VOELSPRIET_THOROUGH", "") == "1"
WHY = "left to `make thorough`"
thorough_only = pytest.mark.skipif(not THOROUGH, reason=WHY)


def some(whole: Sequence[One], few: int) -> list[One]:
    """Return all in a thorough run, else `few` of them spread evenly, the first among them."""
    if THOROUGH or len(whole) <= few:
        return list(whole)
    return [whole[number * len(whole) // few] for number in range(few)]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every file with a `CHAPTER` is a chapter of the evidence, in the order they ask for."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from evidence.scenario import Chapter, Scenario


@cache
def chapters() -> tuple[Chapter, ...]:
    """Return all chapters. Raises ValueError when two scenarios have one name."""
    files = sorted(file for file in Path(__file__).parent.glob("*.py") if file.stem != "__init__")
    modules = [importlib.import_module(f"{__name__}.{file.stem}") for file in files]
    found = tuple(sorted((m.CHAPTER for m in modules), key=lambda chapter: int(chapter.place)))
    names = [scenario.name for chapter in found for scenario in chapter.scenarios]
    if len(set(names)) < len(names):
        twice = sorted({name for name in names if names.count(name) > 1})
        raise ValueError(f"two scenarios are called {', '.join(twice)}")
    return found


def scenario_of(name: str) -> Scenario:
    """Return one scenario. Raises KeyError for a name there is not."""
    return {s.name: s for chapter in chapters() for s in chapter.scenarios}[name]

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fragments of a study to choose from: those that may leave the room, with their words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.paging import Page
from voelspriet.understand.coding.queries.fragments import (
    FragmentFilters,
    StudyFragmentRow,
    study_fragments,
)


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """A fragment that can be chosen: never who spoke, nor what a coder noted beside it."""

    id: int
    words: str
    codes: tuple[str, ...]
    side_label: str
    valence_label: str
    world_label: str
    area_name: str
    kind_label: str
    material: str
    arrived_on: date


def candidates(
    *, study: str, by: Actor, filters: FragmentFilters, cursor: str = ""
) -> Page[CandidateRow]:
    """Return fragments of a study that `by` may let out, oldest first. Changed texts are empty."""
    page = study_fragments(study=study, by=by, filters=filters, cursor=cursor)
    return Page(tuple(_row(one) for one in page.items if one.fragment.words), page.next_cursor)


def _row(one: StudyFragmentRow) -> CandidateRow:
    found = one.fragment
    return CandidateRow(
        id=found.id,
        words=found.words,
        codes=tuple(code.label for code in found.codes),
        side_label=found.side_label,
        valence_label=found.valence_label,
        world_label=found.world_label,
        area_name=one.area_name,
        kind_label=one.kind_label,
        material=one.material,
        arrived_on=one.arrived_on,
    )

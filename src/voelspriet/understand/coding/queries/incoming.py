# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading how far a project of another program came, and what would come in or did."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.listen.conversations.rules.studies import visible_studies
from voelspriet.understand.coding.choices import ImportState
from voelspriet.understand.coding.models import ProjectImport
from voelspriet.understand.coding.qda import Remark, Weight
from voelspriet.understand.coding.rules.access import may_code

MOST_SHOWN = 20
STUCK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class TextTold:
    """A text of the file, with its fragments and the words that were replaced by what."""

    name: str
    fragments: int
    replaced: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ImportTold:
    """What is in a project, and what of it stays out or was changed."""

    origin: str
    codes: int
    fragments: int
    texts: tuple[TextTold, ...]
    remarks: tuple[Remark, ...]

    @property
    def replaced(self) -> int:
        """Return how many places were replaced."""
        return sum(len(one.replaced) for one in self.texts)


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A project somebody sent; `told` is None until it was read."""

    reference: str
    study: str
    study_title: str
    state: str
    state_label: str
    codebook: str
    area: str
    asked_by_name: str
    asked_at: datetime
    why: str
    told: ImportTold | None

    @property
    def is_waiting(self) -> bool:
        """Tell whether the worker still has something to do."""
        return self.state in {ImportState.WAITING, ImportState.ENTERING}


def project_imports(*, study: str, by: Actor) -> tuple[ImportRow, ...]:
    """Return the projects that were sent to a study, the newest first."""
    found = visible_imports(by).filter(study__reference=study).defer("content")
    return tuple(_row(one) for one in found.order_by("-pk")[:MOST_SHOWN])


def project_import(*, reference: str, by: Actor) -> ImportRow:
    """Return one; OutOfScope for anybody but researchers who see its study."""
    one = visible_imports(by).filter(reference=reference).defer("content").first()
    if one is None:
        raise OutOfScope(_("Dit bestand is er niet meer."))
    return _row(one)


def visible_imports(by: Actor) -> QuerySet[ProjectImport]:
    """Return the projects `by` may see on their way."""
    if not may_code(by):
        return ProjectImport.objects.none()
    return ProjectImport.objects.filter(study__in=visible_studies(by)).select_related(
        "study", "area"
    )


def imports_to_do(*, at: datetime) -> tuple[int, ...]:
    """Return what a lost wake-up or a failure left waiting."""
    waiting = ProjectImport.objects.filter(
        state__in=[ImportState.WAITING, ImportState.ENTERING], changed_at__lt=at - STUCK
    )
    return tuple(waiting.order_by("pk").values_list("pk", flat=True))


def _row(one: ProjectImport) -> ImportRow:
    return ImportRow(
        one.reference, one.study.reference, one.study.title, one.state,
        str(ImportState(one.state).label), one.codebook, one.area.name, one.asked_by_name,
        one.asked_at, one.why, _told(one.told) if one.told else None,
    )  # fmt: skip


def _told(content: str) -> ImportTold:
    told = json.loads(content)
    return ImportTold(
        told["origin"],
        told["codes"],
        told["fragments"],
        tuple(
            TextTold(name, fragments, tuple((before, after) for before, after in replaced))
            for name, fragments, replaced in told["texts"]
        ),
        tuple(
            Remark(Weight(weight), sentence, count, tuple(places))
            for weight, sentence, count, places in told["remarks"]
        ),
    )

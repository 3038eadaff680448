# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Frozen papers of a plan or an agenda, and what is said about them."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.conftest import arranging
from tests.factories.signals import NOON
from voelspriet.act.agenda.models import AreaAgenda
from voelspriet.act.plans.models import Plan
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.models import PaperComment, PaperVersion
from voelspriet.papers.writers.document import Document, Heading, Paragraph, Style, words
from voelspriet.papers.writers.stored import written

DAY = NOON.date()


def a_paper(*lines: str, on: date = DAY) -> Document:
    """Return a paper with one chapter of these lines."""
    return Document(
        title="Veiligheidsplan",
        language="nl",
        direction="ltr",
        style=Style("Waterrijk"),
        made_on=on,
        blocks=(
            Heading(1, words("Veiligheidsplan")),
            Heading(2, words("Visie")),
            *(Paragraph(words(line)) for line in lines),
        ),
        footer=words("Waterrijk"),
    )


def make_paper_version(plan: Plan, **more: Any) -> PaperVersion:
    """Make the first version of the document of a plan."""
    return _make(plan, {"plan": plan, "kind": PaperKind.PLAN} | more)


def make_agenda_version(agenda: AreaAgenda, **more: Any) -> PaperVersion:
    """Make the first version of the sheet of a neighbourhood agenda."""
    return _make(agenda, {"agenda": agenda, "kind": PaperKind.AGENDA_SHEET} | more)


def _make(owner: Plan | AreaAgenda, more: dict[str, Any]) -> PaperVersion:
    values: dict[str, Any] = {
        "municipality": owner.municipality,
        "about": owner.reference,
        "number": 1,
        "why": "Om mee te lezen",
        "content": written(a_paper("Veilig thuis en op straat.")),
        "frozen_by_id": 1,
        "frozen_by_name": "Bo Beleid",
        "frozen_at": NOON,
    }
    with arranging():
        return PaperVersion.objects.create(**values | more)


def make_paper_comment(version: PaperVersion, **more: Any) -> PaperComment:
    """Make a comment on a chapter."""
    values: dict[str, Any] = {
        "heading": "Visie",
        "text": "Van wie is dit?",
        "said_by_id": 2,
        "said_by_name": "Dirk Directeur",
        "said_at": NOON,
    }
    with arranging():
        return PaperComment.objects.create(version=version, **values | more)

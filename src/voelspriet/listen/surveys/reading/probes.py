# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet of probes: ours, ODK does not look at it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from voelspriet.listen.surveys.choices import HotKind, ProbeGuard
from voelspriet.listen.surveys.reading.sheets import Row, Sheet
from voelspriet.listen.surveys.reading.texts import Reader
from voelspriet.listen.surveys.rules.definitions import ProbeDefinition

NAME = r"[A-Za-z0-9_.-]{1,120}"


@dataclass(slots=True)
class ProbesRead:
    """The probes of each question, and on which row each question first stands."""

    of: dict[str, list[ProbeDefinition]] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


def read_probes(reader: Reader, sheet: Sheet) -> ProbesRead:
    """Return the probes by question; a probe may be there in fewer languages than the form."""
    found = ProbesRead()
    names: set[str] = set()
    for row in sheet.rows:
        question, name = row.get("question"), row.get("name")
        if not re.fullmatch(NAME, name) or name in names:
            words = _("Geef elke doorvraag een eigen naam zonder spaties.")
            reader.wrong("probes", row.number, "name", words)
        names.add(name)
        found.rows.setdefault(question, row.number)
        found.of.setdefault(question, []).append(_probe(reader, row, name))
    return found


def _probe(reader: Reader, row: Row, name: str) -> ProbeDefinition:
    before = len(reader.problems)
    texts = reader.texts("probes", row, "text")
    # colleagues read probes, in fewer languages than residents: only a probe without words is wrong
    del reader.problems[before:]
    if not texts:
        reader.wrong("probes", row.number, "text", _("Schrijf op wat u vraagt."))
    hot, guard = row.get("hot"), row.get("guard")
    for column, told, known in (
        ("hot", hot, HotKind.values), ("guard", guard, ProbeGuard.values),
    ):  # fmt: skip
        if told and told not in known:
            words = _("Kies uit: %(names)s.") % {"names": ", ".join(known)}
            reader.wrong("probes", row.number, column, words)
    return ProbeDefinition(
        name=name,
        texts=texts,
        hot=HotKind(hot) if hot in HotKind.values else None,
        guard=ProbeGuard(guard) if guard in ProbeGuard.values else None,
    )

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of a document that are kept, and the sieve that keeps out what may not be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from voelspriet.act.initiatives.choices import RemarkKind
from voelspriet.act.initiatives.models import Remark
from voelspriet.act.initiatives.rules.groups import speaks_of_groups


@dataclass(frozen=True, slots=True)
class Line:
    """One line about something, with where it stands in the document."""

    kind: RemarkKind
    text: str
    source: str


@dataclass(slots=True)
class Sieve:
    """Keeps out lines about people's origin or belief, and says of which entry and field."""

    left_out: list[str] = field(default_factory=list)

    def clean(self, key: str, name: str, text: str) -> str:
        """Return a text, or nothing when it speaks of people's origin or belief."""
        if text and speaks_of_groups(text):
            self.left_out.append(f"{key}: {name}: speaks of origin or belief")
            return ""
        return text

    def pass_on(self, key: str, lines: Iterable[Line]) -> list[Line]:
        """Return the lines that hold something and may be kept."""
        return [one for one in lines if one.text and self.clean(key, str(one.kind), one.text)]

    def told_of_a_person(self, key: str) -> None:
        """Say that the story of a sensitive case was kept out."""
        self.left_out.append(f"{key}: description, reason, needs and note: a sensitive case")


def keep_remarks(lines: list[Line], **about: Any) -> bool:
    """Keep exactly these lines about one thing; tell whether anything changed."""
    stored = Remark.objects.filter(**about).order_by("id")
    have = [Line(RemarkKind(one.kind), one.text, one.source) for one in stored]
    if have == lines:
        return False
    stored.delete()
    for line in lines:
        Remark.objects.create(kind=line.kind, text=line.text, source=line.source, **about)
    return True

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a draft holds while somebody walks through the questions."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import timedelta

KEPT_FOR = timedelta(hours=2)
# long enough to show the code again when the connection was lost, short for a shared phone
KEPT_AFTER_SENDING = timedelta(minutes=10)

Answers = dict[str, str | list[str]]


@dataclass(slots=True)
class DraftContent:
    """The answers so far, as they were typed, per question.

    `photos` and `voice` are references of files that wait with the draft. Once sent, nothing
    is left but `submission`, so that the same receipt can be shown again.
    """

    submission: str
    municipality_id: int
    answers: dict[str, Answers] = field(default_factory=dict)
    photos: list[str] = field(default_factory=list)
    voice: str = ""
    danger_shown: bool = False
    is_sent: bool = False

    def of(self, question: str) -> Answers:
        """Return what was typed at one question."""
        return self.answers.get(question, {})

    def word(self, question: str, name: str) -> str:
        """Return one answer as text; "" when there is none."""
        value = self.of(question).get(name, "")
        return value if isinstance(value, str) else ",".join(value)

    def write(self) -> bytes:
        """Return the bytes to encrypt."""
        return json.dumps(asdict(self), ensure_ascii=False).encode()


def read_content(data: bytes) -> DraftContent:
    """Return the content that `write` wrote."""
    return DraftContent(**json.loads(data))

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing mails in a folder instead of sending them: for demonstrations and for looking."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from voelspriet.answer.replies.transports import Fate, Mail, Sending
from voelspriet.neighbours.smtp.mapping import message_bytes


@dataclass(frozen=True, slots=True)
class FolderTransport:
    """A folder of .eml files, one for each mail, named by its Message-ID: never a double."""

    folder: Path

    def send(self, mail: Mail) -> Sending:
        """Write the mail in one step: it is there whole, or not at all."""
        try:
            content = message_bytes(mail, utf8=not mail.to.isascii())
        except ValueError:
            return Sending(Fate.REFUSED, "address")
        name = mail.message_id.strip("<>").replace("/", "_") + ".eml"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            partial = self.folder / f".{name}"
            descriptor = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
            partial.replace(self.folder / name)
        except OSError:
            return Sending(Fate.LATER, "connect")
        return Sending(Fate.TAKEN)

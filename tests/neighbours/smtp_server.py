# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small mail server that really speaks SMTP, and misbehaves on demand."""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum


class Mode(StrEnum):
    OK = "ok"
    REFUSE = "refuse"  # 550 to the recipient
    LATER = "later"  # 451 to the recipient
    LATER_AFTER_DATA = "later_after_data"  # 452 to the whole message
    REFUSE_AFTER_DATA = "refuse_after_data"  # 554 to the whole message
    DROP_BEFORE_DATA = "drop_before_data"
    DROP_AFTER_DATA = "drop_after_data"  # takes the message, hangs up without a word
    SILENT_AFTER_DATA = "silent_after_data"  # takes the message and says nothing
    SLOW = "slow"  # every answer waits
    CLOSED = "closed"  # 421 to everybody


@dataclass
class Received:
    sender: str
    to: str
    data: bytes


@dataclass
class Server:
    """What the server received. `mode` and `patience` (seconds of silence) may change."""

    port: int = 0
    mode: Mode = Mode.OK
    patience: float = 1.0
    mails: list[Received] = field(default_factory=list)
    connections: int = 0


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        state: Server = self.server.state  # type: ignore[attr-defined]
        state.connections += 1
        if state.mode is Mode.CLOSED:
            self.say("421 closed")
            return
        self.say("220 test")
        sender = to = ""
        while line := self.rfile.readline():
            if state.mode is Mode.SLOW:
                time.sleep(state.patience)
            verb, _, rest = line.decode().strip().partition(" ")
            match verb.upper():
                case "EHLO":
                    self.say("250-test\r\n250 8BITMIME")
                case "MAIL":
                    sender = rest[5:].split()[0].strip("<>")
                    self.say("250 ok")
                case "RCPT":
                    to = rest[3:].strip("<>")
                    self.say(self.recipient(state.mode, to))
                case "DATA":
                    if not self.take(state, sender, to):
                        return
                case "QUIT":
                    self.say("221 bye")
                    return
                case _:
                    self.say("250 ok")

    def recipient(self, mode: Mode, to: str) -> str:
        if mode is Mode.REFUSE:
            return f"550 nobody here called {to}"
        return f"451 {to} is busy" if mode is Mode.LATER else "250 ok"

    def take(self, state: Server, sender: str, to: str) -> bool:
        """Read the message and answer as the mode says; False to hang up."""
        if state.mode is Mode.DROP_BEFORE_DATA:
            return False
        self.say("354 go")
        lines = []
        while (line := self.rfile.readline()) and line != b".\r\n":
            lines.append(line[1:] if line.startswith(b"..") else line)
        if state.mode is Mode.LATER_AFTER_DATA:
            self.say("452 full")
            return True
        if state.mode is Mode.REFUSE_AFTER_DATA:
            self.say("554 no")
            return True
        state.mails.append(Received(sender, to, b"".join(lines)))
        if state.mode is Mode.DROP_AFTER_DATA:
            return False
        if state.mode is Mode.SILENT_AFTER_DATA:
            time.sleep(state.patience)
            return False
        self.say("250 taken")
        return True

    def say(self, words: str) -> None:
        self.wfile.write(words.encode() + b"\r\n")


class _Threaded(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some of these tests are about."""


@contextmanager
def smtp_server(mode: Mode = Mode.OK) -> Iterator[Server]:
    """Run a server on a free port of this machine."""
    state = Server(mode=mode)
    with _Threaded(("127.0.0.1", 0), _Handler) as server:
        server.state = state  # type: ignore[attr-defined]
        state.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()

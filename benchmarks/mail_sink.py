# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mail server that keeps count: which mail it took, and how often."""

from __future__ import annotations

import email
import random
import socketserver
import threading
import time
from collections import Counter
from typing import Self

SLOWEST_SECONDS = 0.06


class MailSink:
    """A real SMTP server on a loopback port. Every mail it says yes to is counted.

    It takes its time (a random moment up to 60 ms, from `seed`), so that a kill can fall between
    its yes and the note the sender makes of it.
    """

    def __init__(self, seed: int) -> None:
        self.taken: Counter[str] = Counter()
        self.to: Counter[tuple[str, str]] = Counter()
        self._lock = threading.Lock()
        self._rng = random.Random(seed)
        sink = self

        class Handler(_Conversation):
            def take(self, recipient: str, content: bytes) -> None:
                sink.take(recipient, content)

            def pause(self) -> None:
                time.sleep(sink.next_pause())

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        """Return the port it listens on."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Self:
        """Start listening."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def take(self, recipient: str, content: bytes) -> None:
        """Count one mail."""
        mail = email.message_from_bytes(content)
        with self._lock:
            self.taken[str(mail["Message-ID"])] += 1
            self.to[recipient, str(mail["Subject"])] += 1

    def next_pause(self) -> float:
        """Return how long to wait before the next yes."""
        with self._lock:
            return self._rng.uniform(0, SLOWEST_SECONDS)


class _Conversation(socketserver.StreamRequestHandler):
    """One SMTP conversation (RFC 5321), no more of it than a sender needs."""

    recipient = ""

    def take(self, recipient: str, content: bytes) -> None:
        raise NotImplementedError

    def pause(self) -> None:
        raise NotImplementedError

    def handle(self) -> None:
        """Answer commands until the other side leaves."""
        try:
            self._say(220, "sink")
            while line := self.rfile.readline():
                if not self._answer(line.decode("utf-8", "replace").strip()):
                    return
        except OSError:
            return  # the sender was killed

    def _answer(self, line: str) -> bool:
        command = line[:4].upper()
        if command == "QUIT":
            self._say(221, "bye")
            return False
        if command == "RCPT":
            self.recipient = line.partition(":")[2].strip(" <>").split(">")[0]
        if command == "DATA":
            self._data()
        elif command == "EHLO":
            self.wfile.write(b"250-sink\r\n250 SMTPUTF8\r\n")
        else:
            self._say(250, "ok")
        return True

    def _data(self) -> None:
        self._say(354, "go on")
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line.removeprefix(b"."))
        if not line:
            return  # the connection broke before the end: nothing was taken
        self.pause()
        self.take(self.recipient, b"".join(lines))
        self._say(250, "taken")

    def _say(self, code: int, text: str) -> None:
        self.wfile.write(f"{code} {text}\r\n".encode())

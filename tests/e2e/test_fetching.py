# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A connection that the server closed just as it was used again: asked once more, not for ever."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
from playwright.sync_api import Error as BrowserError

from tests.e2e.browser import DESKTOP, Visitor

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere"


@contextmanager
def _closing(times: int) -> Iterator[tuple[str, list[bytes]]]:
    """Serve at an address that closes the first so many connections before it answers."""
    asked: list[bytes] = []

    def serve() -> None:
        while True:
            connection, _ = listener.accept()
            with connection:
                asked.append(connection.recv(4096))
                if not asked[-1]:
                    return
                if len(asked) > times:
                    connection.sendall(ANSWER)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = Thread(target=serve)
        serving.start()
        port = listener.getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}", asked
        finally:
            # a connection that says nothing is the sign to stop
            socket.create_connection(("127.0.0.1", port)).close()
            serving.join(timeout=10)


def _visitor(chromium, address: str) -> Visitor:
    return Visitor(chromium, address, "somebody", DESKTOP)


def test_a_connection_closed_before_an_answer_is_tried_once_more(chromium):
    with _closing(1) as (address, asked):
        visitor = _visitor(chromium, address)
        assert visitor.fetch("/somewhere/").text() == "here"
        assert [one.split(b" ")[1] for one in asked] == [b"/somewhere/"] * 2
        visitor.close()


def test_a_server_that_keeps_closing_is_said_to(chromium):
    with _closing(5) as (address, asked):
        visitor = _visitor(chromium, address)
        with pytest.raises(BrowserError, match=r"ECONNRESET|socket hang up"):
            visitor.fetch("/somewhere/")
        assert len(asked) == 2
        visitor.close()

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A phone at an evening, as a program: it comes in, answers and asks whether something changed."""

from __future__ import annotations

import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
PATIENCE_SECONDS = 20.0
SEE_OTHER, OK, NO_CONTENT, NOT_MODIFIED, SERVER_ERROR = 302, 200, 204, 304, 500
PART = {"X-Part": "1"}
FAILURES = (OSError, http.client.HTTPException)


class NotTakenError(Exception):
    """The server answered, but not that it took what was sent."""


@dataclass
class Phone:
    """One phone at `127.0.0.1:port`, with cookies of its own."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    etag: str = ""
    connection: http.client.HTTPConnection | None = None

    def prepare(self) -> None:
        """Open the door's page: that gives the token every form carries."""
        self._keep_token(self._ask("GET", "/avond/")[1])

    def join(self, code: str) -> None:
        """Come in. Raises NotTakenError when the code is refused."""
        status, _body = self._ask("POST", "/avond/", {"digits": code})
        if status != SEE_OTHER or "stem" not in self.cookies:
            raise NotTakenError(f"joining: {status}")

    def vote(self, item: int, answer: str) -> None:
        """Answer the question that is on, as our script does. NotTakenError when it is refused."""
        said = {"item": str(item), "answer": answer}
        status, _body = self._ask("POST", "/avond/zaal/", said, PART)
        if status != NO_CONTENT:
            raise NotTakenError(f"answering: {status}")

    def vote_until_taken(self, item: int, answer: str, *, within: float = 90.0) -> int:
        """Answer, again and again while the server is away; return how often it was sent."""
        deadline = time.monotonic() + within
        sent = 0
        while time.monotonic() < deadline:
            sent += 1
            try:
                self.vote(item, answer)
            except (*FAILURES, NotTakenError):
                self.hang_up()
                time.sleep(0.3)
            else:
                return sent
        raise NotTakenError("never taken")

    def poll(self) -> bool:
        """Ask whether something changed; tell whether the server answered that."""
        headers = {"If-None-Match": self.etag} if self.etag else {}
        status, _body = self._ask("GET", "/avond/stand/", headers=headers)
        return status in {OK, NOT_MODIFIED}

    def hang_up(self) -> None:
        """Drop the connection."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def _ask(
        self,
        method: str,
        path: str,
        data: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, str]:
        if self.connection is None:
            self.connection = http.client.HTTPConnection(
                "127.0.0.1", self.port, timeout=PATIENCE_SECONDS
            )
        sent = dict(headers or {})
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if data is not None:
            body = urlencode({**data, "csrfmiddlewaretoken": self.token})
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body=body, headers=sent)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _equals, rest = line.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        self.etag = answer.headers.get("ETag") or self.etag
        if answer.status >= SERVER_ERROR:
            raise NotTakenError(f"{path}: {answer.status}")
        return answer.status, text

    def _keep_token(self, html: str) -> None:
        found = TOKEN.search(html)
        if found is None:
            raise NotTakenError("there is no form")
        self.token = found.group(1)

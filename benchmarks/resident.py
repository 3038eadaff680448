# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A resident who tells something: the real forms, in the real order, over a real connection."""

from __future__ import annotations

import html
import http.client
import re
import time
import urllib.parse
from dataclasses import dataclass
from html.parser import HTMLParser

CODE = re.compile(r"<p class=\"vs-code\"[^>]*data-receipt-code[^>]*>(.*?)</p>", re.DOTALL)
AREA = re.compile(r"<select[^>]*name=\"area\".*?</select>", re.DOTALL)
OPTION = re.compile(r"<option value=\"(\d+)\"")
OPENS = "vs-matter"


class NotAcknowledgedError(Exception):
    """The site answered something else than the next page or the receipt."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A report whose receipt arrived. `seconds` of the whole walk, `sending` of the last step."""

    code: str
    seconds: float
    sending: float


class _Question(HTMLParser):
    """Read the hidden fields of the form that asks, as a browser would send them."""

    def __init__(self) -> None:
        super().__init__()
        self.action = ""
        self.fields: list[tuple[str, str]] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the address of the form and its hidden inputs."""
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = values.get("id") == "melden"
            self.action = values.get("action", "") if self._inside else self.action
        elif tag == "input" and self._inside and values.get("type") == "hidden":
            self.fields.append((values.get("name", ""), values.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        """Stop at the end of a form."""
        if tag == "form":
            self._inside = False


class Resident:
    """Somebody with a browser of their own: one connection, one cookie."""

    def __init__(self, host: str, port: int, *, timeout: float = 30.0) -> None:
        self._connection = http.client.HTTPConnection(host, port, timeout=timeout)
        self._origin = f"http://{host}:{port}"
        self._cookies: dict[str, str] = {}

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def get(self, path: str) -> str:
        """Return a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, fields: list[tuple[str, str]]) -> str:
        """Send a form and return the page that follows."""
        return self._ask("POST", path, urllib.parse.urlencode(fields))

    def tell(self, *, text: str, area: int, email: str = "") -> Acknowledged:
        """Tell something through every question and return the receipt; `area` picks from the list.

        Raises NotAcknowledgedError, or an OSError or HTTPException when the connection broke:
        then nobody was told that it was received.
        """
        started = time.perf_counter()
        page = self.get("/melden/")
        page = self._answer(page, {"text": text})
        areas = OPTION.findall((AREA.search(page) or re.match("", "")).group())  # type: ignore[union-attr]
        if not areas:
            raise NotAcknowledgedError("There is no list of neighbourhoods to choose from.")
        page = self._answer(page, {"area": areas[area % len(areas)]})
        page = self._answer(page, {"kind": "unknown"})
        page = self._answer(page, {"openness": "confidential" if email else "anonymous"})
        sent = time.perf_counter()
        wish = {"wish": "email", "email": email} if email else {"wish": "receipt"}
        code = _code(self._answer(page, wish))
        now = time.perf_counter()
        return Acknowledged(code, now - started, now - sent)

    def opens(self, code: str) -> bool:
        """Tell whether a receipt code opens its conversation."""
        token = self.get("/volgen/")
        found = re.search(r"name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\"", token)
        fields = [("csrfmiddlewaretoken", found.group(1) if found else ""), ("code", code)]
        return OPENS in self.post("/volgen/", fields)

    def sign_in(self, address: str, password: str) -> None:
        """Sign in as a colleague. Raises NotAcknowledgedError when that is refused."""
        page = self.get("/werk/inloggen/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        names = re.findall(r'<input[^>]*name="([^"]+)"[^>]*>', page)
        who = next(name for name in names if name in {"email", "username", "address"})
        fields = [("csrfmiddlewaretoken", token.group(1) if token else ""),
                  (who, address), ("password", password)]  # fmt: skip
        if "/werk/meldingen/" not in self.post("/werk/inloggen/", fields):
            raise NotAcknowledgedError("Signing in was refused.")

    def _answer(self, page: str, answer: dict[str, str]) -> str:
        form = _Question()
        form.feed(page)
        if not form.action:
            raise NotAcknowledgedError("This page asks nothing.")
        known = [(name, value) for name, value in form.fields if name not in answer]
        return self.post(form.action, [*known, *answer.items(), ("go", "next")])

    def _ask(self, method: str, path: str, body: str | None) -> str:
        headers = {"Accept-Language": "nl"}
        if self._cookies:
            headers["Cookie"] = "; ".join(
                f"{name}={value}" for name, value in self._cookies.items()
            )
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = self._origin
            headers["Referer"] = self._origin + path
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        content = response.read().decode()
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.split(";")[0].partition("=")
            self._cookies[name] = value
        if response.status in {301, 302, 303}:
            return self.get(response.headers["Location"])
        if response.status != 200:  # noqa: PLR2004  OK
            message = f"{method} {path} answered {response.status}."
            raise NotAcknowledgedError(message)
        return content


def _code(page: str) -> str:
    found = CODE.search(page)
    if found is None:
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
        where = html.unescape(title.group(1).strip()) if title else "?"
        raise NotAcknowledgedError(f"No receipt code on the last page ({where}).")
    return re.sub(r"\D", "", re.sub(r"<[^>]+>", "", found.group(1)))

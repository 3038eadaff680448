# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a page as a browser would: what on it could run, and which forms it offers."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

FRAMES = {"iframe", "object", "embed", "applet", "frame", "base", "portal"}
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"}
HARMLESS_DATA = ("data:,", "data:image/png", "data:image/svg+xml")
NO_TEXT = {"hidden", "radio", "checkbox", "submit", "button", "file", "image", "reset", "range"}


@dataclass
class Field:
    """A field of a form as it stands on a page."""

    name: str
    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)

    @property
    def is_text(self) -> bool:
        return self.kind not in NO_TEXT | {"select", "date", "time", "number"}


@dataclass
class Form:
    """A form as it stands on a page."""

    action: str
    method: str
    fields: list[Field] = field(default_factory=list)

    def filled(self, words: str) -> dict[str, str | list[str]]:
        """Fill every text field with `words`, and choose the first real option elsewhere."""
        data: dict[str, str | list[str]] = {}
        for one in self.fields:
            if one.is_text:
                data[one.name] = words
            elif one.kind == "select":
                data[one.name] = next((value for value in one.options if value), "")
            elif one.kind in {"radio", "checkbox", "submit", "button"}:
                data.setdefault(one.name, one.value or "on")
            elif one.kind == "date":
                data[one.name] = one.value or "2026-12-01"
            elif one.kind != "file":
                data[one.name] = one.value
        return data


class Page(HTMLParser):
    """A parsed page: `harm` holds everything that could run or lead away."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.harm: list[str] = []
        self.forms: list[Form] = []
        self._script = False
        self._select: Field | None = None
        self._area: Field | None = None
        self._loose: dict[str, Form] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._judge(tag, given)
        self._gather(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def _judge(self, tag: str, given: dict[str, str]) -> None:
        if "data-harm" in given or tag in FRAMES:
            self.harm.append(f"<{tag}> {given}")
        if tag == "script":
            self._script = True
            if not given.get("src", "").startswith("/static/"):
                self.harm.append(f"<script> {given}")
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.harm.append(f"<meta> {given}")
        for name, value in given.items():
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.harm.append(f"<{tag} {name}={value}>")
            if name in ADDRESSES and _runs(value):
                self.harm.append(f"<{tag} {name}={value}>")

    def _gather(self, tag: str, given: dict[str, str]) -> None:
        if tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get").lower()))
            return
        if tag == "option" and self._select is not None:
            self._select.options.append(given.get("value", ""))
        name = given.get("name", "")
        if not name or not self.forms or tag not in {"input", "select", "textarea", "button"}:
            return
        kind = given.get("type", "text") if tag == "input" else tag
        one = Field(name, kind, given.get("value", ""))
        self.forms[-1].fields.append(one)
        if tag == "select":
            self._select = one
        elif tag == "textarea":
            self._area = one

    def handle_endtag(self, tag: str) -> None:
        self._script = self._script and tag != "script"
        if tag == "select":
            self._select = None
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.harm.append(f"script: {data[:80]}")
        if self._area is not None:
            self._area.value += data


def _runs(address: str) -> bool:
    plain = "".join(unquote(address).split()).casefold()
    if plain.startswith("data:"):
        return not plain.startswith(HARMLESS_DATA)
    return plain.startswith(("javascript:", "vbscript:", "//", "livescript:"))


INLINE = {"a", "span", "strong", "em", "b", "i", "small", "label", "time", "abbr", "code", "svg"}
EMPTY = {"br", "img", "input", "meta", "link", "hr", "wbr", "path", "source", "rect", "circle"}
APART = {"bdi", "textarea", "option", "title"}


class Directions(HTMLParser):
    """A page read for one sign that turns writing round: `strays` are blocks it can mix up.

    A browser lets the sign work until its element of `bdi` or `dir` ends, or else the block.
    """

    def __init__(self, html: str, sign: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sign = sign
        self.strays: list[str] = []
        self.seen = 0
        self._open: list[tuple[str, bool]] = []
        self._blocks: list[list[tuple[str, bool]]] = [[]]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY:
            return
        is_apart = tag in APART or (tag != "html" and "dir" in dict(attrs))
        self._open.append((tag, is_apart))
        if tag not in INLINE | APART:
            self._blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            last, _apart = self._open.pop()
            if last not in INLINE | APART:
                self._judge(self._blocks.pop())
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        self.seen += self.sign in data
        self._blocks[-1].append((data, any(apart for _tag, apart in self._open)))

    def _judge(self, parts: list[tuple[str, bool]]) -> None:
        for number, (text, is_apart) in enumerate(parts):
            if self.sign in text and not is_apart:
                after = text.split(self.sign)[-1] + "".join(t for t, _apart in parts[number + 1 :])
                if after.strip():
                    self.strays.append("".join(t for t, _apart in parts).strip()[:120])

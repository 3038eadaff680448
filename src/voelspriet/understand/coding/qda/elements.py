# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""XML written by hand: what stands in it comes back sign for sign, line ends too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# XML 1.0 has no way to write these
NEVER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
IN_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord("\r"): "&#13;"}
IN_ATTRIBUTE = IN_TEXT | {ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


def element(
    name: str, attributes: Mapping[str, str | None], inside: Iterable[str] = (), text: str = ""
) -> str:
    """Return an element; attributes without a value are left out.

    >>> element("User", {"name": "C & Co", "id": ""})
    '<User name="C &amp; Co"/>'
    """
    told = "".join(
        f' {key}="{_legal(value).translate(IN_ATTRIBUTE)}"'
        for key, value in attributes.items()
        if value
    )
    content = "".join(inside) + _legal(text).translate(IN_TEXT)
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def listed(name: str, inside: Iterable[str]) -> str:
    """Return a list element, or nothing when nothing is in it: the standard has no empty lists."""
    content = "".join(inside)
    return f"<{name}>{content}</{name}>" if content else ""


def described(text: str) -> list[str]:
    """Return a description when there is one."""
    return [element("Description", {}, text=text)] if text else []


def references(name: str, guids: Iterable[str]) -> list[str]:
    """Return references that point at things."""
    return [element(name, {"targetGUID": guid}) for guid in guids]


def _legal(text: str) -> str:
    return NEVER.sub("\ufffd", text)

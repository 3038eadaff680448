# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as text and back, and the key that says whether two documents are the same."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from voelspriet.papers.writers import document as parts
from voelspriet.papers.writers.document import Document

# a new number makes every paper again; change it with a writer or its template
LAYOUT = 3
KINDS: dict[str, Any] = {
    name: kind
    for name, kind in vars(parts).items()
    if isinstance(kind, type) and is_dataclass(kind)
}


def plain(value: Any) -> Any:
    """Return a document, or a part of it, as JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **named}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, bytes):
        return {"kind": "bytes", "base64": base64.b64encode(value).decode()}
    if isinstance(value, date):
        return {"kind": "date", "iso": value.isoformat()}
    return value


def written(document: Document) -> str:
    """Return a document as text; the same document gives the same text."""
    return json.dumps(plain(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> Document:
    """Return the document of a text made by `written`. Raises ValueError for any other."""
    found = _parsed(json.loads(text))
    if not isinstance(found, Document):
        raise ValueError("This text holds no document.")  # noqa: TRY004  the value is wrong
    return found


def digest(document: Document) -> str:
    """Return 64 hexadecimal digits, the same for the same document and layout."""
    return hashlib.sha256(f"{LAYOUT}\n{written(document)}".encode()).hexdigest()


def _parsed(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_parsed(one) for one in value)
    if not isinstance(value, dict):
        return value
    kind = value.get("kind")
    if kind == "bytes":
        return base64.b64decode(value["base64"])
    if kind == "date":
        return date.fromisoformat(value["iso"])
    if kind not in KINDS:
        raise ValueError(f"No part of a document is called {kind!r}.")
    return KINDS[kind](**{name: _parsed(one) for name, one in value.items() if name != "kind"})

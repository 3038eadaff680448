# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Identifiers: ours are the same every time, those of others are brought to one form."""

from __future__ import annotations

import re
from uuid import UUID, uuid5

# made once, by hand, for this program
OURS = UUID("6f0d6c5e-2f0b-5c38-9a63-0d3b6d0f4a71")
FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def guid_of(kind: str, *parts: str | int) -> str:
    """Return the identifier of a thing of ours: the same kind and parts always give the same.

    So a second export renews what another program took in from the first.

    >>> guid_of("code", "K1", 3) == guid_of("code", "K1", 3)
    True
    >>> guid_of("code", "K1", 3) == guid_of("source", "K1", 3)
    False
    """
    told = "".join(f"{len(str(part))}:{part};" for part in (kind, *parts))
    return str(uuid5(OURS, told))


def is_guid(text: str) -> bool:
    """Tell whether a text is an identifier in the form we write."""
    return FORM.fullmatch(text) is not None


def canonical(raw: str) -> str:
    """Return an identifier of a file in one form; nothing stays nothing.

    Braces and capitals go. What is no identifier becomes one that follows from it, so that what
    points at it still does.

    >>> canonical("{1B0B1791-BE46-4557-9957-7333544CFAF2}")
    '1b0b1791-be46-4557-9957-7333544cfaf2'
    >>> canonical("code 7") == canonical(" code 7 ")
    True
    """
    told = raw.strip()
    bare = told[1:-1] if told.startswith("{") and told.endswith("}") else told
    if not bare or FORM.fullmatch(bare.lower()):
        return bare.lower()
    return guid_of("stranger", told)

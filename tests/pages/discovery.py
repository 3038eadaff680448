# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address of the house, found in the resolver: nothing is listed by hand twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Address:
    """One address: its full name, the names of its parts, and the view behind it."""

    name: str
    parts: tuple[str, ...]
    view: Any

    @property
    def is_staff_page(self) -> bool:
        return self.name.startswith("workspace:")

    @property
    def roles(self) -> frozenset[str] | None:
        """The roles its lock opens for; None when there is no lock."""
        found = getattr(self.view, "staff_roles", None)
        return None if found is None else frozenset(str(role) for role in found)

    @property
    def evening_roles(self) -> frozenset[str] | None:
        """The parts of an evening its lock opens for; None when it is not for helpers."""
        found = getattr(self.view, "evening_roles", None)
        return None if found is None else frozenset(str(role) for role in found)


def _walk(patterns: list[Any], namespace: str = "") -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = ":".join(part for part in (namespace, pattern.namespace or "") if part)
            yield from _walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            name = f"{namespace}:{pattern.name}" if namespace else str(pattern.name)
            yield Address(name, tuple(pattern.pattern.converters), pattern.callback)


@lru_cache(maxsize=1)
def addresses() -> tuple[Address, ...]:
    return tuple(_walk(get_resolver().url_patterns))


def staff_addresses() -> tuple[Address, ...]:
    return tuple(address for address in addresses() if address.is_staff_page)

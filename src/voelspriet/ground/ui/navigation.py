# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The staff site's navigation. The workspace registers what stands in it; this room draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A page in the navigation and whether the reader is on it."""

    label: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class NavigationGroup:
    """Pages that belong together. An empty label: the pages of every day."""

    label: str
    items: tuple[NavigationItem, ...]

    @property
    def is_current(self) -> bool:
        """Return whether the reader is on a page of this group."""
        return any(item.is_current for item in self.items)


NavigationSource = Callable[[HttpRequest], tuple[NavigationGroup, ...]]
_sources: list[NavigationSource] = []


def navigation_source(function: NavigationSource) -> NavigationSource:
    """Register a function that gives the navigation for a request."""
    _sources.append(function)
    return function


def navigation(request: HttpRequest) -> tuple[NavigationGroup, ...]:
    """Return the navigation for the reader of this page."""
    return tuple(group for source in _sources for group in source(request))

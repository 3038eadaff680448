# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a mail leaves the house. This room knows no neighbour: a neighbour registers here.

A transport never raises for what can go wrong on the way: it returns what is known about the
mail afterwards, because only that decides whether it may be sent again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Fate(StrEnum):
    """What is known about a mail after an attempt."""

    TAKEN = "taken"  # the other side said yes
    LATER = "later"  # certainly not taken; trying again may help
    REFUSED = "refused"  # certainly not taken; trying again cannot help
    UNKNOWN = "unknown"  # it may have been taken: never send again without a person


@dataclass(frozen=True, slots=True)
class Sending:
    """The outcome of one attempt. `error` is a short code ("smtp_451"): never an address."""

    fate: Fate
    error: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail, ready to go at `at`, the same text plain and as simple HTML."""

    message_id: str
    at: datetime
    sender: str
    to: str
    subject: str
    text: str
    html: str
    language: str


class Transport(Protocol):
    """Something that can deliver one mail."""

    def send(self, mail: Mail) -> Sending:
        """Try once and tell what became of it; bounded in time."""
        ...


TransportSource = Callable[[], Transport | None]
_sources: list[TransportSource] = []


def transport_source(function: TransportSource) -> TransportSource:
    """Register a function that gives the transport of this installation, or None when off."""
    _sources.append(function)
    return function


def current_transport() -> Transport | None:
    """Return the transport of this installation; None while mail is not set up."""
    for source in _sources:
        transport = source()
        if transport is not None:
            return transport
    return None

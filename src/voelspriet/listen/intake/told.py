# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody told, as doors hand it to the actions of this room, and what they get back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from voelspriet.listen.intake.choices import (
    AnswerWish,
    Channel,
    HotTime,
    Openness,
    PlaceTier,
    ProfessionalKind,
    WhenKind,
)

TEXT_LIMIT = 5000
PLACE_LIMIT = 300
MOST_PHOTOS = 3
MOST_OBSERVATIONS = 30


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """Where it is. Degrees WGS84; `area_id` is the neighbourhood, for every tier but none.

    The door finds `area_id`: of the point by `areas.locate`, of a street by its own row.
    """

    tier: PlaceTier = PlaceTier.NONE
    lon: float | None = None
    lat: float | None = None
    words: str = ""
    street_id: int | None = None
    area_id: int | None = None


@dataclass(frozen=True, slots=True)
class WhenTold:
    """When it happens: `moment` is aware and only for one moment, `hot_times` only for often."""

    kind: WhenKind = WhenKind.UNKNOWN
    moment: datetime | None = None
    hot_times: tuple[HotTime, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactTold:
    """How to reach the reporter; every part may be empty."""

    name: str = ""
    email: str = ""
    phone: str = ""
    call_times: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One report as it was told. `submission` is random, of this one report, and kept secret.

    `photos` are images of at most 10 MB and are cleaned once more when they are not clean;
    `voice` is a recording of at most 3 MB. With an e-mail address or a phone number an anonymous
    report becomes confidential; the door says so before sending.
    """

    submission: str
    text: str = ""
    language: str = "nl"
    place: PlaceTold = field(default_factory=PlaceTold)
    when: WhenTold = field(default_factory=WhenTold)
    openness: Openness = Openness.ANONYMOUS
    ask_first: bool = False
    answer_wish: AnswerWish = AnswerWish.RECEIPT
    contact: ContactTold | None = None
    danger_shown: bool = False
    channel: Channel = Channel.WEB
    professional_kind: ProfessionalKind | None = None
    photos: tuple[bytes, ...] = ()
    voice: bytes | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One of the things a bundle form tells, with its own place and time."""

    text: str
    place: PlaceTold = field(default_factory=PlaceTold)
    when: WhenTold = field(default_factory=WhenTold)


@dataclass(frozen=True, slots=True)
class BundleTold:
    """What a prevention team or key figure heard: many observations, one receipt for all."""

    submission: str
    observations: tuple[Observation, ...]
    language: str = "nl"
    openness: Openness = Openness.OPEN
    ask_first: bool = False
    answer_wish: AnswerWish = AnswerWish.RECEIPT
    contact: ContactTold | None = None
    danger_shown: bool = False
    channel: Channel = Channel.BUNDLE


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the reporter gets: 16 digits that open the conversation, shown this once.

    `reference` is the number colleagues use. `is_repeat` tells that this submission had been
    received before; reference and code are then the same as the first time.
    """

    reference: str
    code: str
    is_repeat: bool

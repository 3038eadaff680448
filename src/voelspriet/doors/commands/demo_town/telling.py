# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each person says, in which words, and how they want to stand in it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from voelspriet.doors.commands.demo_town import words_dutch, words_other
from voelspriet.doors.commands.demo_town.names import Kind
from voelspriet.doors.commands.demo_town.rhythm import EVENING, Moment
from voelspriet.listen.intake.choices import (
    SENSITIVE_CATEGORIES,
    AnswerWish,
    Category,
    Channel,
    HotTime,
    Openness,
    PlaceTier,
    ProfessionalKind,
    WhenKind,
)
from voelspriet.listen.intake.told import ContactTold

LANGUAGE_SHARES = {
    Kind.FLATS: (76, 6, 9, 9),
    Kind.OLD: (88, 7, 3, 2),
    Kind.HARBOUR: (88, 7, 3, 2),
    Kind.ROWS: (92, 3, 3, 2),
    Kind.GREEN: (97, 2, 1, 0),
}
LANGUAGES = ("nl", "en", "tr", "ar")
OFTEN_HEARD = (Channel.PHONE, Channel.DOOR, Channel.WALK, Channel.MAIL)
ADDITION_CHANCE = 0.6
SECOND_MATTER_CHANCE = 0.06
POINTING_CHANCE = 0.12
OFTEN_CHANCE = 0.2
FIRST_NAMES = ("Karel", "Samira", "Joost", "Emine", "Wouter", "Fatma", "Truus", "Yusuf", "Anouk")
# each of them points at a person: the rules should see it
POINTERS = (
    "Het is volgens mij {name} van nummer {number}.",
    "Het is altijd de auto met kenteken {plate}.",
    "Ik zag {name} het doen.",
    "Iedereen weet dat mijn buurman op nummer {number} erachter zit.",
)
HOT_TIMES = (
    (HotTime.EVENING,),
    (HotTime.EVENING, HotTime.WEEKEND),
    (HotTime.NIGHT,),
    (HotTime.AFTERNOON, HotTime.WEEKDAYS),
    (HotTime.WEEKEND,),
)


@dataclass(frozen=True, slots=True)
class Tale:
    """One report of the demo. `street` counts the streets and places of its neighbourhood."""

    at: datetime
    neighbourhood: int
    category: Category
    burst: int | None
    language: str
    text: str
    street: int
    tier: PlaceTier
    openness: Openness
    ask_first: bool
    answer_wish: AnswerWish
    contact: ContactTold | None
    channel: Channel
    professional_kind: ProfessionalKind | None
    when_kind: WhenKind
    hot_times: tuple[HotTime, ...]


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """The kind of a neighbourhood and the names of its streets and, after those, its places."""

    kind: Kind
    streets: tuple[str, ...]
    spots: tuple[str, ...]


def tell(moment: Moment, places: PlaceNames, rng: random.Random) -> Tale:
    """Return what is told at this moment."""
    # everyone in a burst tells of the same street
    spot_rng = random.Random(f"{moment.burst}") if moment.burst is not None else rng  # noqa: S311  a demo
    street = spot_rng.randrange(len(places.streets))
    spot = spot_rng.randrange(len(places.spots))
    language = _language(moment.category, places.kind, rng)
    text, about_street = _text(
        moment.category, language, places.streets[street], places.spots[spot], rng
    )
    openness, wish, contact = _standing(moment.category, rng)
    channel, professional = _channel(rng)
    often = moment.category in EVENING or rng.random() < OFTEN_CHANCE
    return Tale(
        at=moment.at,
        neighbourhood=moment.neighbourhood,
        category=moment.category,
        burst=moment.burst,
        language=language,
        text=text,
        street=street if about_street else len(places.streets) + spot,
        tier=_tier(rng),
        openness=openness,
        ask_first=rng.random() < (0.07 if moment.category in SENSITIVE_CATEGORIES else 0.015),
        answer_wish=wish,
        contact=contact,
        channel=channel,
        professional_kind=professional,
        when_kind=WhenKind.OFTEN if often else rng.choice((WhenKind.UNKNOWN, WhenKind.NOW)),
        hot_times=rng.choice(HOT_TIMES) if often else (),
    )


def _language(category: Category, kind: Kind, rng: random.Random) -> str:
    language = rng.choices(LANGUAGES, LANGUAGE_SHARES[kind])[0]
    known = language == "nl" or category in words_other.MATTERS[language]
    return language if known else "nl"


def _text(
    category: Category, language: str, street: str, spot: str, rng: random.Random
) -> tuple[str, bool]:
    """Return the text and whether it is about the street (or else the place)."""
    dutch = language == "nl"
    matters = words_dutch.MATTERS if dutch else words_other.MATTERS[language]
    matter = rng.choice(matters[category])
    parts = [matter]
    if dutch:
        opening = rng.choice(words_dutch.OPENINGS)
        parts = [opening, _lower_first(matter) if opening.endswith((",", ":")) else matter]
        if rng.random() < ADDITION_CHANCE:
            parts.append(rng.choice(words_dutch.ADDITIONS[category]))
        if rng.random() < SECOND_MATTER_CHANCE:
            parts.append("En nog iets: " + _lower_first(rng.choice(matters[category])))
        if category in SENSITIVE_CATEGORIES and rng.random() < POINTING_CHANCE:
            parts.append(_pointer(rng))
        parts.append(rng.choice(words_dutch.WISHES))
    when = rng.choice(words_dutch.TIMES)
    text = " ".join(part for part in parts if part)
    if dutch:
        street, spot = _with_article(street), _with_article(spot)
    text = text.format(street=street, spot=spot, time=when)
    text = text[0].upper() + text[1:]
    return (_voice(rng)(text, rng) if dutch else text), "{street}" in matter


def _with_article(name: str) -> str:
    neuter = name.endswith(("plein", "pad", "hof")) or name.startswith(
        ("buurthuis", "park", "sport")
    )
    return f"{'het' if neuter else 'de'} {name}"


def _pointer(rng: random.Random) -> str:
    plate = f"{rng.randint(10, 99)}-XX{rng.choice('BDFGH')}-{rng.randint(1, 9)}"
    return rng.choice(POINTERS).format(
        name=rng.choice(FIRST_NAMES), number=rng.randint(2, 90), plate=plate
    )


def _lower_first(text: str) -> str:
    return text[0].lower() + text[1:]


Voice = Callable[[str, random.Random], str]


def _plain(text: str, _rng: random.Random) -> str:
    return text


def _hasty(text: str, _rng: random.Random) -> str:
    return text.lower().replace(".", "").replace("?", "")


def _angry(text: str, _rng: random.Random) -> str:
    return text.rstrip(".!?") + "!!"


def _phone(text: str, rng: random.Random) -> str:
    short = {" niet ": " nie ", " een ": " n ", " het ": " t ", " ik ": " k ", " even ": " ff "}
    for long, brief in short.items():
        if rng.random() < 0.5:  # noqa: PLR2004  half of them
            text = text.replace(long, brief)
    return text


def _slips(text: str, rng: random.Random) -> str:
    """Make a typing mistake or two within words."""
    for _ in range(rng.randint(1, 2)):
        words = [match.span() for match in re.finditer(r"[a-z]{5,}", text)]
        if not words:
            return text
        start, end = rng.choice(words)
        place = rng.randrange(start + 1, end - 1)
        text = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return text


def _misspelt(text: str, _rng: random.Random) -> str:
    for right, wrong in (
        ("wordt", "word"),
        ("gebeurt", "gebeurd"),
        ("ij", "ei"),
        ("groot", "grot"),
    ):
        if right in text:
            return text.replace(right, wrong, 1)
    return text


def _long_winded(text: str, _rng: random.Random) -> str:
    return text.replace(". ", ", en dat is al een tijdje zo. ", 1)


VOICES: tuple[tuple[Voice, int], ...] = (
    (_plain, 46), (_hasty, 14), (_angry, 8), (_phone, 10), (_slips, 12), (_misspelt, 5),
    (_long_winded, 5),
)  # fmt: skip


def _voice(rng: random.Random) -> Voice:
    voices, weights = zip(*VOICES, strict=True)
    voice: Voice = rng.choices(voices, weights)[0]
    return voice


def _standing(
    category: Category, rng: random.Random
) -> tuple[Openness, AnswerWish, ContactTold | None]:
    shares = (60, 30, 10) if category in SENSITIVE_CATEGORIES else (36, 22, 42)
    openness = rng.choices((Openness.ANONYMOUS, Openness.CONFIDENTIAL, Openness.OPEN), shares)[0]
    if openness is Openness.ANONYMOUS:
        wish = rng.choices((AnswerWish.RECEIPT, AnswerWish.NONE), (78, 22))[0]
        return openness, wish, None
    wish = rng.choices(
        (AnswerWish.EMAIL, AnswerWish.RECEIPT, AnswerWish.CALL, AnswerWish.NONE), (52, 26, 14, 8)
    )[0]
    name = rng.choice(FIRST_NAMES)
    number = rng.randint(100, 99_999)
    if wish is AnswerWish.EMAIL:
        return openness, wish, ContactTold(name=name, email=f"inwoner{number}@post.example")
    if wish is AnswerWish.CALL:
        # 06-00… is not given out to anybody
        times = rng.choice(("na zes uur", "'s ochtends", "niet op woensdag", "maakt niet uit"))
        phone = f"0600{number:06}"
        return openness, wish, ContactTold(name=name, phone=phone, call_times=times)
    return openness, wish, ContactTold(name=name) if openness is Openness.OPEN else None


def _channel(rng: random.Random) -> tuple[Channel, ProfessionalKind | None]:
    drawn = rng.random()
    if drawn < 0.72:  # noqa: PLR2004  share of the website
        return Channel.WEB, None
    if drawn < 0.80:  # noqa: PLR2004  share of schools, shops and own colleagues
        return Channel.PROFESSIONAL, rng.choice(tuple(ProfessionalKind))
    return rng.choice(OFTEN_HEARD), None


def _tier(rng: random.Random) -> PlaceTier:
    return rng.choices(
        (PlaceTier.POINT, PlaceTier.STREET, PlaceTier.AREA, PlaceTier.NONE), (38, 44, 12, 6)
    )[0]

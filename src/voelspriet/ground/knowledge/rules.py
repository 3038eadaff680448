# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who keeps the knowledge base, what comes with the product, and how words are found."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.knowledge.models import Intervention
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.search.words import plain_words, stem

KEEPERS = (Role.POLICY_ADVISER, Role.RESEARCHER)
REVIEW_AFTER = timedelta(days=365)
SCHEMES = ("http://", "https://")
URL_LIMIT = 400
MOST_WORDS = 6
SHIPPED_FILE = Path(__file__).resolve().parent / "shipped.toml"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything of an intervention that is typed or printed; empty where nothing is known."""

    title: str
    kind: str
    audience: str
    told: str
    source_document: str
    owner: str = ""
    author_year: str = ""
    url: str = ""
    url_note: str = ""
    source_section: str = ""
    themes: tuple[str, ...] = ()
    factors: tuple[int, ...] = ()


@lru_cache(maxsize=1)
def shipped() -> tuple[tuple[str, Words], ...]:
    """Return what comes with the product, by reference."""
    content = tomllib.loads(SHIPPED_FILE.read_text(encoding="utf-8"))
    return tuple(
        (
            one["reference"],
            Words(
                title=one["title"],
                kind=one["kind"],
                audience=one["audience"],
                told=one["told"],
                source_document=content["document"],
                source_section=one["section"],
                owner=one.get("owner", ""),
                author_year=one.get("author_year", ""),
                url=one.get("url", ""),
                url_note=one.get("url_note", ""),
                themes=tuple(one["themes"]),
                factors=tuple(one.get("factors", ())),
            ),
        )
        for one in content["intervention"]
    )


def known_to(by: Actor) -> QuerySet[Intervention]:
    """Return what `by` may read: what comes with the product and the own municipality's."""
    if not by.is_staff or by.municipality_id is None:
        return Intervention.objects.none()
    return Intervention.objects.filter(
        Q(municipality__isnull=True) | Q(municipality_id=by.municipality_id)
    )


def keeps_knowledge(by: Actor) -> bool:
    """Tell whether `by` may add to the knowledge base: safety policy advisers, researchers."""
    return by.municipality_id is not None and by.has(*KEEPERS)


def must_keep_knowledge(by: Actor) -> int:
    """Return the municipality whose knowledge base `by` keeps. Refuses everybody else."""
    if by.municipality_id is None or not by.has(*KEEPERS):
        raise Refused(_("Alleen een beleidsadviseur veiligheid of onderzoeker mag dit."))
    return by.municipality_id


def review_due(on: date) -> date:
    """Return when something must be looked at again: a year later.

    >>> review_due(date(2026, 3, 2))
    datetime.date(2027, 3, 2)
    """
    return on + REVIEW_AFTER


def search_words(texts: Iterable[str]) -> str:
    """Return the words of texts as they are searched, in order, each with its stem beside it.

    >>> search_words(["Scholen in de buurt"])
    'scholen school in de buurt'
    """
    found: list[str] = []
    for word in plain_words(" ".join(texts)):
        found += [word] if stem(word) == word else [word, stem(word)]
    return " ".join(dict.fromkeys(found))


def asked_words(typed: str) -> tuple[str, ...]:
    """Return what somebody looks for, stem by stem, so that "scholen" finds a school.

    >>> asked_words("scholen en buurten")
    ('school', 'en', 'buurt')
    """
    return tuple(dict.fromkeys(stem(word) for word in plain_words(typed)))[:MOST_WORDS]


def search_title(title: str) -> str:
    """Return by what a title is put in order."""
    return search_form(title)[:200]


def must_be_address(typed: str) -> str:
    """Return an address on the web as it is stored; empty stays empty. Refuses what is none."""
    address = typed.strip()
    if not address:
        return ""
    if "://" not in address:
        address = f"https://{address}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as error:
        raise Refused(_("Dit is geen adres op internet."), field="url") from error
    if len(address) > URL_LIMIT:
        raise Refused(_("Dit is geen adres op internet."), field="url")
    return address


def link_of(address: str) -> str:
    """Return an address that may stand behind a link; empty for anything else.

    >>> link_of("javascript:alert(1)")
    ''
    """
    return address if address.startswith(SCHEMES) else ""

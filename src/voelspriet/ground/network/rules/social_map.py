# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of an organisation is searched on the social map, and what a website may be."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import override

from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.network.choices import Subject
from voelspriet.ground.privacy.actors import Refused

ADDRESS_LIMIT = 160
SOURCE_LIMIT = 160
ABOUT_LIMIT = 400
OPENING_LIMIT = 200
MOST_WORDS = 6


def search_text(*, name: str, texts: Iterable[str], subjects: Iterable[str]) -> str:
    """Return the words of an organisation as they are searched, its subjects in every language."""
    words = [name, *texts]
    for language, _name in settings.LANGUAGES:
        with override(language):
            words += [str(Subject(one).label) for one in subjects]
    return search_form(" ".join(words))


def words_of(typed: str) -> tuple[str, ...]:
    """Return what somebody looks for, word by word, as it is searched.

    >>> words_of("Café  voor  iedereen!")
    ('cafe', 'voor', 'iedereen')
    """
    return tuple(search_form(typed).split()[:MOST_WORDS])


def must_be_website(typed: str) -> str:
    """Return a website's address as it is stored; empty stays empty. Refuses what is none."""
    address = typed.strip()
    if not address:
        return ""
    if "://" not in address:
        address = f"https://{address}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as error:
        raise Refused(_("Dit is geen adres van een website."), field="website") from error
    if len(address) > 200:  # noqa: PLR2004  as long as the column
        raise Refused(_("Dit is geen adres van een website."), field="website")
    return address

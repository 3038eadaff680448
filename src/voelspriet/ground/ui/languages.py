# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The four languages of the public pages, their direction and where each page stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

RIGHT_TO_LEFT = frozenset({"ar"})
ARABIC_SIGNS = {",": "\u060c", ";": "\u061b"}
STAFF_LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A language and the address of the same page in it."""

    code: str
    name: str
    direction: str
    url: str
    is_current: bool


def direction(code: str) -> str:
    """Return "rtl" or "ltr"."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def sign(mark: str) -> str:
    """Return a comma or semicolon as the language of now writes it: Arabic has its own.

    A Latin one between two names of the other direction hangs on the wrong side.
    """
    return ARABIC_SIGNS.get(mark, mark) if get_language() == "ar" else mark


def language_links(path: str, current: str, codes: tuple[str, ...] = ()) -> list[LanguageLink]:
    """Return the same page in every language of `codes` (all when empty)."""
    return [
        LanguageLink(code, str(name), direction(code), translate_url(path, code), code == current)
        for code, name in settings.LANGUAGES
        if not codes or code in codes
    ]

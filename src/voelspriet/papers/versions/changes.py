# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two papers, by chapter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.lib.text_changes import PartChange, changed, only_around
from voelspriet.papers.writers.chapters import Chapter, chapters
from voelspriet.papers.writers.document import Document

NUMBER = re.compile(r"\d+")


def is_the_same(before: Document, after: Document) -> bool:
    """Tell whether two papers say the same, on whatever day each was made."""
    return _told(before) == _told(after)


def changes_between(before: Document, after: Document) -> tuple[PartChange, ...]:
    """Return how every chapter changed, those that stayed the same and those that went too.

    A chapter is known by its title without numbers: a theme that moves up is still that theme.
    """
    old, new = _by_title(_told(before)), _by_title(_told(after))
    return tuple(
        _change(str(number), old.get(key), new.get(key))
        for number, key in enumerate(_together(tuple(old), tuple(new)))
    )


def _told(document: Document) -> tuple[Chapter, ...]:
    """Return the chapters; before the first, the day the paper was made says nothing."""
    opening, *others = chapters(document)
    with translation.override(document.language):
        day = date_format(document.made_on, "j F Y")
    return (replace(opening, text=opening.text.replace(day, "…")), *others)


def _by_title(found: Iterable[Chapter]) -> dict[tuple[str, int], Chapter]:
    """Return chapters by what they are about; those that are called alike, by their turn."""
    seen: Counter[str] = Counter()
    named = {}
    for chapter in found:
        title = NUMBER.sub("", chapter.title)
        named[title, seen[title]] = chapter
        seen[title] += 1
    return named


def _together(
    old: tuple[tuple[str, int], ...], new: tuple[tuple[str, int], ...]
) -> tuple[tuple[str, int], ...]:
    """Return every key in the order of the new paper; what went stands after what it followed."""
    order = list(new)
    for number, key in enumerate(old):
        if key not in new:
            order.insert(order.index(old[number - 1]) + 1 if number else 0, key)
    return tuple(order)


def _change(code: str, before: Chapter | None, after: Chapter | None) -> PartChange:
    shown = after or before
    title = shown.title if shown else ""
    texts = ["" if one is None else one.text for one in (before, after)]
    if before is not None and after is not None and before.title != after.title:
        texts = [f"{one.title}\n{one.text}" for one in (before, after)]
    return PartChange(code, title or _("Bovenaan"), only_around(changed(*texts)))

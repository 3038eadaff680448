# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who spoke of what, as columns to count with: numbers of speakers and talks, not a word.

Only texts that are coded to the end: nothing sensitive, and nothing that somebody still codes
blindly. So the counts tell nothing a coder may not know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import cast

from django.db.models import Exists, OuterRef, Q, QuerySet

from voelspriet.listen.conversations.models import Speaker
from voelspriet.understand.coding.choices import Side
from voelspriet.understand.coding.models import CodingPass, FragmentCode, Material
from voelspriet.understand.coding.rules.access import codable
from voelspriet.understand.findings.models import Comparison

SIDES = (Side.RESIDENT, Side.PROFESSIONAL, Side.BOTH)
Columns = dict[str, list[str | None]]
Named = tuple[str, object, int | None, int]


def settled_texts(study_id: int) -> QuerySet[Material]:
    """Return the texts of a study that are coded to the end and may be counted."""
    passes = CodingPass.objects.filter(material_id=OuterRef("pk"))
    return (
        codable()
        .filter(Exists(passes.filter(is_second=False)), study_id=study_id)
        .exclude(Exists(passes.filter(finished_at__isnull=True)))
        .exclude(Q(is_sensitive=True) | Q(source__is_sensitive=True))
    )


def salience_columns(
    comparison: Comparison, area_ids: Sequence[int]
) -> tuple[Columns, frozenset[str]]:
    """Return a row per fragment and factor, and one per speaker asked, of these areas.

    `perspective`, `factor` (the number of the row of the matrix; None for who was asked), `speaker`
    and `conversation`. Texts without an area count in none. Where a coder did not say who spoke,
    somebody of that side in that conversation did: right for conversations, a guess for speakers,
    so the factors this holds for are returned too, unless only one person spoke.
    """
    texts = settled_texts(comparison.study_id).filter(area_id__in=area_ids)
    numbers = {
        str(key): str(number)
        for key, number in comparison.factors.values_list("code__key", "number")
    }
    named = FragmentCode.objects.filter(
        code__key__in=list(numbers),
        fragment__removed_at__isnull=True,
        fragment__side__in=SIDES,
        fragment__coding_pass__is_second=False,
        fragment__coding_pass__material__in=texts,
    ).values_list(
        "fragment__side",
        "code__key",
        "fragment__speaker_id",
        "fragment__coding_pass__material_id",
    )
    asked = _asked(texts)
    sizes = Counter(text for _speaker, _side, text in asked)
    rows: list[tuple[str, str | None, str | None, str | None]] = []
    guessed = set()
    # the stubs take every column for one that is always there
    told = cast("Iterable[Named]", named.order_by("fragment_id", "code_id"))
    for side, key, speaker, text in told:
        who = speaker or _somebody(asked, side, text)
        if speaker is None and who is not None and sizes[text] > 1:
            guessed.add(numbers[str(key)])
        rows.append((side, numbers[str(key)], _text(who), _text(text)))
    rows += [(side, None, _text(speaker), _text(text)) for speaker, side, text in asked]
    names = ("perspective", "factor", "speaker", "conversation")
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return columns, frozenset(guessed)


def _asked(texts: QuerySet[Material]) -> list[tuple[int, str, int]]:
    """Return every speaker of these texts with their side and the text."""
    talks = dict(texts.filter(source__isnull=False).values_list("source_id", "pk"))
    found = Speaker.objects.filter(source_id__in=list(talks)).order_by("pk")
    return [
        (speaker, side, talks[source])
        for speaker, side, source in found.values_list("pk", "perspective", "source_id")
    ]


def _somebody(asked: Sequence[tuple[int, str, int]], side: str, text: int) -> int | None:
    """Return the first who spoke from a side in a conversation; None when nobody was recorded."""
    fits = {Side.BOTH, side} if side != Side.BOTH else set(SIDES)
    return next((who for who, whose, where in asked if where == text and whose in fits), None)


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)

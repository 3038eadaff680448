# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: drafts for the pages of their areas."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from voelspriet.answer.pages.choices import StoryState
from voelspriet.answer.pages.models import Story
from voelspriet.ground.people.holdings import Held, held_source, user_columns

user_columns(
    facts={
        # whose face a notice shows is looked up anew each time: who left is not shown any more
        "pages.Notice.sender_user",
        "pages.Notice.written_by_id",
        "pages.Story.checked_by_id",
    }
)


@held_source
def drafts_held(_user_id: int, area_ids: frozenset[int]) -> Iterator[Held]:
    """Return the drafts of areas; they pass on with the area."""
    drafts = Story.objects.filter(state=StoryState.DRAFT, area_id__in=sorted(area_ids)).order_by()
    for row in drafts.values("area_id").annotate(every=Count("pk")):
        yield Held("drafts", _("Concepten voor de buurtpagina"), row["every"], row["area_id"])

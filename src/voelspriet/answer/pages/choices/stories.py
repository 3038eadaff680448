# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of line on a neighbourhood's page."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StoryKind(TextChoices):
    """What a line on a neighbourhood's page tells (soort bericht)."""

    DONE = "done", _("U zei, wij deden")
    DECLINED = "declined", _("U zei, wij doen het niet, want")
    AGREED = "agreed", _("Afgesproken")
    STRENGTH = "strength", _("Wat hier goed gaat")
    COMING = "coming", _("Wat er komt")


class StoryState(TextChoices):
    """Whether a line is public (stand van het bericht)."""

    DRAFT = "draft", _("Concept")
    PUBLISHED = "published", _("Openbaar")
    WITHDRAWN = "withdrawn", _("Ingetrokken")

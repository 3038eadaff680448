# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A code that stands in a comparison stays: the verdict on it is of what was coded with it."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from voelspriet.understand.coding.rules.uses import code_use
from voelspriet.understand.findings.models import ComparedFactor


def compared(key: UUID, municipality_id: int) -> tuple[str, ...]:
    """Return for every comparison with this code that it stands there."""
    found = ComparedFactor.objects.filter(
        code__key=key, comparison__study__municipality_id=municipality_id
    )
    references = found.order_by("comparison__reference").values_list(
        "comparison__reference", flat=True
    )
    sentence = _(
        "Deze code staat in vergelijking %(reference)s. Een oordeel daar gaat over wat met deze "
        "code gecodeerd is, en gaat niet over naar een andere."
    )
    return tuple(sentence % {"reference": one} for one in references)


code_use("findings", compared)

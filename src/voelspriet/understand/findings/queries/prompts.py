# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often each side speaks of a factor, in words: a prompt beside the verdict, never one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.understand.findings.rules.comparisons import LEAST_SPEAKERS

NOT_SHOWN = "not shown"
COUNTS_ONLY = "counts only"
LABELS: dict[str, Promise] = {
    "more": gettext_lazy("bewoners spreken er vaker over dan professionals"),
    "less": gettext_lazy("bewoners spreken er minder vaak over dan professionals"),
    "equally": gettext_lazy("er wordt even vaak over gesproken"),
    "undetermined": gettext_lazy("niet te zeggen wie er vaker over spreekt"),
}


@dataclass(frozen=True, slots=True)
class Prompt:
    """How often two sides speak of a factor: a sentence, and whether it tells a count.

    `is_small`: on one side fewer than three spoke; such a count stays with colleagues.
    """

    words: str
    is_shown: bool
    is_small: bool = False


def prompt_of(counted: Mapping[str, Any], number: int) -> Prompt:
    """Return the prompt of a row of the matrix from what was counted."""
    one = counted.get(str(number))
    if one is None:
        return Prompt(_("niet getoond: nog niemand sprak erover in wat gecodeerd is"), False)
    residents, professionals = one["residents"], one["professionals"]
    if residents is None or professionals is None:
        return Prompt(_("niet getoond: geen sprekers vastgelegd"), False)
    if one["saying"] == NOT_SHOWN:
        return Prompt(_not_asked(residents, professionals), False)
    is_small = min(residents["asked"], professionals["asked"]) < LEAST_SPEAKERS
    if one["saying"] == COUNTS_ONLY:
        return Prompt(_talks(residents, professionals), True, is_small)
    label = str(LABELS[one["saying"]])
    return Prompt(f"{label} ({_speakers(residents, professionals)})", True, is_small)


def withheld(prompt: Prompt) -> Prompt:
    """Return a prompt as it may go out: without a count where one or two people spoke."""
    return Prompt(few_spoke(), is_shown=False) if prompt.is_small else prompt


def few_spoke() -> str:
    """Return what stands in the place of such a count."""
    return _("niet getoond: aan een van beide kanten spraken minder dan drie mensen")


def _not_asked(residents: Mapping[str, int], professionals: Mapping[str, int]) -> str:
    if not residents["asked"] and not professionals["asked"]:
        return _("niet getoond: geen bewoners en geen professionals gevraagd")
    if not residents["asked"]:
        return _("niet getoond: geen bewoners gevraagd")
    return _("niet getoond: geen professionals gevraagd")


def _talks(residents: Mapping[str, int], professionals: Mapping[str, int]) -> str:
    return _(
        "bewoners: in %(one)s van %(all)s gesprekken; "
        "professionals: in %(other)s van %(others)s gesprekken"
    ) % {
        "one": residents["talks_naming"],
        "all": residents["talks"],
        "other": professionals["talks_naming"],
        "others": professionals["talks"],
    }


def _speakers(residents: Mapping[str, int], professionals: Mapping[str, int]) -> str:
    return _("%(one)s van %(all)s bewoners, %(other)s van %(others)s professionals") % {
        "one": residents["naming"],
        "all": residents["asked"],
        "other": professionals["naming"],
        "others": professionals["asked"],
    }

# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why something cannot be taken out of a plan: what hangs on it. Empty when it can."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.plans.models import ActionProgramme, Ambition, Theme
from voelspriet.act.plans.rules.wording import listed

MOST_NAMED = 5


def why_theme_stays(theme: Theme) -> str:
    """Say which ambitions a theme has."""
    keys = list(theme.ambitions.order_by("position", "pk").values_list("key", flat=True))
    if not keys:
        return ""
    return ngettext(
        "Dit thema heeft nog een ambitie: %(what)s. Haal die eerst weg.",
        "Dit thema heeft nog %(count)s ambities: %(what)s. Haal die eerst weg.",
        len(keys),
    ) % {"count": len(keys), "what": _named(keys)}


def why_ambition_stays(one: Ambition) -> str:
    """Say how often an ambition was measured, or what pays for measuring it."""
    count = one.measurements.count()
    if count:
        return ngettext(
            "Deze ambitie is gemeten. Wat gemeten is, blijft bij het plan staan.",
            "Deze ambitie is %(count)s keer gemeten. Wat gemeten is, blijft bij het plan staan.",
            count,
        ) % {"count": count}
    paying = list(
        one.paid_by.order_by("project__position").values_list("project__label", flat=True)
    )
    if not paying:
        return ""
    told = _("In de begroting wordt het meten hiervan betaald uit: %(what)s. Wijzig dat eerst.")
    return told % {"what": _named(paying)}


def why_programme_stays(one: ActionProgramme) -> str:
    """Say what stands in the cycle for a programme."""
    moments = list(one.moments.order_by("due_on", "pk").values_list("what", flat=True))
    if not moments:
        return ""
    told = _("In de cyclus hoort hier nog bij: %(what)s. Zet dat eerst ergens anders bij.")
    return told % {"what": _named(moments)}


def _named(things: list[str]) -> str:
    more = len(things) - MOST_NAMED
    if more <= 0:
        return listed(things)
    rest = _("nog %(count)s") % {"count": more}
    return listed([*things[:MOST_NAMED], rest])

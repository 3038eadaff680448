# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a programme may hold, and which probes come switched off and why."""

from __future__ import annotations

from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.listen.surveys.choices import ProbeGuard
from voelspriet.listen.surveys.rules.definitions import ProbeDefinition, QuestionDefinition

PLACE_LIMIT = 120
TITLE_LIMIT = 120
MOST_PARTS = 60
FURTHEST_AWAY = timedelta(days=400)
GUARD_REASONS: dict[ProbeGuard, Promise] = {
    ProbeGuard.PERSONS: gettext_lazy(
        "Staat uit: een zaal die over bepaalde personen praat, wijst ze ook aan. Wie een melding"
        " over iemand heeft, vertelt die apart."
    ),
    ProbeGuard.ORIGIN: gettext_lazy(
        "Staat uit: wij vragen nooit naar herkomst of geloof, ook niet in een gesprek."
    ),
    ProbeGuard.OWN_HOME: gettext_lazy(
        "Staat uit: niemand hoeft in een volle zaal te laten zien waar hij of zij woont."
    ),
}


def clean_words(text: str, limit: int, field: str) -> str:
    """Return a short text on one line. Raises Refused when it is longer than `limit`."""
    words = " ".join(text.split())
    if len(words) > limit:
        raise Refused(_("Dit is te lang."), field=field)
    return words


def guarded_names(question: QuestionDefinition) -> list[str]:
    """Return the probes of a question that come switched off."""
    return sorted(probe.name for probe in question.probes if probe.guard is not None)


def probe_named(question: QuestionDefinition, name: str) -> ProbeDefinition:
    """Return a probe of a question. OutOfScope when it has none of that name."""
    found = next((probe for probe in question.probes if probe.name == name), None)
    if found is None:
        raise OutOfScope(_("Deze doorvraag is er niet."))
    return found

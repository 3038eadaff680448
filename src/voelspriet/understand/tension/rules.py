# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees and says how tense it is, what may not stand in its words, and what helps."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.rules.guards import warnings_about
from voelspriet.listen.evenings.rules.guarding import brief, guard
from voelspriet.understand.tension.choices import Domain, Phase
from voelspriet.understand.tension.models import TensionReading

MATTER_LIMIT = 80
REASON_LIMIT = 500
HELP_LIMIT = 400
REVIEW_AFTER = timedelta(days=14)
LONGEST_AGO = timedelta(days=60)
KEPT = timedelta(days=730)
MOST_MATTERS = 12
RISEN = (Phase.TENSION, Phase.INCIDENT)
READS_ALL = (Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)
HELP_FILE = Path(__file__).resolve().parent / "help.toml"
# a matter is a place or a thing that happens; who is there is no title
PEOPLE = re.compile(
    r"(?<!\w)(?:hang)?(?:jongeren|jeugd|jongens|meisjes|ouderen|kinderen|mannen|vrouwen|gezin(?:nen)?|"
    r"families|familie|groep(?:en|je|jes)?|bende(?:s)?|statushouders?|vluchtelingen|"
    r"asielzoekers?|nieuwkomers?|daklozen|zwervers|junks?|dealers?|studenten|arbeidsmigranten|"
    r"migranten|huurders|verwarde \w+|overlastgevers?)(?!\w)",
    re.IGNORECASE,
)


def reads_areas(by: Actor) -> frozenset[int] | None:
    """Return the areas whose tension `by` may see; None for every area of the municipality.

    Advisers those of their areas; director, safety policy adviser and executive all. Nobody else.
    """
    if not by.is_staff or by.municipality_id is None:
        return frozenset()
    if by.has(*READS_ALL):
        return None
    return by.area_ids if by.has(Role.AREA_ADVISER) else frozenset()


def visible_readings(by: Actor) -> QuerySet[TensionReading]:
    """Return the readings `by` may see."""
    areas = reads_areas(by)
    here = TensionReading.objects.filter(municipality_id=by.municipality_id or 0)
    return here if areas is None else here.filter(area_id__in=sorted(areas))


def must_advise(by: Actor, area_id: int) -> None:
    """Let only advisers of an area say how tense it is. OutOfScope for anybody else."""
    if not by.advises(area_id):
        raise OutOfScope(_("Dit gebied is er niet."))


def must_keep_help(by: Actor) -> int:
    """Return the municipality whose help `by` writes: the safety policy adviser's."""
    if by.municipality_id is None or not by.has(Role.POLICY_ADVISER):
        raise Refused(_("Alleen een beleidsadviseur veiligheid mag dit."))
    return by.municipality_id


def asks_again(phase: str, made_on: date, on: date) -> bool:
    """Tell whether a reading of tension or an incident is so old that it asks: still so?

    >>> asks_again("tension", date(2026, 3, 2), date(2026, 3, 16))
    False
    >>> asks_again("tension", date(2026, 3, 2), date(2026, 3, 17))
    True
    >>> asks_again("discomfort", date(2026, 3, 2), date(2026, 9, 1))
    False
    """
    return phase in RISEN and on - made_on > REVIEW_AFTER


def clean_reason(text: str, *, is_nobody: bool) -> str:
    """Return a reason as it is stored.

    Refuses nothing or too much, words that point at a person (`is_nobody` sets doubt about a name
    or address aside), and words about origin, belief, orientation or health.
    """
    words = brief(text, REASON_LIMIT, "reason")
    guard(words, field="reason", is_nobody=is_nobody)
    _refuse_sensitive(words, "reason")
    return words


def clean_matter(text: str, *, is_nobody: bool) -> str:
    """Return the title of a matter as it is stored; empty is the area as a whole.

    Refuses what a reason may not hold, and words for people: a phase stands beside a place or a
    matter, never beside a group.
    """
    words = " ".join(text.split())
    if not words:
        return ""
    words = brief(words, MATTER_LIMIT, "matter")
    guard(words, field="matter", is_nobody=is_nobody)
    _refuse_sensitive(words, "matter")
    found = PEOPLE.search(words)
    if found:
        raise Refused(
            _("Noem een plek of wat er gebeurt, geen mensen: %(word)s.") % {"word": found.group()},
            field="matter",
        )
    return words


def _refuse_sensitive(text: str, field: str) -> None:
    found = [word for one in warnings_about(text) for word in one.words]
    if found:
        raise Refused(
            _(
                "Een fase gaat nooit over herkomst, geloof, seksuele gerichtheid of gezondheid. "
                "Haal dit weg: %(words)s."
            )
            % {"words": ", ".join(found)},
            field=field,
        )


@lru_cache(maxsize=1)
def shipped_help() -> dict[tuple[str, str], str]:
    """Return what each domain can do, by phase and domain, as it comes with the product."""
    content = tomllib.loads(HELP_FILE.read_text(encoding="utf-8"))
    return {
        (phase.value, domain.value): content[phase.value][domain.value]
        for phase in Phase
        for domain in Domain
    }
